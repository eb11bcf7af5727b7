// api/*.json follow their schema, their ids lead somewhere, and the pages say the same to machines.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {baseUrl, files, pages, read, textOf} from './site.mjs';

const json = (path) => JSON.parse(read(path));
const schema = json('api/schema.json');
const index = json('api/index.json');
const kinds = index.files.map(({kind}) => kind);
const items = Object.fromEntries(kinds.map((kind) => [kind, json(`api/${kind}.json`).items]));
const published = new Set(files);

// Calls visit(part of the schema, part of the data) for all that the schema describes.
function walk(rule, data, visit) {
  if (rule === undefined || data === null || data === undefined) return;
  visit(rule, data);
  if (rule.$ref) walk(schema.$defs[rule.$ref.replace('#/$defs/', '')], data, visit);
  for (const choice of rule.anyOf ?? []) walk(choice, data, visit);
  if (rule.items) data.forEach((item) => walk(rule.items, item, visit));
  for (const [name, property] of Object.entries(rule.properties ?? {}))
    walk(property, data[name], visit);
}
const walkFile = (kind, visit) => walk(schema.$defs[kind], json(`api/${kind}.json`), visit);

test('every file of api/ is valid by the definition that it names, and has no other property', () => {
  const closed = structuredClone(schema);
  const close = (rule) => {
    if (rule?.properties) rule.additionalProperties = false;
    for (const part of Object.values(rule ?? {})) if (typeof part === 'object') close(part);
  };
  Object.values(closed.$defs).forEach(close);
  const ajv = new Ajv2020({allErrors: true});
  addFormats(ajv);
  ajv.addSchema(closed, 'schema.json');
  for (const path of files.filter((file) => /^api\/(?!schema\.).*\.json$/.test(file))) {
    const data = json(path);
    const validate = ajv.getSchema(data.$schema);
    assert.ok(validate, `${path} names ${data.$schema}`);
    validate(data);
    assert.deepEqual(validate.errors ?? [], [], path);
  }
});

test('api/index.json lists every file with its number of items', () => {
  assert.deepEqual(index.files.map(({url}) => url).sort(),
    files.filter((file) => /^api\/(?!index|schema).*\.json$/.test(file)));
  for (const {kind, count} of index.files) assert.equal(items[kind].length, count, kind);
  assert.equal(index.base_url, baseUrl);
  assert.ok(published.has(index.schema));
});

test('the ids of a file are unique', () => {
  for (const kind of kinds) {
    const ids = items[kind].map(({id}) => id);
    assert.equal(new Set(ids).size, ids.length, kind);
  }
});

