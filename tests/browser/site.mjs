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

// An old address, or the other order of two roles: it only leads on to the page that is meant.
export const leadsOn = ({elements}) =>
  elements.some(({tag, attributes}) => tag === 'script' && attributes['data-to'] !== undefined);
