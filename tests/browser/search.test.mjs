// Search: by keyboard alone, on its page, without scripts.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAxe, looks, openGuide, shiftOf} from './guide.mjs';
import {files, read} from './site.mjs';

const items = JSON.parse(read('api/search.json')).items;
const role = items.find(({kind, aliases, title}) => kind === 'role' && aliases.length > 0 && title.length > 12);

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

const options = (page) => page.locator('#Found [role=option]');
// From "/" to the results of what is typed.
async function search(page, text) {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await options(page).first().waitFor();
}

test('what the search needs is published, and loaded only when the search is used', async () => {
  assert.ok(files.some((path) => /^assets\/minisearch\.[0-9a-f]{8}\.js$/.test(path)), 'script/setup installs MiniSearch');
  await guide.visit('', {}, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url().slice(guide.url.length)));
    await page.waitForTimeout(300);
    assert.deepEqual(asked.filter((url) => !url.includes('favicon')), []);
    asked.length = 0;
    await search(page, 'data');
    assert.deepEqual(asked.map((url) => url.replace(/^.*\//, '').replace(/\..*\./, '.')).sort(),
      ['minisearch.js', 'search.js', 'search.json']);
  });
});

test('"/", a title, arrow and Enter lead to a page; the results are counted aloud', async () => {
  await guide.visit('articles/', {}, async (page) => {
    await search(page, role.title);
    const input = page.getByRole('combobox');
    assert.equal(await input.getAttribute('aria-expanded'), 'true');
    assert.match(await page.locator('#Search [role=status]').innerText(), /^\d+ pages? found/);
    await page.keyboard.press('ArrowDown');
    const active = page.locator(`[id="${await input.getAttribute('aria-activedescendant')}"]`);
    assert.equal(await active.getAttribute('aria-selected'), 'true');
    assert.ok((await active.innerText()).startsWith(role.title), await active.innerText());
    await page.keyboard.press('ArrowUp');
    assert.equal(await input.getAttribute('aria-activedescendant'), null);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${role.url}`);
  });
});

test('a beginning, a slip of the finger and another name find the same page', async () => {
  await guide.visit('', {}, async (page) => {
    const slip = role.title.slice(0, 3) + role.title.slice(4);
    for (const text of [role.title.slice(0, -2), slip, role.aliases[0]]) {
      await page.locator('#Query').fill('');
      await search(page, text);
      const titles = await options(page).locator('strong').allInnerTexts();
      assert.ok(titles.includes(role.title), `${text}: ${titles}`);
    }
  });
});

test('results are grouped by kind', async () => {
  await guide.visit('', {}, async (page) => {
    await search(page, 'engineer');
    const groups = await page.locator('#Found [role=group]').evaluateAll((all) =>
      all.map((group) => group.getAttribute('aria-label')));
    assert.ok(groups.includes('Roles'), groups.join());
    assert.equal(new Set(groups).size, groups.length);
  });
});

test('Escape closes the results, the arrow opens them again', async () => {
  await guide.visit('', {}, async (page) => {
    await search(page, 'data');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#Found').isVisible(), false);
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator('#Found').isVisible(), true);
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('#Found').isVisible(), false);
  });
});

test('Enter without a choice leads to the search page, which has every result', async () => {
  await guide.visit('', {}, async (page) => {
    await search(page, 'data');
    const count = Number((await page.locator('#Search [role=status]').innerText()).match(/\d+/)[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=data');
    await page.locator('#Results a').first().waitFor();
    assert.equal(await page.locator('#Results a').count(), count);
    assert.match(await page.locator('#Results h2').innerText(), new RegExp(`^${count} pages found`));
    assert.equal(await page.locator('#Query').inputValue(), 'data');
  });
});

test('results are there as soon as the letter is typed, without waiting for anything', async (t) => {
  await guide.visit('', {}, async (page) => {
    await search(page, 'da');
    const [first, waited] = await page.evaluate(() => {
      const input = document.getElementById('Query');
      input.value = 'kafka';
      const start = performance.now();
      input.dispatchEvent(new Event('input', {bubbles: true}));
      return [document.querySelector('#Search [role=option]').textContent, performance.now() - start];
    });
    assert.match(first, /Kafka/);
    t.diagnostic(`first result after ${waited.toFixed(1)} ms`);
  });
});

for (const look of looks) {
  test(`open results at ${look.viewport.width} px, ${look.colorScheme}, are in sight and sound for axe`, async () => {
    await guide.visit('', look, async (page) => {
      await search(page, 'data');
      const {x, width} = await page.locator('#Found').boundingBox();
      assert.ok(x >= 0 && x + width <= look.viewport.width, `the results reach from ${x} to ${x + width}`);
      await page.keyboard.press('ArrowDown');
      await checkAxe(page);
    });
    await guide.visit('search/?q=data', look, async (page) => {
      await page.locator('#Results a').first().waitFor();
      assert.ok(await shiftOf(page) < 0.01, 'the page moves when the results arrive');
      await checkAxe(page);
    });
  });
}

test('without JavaScript the field leads to an index from A to Z of everything that can be found', async () => {
  await guide.visit('', {javaScriptEnabled: false}, async (page) => {
    await page.locator('#Query').fill('data');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=data');
    const listed = await page.locator('.index > li > a').allInnerTexts();
    assert.deepEqual(listed.sort(), items.map(({title}) => title).sort());
    await page.locator('.letters a').first().click();
    assert.match(page.url(), /#Letter-/);
  });
});
