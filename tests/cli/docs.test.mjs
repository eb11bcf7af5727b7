// The documentation: its examples are run, its links lead somewhere, its list of messages is whole.
//
// Every document with examples says where they are run: <!-- examples: the guide --> in a copy of
// content/, <!-- examples: a new guide --> in what `waymark init` makes. A fenced block says after
// its language what is done with it:
//   toml content/skills/x.toml                 a file that is not there yet
//   toml content/sources.toml, at the end      lines for the end of a file
//   toml content/site.toml, as it stands       lines that are in a file
//   diff content/roles/x.md                    lines of a file, and what they become
//   console                                    commands behind "$ ", and what they print; "…" for
//                                              a line or a part of one that may differ
// Other blocks are only read. In the end the guide builds without a warning.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = process.env.WAYMARK ?? path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-docs-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const filesBelow = (dir) => fs.readdirSync(path.join(root, dir), { recursive: true })
  .map((file) => path.join(dir, file)).filter((file) => fs.statSync(path.join(root, file)).isFile());

// Fenced blocks: what stands behind the fence, and the lines.
function blocksOf(text) {
  return [...text.matchAll(/^(`{3,})([^\n`]*)\n([\s\S]*?)^\1$/gm)]
    .map(([, , info, body]) => ({ info: info.trim(), body }));
}
const withoutBlocks = (text) => text.replace(/^(`{3,})[^\n`]*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');

const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md',
  ...filesBelow('docs').filter((file) => file.endsWith('.md')),
  ...filesBelow('.github').filter((file) => file.endsWith('.md'))];

// GitHub's rule for the anchors of headings.
function anchorsOf(text) {
  const anchors = new Set();
  for (const [, heading] of text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').matchAll(/^#{1,6} (.*)$/gm)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    anchors.add(plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-'));
  }
  return anchors;
}

