// The published guide that the tests look at: its files, and its pages as parsed HTML.
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {parse} from 'parse5';

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; script/test sets it`);
  return value;
}

export const folder = setting('WAYMARK_SITE');
export const baseUrl = setting('WAYMARK_BASE_URL');  // what the guide was built with

// Every file below a folder, as sorted paths with '/'. What the generator keeps for itself is not
// part of the site.
export function filesBelow(root) {
  return readdirSync(root, {recursive: true})
    .map((path) => path.split(sep).join('/'))
    .filter((path) => statSync(join(root, path)).isFile() && !path.startsWith('.waymark'))
    .sort();
}

export const files = filesBelow(folder);

export const read = (path) => readFileSync(join(folder, path), 'utf8');

// "roles/index.html" is published at ".../roles/".
export const urlOf = (path) => new URL(path.replace(/(^|\/)index\.html$/, '$1'), baseUrl).href;

function* elementsOf(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) {
      const attributes = Object.fromEntries(child.attrs.map(({name, value}) => [name, value]));
      yield {tag: child.tagName, attributes, node: child};
    }
    yield* elementsOf(child);
  }
}

export function textOf(node) {
  return node.value ?? (node.childNodes ?? []).map(textOf).join('');
}

// Each with its elements in document order.
export const pages = files
  .filter((path) => path.endsWith('.html'))
  .map((path) => ({path, url: urlOf(path), elements: [...elementsOf(parse(read(path)))]}));

// "roles/index.html" is asked for as "roles/".
export const addressOf = ({path}) => path.replace(/(^|\/)index\.html$/, '$1');

// An old address, or the other order of two roles: it only leads on to the page that is meant.
export const leadsOn = ({elements}) =>
  elements.some(({tag, attributes}) => tag === 'script' && attributes['data-to'] !== undefined);

// Without 404.html, whose links lead to where the guide will be.
const ownPages = pages.filter((page) => !leadsOn(page) && page.path !== '404.html');

// One page of each kind: each list, and of the records of each list the page that has most to show.
const alone = new Set(['skills/matrix/index.html', 'certifications/calendar/index.html']);
const largest = new Map();
for (const page of ownPages) {
  const parts = page.path.split('/');
  const kind = parts.length < 3 || alone.has(page.path) ? page.path : parts[0];
  if (!(largest.get(kind)?.elements.length >= page.elements.length)) largest.set(kind, page);
}
export const kinds = [...largest.values()];

// Every page; but of those of two roles, which are many and alike, only some.
const isPair = ({path}) => /^(compare|paths)\/[^/]+\//.test(path);
export const sample = ownPages.filter((page, i) => !isPair(page) || i % 20 === 0 || kinds.includes(page));
