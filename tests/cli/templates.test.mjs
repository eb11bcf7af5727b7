// The example of docs/templates.md, as a publisher would follow it: its files in a new guide.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = process.env.WAYMARK ?? path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-'));
test.after(() => fs.rmSync(folder, { recursive: true }));
const waymark = (...args) => spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

// The blocks that are files; docs.test.mjs says how a document names them.
const document = fs.readFileSync(path.join(root, 'docs/templates.md'), 'utf8');
const blocks = [...document.matchAll(/^```([a-z]+) (\S+)\n([^]*?)^```$/gm)].map(([, language, name, text]) => ({ language, name, text }));
const side = (diff, other) => diff.split('\n').filter((line) => !line.startsWith(other)).map((line) => line.slice(1)).join('\n');

waymark('init', '.');
for (const { language, name, text } of blocks) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const old = language === 'diff' ? fs.readFileSync(file, 'utf8') : '';
  fs.writeFileSync(file, language === 'diff' ? old.replace(side(text, '+'), side(text, '-')) : text);
}
const built = waymark('build', '--strict', '--as-of', '2026-11-21');
const page = (name) => fs.readFileSync(path.join(folder, 'public', name), 'utf8');

test('the example is four files and a record, and builds without a warning', () => {
  assert.deepEqual(blocks.map(({ name }) => name), ['templates/base.html', 'templates/role.html', 'assets/own.css',
    'assets/logo.svg', 'content/roles/electricians-helper.md']);
  assert.deepEqual([built.status, built.stderr], [0, '']);
});

test('every page has the name, the style sheet and the line at the foot', () => {
  const pages = fs.readdirSync(path.join(folder, 'public'), { recursive: true }).filter((name) => name.endsWith('.html'));
  assert.ok(pages.length > 10);
  for (const name of pages.filter((name) => !page(name).includes('This page has moved'))) {
    const html = page(name);
    assert.match(html, /<link rel="stylesheet" href="[^"]*assets\/own\.css">\n<\/head>/, name);
    assert.match(html, /<a class="site-name" href="[^"]*"><img src="[^"]*assets\/logo\.svg" alt="" width="28" height="28"> /, name);
    assert.match(html, /<p>Made by the electricians of Local 1\. Every figure names its source\.<\/p>/, name);
    assert.match(html, /<link rel="stylesheet" href="[^"]*assets\/style\.[0-9a-f]{8}\.css">/, name);
  }
});

test('the section stands at the end of the role that has a value for it, and of no other', () => {
  assert.match(page('roles/electricians-helper/index.html'),
    /<h2>The union<\/h2>\n<p>Electrician&#39;s helper: ask Local 1\.<\/p>\n<\/section>\n<\/main>/);
  assert.doesNotMatch(page('roles/electrician/index.html'), /The union/);
});