test('every id in the files leads to a record', () => {
  const known = Object.fromEntries(kinds.map((kind) => [kind, new Set(items[kind].map(({id}) => id))]));
  for (const {id, terms} of items.taxonomies) known[id] = new Set(terms.map((term) => term.id));
  const lost = [];
  let seen = 0;
  for (const kind of kinds)
    walkFile(kind, (rule, data) => {
      const to = rule.$ref?.match(/^#\/\$defs\/id_of_(.*)$/)?.[1];
      if (!to) return;
      ++seen;
      if (!known[to].has(data)) lost.push(`${kind}: ${to} "${data}"`);
    });
  assert.deepEqual(lost, []);
  assert.ok(seen > 1000, `${seen} ids`);
});

test('every url in the files is a page and a place in it', () => {
  const anchors = new Map(pages.map(({path, elements}) =>
    [path, new Set(elements.map(({attributes}) => attributes.id))]));
  const lost = new Set();
  for (const kind of kinds)
    walkFile(kind, (rule, data) => {
      if (!rule.properties?.url) return;
      const [page, anchor] = data.url.split('#');
      const path = page.endsWith('/') || page === '' ? `${page}index.html` : page;
      if (!published.has(path) || (anchor && !anchors.get(path).has(anchor))) lost.add(data.url);
    });
  assert.deepEqual([...lost], []);
});

test('no affinity is told as 0, and each has four decimals at most', () => {
  for (const {id, affinity} of items.comparisons) {
    if (affinity === null) continue;
    assert.ok(affinity >= 0 && affinity <= 1 && Number(affinity.toFixed(4)) === affinity, id);
  }
  const withoutSkills = new Set(items.roles.filter(({skills}) => !skills.length).map(({id}) => id));
  for (const {first, second, affinity, id} of items.comparisons)
    assert.equal(affinity === null, withoutSkills.has(first) || withoutSkills.has(second), id);
});

const graphOf = ({elements}) => {
  const scripts = elements.filter(({attributes}) => attributes.type === 'application/ld+json');
  return scripts.map(({node}) => JSON.parse(textOf(node)));
};
// [page, thing] of every thing of a type.
const things = (type) => pages.flatMap((page) =>
  graphOf(page).flatMap((document) => document['@graph'])
    .filter((thing) => thing['@type'] === type).map((thing) => [page, thing]));
const itemAt = (kind, {url}) => items[kind].find((item) => baseUrl + item.url === url);

const required = {
  WebSite: ['url', 'name', 'description', 'inLanguage'],
  BreadcrumbList: ['itemListElement'],
  Occupation: ['name', 'url'],
  MonetaryAmountDistribution: ['name', 'currency', 'duration', 'url'],
  DefinedTerm: ['name', 'url'],
  EducationalOccupationalCredential: ['name', 'url'],
  Article: ['headline', 'url', 'author', 'datePublished', 'about'],
  FAQPage: ['mainEntity'],
  Dataset: ['name', 'description', 'url', 'distribution'],
};

test('every page that search engines are sent to has one graph, whose things are whole', () => {
  const inSitemap = new Set([...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url));
  for (const page of pages) {
    const documents = graphOf(page);
    assert.equal(documents.length, inSitemap.has(page.url) ? 1 : 0, page.path);
    for (const document of documents) {
      assert.equal(document['@context'], 'https://schema.org');
      const check = (thing) => {
        if (thing === null || typeof thing !== 'object') return;
        for (const name of required[thing['@type']] ?? [])
          assert.ok(thing[name]?.length ?? thing[name], `${page.path}: ${thing['@type']} without ${name}`);
        Object.values(thing).forEach(check);
      };
      check(document['@graph']);
    }
  }
});

test('each kind of record is told in its own type', () => {
  const count = (type, kind) => assert.equal(things(type).length, items[kind].length, type);
  count('Occupation', 'roles');
  count('DefinedTerm', 'skills');
  count('EducationalOccupationalCredential', 'certifications');
  count('Article', 'articles');
  for (const type of ['WebSite', 'Dataset']) assert.equal(things(type).length, 1, type);
});

test('the pay that a page tells machines is that of api/roles.json, survey and official apart', () => {
  const percentiles = {percentile10: 'p10', percentile25: 'p25', median: 'median', percentile75: 'p75', percentile90: 'p90'};
  for (const [, occupation] of things('Occupation')) {
    const role = itemAt('roles', occupation);
    const rows = [role.pay, role.official_pay].filter(Boolean);
    const told = occupation.estimatedSalary ?? [];
    assert.equal(told.length, rows.length, role.id);
    rows.forEach((row, i) => {
      assert.equal(told[i].currency, row.currency);
      assert.equal(told[i].duration, {year: 'P1Y', month: 'P1M', hour: 'PT1H'}[row.period]);
      assert.equal(told[i].url, `${baseUrl}sources/#${row.source}`);
      for (const [name, statistic] of Object.entries(percentiles)) {
        const amount = row[statistic];
        assert.equal(told[i][name], amount && !amount.at_least ? amount.value : undefined, `${role.id} ${name}`);
      }
      assert.deepEqual(row, items.salaries.find(({id}) => id === row.id));
    });
  }
});

test('the trail that a page tells machines is the one that its readers see', () => {
  const lists = new Map(things('BreadcrumbList').map(([page, list]) => [page.path, list]));
  for (const {path, url, elements} of pages) {
    const nav = elements.find(({attributes}) => attributes.class === 'trail');
    if (!nav) continue;
    const seen = elements.filter(({tag, node}) => tag === 'li' && node.parentNode.parentNode === nav.node)
      .map(({node}) => {
        const link = node.childNodes.find(({tagName}) => tagName === 'a');
        const href = link?.attrs.find(({name}) => name === 'href').value ?? '';
        return [textOf(node).trim(), new URL(href, url).href];
      });
    const told = (lists.get(path)?.itemListElement ?? []).map(({name, item}) => [name, item]);
    assert.deepEqual(told, seen, path);
  }
});

test('a FAQ page tells the questions and answers of its article', () => {
  const found = things('FAQPage');
  assert.ok(found.length > 0);
  for (const [page, {mainEntity}] of found) {
    const headings = page.elements.filter(({tag}) => /^h[1-6]$/.test(tag)).map(({node}) => textOf(node).trim());
    const text = textOf(page.elements.find(({tag}) => tag === 'main').node).replace(/\s+/g, ' ');
    for (const {name, acceptedAnswer} of mainEntity) {
      assert.ok(headings.includes(name), `${page.path}: ${name}`);
      assert.ok(text.includes(acceptedAnswer.text.slice(0, 40)), `${page.path}: ${acceptedAnswer.text}`);
    }
  }
});

test('docs/api.md names every object of the schema and all its properties, and no other', () => {
  const docs = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
  const written = Object.fromEntries(docs.split(/^### /m).slice(1).map((part) =>
    [part.split('\n')[0], [...part.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)]));
  const expected = {};
  const items = kinds.map((kind) => schema.$defs[kind].properties.items.items.$ref.replace('#/$defs/', ''));
  for (const [name, {properties}] of Object.entries(schema.$defs)) {
    if (!properties || name === 'index' || kinds.includes(name)) continue;
    const kind = kinds[items.indexOf(name)];
    expected[kind ? `${kind}.json` : name.replaceAll('_', ' ')] = Object.keys(properties);
  }
  assert.deepEqual(written, expected);
});
