// The guide published below a deep path and at the root of a domain, each by a plain file server:
// one page of every kind in Chromium, and the page for addresses that lead nowhere.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {chromium} from 'playwright-core';
import {serve} from './server.mjs';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const program = join(root, 'build/release/waymark');

// The first page of each folder and depth: "roles/", "roles/ai-engineer/"; also one old address.
function onePageOfEveryKind(folder) {
  const found = new Map();
  const pages = readdirSync(folder, {recursive: true}).filter((file) => file.endsWith('index.html')).sort();
  for (const page of pages) {
    const parts = page.split('/').slice(0, -1);
    const leadsOn = readFileSync(join(folder, page), 'utf8').includes('data-to=');
    const kind = leadsOn ? 'old address' : `${parts.length > 1 ? parts[0] : parts.join('/')} ${parts.length}`;
    if (!found.has(kind)) found.set(kind, parts.map((part) => `${part}/`).join(''));
  }
  return [...found.values()];
}

for (const base of ['/some/deep/base/', '/']) {
  test(`below ${base} every kind of page, the search and the 404 page work`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-base-'));
    t.after(() => rmSync(folder, {recursive: true}));
    execFileSync(program, ['build', '-q', '-C', root, '-o', folder, '-u', `http://example.org${base}`]);
    const server = await serve(folder, base);
    t.after(() => server.close());
    const find = 'command -v chromium || command -v chromium-browser || command -v google-chrome';
    const executablePath = execFileSync('sh', ['-c', find], {encoding: 'utf8'}).trim();
    const browser = await chromium.launch({executablePath, args: ['--disable-dev-shm-usage', '--disable-quic',
      `--host-resolver-rules=MAP example.org:80 ${new URL(server.url).host}`]});
    t.after(() => browser.close());

    const page = await browser.newPage();
    const home = `http://example.org${base}`;
    const complaints = [];
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(home)) complaints.push(`${page.url()} asks for ${request.url()}`);
    });
    const hasItsStyleAndLinks = async () => {
      assert.ok(await page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 100)), page.url());
      const elsewhere = await page.locator('header a, nav a, footer a').evaluateAll((links, start) =>
        links.map((link) => link.href).filter((href) => !href.startsWith(start) && new URL(href).host === 'example.org'), home);
      assert.deepEqual(elsewhere, []);
      assert.equal(await page.getByRole('navigation').first().getByRole('link').first().isVisible(), true);
    };

    const looked = onePageOfEveryKind(folder);
    assert.ok(looked.length > 20, looked.join(' '));
    for (const path of looked) {
      const answer = await page.goto(home + path, {waitUntil: 'load'});
      assert.equal(answer.status(), 200);
      await hasItsStyleAndLinks();
    }
    assert.deepEqual(complaints, []);

    const missing = await page.goto(`${home}roles/none/deeper/`, {waitUntil: 'load'});
    assert.equal(missing.status(), 404);
    await hasItsStyleAndLinks();
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('python');
    await page.getByRole('option').first().click();
    await page.waitForURL(`${home}skills/python/`);
    await page.goto(`${home}roles/none/deeper/`);
    await page.getByRole('main').getByRole('link', {name: 'roles'}).click();
    await page.waitForURL(`${home}roles/`);
    // The answer 404 itself is told in the console.
    assert.deepEqual(complaints.filter((text) => !/roles\/none\/deeper\/.*404/.test(text)), []);
  });
}
