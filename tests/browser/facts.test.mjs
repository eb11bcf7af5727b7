// The guide's content as it is published: official figures equal their sources, nothing is left
// without a reader, and nobody is sent to an exam that is gone.
import assert from 'node:assert/strict';
import test from 'node:test';
import {pages, read, textOf} from './site.mjs';

const items = (name) => JSON.parse(read(`api/${name}.json`)).items;

// Typed in from the tables of the Bureau of Labor Statistics, apart from the content: annual wages
// of wage and salary workers in the United States, May of the year, "≥" where they end.
const wages = [
  ['15-2051', 2024, 'median', 112590], ['15-2051', 2024, 'p10', 63650], ['15-2051', 2024, 'mean', 124590],
  ['15-2051', 2021, 'median', 100910], ['15-1221', 2024, 'median', 140910], ['15-1221', 2024, 'p90', 232120],
  ['15-1221', 2023, 'median', 145080], ['15-1221', 2020, 'p25', 95340], ['15-1252', 2024, 'median', 133080],
  ['15-1252', 2024, 'p75', 169000], ['15-1252', 2021, 'median', 120730], ['15-1243', 2024, 'median', 135980],
  ['15-1243', 2024, 'p10', 81630], ['11-3021', 2024, 'median', 171200], ['11-3021', 2024, 'p90', '≥ 239200'],
  ['11-3021', 2021, 'p90', '≥ 208000'], ['15-1212', 2020, 'median', 103590], ['15-1211', 2022, 'median', 102240],
  ['17-2061', 2024, 'median', 155020],
];
// Its projections from 2024 to 2034: change in percent, jobs in 2024, openings a year.
const outlook = [
  ['outlook-15-2051', 34], ['outlook-15-1221', 20], ['outlook-15-1251', -6], ['outlook-15-1242', -1],
  ['jobs-15-1252', 1693800], ['openings-15-1212', 16000], ['jobs-11-3021', 667100],
];

test('official wages are those of the source', () => {
  const rows = items('salaries').filter((row) => row.is_official);
  const published = wages.map(([occupation, year, statistic]) => {
    const found = rows.filter((row) => row.occupation === occupation && row.year === year && row.region === 'us');
    const values = found.map((row) => row[statistic] && (row[statistic].at_least ? `≥ ${row[statistic].value}` : row[statistic].value));
    return [occupation, year, statistic, ...values];
  });
  assert.deepEqual(published, wages);
});

test('official projections are those of the source', () => {
  const figures = new Map(items('figures').map((figure) => [figure.id, figure.value]));
  assert.deepEqual(outlook.map(([id]) => [id, figures.get(id)]), outlook);
});

test('every skill is asked for by a role or named by an article', () => {
  const orphans = items('skills').filter((skill) => !skill.roles.length && !skill.articles.length);
  assert.deepEqual(orphans.map(({id}) => id), []);
});

test('every role has pay under its title, or says why not', () => {
  const silent = items('roles').filter((role) => !role.salaries.length && !role.no_pay);
  assert.deepEqual(silent.map(({id}) => id), []);
  const both = items('roles').filter((role) => role.salaries.length && role.no_pay);
  assert.deepEqual(both.map(({id}) => id), []);
});

test('a retired certification is never named in a list without what replaced it', () => {
  const certifications = new Map(items('certifications').map((item) => [item.url, item]));
  const has = (node, name) => node.attrs?.some((a) => a.name === 'class' && a.value.split(' ').includes(name));
  const around = (node, tags) => (tags.includes(node.tagName) ? node : around(node.parentNode, tags));
  const hrefs = (node) => [...(node.attrs ?? []).filter(({name}) => name === 'href').map(({value}) => value),
                           ...(node.childNodes ?? []).flatMap(hrefs)];
  let seen = 0;
  const wrong = pages.flatMap((page) => page.elements
    .filter(({node}) => has(node, 'status-retired'))
    .map(({node}) => around(node, ['li', 'tr', 'dl', 'main']))
    .filter((entry) => ['li', 'tr'].includes(entry.tagName))
    .filter((entry) => {
      seen += 1;
      const named = hrefs(entry).map((href) => certifications.get(new URL(href, `http://x/${page.path}`).pathname.slice(1)));
      return !named.some((item) => item && item.status !== 'retired');
    })
    .map((entry) => [page.path, textOf(entry).trim().slice(0, 60)]));
  assert.ok(seen > 0, 'no list names a retired certification');
  assert.deepEqual(wrong, []);
});
