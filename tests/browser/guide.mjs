// The guide in Chromium: a page with whatever the browser complains of.
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
  return {
    url: server.url,
    // Gives the page to `look`; a message in the console and a request to elsewhere are errors.
    async visit(path, options, look) {
      const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options});
      const page = await context.newPage();
      const complaints = [];
      page.on('console', (message) => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url)) complaints.push(`leaves the site: ${request.url()}`);
      });
      await page.goto(server.url + path, {waitUntil: 'load'});
      await look(page);
      await context.close();
      assert.deepEqual(complaints, []);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

// Every way to look at a page in which a state has to hold.
export const looks = [360, 1280].flatMap((width) => ['light', 'dark'].map((colorScheme) =>
  ({viewport: {width, height: 800}, colorScheme})));

export async function checkAxe(page) {
  const {width} = page.viewportSize();
  const content = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(content <= width, `scrolls sideways: ${content} px wide`);
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({id, help, nodes}) =>
    `${id}: ${help}: ${nodes.map(({target}) => target).join(', ')}`), []);
}

// Presses Tab until `locator` has the focus.
export async function tabTo(page, locator, most = 400) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`the keyboard does not reach ${locator}`);
}
