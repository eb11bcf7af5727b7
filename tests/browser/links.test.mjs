// Every address in the published tree leads somewhere: to a file, and to an id in it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {baseUrl, files, leadsOn, pages, read, urlOf} from './site.mjs';

const published = new Map(files.map((path) => [urlOf(path), path]));
const idsOf = new Map(pages.map(({path, elements}) =>
  [path, new Set(elements.flatMap(({attributes: {id, name}}) => [id, name]).filter(Boolean))]));

// The addresses that an element refers to, as written.
function* addresses({attributes: {href, src, srcset, poster, action, data}}) {
  for (const address of [href, src, poster, action, data]) {
    if (address !== undefined) yield address;
  }
  for (const candidate of srcset?.split(',') ?? []) yield candidate.trim().split(/\s+/)[0];
}

// What is wrong with an address used on the page at `from`, or nothing. The base URL has a path, so
// a relative link with one ".." too many leaves the guide and is found.
function broken(address, from) {
  const url = new URL(address, from);
  if (!['http:', 'https:'].includes(url.protocol)) return undefined;
  if (url.origin !== new URL(baseUrl).origin) return undefined;
  const fragment = decodeURIComponent(url.hash.slice(1));
  url.hash = '';
  url.search = '';
  const path = published.get(url.href);
  if (path === undefined) return 'no such file';
  if (fragment && !idsOf.get(path)?.has(fragment)) return `no such id in ${path}`;
  return undefined;
}

function brokenIn(path, from, found) {
  return found
    .map((address) => [path, address, broken(address, from)])
    .filter(([, , message]) => message);
}

test('every link and source of every page resolves', () => {
  const found = pages.map(({path, url, elements}) => [path, url, elements.flatMap((e) => [...addresses(e)])]);
  assert.ok(found.flatMap(([, , list]) => list).length > pages.length, 'hardly any links');
  assert.deepEqual(found.flatMap(([path, url, list]) => brokenIn(path, url, list)), []);
});

test('no page but 404.html types the base path into a link', () => {
  const root = new URL(baseUrl).pathname;
  const typed = pages.filter(({path}) => path !== '404.html').flatMap(({path, elements}) =>
    elements.flatMap((e) => [...addresses(e)]).filter((a) => a.startsWith(root)).map((a) => [path, a]));
  assert.deepEqual(typed, []);
});

test('every address in a stylesheet resolves', () => {
  const sheets = files.filter((path) => path.endsWith('.css'));
  assert.ok(sheets.length > 0, 'no stylesheet');
  assert.deepEqual(sheets.flatMap((path) => {
    const found = [...read(path).matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map((match) => match[2]);
    return brokenIn(path, urlOf(path), found);
  }), []);
});

test('the canonical link of every page is its own address', () => {
  const wrong = pages.filter((page) => page.path !== '404.html' && !leadsOn(page)).filter(({url, elements}) => {
    const canonical = elements.filter(({attributes}) => attributes.rel === 'canonical');
    return canonical.length !== 1 || canonical[0].attributes.href !== url;
  });
  assert.deepEqual(wrong.map(({path}) => path), []);
});

test('the sitemap lists every page once, and nothing else', () => {
  const listed = [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);
  const expected = pages.filter((page) => page.path !== '404.html' && !leadsOn(page)).map(({url}) => url);
  assert.deepEqual(listed.sort(), expected.sort());
});

test('what GitHub Pages needs is there', () => {
  for (const path of ['.nojekyll', '404.html', 'index.html', 'robots.txt']) {
    assert.ok(files.includes(path), path);
  }
});
