// The preview in a browser: what happens to an open page when a file is saved.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const program = join(root, 'build/release/waymark');
const site = mkdtempSync(join(tmpdir(), 'waymark-preview-'));
const skill = join(site, 'content/skills/safety.md');

let server;
let url;
let browser;

function start(...options) {
  server = spawn(program, ['serve', '-C', site, '--as-of', '2026-11-21', ...options], {stdio: ['ignore', 'pipe', 'ignore']});
  return new Promise((resolve) => createInterface(server.stdout).on('line', (line) => {
    if (line.startsWith('http://')) resolve(line.split(' ')[0]);
  }));
}

before(async () => {
  cpSync(join(root, 'tests/sites/trades'), site, {recursive: true});
  for (const theme of ['templates', 'assets']) cpSync(join(root, theme), join(site, theme), {recursive: true});
  const paragraphs = Array.from({length: 80}, (_, i) => `Paragraph ${i} of a long page.\n`).join('\n');
  appendFileSync(skill, `\n${paragraphs}`);
  url = await start();
  const find = 'command -v chromium || command -v chromium-browser || command -v google-chrome';
  const executablePath = execFileSync('sh', ['-c', find], {encoding: 'utf8'}).trim();
  browser = await chromium.launch({executablePath, args: ['--disable-dev-shm-usage', '--disable-quic']});
});

after(async () => {
  await browser?.close();
  server?.kill('SIGKILL');
  rmSync(site, {recursive: true});
});

// A page that counts how often it was loaded.
async function open(path) {
  const page = await browser.newPage({viewport: {width: 800, height: 600}});
  const loads = [];
  const complaints = [];
  page.on('load', () => loads.push(page.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url + path, {waitUntil: 'load'});
  return {page, loads, complaints};
}

const overlay = (page) => page.locator('waymark-mistakes section');

test('a saved file renews the page, which stays where it was scrolled', async () => {
  const {page, loads, complaints} = await open('skills/safety/');
  await page.evaluate(() => scrollTo(0, 700));
  appendFileSync(skill, '\nSaved while the page was open.\n');
  await page.getByText('Saved while the page was open.').waitFor();
  await page.waitForFunction(() => scrollY === 700);
  assert.equal(loads.length, 2);
  assert.deepEqual(complaints, []);
});

test('a saved stylesheet is taken over without a reload', async () => {
  const {page, loads, complaints} = await open('skills/safety/');
  await page.evaluate(() => { globalThis.kept = true; });
  appendFileSync(join(site, 'assets/style.css'), '\nh1 { letter-spacing: 7px; }\n');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px');
  await page.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 1);
  assert.equal(await page.evaluate(() => globalThis.kept), true);
  assert.equal(loads.length, 1);
  assert.deepEqual(complaints, []);
});

test('mistakes stand over the page until they are mended', async () => {
  const {page, loads, complaints} = await open('roles/');
  const good = readFileSync(skill, 'utf8');
  writeFileSync(skill, `[gone](gone.md)\n`);
  await overlay(page).waitFor();
  assert.match(await overlay(page).innerText(), /1 error; this is the last good guide/);
  assert.match(await overlay(page).innerText(), /content\/skills\/safety\.md:1:1: error: /);
  assert.equal(await overlay(page).locator('a').getAttribute('href'), `vscode://file${skill}:1:1`);
  assert.equal(loads.length, 1);
  await overlay(page).getByRole('button', {name: 'Close'}).click();
  assert.equal(await overlay(page).count(), 0);
  await page.reload();
  await overlay(page).waitFor();
  writeFileSync(skill, good.replace('+++\n', '+++\n# Mended.\n'));
  await overlay(page).waitFor({state: 'detached'});
  assert.deepEqual(complaints, []);
});

test('an open page finds a server that was started anew', async () => {
  const {page, complaints} = await open('skills/safety/');
  server.kill('SIGINT');
  await new Promise((resolve) => server.on('close', resolve));
  appendFileSync(skill, '\nSaved while nothing was served.\n');
  assert.equal(await start('-p', new URL(url).port), url);
  await page.getByText('Saved while nothing was served.').waitFor();
  assert.deepEqual(complaints, []);
});

test('a site that is broken from the start shows its mistakes, then the guide', async () => {
  server.kill('SIGINT');
  await new Promise((resolve) => server.on('close', resolve));
  const good = readFileSync(skill, 'utf8');
  writeFileSync(skill, `[gone](gone.md)\n`);
  url = await start('-p', new URL(url).port);
  const {page} = await open('');
  await overlay(page).waitFor();
  assert.match(await overlay(page).innerText(), /1 error\n/);
  writeFileSync(skill, good);
  await overlay(page).waitFor({state: 'detached'});
  await page.waitForURL((now) => now.pathname === '/trades/');
});
