#!/usr/bin/env node
// Times the preview of 1,000 articles, from saving one to the browser having drawn it:
//   node tests/bench/serve.mjs [ROUNDS]
// Build the release first (script/build). WAYMARK names another program.
import {execFileSync, spawn} from 'node:child_process';
import {appendFileSync, cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {chromium} from 'playwright-core';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const root = join(here, '../..');
const program = process.env.WAYMARK ?? join(root, 'build/release/waymark');
const rounds = Number(process.argv[2] ?? 20);
const article = 'article-0500';
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

const site = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
cpSync(join(here, 'waymark'), site, {recursive: true});
cpSync(join(root, 'content/taxonomies.toml'), join(site, 'content/taxonomies.toml'));
execFileSync(process.execPath, [join(here, 'articles.mjs'), join(site, 'content/articles'), '1000']);

const server = spawn(program, ['serve', '-C', site], {stdio: ['ignore', 'pipe', 'inherit']});
const lines = createInterface(server.stdout);
const made = [];  // ms, as the server says
const url = await new Promise((resolve) => lines.on('line', (line) => {
  const time = line.match(/: (\d+) ms$/);
  if (time) made.push(Number(time[1]));
  if (line.startsWith('http://')) resolve(line.split(' ')[0]);
}));

const find = 'command -v chromium || command -v chromium-browser || command -v google-chrome';
const executablePath = execFileSync('sh', ['-c', find], {encoding: 'utf8'}).trim();
const browser = await chromium.launch({executablePath, args: ['--disable-dev-shm-usage', '--disable-quic']});
const page = await browser.newPage();
let drawn = () => {};
await page.exposeFunction('tell', (text) => drawn(text));
await page.addInitScript(() => addEventListener('DOMContentLoaded', () =>
  // Behind the first frame.
  requestAnimationFrame(() => setTimeout(() => globalThis.tell(document.body.textContent)))));
await page.goto(`${url}articles/${article}/`, {waitUntil: 'load'});

const times = [];
for (let round = 1; round <= rounds; ++round) {
  const words = `Saved for the ${round}th time.`;
  const shown = new Promise((resolve) => { drawn = (text) => text.includes(words) && resolve(); });
  const start = performance.now();
  appendFileSync(join(site, `content/articles/${article}.md`), `\n${words}\n`);
  await shown;
  times.push(performance.now() - start);
  await new Promise((resolve) => setTimeout(resolve, 700));  // its pages are checked meanwhile
}
console.log(`saved to drawn: ${times.map((time) => Math.round(time)).join(' ')} ms`);
console.log(`of that in the server: ${made.join(' ')} ms`);
console.log(`median of ${rounds}: ${Math.round(median(times))} ms, ${median(made)} of them in the server`);

await browser.close();
server.kill('SIGINT');
rmSync(site, {recursive: true});
