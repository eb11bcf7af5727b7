// What pages tell machines: what they may load, what a shared link shows, feeds, the manifest; and
// that nothing of it troubles the browser.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {openGuide} from './guide.mjs';
import {baseUrl, files, folder, leadsOn, pages, read} from './site.mjs';

let guide;

before(async () => { guide = await openGuide(); });
after(() => guide?.close());

const shared = pages.filter((page) => page.path !== '404.html' && !leadsOn(page));
const meta = ({elements}, name) => elements.find(({tag, attributes}) =>
  tag === 'meta' && (attributes.property ?? attributes.name ?? attributes['http-equiv']) === name)?.attributes.content;

test('every page says first what it may load, and that is of its own site', () => {
  for (const page of pages) {
    const head = page.elements.filter(({tag}) => tag === 'meta').map(({attributes}) => attributes);
    assert.equal(head[1]['http-equiv'], 'Content-Security-Policy', page.path);
    const policy = new Map(head[1].content.split('; ').map((rule) => rule.split(/ (.*)/)));
    assert.equal(policy.get('default-src'), "'none'", page.path);
    for (const [name, from] of policy) {
      const isPlayer = name === 'frame-src' && page.elements.some(({attributes}) => attributes['data-video']);
      const known = isPlayer ? ['https://www.youtube-nocookie.com']
        : name === 'img-src' ? ["'self' data:"] : ["'none'", "'self'"];
      assert.ok(known.includes(from), `${page.path}: ${name} ${from}`);
    }
  }
});

test('a script or style written into a page does nothing', async () => {
  await guide.visit('', {}, async (page) => {
    page.removeAllListeners('console');
    const seen = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="position: fixed">.</p>');
      return {ran: globalThis.ran, position: getComputedStyle(document.getElementById('styled')).position};
    });
    assert.deepEqual(seen, {ran: undefined, position: 'static'});
  });
});

test('no page has a style of its own, or a script but data', () => {
  const own = pages.flatMap(({path, elements}) => elements
    .filter(({tag, attributes}) => attributes.style !== undefined || tag === 'style' ||
      (tag === 'script' && !attributes.src && attributes.type !== 'application/ld+json') ||
      Object.keys(attributes).some((name) => name.startsWith('on')))
    .map(({tag}) => [path, tag]));
  assert.deepEqual(own, []);
});

test('a shared link shows the title and the description of the page, and its address', () => {
  for (const page of shared) {
    const shown = Object.fromEntries(['og:description', 'og:url', 'twitter:card']
      .map((name) => [name, meta(page, name)]));
    assert.deepEqual(shown, {'og:description': meta(page, 'description'), 'og:url': page.url,
      'twitter:card': 'summary_large_image'}, page.path);
    assert.ok(meta(page, 'og:title'), page.path);
    assert.ok(meta(page, 'og:site_name'), page.path);
    const isArticle = /^articles\/[^/]+\/index\.html$/.test(page.path);
    assert.equal(meta(page, 'og:type'), isArticle ? 'article' : 'website', page.path);
  }
});

test('a shared link shows a picture of its page: a PNG of 1200 by 630', () => {
  const used = new Set();
  for (const page of shared) {
    const url = meta(page, 'og:image');
    assert.ok(url?.startsWith(baseUrl), `${page.path}: ${url}`);
    const path = url.slice(baseUrl.length);
    used.add(path);
    const png = readFileSync(join(folder, path));
    assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n', page.path);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630], page.path);
    assert.deepEqual([meta(page, 'og:image:width'), meta(page, 'og:image:height')], ['1200', '630']);
    assert.ok(meta(page, 'og:image:alt').startsWith(meta(page, 'og:title')), page.path);
  }
  assert.deepEqual(files.filter((path) => path.startsWith('cards/')), [...used].sort());
});

test('styles and scripts are asked for by names that change with them', () => {
  const asked = pages.flatMap(({path, elements}) => elements.flatMap(({tag, attributes}) =>
    [tag === 'link' && attributes.rel === 'stylesheet' && attributes.href, tag === 'script' && attributes.src,
     attributes['data-part'], attributes['data-engine']]
      .filter(Boolean).map((url) => new URL(url, new URL(path, baseUrl)).href.slice(baseUrl.length))));
  const names = [...new Set(asked)];
  assert.ok(names.length >= 4, names.join(' '));
  for (const name of names) {
    assert.match(name, /^assets\/[a-z]+\.[0-9a-f]{8}\.(css|js)$/);
    assert.ok(files.includes(name), `${name} is not published`);
  }
});

