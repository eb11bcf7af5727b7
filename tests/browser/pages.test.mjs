// The guide in a real browser: every kind of page on a phone and on a desk, in light and in dark, with
// and without scripts and styles.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAxe, checkWidth, looks, openGuide, shiftOf} from './guide.mjs';
import {addressOf, files, kinds, pages, read, sample} from './site.mjs';

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

for (const kind of kinds) {
  test(`/${addressOf(kind)} is sound for axe at two widths, light and dark`, () =>
    guide.visit(addressOf(kind), {}, async (page) => {
      for (const {viewport, colorScheme} of looks) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({colorScheme});
        await checkAxe(page);
      }
    }));
}

test('no page scrolls sideways at 320 px, moves after it is drawn, or loads more than a style and a script', async () => {
  const wrong = [];
  await guide.visitAll(sample.map(addressOf), {viewport: {width: 320, height: 640}}, async (page, path) => {
    await checkWidth(page);
    const shift = await shiftOf(page);
    if (shift >= 0.01) wrong.push(`${path} moves by ${shift}`);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => name));
    if (loaded.length > 2) wrong.push(`${path} loads ${loaded.join(' ')}`);
  });
  assert.deepEqual(wrong, []);
});

test('styles and scripts weigh less than 30 KB each, the search engine apart', () => {
  for (const type of ['css', 'js']) {
    const own = files.filter((path) => path.startsWith('assets/') && path.endsWith(type) && !path.includes('minisearch'));
    const weight = own.reduce((sum, path) => sum + Buffer.byteLength(read(path)), 0);
    assert.ok(own.length > 0 && weight < 30 * 1024, `${weight} bytes of ${type}`);
  }
});

// What a reader sees of the content, without the tools that scripts work.
const wordsOf = (page) => page.locator('main').evaluate((main) => {
  const tools = '.filters, .filters + .meta, .pick, .choose, .goals';
  const texts = [];
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const {parentElement: parent, data} = walk.currentNode;
    if (data.trim() && !parent.closest(tools) && parent.checkVisibility()) texts.push(data.trim());
  }
  return texts;
});

test('without JavaScript every kind of page shows all that it shows with it', async () => {
  const shown = new Map();
  const paths = kinds.map(addressOf);
  await guide.visitAll(paths, {}, async (page, path) => shown.set(path, await wordsOf(page)));
  await guide.visitAll(paths, {javaScriptEnabled: false}, async (page, path) =>
    assert.deepEqual(await wordsOf(page), shown.get(path), path));
});

test('without JavaScript no link leads nowhere', () => {
  const idle = pages.flatMap(({path, elements}) => elements
    .filter(({tag, attributes}) => tag === 'a' && /^(#?|javascript:.*)$/.test(attributes.href ?? ''))
    .map(({attributes}) => [path, attributes]));
  assert.deepEqual(idle, []);
});

test('without styles a page reads in order: skip link, header, trail, heading, content, footer', async () => {
  const parts = ['.skip', '.site-header', '.trail', 'main h1', '.site-footer'];
  await guide.visitAll(kinds.map(addressOf), {}, async (page, path) => {
    const found = await page.evaluate((selectors) => {
      for (const sheet of document.styleSheets) sheet.disabled = true;
      const [heading] = document.querySelectorAll('h1, main h2, main h3');
      return {
        tops: selectors.map((selector) => document.querySelector(selector)?.getBoundingClientRect().top).filter((top) => top !== undefined),
        isFirst: heading.localName === 'h1',
        words: document.body.innerText,
      };
    }, parts);
    assert.deepEqual(found.tops, [...found.tops].sort((a, b) => a - b), path);
    assert.ok(found.isFirst, `${path}: its first heading is no h1`);
    assert.match(found.words, /^Skip to content/, path);
  });
});

test('without JavaScript a visitor walks from the home page to a role, a skill and back', async () => {
  await guide.visit('', {javaScriptEnabled: false}, async (page) => {
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

// How many sheets of paper.
const sheetsOf = async (page) =>
  (await page.pdf({preferCSSPageSize: true})).toString('latin1').match(/\/Type\s*\/Page\b/g).length;

test('a way from role to role prints on one sheet', () =>
  guide.visit(addressOf(kinds.find(({path}) => /^paths\/.+\//.test(path))), {}, async (page) =>
    assert.equal(await sheetsOf(page), 1)));

const video = addressOf(pages.find(({elements}) => elements.some(({attributes}) => attributes['data-video'])));

test('a video is a link, and loads nothing from elsewhere before it is asked for', async () => {
  await guide.visit(video, {}, async (page) => {
    page.removeAllListeners('request');
    const asked = [];
    await page.route((url) => !url.href.startsWith(guide.url), (route) => {
      asked.push(route.request().url());
      return route.fulfill({contentType: 'text/html', body: '<title>Player</title>'});
    });
    const card = page.locator('.video').first();
    assert.match(await card.locator('a').getAttribute('href'), /^https:\/\/www\.youtube\.com\/watch\?v=/);
    assert.deepEqual(asked, []);
    await card.locator('a').click();
    const title = await card.locator('iframe').getAttribute('title');
    assert.ok(title.length > 0, 'the player has no title');
    assert.ok(asked.length > 0 && asked.every((url) => url.startsWith('https://www.youtube-nocookie.com/')), asked.join(' '));
  });
});

test('without JavaScript a video stays a link', async () => {
  await guide.visit(video, {javaScriptEnabled: false}, async (page) => {
    assert.equal(await page.locator('.video a[href^="https://www.youtube.com/"]').count(), 1);
    assert.equal(await page.locator('.video iframe').count(), 0);
  });
});
