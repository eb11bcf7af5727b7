// Tables sort and filter: by keyboard alone, by address; without scripts they are whole.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAxe, looks, openGuide, tabTo} from './guide.mjs';
import {read} from './site.mjs';

const api = (kind) => JSON.parse(read(`api/${kind}.json`)).items;
const roles = api('roles');
const regions = new Set(api('salaries').map(({region}) => region));

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

const names = (page) => page.locator('#Content tbody tr:visible th[scope=row] > a:first-child').allInnerTexts();
const column = (page, n) => page.locator(`#Content tbody tr td:nth-child(${n})`).evaluateAll((cells) =>
  cells.map((cell) => (cell.dataset.value ?? (cell.querySelector('.none') ? null : cell.textContent.trim()))));
const head = (page, name) => page.getByRole('columnheader', {name}).first();
const button = (page, name) => head(page, name).getByRole('button');

test('a head sorts by keyboard, numbers as numbers, what is unknown last both ways', async () => {
  await guide.visit('roles/', {}, async (page) => {
    const amounts = (list) => list.filter(Boolean).map((key) => Number(key.split(' ').at(-1)));
    const unknown = (await column(page, 2)).filter((key) => key === null).length;
    assert.ok(unknown > 0 && unknown < roles.length, `${unknown} of ${roles.length}`);
    await tabTo(page, button(page, 'Median pay under this title'));
    for (const [key, direction] of [['Enter', 'ascending'], ['Space', 'descending']]) {
      await page.keyboard.press(key);
      assert.equal(await head(page, 'Median pay under this title').getAttribute('aria-sort'), direction);
      const keys = await column(page, 2);
      assert.ok(keys.slice(-unknown).every((value) => value === null), 'what is unknown is last');
      const shown = amounts(keys);
      const sign = direction === 'ascending' ? 1 : -1;
      assert.deepEqual(shown, [...shown].sort((a, b) => sign * (a - b)));
    }
    assert.equal(await page.locator('[aria-sort]').count(), 1);
  });
});

test('amounts of two and of three digits sort by size', async () => {
  await guide.visit('certifications/', {}, async (page) => {
    await button(page, 'Cost').click();
    const table = page.locator('table').first().locator('tbody tr td:nth-child(4)');
    const keys = await table.evaluateAll((cells) => cells.map((cell) => cell.dataset.value).filter(Boolean));
    const dollars = keys.filter((key) => key.startsWith('USD')).map((key) => Number(key.slice(4)));
    assert.ok(dollars.some((amount) => amount >= 100) && dollars.some((amount) => amount < 100), dollars.join());
    assert.deepEqual(dollars, [...dollars].sort((a, b) => a - b));
  });
});

test('the address holds the order, and brings it back', async () => {
  await guide.visit('roles/', {}, async (page) => {
    const before = await names(page);
    await button(page, 'Role').click();
    await button(page, 'Role').click();
    const sorted = await names(page);
    assert.deepEqual(sorted, [...sorted].sort((a, b) => b.localeCompare(a, 'en')));
    assert.notDeepEqual(sorted, before);
    await page.reload();
    assert.deepEqual(await names(page), sorted);
    assert.equal(await head(page, 'Role').getAttribute('aria-sort'), 'descending');
  });
});

test('a family and words filter by keyboard; the rows are counted; the address brings them back', async () => {
  const families = Object.fromEntries(JSON.parse(read('api/taxonomies.json')).items
    .find(({id}) => id === 'families').terms.map(({id, title}) => [id, title]));
  const family = roles[0].family;
  const own = roles.filter((role) => role.family === family);
  assert.ok(own.length < roles.length);
  await guide.visit('roles/', {}, async (page) => {
    await tabTo(page, page.locator('#Filters summary'));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Family'));
    await page.keyboard.type(families[family]);
    const status = page.locator('#Filters + [role=status]');
    assert.equal(await status.innerText(), `${own.length} of ${roles.length} rows`);
    assert.deepEqual((await names(page)).sort(), own.map(({title}) => title).sort());
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type(own[0].title);
    assert.ok((await names(page)).includes(own[0].title));
    const few = await names(page);
    assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams),
      {family: families[family], text: own[0].title});
    await page.reload();
    assert.deepEqual(await names(page), few);
    assert.equal(await page.getByLabel('Family').inputValue(), families[family]);
    await page.getByLabel('Family').selectOption('');
    await page.getByLabel('Words').fill('');
    assert.equal((await names(page)).length, roles.length);
    assert.equal(new URL(page.url()).search, '');
  });
});

