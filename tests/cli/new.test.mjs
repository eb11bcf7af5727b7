// waymark new: what it makes loads, says what is missing, and never takes the place of what is there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

let counter = 0;
function smallSite() {
  const site = path.join(folder, `site${++counter}`);
  fs.cpSync(path.join(root, 'tests/sites/trades'), site, { recursive: true });
  return site;
}
function waymark(site, ...args) {
  const { status, stdout, stderr } = spawnSync(program, [args[0], '-C', site, ...args.slice(1), '--as-of', '2026-11-21'],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { status, out: stdout, err: stderr };
}
const read = (site, file) => fs.readFileSync(path.join(site, 'content', file), 'utf8');
const write = (site, file, text) => fs.writeFileSync(path.join(site, 'content', file), text);

const pageNext = 'next: fill in what says TODO, write the prose below the second +++, look at it with ' +
  '"waymark serve --drafts", then take out "draft = true"\n';

test('a page of every kind is a draft that builds as it is', () => {
  const site = smallSite();
  const made = { role: 'roles', skill: 'skills', certification: 'certifications', article: 'articles', page: 'pages' };
  for (const [kind, where] of Object.entries(made))
    assert.deepEqual(waymark(site, 'new', kind, `A "new" ${kind}`), {
      status: 0,
      out: `content/${where}/a-new-${kind}.md has the ${kind} "a-new-${kind}"\n${pageNext}`,
      err: '',
    });
  assert.deepEqual(waymark(site, 'build', '--strict').err, '');
  const drafts = waymark(site, 'build', '--strict', '--drafts');
  assert.deepEqual([drafts.status, drafts.err], [0, '']);
  assert.match(fs.readFileSync(path.join(site, 'public/roles/a-new-role/index.html'), 'utf8'), /<h1[^>]*>A &quot;new&quot; role/);
});

test('a new page has every required key below its meaning, the others as comments', () => {
  const site = smallSite();
  waymark(site, 'new', 'certification', 'Crane licence');
  const [required, optional] = read(site, 'certifications/crane-licence.md').split('# The rest may be left out.\n');
  assert.equal(required, `+++
# The name, as headings and links show it.
title = "Crane licence"
# One sentence: what it is. Shown in lists and to search engines.
summary = "TODO"
# true keeps the page out of the site, unless drafts are asked for.
draft = true
# Who awards it.
provider = "TODO"
# What a candidate finds today. One of: announced, beta, active, retiring, retired, unverified.
status = "announced"
# The day of the source for the status.
checked = 2026-11-21

`);
  assert.ok(optional.includes('# The fee.\n# cost = { amount = 0, currency = "USD" }\n'));
  assert.ok(optional.includes('# The skills it tests. Each one of: safety, wiring.\n# covers = ["safety"]\n'));
});

test('the comments of a new page are TOML that loads once they are no comments', () => {
  const site = smallSite();
  const build = (id, text) => {
    write(site, `roles/${id}.md`, text);
    return waymark(site, 'build', '--drafts').err;
  };
  waymark(site, 'new', 'role', 'Roofer');
  const active = read(site, 'roles/roofer.md').replace(/^# ([a-z_]+ = )/gm, '$1');
  // What only its author can know stays to be filled in: a code, an address, a day that is not over.
  const filled = active.replace('match = "exact"', 'match = "exact", code = "47-2181"').replace('old/path/', 'roles/roof/')
    .replace('expires = 2026-11-21', 'expires = 2027-01-01');
  assert.equal(build('roofer', filled), '');
});

test('a new row leaves open what nobody can guess, and the build names it', () => {
  const site = smallSite();
  assert.deepEqual(waymark(site, 'new', 'figure', 'Share of women'), {
    status: 0,
    out: 'content/figures/share-of-women.toml has the figure "share-of-women"\n' +
      'next: fill in what is empty; "waymark build" names what is still missing\n',
    err: '',
  });
  assert.ok(read(site, 'figures/share-of-women.toml').startsWith(
    '#:schema ../../.schemas/figures.json\n[[figure]]\n# Its name in references.\nid = "share-of-women"\n'));
  const asked = waymark(site, 'build').err.split('\n').filter((line) => line.startsWith('content/'));
  assert.deepEqual(asked.map((line) => line.replace(/:\d+:\d+/, '')),
    ['unit', 'statistic', 'period', 'population', 'source'].map(
      (key) => `content/figures/share-of-women.toml: error: "${key}" is empty`));
  write(site, 'figures/share-of-women.toml', read(site, 'figures/share-of-women.toml')
    .replace(/^(unit|statistic|period|population) = ""$/gm, '$1 = "share"').replace('source = ""', 'source = "bureau-2024"'));
  assert.equal(waymark(site, 'build', '--strict').err, '');
});

test('a new salary is a file with one row, in the currency of the site', () => {
  const site = smallSite();
  waymark(site, 'new', 'salary', 'Canada 2026');
  const text = read(site, 'salaries/canada-2026.toml');
  assert.ok(text.includes('# Where. One of: us.\nregion = "us"\n# The year it speaks of.\nyear = 2026\n# ISO 4217: USD. Gross pay.\ncurrency = "USD"\n'));
  write(site, 'salaries/canada-2026.toml', text.replace('population = ""', 'population = "employees"')
    .replace('source = ""', 'source = "bureau-2024"').replace('# role = "electrician"', 'role = "electrician"')
    .replace('# median = 0', 'median = 60000'));
  assert.equal(waymark(site, 'build', '--strict').err, '');
});

test('a new source is a table at the end of sources.toml, which keeps its text', () => {
  const site = smallSite();
  const before = read(site, 'sources.toml');
  const run = waymark(site, 'new', 'source', 'Census 2025');
  assert.deepEqual([run.status, run.out, run.err], [0,
    'content/sources.toml has the source "census-2025"\n' +
    'next: fill in what is empty at the end of the file; "waymark build" names what is still missing\n', '']);
  const after = read(site, 'sources.toml');
  assert.ok(after.startsWith(`${before}\n[source.census-2025]\n# The work's title.\ntitle = "Census 2025"\n`));
  assert.ok(after.includes('accessed = 2026-11-21\n'));
  assert.ok(!fs.existsSync(path.join(site, 'content/sources.toml~')));
  write(site, 'sources.toml', after.replace('publisher = ""', 'publisher = "Census"').replace('published = ""', 'published = "2025"'));
  assert.equal(waymark(site, 'build').status, 0);
});

test('what is there is never overwritten', () => {
  const site = smallSite();
  fs.writeFileSync(path.join(site, 'content/skills/soldering.toml'), 'title = "Soldering"\nsummary = "Joining."\nkind = "practice"\n');
  const refused = (...args) => {
    const run = waymark(site, 'new', ...args);
    assert.deepEqual([run.status, run.out], [2, '']);
    return run.err;
  };
  assert.equal(refused('role', 'Electrician'), 'waymark: error: content/roles/electrician.md is there already\n');
  assert.equal(refused('skill', 'Soldering'), 'waymark: error: content/skills/soldering.toml is there already\n');
  assert.equal(refused('figure', 'Outlook 47 2111'), 'waymark: error: there is a figure "outlook-47-2111" already\n');
  assert.equal(refused('source', 'Bureau 2024'), 'waymark: error: there is a source "bureau-2024" already\n');
});

test('a kind that is none, a name without letters and a folder without a site are refused', () => {
  const site = smallSite();
  assert.deepEqual(waymark(site, 'new', 'job', 'Roofer'), { status: 2, out: '',
    err: 'KIND: "job" is none of role, skill, certification, article, page, salary, figure, source\n' +
      'Run with --help for more information.\n' });
  assert.deepEqual(waymark(site, 'new', 'role', '???'), { status: 2, out: '',
    err: 'waymark: error: "???" gives no id: it has none of the letters a to z and no digit\n' });
  assert.deepEqual(waymark(folder, 'new', 'role', 'Roofer'), { status: 3, out: '',
    err: `waymark: error: no content/site.toml below ${folder}: run waymark in the folder of a site, or name it with -C\n` });
});
