// The pictures of shared links, as files: what is drawn, and when.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-cards-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

let counter = 0;

// The small site of the tests, asking for cards.
function siteWithCards() {
  const site = path.join(folder, `site${++counter}`);
  fs.cpSync(path.join(root, 'tests/sites/trades'), site, { recursive: true });
  const settings = path.join(site, 'content/site.toml');
  fs.writeFileSync(settings, `cards = true\n${fs.readFileSync(settings, 'utf8')}`);
  return site;
}

function waymark(command, site) {
  const result = spawnSync(program, [command, '-C', site, '--as-of', '2026-11-21'],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

// Name -> inode: another one where the file was written again.
function cards(site) {
  const at = path.join(site, 'public/cards');
  return new Map(fs.readdirSync(at).map((name) => [name, fs.statSync(path.join(at, name)).ino]));
}

test('a changed title draws one card, and nothing that is the same is drawn again', () => {
  const site = siteWithCards();
  assert.equal(waymark('build', site).status, 0);
  const first = cards(site);
  assert.match(waymark('build', site).out, /: 0 written, /);
  assert.deepEqual(cards(site), first);

  const article = path.join(site, 'content/articles/first-day.md');
  const text = fs.readFileSync(article, 'utf8');
  fs.writeFileSync(article, text.replace(/^title: "/m, 'title: "Now: '));
  assert.equal(waymark('build', site).status, 0);
  const second = cards(site);
  const isOld = ([name, inode]) => first.get(name) === inode;
  assert.equal([...second].filter((card) => !isOld(card)).length, 1);
  assert.equal([...second].filter(isOld).length, first.size - 1);
});

test('a template that makes no SVG is a mistake, before anything is drawn', () => {
  const site = siteWithCards();
  fs.mkdirSync(path.join(site, 'templates'));
  fs.writeFileSync(path.join(site, 'templates/card.svg'), '<svg xmlns="http://www.w3.org/2000/svg">\n');
  for (const command of ['check', 'build']) {
    const run = waymark(command, site);
    assert.equal(run.status, 1);
    assert.match(run.err, /^templates\/card\.svg: error: what this template makes is no SVG: XML parse error: .*\n/);
  }
  assert.ok(!fs.existsSync(path.join(site, 'public')));
});