test('every relative link in the documents leads to a file, and to a heading in it', () => {
  const dead = [];
  for (const file of documents) {
    for (const [, url] of withoutBlocks(read(file)).matchAll(/\]\(([^)\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(url)) continue;
      const [name, anchor] = url.split('#');
      const target = name ? path.join(path.dirname(file), name) : file;
      const isThere = fs.existsSync(path.join(root, target));
      if (!isThere || (anchor && !anchorsOf(read(target)).has(anchor))) dead.push(`${file}: ${url}`);
    }
  }
  assert.deepEqual(dead, []);
});

// ---- Messages ----

// The messages in the first column of the tables, each with what stands for the part that differs.
function listedMessages() {
  const rows = read('docs/troubleshooting.md').split('\n').filter((line) => /^\| `/.test(line));
  return rows.flatMap((row) => [...row.split(/(?<!\\) \| /)[0].matchAll(/`([^`]+)`/g)].map(([, text]) => text));
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const matcher = (message) => new RegExp(`^${message.split('…').map(escaped).join('.*')}$`);

// Every message that a test of the program expects, without the tests of the program that prints them.
function expectedMessages() {
  const messages = new Set();
  const add = (text) => { if (text.trim()) messages.add(text.trim()); };
  for (const file of filesBelow('tests/sites').filter((name) => name.endsWith('expected.stderr')))
    for (const [, text] of read(file).matchAll(/^\S+: (?:error|warning): (.*)$/gm)) add(text);
  const units = filesBelow('tests/unit').filter((name) => name.endsWith('.cc') && !name.endsWith('report_test.cc'));
  for (const file of units) {
    const text = read(file).replace(/"\s*\n\s*"/g, '');  // literals that go on in the next line
    for (const [, literal] of text.matchAll(/:\d+: (?:error|warning): ((?:[^"\\\n]|\\[^n])*)/g))
      add(literal.replace(/\\(.)/g, '$1'));
  }
  return messages;
}

test('every message that a test expects is explained', () => {
  const listed = listedMessages().map(matcher);
  const missing = [...expectedMessages()].filter((message) => !listed.some((known) => known.test(message)));
  assert.deepEqual(missing, []);
});

test('every message that is explained is one that the program can print', () => {
  const sources = filesBelow('generator').filter((file) => /\.(cc|h)$/.test(file))
    .map((file) => read(file).replace(/"\s*\n\s*"/g, '').replace(/\\(.)/g, '$1')).join('\n');
  const longest = (message) => message.split(/…|"/).sort((a, b) => b.length - a.length)[0].trim();
  const expected = [...expectedMessages()];  // of which some are put together from parts
  const gone = listedMessages().filter((message) =>
    !sources.includes(longest(message)) && !expected.some((text) => matcher(message).test(text)));
  assert.deepEqual(gone, []);
});

// ---- Examples ----

function newSite(kind, name) {
  const site = path.join(folder, name);
  if (kind === 'the guide') {
    fs.cpSync(path.join(root, 'content'), path.join(site, 'content'), { recursive: true });
    const settings = path.join(site, 'content/site.toml');  // no pictures of 600 pages: they take long
    fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace(/^cards = true\n/m, ''));
  } else {
    assert.equal(kind, 'a new guide');
    execFileSync(program, ['init', site]);
  }
  return site;
}

function run(command, site) {
  const { stdout } = spawnSync('bash', ['-c', `exec 2>&1; ${command}`], {
    cwd: site, encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: '1795219200',  // 2026-11-21
      PATH: `${path.dirname(program)}:${process.env.PATH}` },
  });
  return stdout;
}

function runConsole(body, site) {
  for (const part of body.split(/^\$ /m).slice(1)) {
    const [command, ...lines] = part.trimEnd().split('\n');
    const expected = lines.map((line) => line.trimEnd());
    const printed = run(command, site).trimEnd().split('\n').map((line) => line.trimEnd()).join('\n');
    const pattern = expected.map((line) => (line === '…' ? '[\\s\\S]*' : escaped(line).replaceAll('…', '.*'))).join('\n');
    assert.match(printed, new RegExp(`^${pattern}$`), `$ ${command}\n${printed}`);
  }
}

function applyDiff(body, file) {
  const lines = body.trimEnd().split('\n');
  const side = (other) => lines.filter((line) => !line.startsWith(other)).map((line) => line.slice(1)).join('\n') + '\n';
  const text = fs.readFileSync(file, 'utf8');
  assert.equal(text.split(side('+')).length, 2, `${file} must hold once:\n${side('+')}`);
  fs.writeFileSync(file, text.replace(side('+'), () => side('-')));
}

function runBlock({ info, body }, site) {
  const [, language, place, how] = /^(\S*)\s*([^,\s]*)(?:, (.*))?$/.exec(info) ?? [];
  if (language === 'console') return runConsole(body, site);
  if (!place) return undefined;
  const file = path.join(site, place);
  const isThere = fs.existsSync(file);
  assert.equal(isThere, Boolean(how) || language === 'diff', `${place} ${isThere ? 'is there already' : 'is missing'}`);
  if (language === 'diff') return applyDiff(body, file);
  if (how === 'as it stands') return assert.ok(fs.readFileSync(file, 'utf8').includes(body), `${place} does not hold:\n${body}`);
  assert.ok([undefined, 'at the end'].includes(how), `what is "${info}"?`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return fs.appendFileSync(file, how ? `\n${body}` : body);
}

for (const file of documents) {
  const kind = /<!-- examples: (.*) -->/.exec(read(file))?.[1];
  if (!kind) continue;
  test(`the examples of ${file} work`, () => {
    const site = newSite(kind, path.basename(file, '.md'));
    const blocks = blocksOf(read(file));
    for (const block of blocks) runBlock(block, site);
    assert.equal(run('waymark build --strict -q', site), '');
  });
}

test('a document with commands or named files says where they are run', () => {
  const isExample = ({ info }) => info === 'console' || /^\w+ content\//.test(info);
  const silent = documents.filter((file) => blocksOf(read(file)).some(isExample) && !/<!-- examples: /.test(read(file)));
  assert.deepEqual(silent, []);
});
