// The page on which a reader chooses roles to compare: by address, by keyboard, without scripts.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {serve} from './server.mjs';
import {folder, read} from './site.mjs';

const roles = JSON.parse(read('api/roles.json')).items.filter(({skills}) => skills.length > 0).slice(0, 3);
const query = `compare/?roles=${roles.map(({id}) => id).join(',')}`;

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

async function open(path, options = {}) {
  const context = await browser.newContext({viewport: {width: 360, height: 800}, ...options});
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url + path, {waitUntil: 'networkidle'});
  return {page, complaints};
}

const heads = (page) => page.locator('#Chosen thead th').allInnerTexts();

test('an address with three roles shows them side by side, with their sources', async () => {
  const {page, complaints} = await open(query);
  assert.deepEqual(await heads(page), roles.map(({title}) => title));
  assert.match(await page.locator('#Chooser [role=status]').innerText(), new RegExp(`${roles[2].title}\\.$`));
  const shown = await page.locator('#Chosen').innerText();
  for (const {skills} of roles) assert.ok(shown.includes(skills[0].title), skills[0].title);
  const paid = roles.filter(({pay}) => pay);
  for (const {pay} of paid) assert.ok(shown.includes(pay.text), pay.text);
  const marks = page.locator('#Chosen .mark a');
  assert.ok(await marks.count() >= paid.length, 'an amount without its source');
  for (const href of await marks.evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
    assert.match(href, /^\.\.\/sources\/#/);
  const content = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(content <= 360, `scrolls sideways: ${content} px wide`);
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target)}`), []);
  assert.deepEqual(complaints, []);
});

test('a reader chooses by keyboard, and the address says what was chosen', async () => {
  const {page, complaints} = await open('compare/');
  await page.getByLabel('First role').focus();
  await page.keyboard.type(roles[0].title);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('#Chosen table').count(), 0);
  await page.keyboard.type(roles[1].title);
  await page.keyboard.press('Tab');
  assert.deepEqual(await heads(page), [roles[0].title, roles[1].title]);
  assert.equal(new URL(page.url()).searchParams.get('roles'), `${roles[0].id},${roles[1].id}`);
  assert.deepEqual(complaints, []);
});

test('what is no role in the address is left out', async () => {
  const {page, complaints} = await open(`compare/?roles=${roles[0].id},nobody,${roles[0].id}`);
  assert.equal(await page.locator('#Chosen table').count(), 0);
  assert.equal(await page.locator('#Chooser [role=status]').innerText(), 'Choose at least two roles.');
  assert.deepEqual(complaints, []);
});

test('without JavaScript the pairs are links in a table, and each leads to its page', async () => {
  const {page} = await open('compare/', {javaScriptEnabled: false});
  assert.equal(await page.locator('#Chooser').isVisible(), false);
  await page.locator('#Pairs td a').first().click();
  assert.match(page.url(), /\/compare\/[a-z0-9-]+-vs-[a-z0-9-]+\/$/);
  assert.match(await page.locator('h1').innerText(), / or .*\?$/);
});
