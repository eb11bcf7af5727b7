// waymark init: a whole guide in an empty folder, which builds without a warning.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import Ajv from 'ajv';
import { parse, TomlDate } from 'smol-toml';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

let counter = 0;
const fresh = () => path.join(folder, `site${++counter}`);
function waymark(args, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { status, out: stdout, err: stderr };
}
const filesBelow = (dir) => fs.readdirSync(dir, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dir, path.join(entry.parentPath ?? entry.path, entry.name))).sort();

test('init makes a guide that builds without a warning, on any day', () => {
  assert.deepEqual(waymark(['init', 'trades']), {
    status: 0,
    out: 'trades holds a small guide to the electrical trades, to be changed into yours\n' +
      'next: cd trades, run "waymark serve", and begin with content/site.toml; README.md tells more\n',
    err: '',
  });
  const site = path.join(folder, 'trades');
  for (const day of ['2025-01-01', '2026-11-21', '2040-01-01']) {
    const built = waymark(['build', '--strict', '--as-of', day], site);
    assert.deepEqual([built.status, built.err], [0, ''], day);
  }
  assert.equal(waymark(['check', '--strict', '--as-of', '2026-11-21'], site).err, '');
  const page = fs.readFileSync(path.join(site, 'public/roles/electrician/index.html'), 'utf8');
  assert.match(page, /62,350/);
});

test('a new guide has its workflow, its schemas and no file of the AI guide', () => {
  const site = fresh();
  waymark(['init', site]);
  const files = filesBelow(site);
  for (const file of ['README.md', '.gitignore', '.github/workflows/pages.yml', 'content/site.toml'])
    assert.ok(files.includes(file), file);
  assert.deepEqual(files.filter((file) => file.startsWith('.schemas/')),
    filesBelow(path.join(root, '.schemas')).map((file) => `.schemas/${file}`));
  assert.ok(!files.some((file) => file.startsWith('templates/') || file.startsWith('assets/')));
});

test('the TOML files of a new guide name their schemas and fit them', () => {
  const site = fresh();
  waymark(['init', site]);
  const toml = filesBelow(path.join(site, 'content')).filter((file) => file.endsWith('.toml'));
  assert.ok(toml.length >= 5);
  for (const file of toml) {
    const at = path.join(site, 'content', file);
    const text = fs.readFileSync(at, 'utf8');
    const named = path.resolve(path.dirname(at), text.split('\n', 1)[0].replace('#:schema ', ''));
    const validate = new Ajv({ strictRequired: false, allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync(named, 'utf8')));
    const plain = JSON.parse(JSON.stringify(parse(text), (_, value) => (value instanceof TomlDate ? value.toISOString() : value)));
    assert.ok(validate(plain), `${file}: ${JSON.stringify(validate.errors)}`);
  }
});

test('a record of every kind can be begun in a new guide, and pages build as they are', () => {
  const site = fresh();
  waymark(['init', site]);
  for (const kind of ['role', 'skill', 'certification', 'article', 'page', 'salary', 'figure', 'source'])
    assert.equal(waymark(['new', kind, `My ${kind}`], site).status, 0, kind);
  const built = waymark(['build'], site);
  const named = built.err.match(/^content\/[^:]+/gm);
  assert.deepEqual([...new Set(named)],
    ['content/figures/my-figure.toml', 'content/salaries/my-salary.toml', 'content/sources.toml']);
});

test('a folder that holds anything is left alone, a new clone is not', () => {
  const site = fresh();
  fs.mkdirSync(site);
  fs.writeFileSync(path.join(site, 'thesis.txt'), 'mine');
  assert.deepEqual(waymark(['init', site]), { status: 2, out: '',
    err: `waymark: error: ${site} is not empty; name a folder that is new or empty\n` });
  assert.deepEqual(fs.readdirSync(site), ['thesis.txt']);
  assert.deepEqual(waymark(['init', path.join(site, 'thesis.txt')]), { status: 2, out: '',
    err: `waymark: error: ${site}/thesis.txt is there already and is no folder\n` });
  assert.match(waymark(['init', 'my guide']).out, /\nnext: cd "my guide", run /);
  const clone = fresh();
  fs.mkdirSync(path.join(clone, '.git'), { recursive: true });
  fs.writeFileSync(path.join(clone, '.git/HEAD'), 'ref: refs/heads/main\n');
  assert.equal(waymark(['init', '.'], clone).status, 0);
  assert.equal(fs.readFileSync(path.join(clone, '.git/HEAD'), 'utf8'), 'ref: refs/heads/main\n');
});
