// Every page is sound HTML and says what it is.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import test from 'node:test';
import {HtmlValidate} from 'html-validate';
import {folder, leadsOn, pages, textOf} from './site.mjs';

const find = (page, tag) => page.elements.filter((element) => element.tag === tag);

// The pages for which `wrong` says something, so that a failure lists them all.
function complaints(wrong) {
  return pages.map((page) => [page.path, wrong(page)]).filter(([, message]) => message);
}

test('there are pages', () => {
  assert.ok(pages.length > 0, `no HTML below ${folder}`);
});

test("pages pass html-validate's recommended rules", async () => {
  const validator = new HtmlValidate({extends: ['html-validate:recommended']});
  const report = await validator.validateMultipleFiles(pages.map(({path}) => join(folder, path)));
  const messages = report.results.flatMap(({filePath, messages}) =>
    messages.map((m) => `${filePath}:${m.line}:${m.column}: ${m.message} (${m.ruleId})`));
  assert.deepEqual(messages, []);
});

test('every page has exactly one h1', () => {
  assert.deepEqual(complaints((page) => {
    const count = find(page, 'h1').length;
    return count !== 1 && `${count} of them`;
  }), []);
});

test('every page has a title of its own', () => {
  const seen = new Map();
  assert.deepEqual(complaints((page) => {
    if (leadsOn(page)) return undefined;
    const title = find(page, 'title').map(({node}) => textOf(node).trim()).join('');
    const other = seen.get(title);
    seen.set(title, page.path);
    return !title ? 'none' : other && `"${title}", as ${other}`;
  }), []);
});

test('every page has a description', () => {
  assert.deepEqual(complaints((page) => {
    if (leadsOn(page)) return undefined;
    const found = find(page, 'meta').filter(({attributes}) => attributes.name === 'description');
    return !(found.length === 1 && found[0].attributes.content.trim()) && `${found.length} of them`;
  }), []);
});

test('every page names its language', () => {
  assert.deepEqual(complaints((page) => !find(page, 'html')[0].attributes.lang && 'no lang'), []);
});