for (const colorScheme of ['light', 'dark']) {
  test(`the browser around a page has the page's colour, ${colorScheme}`, () =>
    guide.visit('', {colorScheme}, async (page) => {
      const colours = await page.evaluate((scheme) => {
        const box = document.createElement('p');
        const policy = document.querySelector(`meta[name=theme-color][media*=${scheme}]`);
        box.style.color = policy.content;
        document.body.append(box);
        return [getComputedStyle(box).color, getComputedStyle(document.body).backgroundColor];
      }, colorScheme);
      assert.equal(colours[0], colours[1]);
    }));
}

const isTime = (text) => /^\d{4}-\d\d-\d\dT00:00:00Z$/.test(text);
const isSorted = (list) => list.every((value, i) => i === 0 || list[i - 1] >= value);

test('the Atom feed is sound', async () => {
  let feed;
  await guide.visit('', {}, async (page) => {
    feed = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      const textsOf = (element, name) => [...element.children].filter(({localName}) => localName === name)
        .map((child) => (name === 'link' ? `${child.getAttribute('rel')} ${child.getAttribute('href')}` : child.textContent));
      const all = (element) => Object.fromEntries(['id', 'title', 'updated', 'link', 'author']
        .map((name) => [name, textsOf(element, name)]));
      const {documentElement: root} = document;
      return {name: `${root.namespaceURI} ${root.localName}`, ...all(root),
        entries: [...document.getElementsByTagName('entry')].map(all)};
    }, read('feed.xml'));
  });
  assert.equal(feed.name, 'http://www.w3.org/2005/Atom feed');
  assert.deepEqual(feed.id, [baseUrl]);
  assert.deepEqual(feed.link, [`self ${baseUrl}feed.xml`, `alternate ${baseUrl}`]);
  assert.equal(feed.author.length, 1);
  assert.ok(feed.entries.length > 0 && feed.entries.length <= 20, `${feed.entries.length} entries`);
  for (const {id, title, updated, link} of [feed, ...feed.entries])
    assert.ok(id.length === 1 && title.length === 1 && title[0] && updated.length === 1 && isTime(updated[0]) && link.length, id[0]);
  const ids = feed.entries.map(({id}) => id[0]);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids.filter((id) => !shared.some(({url}) => url === id)), []);
  assert.ok(isSorted(feed.entries.map(({updated}) => updated[0])), 'not the newest first');
});

test('the JSON feed is sound, and has the same articles', () => {
  const feed = JSON.parse(read('feed.json'));
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.equal(feed.feed_url, `${baseUrl}feed.json`);
  assert.equal(feed.home_page_url, baseUrl);
  for (const item of feed.items) assert.ok(item.id && item.title && item.content_text && isTime(item.date_modified), item.id);
  const inAtom = [...read('feed.xml').matchAll(/<entry>\s*<id>(.*?)<\/id>/g)].map((match) => match[1]);
  assert.deepEqual(feed.items.map(({id}) => id), inAtom);
});

test('llms.txt leads to sections, articles and data that are there', () => {
  const text = read('llms.txt');
  assert.match(text, /^# .+\n\n> .+\n\n## /);
  const links = [...text.matchAll(/^- \[.+\]\((.+?)\)/gm)].map((match) => match[1]);
  const there = new Set([...pages.map(({url}) => url), ...files.map((path) => baseUrl + path)]);
  assert.deepEqual(links.filter((url) => !there.has(url)), []);
  for (const {url} of shared.filter(({path}) => /^articles\/[^/]+\/index\.html$/.test(path)))
    assert.ok(links.includes(url), url);
});

test('the manifest names the guide and an icon that is there', () => {
  const {name, start_url: start, icons} = JSON.parse(read('manifest.webmanifest'));
  assert.equal(name, meta(shared[0], 'og:site_name'));
  assert.equal(start, './');
  assert.deepEqual(icons.map(({src}) => files.includes(src)), [true]);
});
