// What pages say of their last change, from a repository of our own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = process.env.WAYMARK ?? path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-changes-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

const plain = { PATH: process.env.PATH, HOME: folder, NO_COLOR: '1', TZ: 'Pacific/Kiritimati' };
function run(name, args, env = {}) {
  const done = spawnSync(name, args, { encoding: 'utf8', env: { ...plain, ...env } });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}
const git = (at, args, env) => run('git', ['-C', at, '-c', 'user.name=Editor', '-c', 'user.email=', ...args], env);
function commit(at, day) {
  git(at, ['add', '.']);
  git(at, ['commit', '-qm', 'Change'], { GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z', GIT_COMMITTER_DATE: day });
}

// The small site of the tests below a repository's top, in a folder and with a picture whose names
// Git writes in quotes; a role changes later.
const repository = path.join(folder, 'repository');
const below = 'our guide';
const site = path.join(repository, below);
const write = (at, file, change) => {
  const full = path.join(at, 'content', file);
  fs.writeFileSync(full, change(fs.readFileSync(full, 'utf8')));
};
fs.cpSync(path.join(root, 'tests/sites/trades'), site, { recursive: true });
fs.writeFileSync(path.join(site, 'content/articles/a "plan".png'), '');
git(folder, ['init', '-q', repository]);
commit(repository, '2026-01-02T12:00:00Z');
write(site, 'roles/electrician.md', (text) => `${text}\nMore.\n`);
commit(repository, '2026-03-04T23:30:00-02:00');

function days(at, env) {
  const out = fs.mkdtempSync(path.join(folder, 'public'));
  run(program, ['build', '-q', '-C', at, '-o', out, '--as-of', '2026-11-21'], env);
  const day = (page) => fs.readFileSync(path.join(out, page, 'index.html'), 'utf8').match(/last changed on <time datetime="(.*?)"/)?.[1];
  return { electrician: day('roles/electrician'), foreman: day('roles/foreman'), sitemap: fs.readFileSync(path.join(out, 'sitemap.xml'), 'utf8') };
}

test('a page has the day, in UTC, of the last commit that touched its file', () => {
  const { electrician, foreman, sitemap } = days(site);
  assert.deepEqual([electrician, foreman], ['2026-03-05', '2026-01-02']);
  assert.match(sitemap, /roles\/electrician\/<\/loc><lastmod>2026-03-05</);
});

test('a file with changes that are not committed has none', () => {
  const changed = path.join(folder, 'changed');
  fs.cpSync(repository, changed, { recursive: true });
  write(path.join(changed, below), 'roles/electrician.md', (text) => `${text}\nStill more.\n`);
  const { electrician, foreman } = days(path.join(changed, below));
  assert.deepEqual([electrician, foreman], [undefined, '2026-01-02']);
});

test('a shallow clone, a folder outside a repository and a machine without Git know nothing', () => {
  const shallow = path.join(folder, 'shallow');
  run('git', ['clone', '-q', '--depth=1', pathToFileURL(repository).href, shallow]);
  const copy = path.join(folder, 'copy');
  fs.cpSync(site, copy, { recursive: true });
  const unknown = { electrician: undefined, foreman: undefined };
  for (const [at, env] of [[path.join(shallow, below)], [copy], [site, { PATH: folder }]]) {
    const { electrician, foreman } = days(at, env);
    assert.deepEqual({ electrician, foreman }, unknown, at);
  }
});

test('no setting of the repository makes the build run a program, and nothing in it changes', () => {
  const trapped = path.join(folder, 'trapped');
  fs.cpSync(repository, trapped, { recursive: true });
  const sprung = path.join(folder, 'sprung');
  const trap = path.join(folder, 'trap');
  fs.writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >>'${sprung}'\n`, { mode: 0o755 });
  for (const setting of ['core.fsmonitor', 'core.pager', 'pager.log', 'pager.diff', 'diff.external', 'gpg.program', 'core.sshCommand', 'core.editor'])
    git(trapped, ['config', setting, trap]);
  git(trapped, ['config', 'log.showSignature', 'true']);
  git(trapped, ['config', 'color.ui', 'always']);
  fs.mkdirSync(path.join(trapped, '.git/hooks'), { recursive: true });
  for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman'])
    fs.copyFileSync(trap, path.join(trapped, '.git/hooks', hook));
  fs.utimesSync(path.join(trapped, below, 'content/roles/foreman.md'), 1, 1);
  fs.rmSync(sprung, { force: true });
  const before = fs.readFileSync(path.join(trapped, '.git/index'));
  assert.equal(days(path.join(trapped, below)).electrician, '2026-03-05');
  assert.equal(fs.existsSync(sprung) ? fs.readFileSync(sprung, 'utf8') : '', '');
  assert.deepEqual(fs.readFileSync(path.join(trapped, '.git/index')), before);
});
