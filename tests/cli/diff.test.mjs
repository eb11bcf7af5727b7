// waymark diff: what differs between two published guides.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = process.env.WAYMARK ?? path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-diff-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

function waymark(...args) {
  const run = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const site = path.join(folder, 'site');
fs.cpSync(path.join(root, 'tests/sites/trades'), site, { recursive: true });
const content = (file) => path.join(site, 'content', file);
const edit = (file, from, to) => {
  const text = fs.readFileSync(content(file), 'utf8');
  assert.ok(text.includes(from), `${file} has no ${from}`);
  fs.writeFileSync(content(file), text.replace(from, to));
};
const article = (title) => `+++\ntitle = "${title}"\nsummary = "About it."\n+++\nWords.\n`;

function publish(name) {
  const out = path.join(folder, name);
  const run = waymark('build', '-C', site, '-o', out, '--as-of', '2026-11-21');
  assert.equal(run.status, 0, run.err);
  return out;
}

for (const name of ['lost', 'moved', 'renamed'])
  fs.writeFileSync(content(`articles/${name}.md`), article(name));
const before = publish('before');
for (const name of ['lost', 'moved', 'renamed']) fs.rmSync(content(`articles/${name}.md`));
fs.writeFileSync(content('articles/moved-on.md'), article('moved').replace('+++', '+++\nformer_paths = ["articles/moved/"]'));
fs.writeFileSync(content('articles/renamed-on.md'), article('renamed'));
fs.writeFileSync(content('articles/new.md'), article('new | and <b>'));
edit('figures/outlook.toml', 'value = 9', 'value = 11');
edit('salaries/us.toml', 'median = 62350\np90 = ">= 106030"', 'median = 64000.5\np90 = 108000\nmean = 70000');
edit('certifications/licence.md', 'amount = 120', 'amount = 140');
const after = publish('after');

test('pages and figures that changed are told', () => {
  const run = waymark('diff', before, after);
  assert.equal(run.err, '');
  assert.equal(run.status, 0);
  assert.equal(run.out.replace(/\d+ changed/, 'N changed'), `1 page added, 1 removed, 2 moved (1 without a redirect), N changed; 5 figures changed
  added    articles/new/
  removed  articles/lost/
  moved    articles/moved/ -> articles/moved-on/
  moved    articles/renamed/ -> articles/renamed-on/, without a redirect
  certification: Electrician's licence, fee: USD 120 -> USD 140
  figure: Jobs for electricians: +9% (2024 to 2034) -> +11% (2024 to 2034)
  salary: 47-2111, us, 2024, bureau-2024, mean: – -> USD 70,000 a year
  salary: 47-2111, us, 2024, bureau-2024, median: USD 62,350 a year -> USD 64,000.5 a year
  salary: 47-2111, us, 2024, bureau-2024, p90: ≥ USD 106,030 a year -> USD 108,000 a year
`);
});

test('the same for a comment on a pull request', () => {
  const run = waymark('diff', before, after, '--format', 'markdown');
  assert.equal(run.out.replace(/\d+ changed/, 'N changed'), `### What this changes

1 page added, 1 removed, 2 moved (1 without a redirect), N changed; 5 figures changed

**Pages removed**

- \`articles/lost/\`

**Pages moved**

- \`articles/moved/\` → \`articles/moved-on/\`
- \`articles/renamed/\` → \`articles/renamed-on/\` **without a redirect**

**Pages added**

- \`articles/new/\`

**Figures**

| Figure | Before | After |
|---|---|---|
| certification: Electrician's licence, fee | USD 120 | USD 140 |
| figure: Jobs for electricians | +9% (2024 to 2034) | +11% (2024 to 2034) |
| salary: 47-2111, us, 2024, bureau-2024, mean | – | USD 70,000 a year |
| salary: 47-2111, us, 2024, bureau-2024, median | USD 62,350 a year | USD 64,000.5 a year |
| salary: 47-2111, us, 2024, bureau-2024, p90 | ≥ USD 106,030 a year | USD 108,000 a year |
`);
});

test('the same for a program, with the pages that changed', () => {
  const run = waymark('diff', before, after, '--format', 'json');
  const report = JSON.parse(run.out);
  assert.deepEqual({ ...report.pages, changed: undefined }, {
    added: ['articles/new/'],
    removed: ['articles/lost/'],
    moved: [
      { from: 'articles/moved/', to: 'articles/moved-on/', is_forwarded: true },
      { from: 'articles/renamed/', to: 'articles/renamed-on/', is_forwarded: false },
    ],
    changed: undefined,
  });
  for (const url of ['certifications/licence/', 'roles/electrician/', 'salaries/'])
    assert.ok(report.pages.changed.includes(url), url);
  assert.ok(!report.pages.changed.includes('skills/wiring/'));
  assert.equal(report.figures.length, 5);
  assert.deepEqual(report.figures.slice(-2, -1), [
    { kind: 'salary', name: '47-2111, us, 2024, bureau-2024, median', before: 'USD 62,350 a year', after: 'USD 64,000.5 a year' },
  ]);
  assert.equal(report.figures.find((each) => each.name.endsWith(', mean')).before, null);
});

test('--against compares with what would be built now, and writes nothing', () => {
  const against = waymark('diff', '--against', before, '-C', site, '--as-of', '2026-11-21');
  assert.deepEqual(against, waymark('diff', before, after));
  assert.ok(!fs.existsSync(path.join(site, 'public')));
});

test('a guide and itself do not differ', () => {
  assert.deepEqual(waymark('diff', after, after),
    { status: 0, out: '0 pages added, 0 removed, 0 moved, 0 changed; 0 figures changed\n', err: '' });
});

test('a folder that is no published guide, and one folder alone, are mistakes of usage', () => {
  assert.deepEqual(waymark('diff', before, site), {
    status: 2, out: '', err: `waymark: error: ${site} is no published guide: it has no .waymark-manifest\n`,
  });
  const alone = waymark('diff', before);
  assert.equal(alone.status, 2);
  assert.match(alone.err, /^diff: needs OLD and NEW, or --against DIR\n/);
});

test('a guide that cannot be read is exit status 3', () => {
  const broken = path.join(folder, 'broken');
  fs.cpSync(after, broken, { recursive: true });
  fs.writeFileSync(path.join(broken, 'api/figures.json'), '{');
  assert.deepEqual(waymark('diff', before, broken), {
    status: 3, out: '', err: `waymark: error: ${broken}/api/figures.json is no list of numbers as waymark writes it\n`,
  });
});
