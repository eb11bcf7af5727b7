// The guide in a real browser, served below a deep path: on a phone, a tablet and a desk; in light
// and in dark.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {serve} from './server.mjs';
import {files, folder, pages} from './site.mjs';

const firstIn = (section) =>
  files.find((path) => path.startsWith(`${section}/`) && path.split('/').length === 3)?.replace('index.html', '');
// The first page that shows something of this class.
const firstWith = (name) =>
  pages.find(({elements}) => elements.some(({attributes}) => attributes.class?.split(' ').includes(name)))?.path;
// The way from one role to another that has most to say.
const longestWay = pages.filter(({path}) => path.startsWith('paths/') && path.split('/').length === 3)
  .reduce((a, b) => (b.elements.length > a.elements.length ? b : a)).path;
const looked = ['', 'roles/', firstIn('roles'), firstIn('skills'), 'certifications/', 'salaries/', firstIn('articles'),
                'paths/', longestWay, 'skills/matrix/',
                ...['chart', 'comparison', 'video'].map(firstWith).filter(Boolean)];
const widths = [360, 768, 1280];
const schemes = ['light', 'dark'];

let server;
let browser;

before(async () => {
  const find = 'command -v chromium || command -v chromium-browser || command -v google-chrome';
  const executablePath = execFileSync('sh', ['-c', find], {encoding: 'utf8'}).trim();
  server = await serve(folder, '/deep/base/');
  browser = await chromium.launch({executablePath, args: ['--disable-dev-shm-usage', '--disable-quic']});
});

after(async () => {
  await browser?.close();
  server?.close();
});

// Opens a page and gives it to `look`; whatever the browser complains of on the way is an error.
async function visit(path, options, look) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) complaints.push(`leaves the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(server.url + path, {waitUntil: 'load'});
  await look(page);
  await context.close();
  assert.deepEqual(complaints, []);
}

for (const path of looked) {
  for (const width of widths) {
    for (const colorScheme of schemes) {
      test(`/${path} at ${width} px, ${colorScheme}`, async () => {
        await visit(path, {viewport: {width, height: 800}, colorScheme}, async (page) => {
          const content = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(content <= width, `scrolls sideways: ${content} px wide`);
          await page.evaluate(axe.source);
          const {violations} = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(violations.map(({id, help, nodes}) =>
            `${id}: ${help}: ${nodes.map(({target}) => target).join(', ')}`), []);
        });
      });
    }
  }
}

test('without JavaScript a visitor walks from the home page to a role, a skill and back', async () => {
  await visit('', {javaScriptEnabled: false}, async (page) => {
    await page.locator('a[href$="roles/"]').first().click();
    const role = page.locator('main table a[href]:not([href^="http"])').first();
    const name = (await role.innerText()).trim();
    await role.click();
    assert.equal((await page.locator('h1').innerText()).trim(), name);
    await page.locator('main a[href*="/skills/"]').first().click();
    await page.locator('main').getByRole('link', {name, exact: true}).first().click();
    assert.equal((await page.locator('h1').innerText()).trim(), name);
  });
});

test('a way from role to role prints on one sheet', async () => {
  await visit(longestWay, {}, async (page) => {
    const pdf = await page.pdf({preferCSSPageSize: true});
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    assert.equal(sheets, 1, longestWay);
  });
});

const video = firstWith('video');
const player = 'https://www.youtube-nocookie.com/';

test('a video is a link, and loads nothing from elsewhere before it is asked for', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = [];
  await page.route((url) => !url.href.startsWith(server.url), (route) => {
    asked.push(route.request().url());
    return route.fulfill({contentType: 'text/html', body: '<title>Player</title>'});
  });
  await page.goto(server.url + video, {waitUntil: 'load'});
  const card = page.locator('.video').first();
  assert.match(await card.locator('a').getAttribute('href'), /^https:\/\/www\.youtube\.com\/watch\?v=/);
  assert.deepEqual(asked, []);
  await card.locator('a').click();
  const title = await card.locator('iframe').getAttribute('title');
  assert.ok(title.length > 0, 'the player has no title');
  assert.ok(asked.length > 0 && asked.every((url) => url.startsWith(player)), asked.join(' '));
  await context.close();
});

test('without JavaScript a video stays a link', async () => {
  await visit(video, {javaScriptEnabled: false}, async (page) => {
    assert.equal(await page.locator('.video a[href^="https://www.youtube.com/"]').count(), 1);
    assert.equal(await page.locator('.video iframe').count(), 0);
  });
});