test('a region filters all tables of pay at once; those without a row are hidden', async () => {
  assert.ok(regions.size > 1);
  await guide.visit('salaries/', {}, async (page) => {
    await page.locator('#Filters summary').click();
    const region = await page.getByLabel('Region').locator('option').nth(1).innerText();
    await page.getByLabel('Region').selectOption(region);
    const cells = await page.locator('tbody tr:not([hidden])').evaluateAll((rows, name) => rows
      .filter((row) => row.closest('table').querySelector('[data-filter=region]'))
      .map((row) => row.textContent.includes(name)), region);
    assert.ok(cells.length > 0 && cells.every(Boolean));
    const empty = await page.locator('section.table').evaluateAll((all) =>
      all.filter((section) => !section.hidden && !section.querySelector('tbody tr:not([hidden])')).length);
    assert.equal(empty, 0);
  });
});

test('certifications are filtered by provider, level and status', async () => {
  await guide.visit('certifications/?status=retired', {}, async (page) => {
    const shown = await page.locator('tbody tr:visible .status').allInnerTexts();
    assert.ok(shown.length > 0 && shown.every((status) => status === 'retired'), shown.join());
    for (const label of ['Provider', 'Level', 'Status'])
      assert.ok(await page.getByRole('combobox', {name: label, exact: true}).isVisible(), label);
  });
});

for (const look of looks) {
  test(`sorted and filtered tables at ${look.viewport.width} px, ${look.colorScheme}, are sound for axe`, async () => {
    for (const path of ['roles/?text=data&sort=-Roles-table.1', 'certifications/?level=associate'])
      await guide.visit(path, look, checkAxe);
  });
}

test('skills are filtered by kind and by the families of the roles that need them, and sorted by how many do', async () => {
  const skills = api('skills');
  await guide.visit('skills/', {}, async (page) => {
    assert.equal((await names(page)).length, skills.length);
    await button(page, 'Roles').click();
    const counts = (await column(page, 3)).map(Number);
    assert.deepEqual(counts, [...counts].sort((a, b) => a - b));
    await page.locator('#Filters summary').click();
    const family = await page.getByLabel('Needed in').locator('option').nth(1).innerText();
    await page.getByLabel('Needed in').selectOption(family);
    const kind = await page.getByRole('combobox', {name: 'Kind'}).locator('option').nth(1).innerText();
    await page.getByRole('combobox', {name: 'Kind'}).selectOption(kind);
    const rows = await page.locator('#Content tbody tr:visible').allInnerTexts();
    assert.ok(rows.length > 0 && rows.length < skills.length, `${rows.length} rows`);
    assert.ok(rows.every((row) => row.includes(family) && row.includes(kind)), rows.join());
    assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), {sort: 'Skills-table.2', kind, family});
  });
});

test('pay is found by the role that a table is about; what is folded opens, what is left empty goes', async () => {
  const {id, title} = roles.find(({id: role}) => api('salaries').filter((row) => row.role === role && !row.is_official).length > 1);
  await guide.visit(`salaries/?text=${encodeURIComponent(title)}`, {}, async (page) => {
    const shown = page.locator('table:visible caption');
    assert.ok((await shown.allInnerTexts()).some((caption) => caption.includes(title)), id);
    assert.equal(await page.locator('main details:not([open]):visible:has(tbody tr:not([hidden]))').count(), 0);
    assert.equal(await page.locator('main section:visible:has(tbody tr[hidden]):not(:has(tbody tr:not([hidden])))').count(), 0);
  });
});

test('without retired certifications their heading goes as well', () =>
  guide.visit('certifications/?status=active', {}, async (page) => {
    assert.equal(await page.getByRole('heading', {name: 'Retired'}).isVisible(), false);
  }));

test('without JavaScript a table is whole and has no tools', async () => {
  await guide.visit('roles/?family=nothing', {javaScriptEnabled: false}, async (page) => {
    assert.equal((await names(page)).length, roles.length);
    assert.equal(await page.locator('#Filters').isVisible(), false);
    assert.equal(await page.locator('.sort').count(), 0);
  });
});
