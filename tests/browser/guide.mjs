// The guide in Chromium, served below a deep path: a page with whatever the browser complains of.
import {execFileSync} from 'node:child_process';
import assert from 'node:assert/strict';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {serve} from './server.mjs';
import {folder} from './site.mjs';

export async function openGuide() {
  const find = 'command -v chromium || command -v chromium-browser || command -v google-chrome';
  const executablePath = execFileSync('sh', ['-c', find], {encoding: 'utf8'}).trim();
  const server = await serve(folder, '/deep/base/');
  const browser = await chromium.launch({executablePath, args: ['--disable-dev-shm-usage', '--disable-quic']});
  // Opens pages one after the other and gives each to `look`. A message in the console, a request to
  // elsewhere and an answer of 400 or above are errors.
  async function visitAll(paths, options, look) {
    const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options});
    const page = await context.newPage();
    const complaints = [];
    const complain = (text) => complaints.push(`${page.url()}: ${text}`);
    page.on('console', (message) => complain(message.text()));
    page.on('pageerror', (error) => complain(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) complain(`leaves the site: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
    });
    for (const path of paths) {
      await page.goto(server.url + path, {waitUntil: 'load'});
      await look(page, path);
    }
    await context.close();
    assert.deepEqual(complaints, []);
  }

  return {
    url: server.url,
    visitAll,
    visit: (path, options, look) => visitAll([path], options, look),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

// Every way to look at a page in which a state has to hold.
export const looks = [360, 1280].flatMap((width) => ['light', 'dark'].map((colorScheme) =>
  ({viewport: {width, height: 800}, colorScheme})));

export async function checkWidth(page) {
  const {width} = page.viewportSize();
  const content = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(content <= width, `${page.url()} scrolls sideways: ${content} px wide`);
}

// Every rule that is on, of every impact, and the size of what one points at.
export async function checkAxe(page) {
  await checkWidth(page);
  if (!await page.evaluate(() => globalThis.axe)) await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() =>
    globalThis.axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}));
  assert.deepEqual(violations.map(({id, help, nodes}) =>
    `${id}: ${help}: ${nodes.map(({target}) => target).join(', ')}`), []);
}

// How far what is in sight has moved by itself since the page was loaded.
export const shiftOf = (page) => page.evaluate(() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  scrollTo(0, document.body.scrollHeight);
  setTimeout(() => resolve(sum), 50);
}));

// Presses Tab until `locator` has the focus.
export async function tabTo(page, locator, most = 400) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`the keyboard does not reach ${locator}`);
}
