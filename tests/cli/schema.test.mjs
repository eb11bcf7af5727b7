// The schemas: what the program writes, what the repository keeps, what its own content says to them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import Ajv from 'ajv';
import { parse, TomlDate } from 'smol-toml';
import { placesIn, referenceOf } from './content_reference.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

const run = spawnSync(program, ['schema', '-o', folder], { encoding: 'utf8' });
const names = fs.readdirSync(folder).sort();
const schemas = Object.fromEntries(
  names.map((name) => [path.basename(name, '.json'), JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))]));
const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
const validators = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

// Editors see a date as the text that was written.
const plain = (value) => {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  return value;
};

// The mistakes of a text: "/salary/0 must have required property 'source'".
const mistakes = (name, toml) => {
  validators[name](plain(parse(toml)));
  return (validators[name].errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

// Every file of a content folder, with the schema that it is for and its TOML.
const folders = { roles: 'role', skills: 'skill', certifications: 'certification', articles: 'article', pages: 'page' };
function filesOf(content) {
  return fs.readdirSync(content, { recursive: true })
    .filter((file) => /\.(md|toml)$/.test(file))
    .map((file) => {
      const [first] = file.split(path.sep);
      const text = fs.readFileSync(path.join(content, file), 'utf8');
      const matter = file.endsWith('.md') ? text.match(/^\+\+\+\n(.*?)^\+\+\+$/ms)?.[1] : text;
      return { file, text, name: folders[first] ?? path.parse(first).name, toml: matter };
    });
}

test('schema says where the schemas are, and how a file names one', () => {
  assert.deepEqual([run.status, run.stderr, run.stdout], [0, '',
    `The schemas are in ${folder}\n` +
    'Begin a TOML file of content/ with a line like this, and editors complete and check it:\n' +
    '#:schema ../.schemas/sources.json\n']);
});

test('the repository keeps the schemas that the program writes', () => {
  const kept = path.join(root, '.schemas');
  if (process.env.WAYMARK_UPDATE) fs.cpSync(folder, kept, { recursive: true });
  assert.deepEqual(fs.readdirSync(kept).sort(), names);
  for (const name of names)
    assert.equal(fs.readFileSync(path.join(kept, name), 'utf8'), fs.readFileSync(path.join(folder, name), 'utf8'),
      `${name} is old: run waymark schema`);
});

for (const content of ['content', 'tests/sites/trades/content']) {
  test(`every record of ${content}/ fits its schema`, () => {
    const files = filesOf(path.join(root, content)).filter(({ toml }) => toml !== undefined);
    assert.ok(files.length > 10);
    const wrong = files.flatMap(({ file, name, toml }) => mistakes(name, toml).map((mistake) => `${file}: ${mistake}`));
    assert.deepEqual(wrong, []);
  });
}

test('every TOML file of content/ names its schema', () => {
  for (const { file, text, name } of filesOf(path.join(root, 'content')).filter(({ file }) => file.endsWith('.toml'))) {
    const [line] = text.split('\n', 1);
    assert.ok(line.startsWith('#:schema '), `${file} begins with ${line}`);
    const named = path.resolve(root, 'content', path.dirname(file), line.slice('#:schema '.length));
    assert.equal(path.relative(root, named), `.schemas/${name}.json`, file);
  }
});

const row = { region: '"us"', year: '2024', currency: '"USD"', population: '"employees"', source: '"bls"', median: '62350' };
const salary = (changed) =>
  `[[salary]]\n${Object.entries({ ...row, ...changed }).filter(([, value]) => value).map(([k, v]) => `${k} = ${v}`).join('\n')}`;

test('a schema refuses what the program refuses', () => {
  assert.deepEqual(mistakes('salaries', salary({ p90: '">= 239200"' })), []);
  assert.deepEqual(mistakes('salaries', salary({ source: '' })), ["/salary/0 must have required property 'source'"]);
  assert.deepEqual(mistakes('salaries', salary({ medain: '1' })), ['/salary/0 must NOT have additional properties']);
  assert.deepEqual(mistakes('salaries', salary({ year: '1066' })), ['/salary/0/year must be >= 1900']);
  assert.deepEqual(mistakes('salaries', salary({ period: '"week"' })), ['/salary/0/period must be equal to one of the allowed values']);
  assert.deepEqual(mistakes('salaries', salary({ region: '"The US"' })), ['/salary/0/region must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"']);
  assert.deepEqual(mistakes('role', 'title = "A"\nsummary = "B."\nfamily = "c"\nlevels = []'), ['/levels must NOT have fewer than 1 items']);
  assert.deepEqual(mistakes('redirects', '"old/" = "roles/"\n"gone/" = false'), []);
});

test('a schema takes the names of other programs, and free tables', () => {
  const page = (second) => mistakes('page', `title = "About"\n${second}`);
  assert.deepEqual(page('description = "Who we are."\n[extra]\nanything = [1]'), []);
  assert.deepEqual(page('summary = "Who we are."\nlastmod = 2026-01-05'), []);
  assert.ok(page('').includes(" must have required property 'summary'"));
});

test('docs/content.md lists every kind and field', () => {
  const file = path.join(root, 'docs/content.md');
  const written = fs.readFileSync(file, 'utf8');
  const expected = referenceOf(written, schemas);
  assert.deepEqual(new Set(placesIn(written).map((place) => place.split('/')[0])),
    new Set(Object.keys(schemas).filter((name) => name !== 'redirects')));
  if (process.env.WAYMARK_UPDATE) fs.writeFileSync(file, expected);
  else assert.equal(written, expected, 'run with WAYMARK_UPDATE=1 to write the tables anew');
});
