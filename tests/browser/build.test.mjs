// The guide's bytes depend on its content and nothing else.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {filesBelow} from './site.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'waymark-'));
after(() => rmSync(scratch, {recursive: true}));

// Publishes the guide to a folder of that name; returns the folder.
function build(name, {args = [], env = {}} = {}) {
  const folder = join(scratch, name);
  execFileSync('build/release/waymark',
    ['build', '--quiet', '--as-of', '2026-01-01', '-u', 'https://example.org/', '-o', folder, ...args],
    {env: {...process.env, ...env}});
  return folder;
}

const contents = (folder) =>
  new Map(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));

function assertSame(one, other) {
  assert.deepEqual([...other.keys()], [...one.keys()]);
  assert.deepEqual([...one.keys()].filter((path) => one.get(path) !== other.get(path)), []);
}

const first = contents(build('first'));

test('a second build writes no file', () => {
  const stamps = () => [...first.keys()].map((path) => {
    const {ino, mtimeMs} = statSync(join(scratch, 'first', path));
    return [path, ino, mtimeMs];
  });
  const before = stamps();
  build('first');
  assert.deepEqual(stamps(), before);
});

test('one thread and eight give the same files', () => {
  assertSame(contents(build('one', {args: ['-j', '1']})), contents(build('eight', {args: ['-j', '8']})));
});

test('another locale and time zone give the same files', () => {
  const env = {LC_ALL: 'C', LANG: 'C', TZ: 'Pacific/Kiritimati'};
  assertSame(first, contents(build('elsewhere', {env})));
});

test('another base URL changes only canonical links, social tags, 404.html, feeds and the sitemap', () => {
  const moved = contents(build('moved', {args: ['-u', 'https://example.org/repo/']}));
  const own = /^\s*<(?:link rel="canonical"|meta property="og:).*\n/gm;
  const free = new Set(['404.html', 'feed.xml', 'robots.txt', 'sitemap.xml']);
  const rest = (site) => new Map([...site].filter(([path]) => !free.has(path)).map(([path, text]) =>
    [path, path.endsWith('.html') ? text.replace(own, '') : text]));
  assertSame(rest(first), rest(moved));
  assert.notEqual(first.get('sitemap.xml'), moved.get('sitemap.xml'));
});
