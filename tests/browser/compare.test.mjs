// The page on which a reader chooses what to compare: by address, by keyboard, without scripts.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAxe, looks, openGuide, shiftOf, tabTo} from './guide.mjs';
import {read} from './site.mjs';

const api = (kind) => JSON.parse(read(`api/${kind}.json`)).items;
const roles = api('roles').filter(({skills}) => skills.length > 0).slice(0, 3);
const query = `compare/?roles=${roles.map(({id}) => id).join(',')}`;
const certifications = api('certifications').filter(({cost}) => cost?.note).slice(0, 2);
const narrow = {viewport: {width: 360, height: 800}};

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

const heads = (page) => page.locator('#Chosen thead th').allInnerTexts();

const status = (page) => page.locator('main [role=status]');

test('an address with three roles shows them side by side, with their sources', async () => {
  await guide.visit(query, narrow, async (page) => {
    await page.locator('#Chosen table').waitFor();
    assert.deepEqual(await heads(page), roles.map(({title}) => title));
    assert.match(await status(page).innerText(), new RegExp(`${roles[2].title}\\.$`));
    const shown = await page.locator('#Chosen').innerText();
    for (const {skills} of roles) assert.ok(shown.includes(skills[0].title), skills[0].title);
    const paid = roles.filter(({pay}) => pay);
    for (const {pay} of paid) assert.ok(shown.includes(pay.text), pay.text);
    const marks = page.locator('#Chosen .mark a');
    assert.ok(await marks.count() >= paid.length, 'an amount without its source');
    for (const href of await marks.evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      assert.match(href, /^\.\.\/sources\/#/);
    await checkAxe(page);
  });
});

test('nothing on the page moves when the comparison that the address asks for arrives', () =>
  guide.visit(query, narrow, async (page) => {
    await page.locator('#Pairs').waitFor();
    assert.equal(await page.locator('#Chosen table').count(), 1);
    assert.ok(await shiftOf(page) < 0.01);
  }));

test('where its data cannot be had, the page says so and shows the pairs', () =>
  guide.visit('compare/', narrow, async (page) => {
    page.removeAllListeners('console');
    page.removeAllListeners('response');
    await page.route('**/api/*.json', (route) => route.fulfill({status: 503}));
    await page.goto(guide.url + query);
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /^This does not work here \(.*: 503\)\.$/);
    assert.ok(await page.locator('#Pairs').isVisible());
  }));

test('an address with two certifications shows status, cost and its source', async () => {
  for (const look of looks)
    await guide.visit(`compare/?certifications=${certifications.map(({id}) => id).join(',')}`, look, async (page) => {
      await page.locator('#Chosen table').waitFor();
      assert.deepEqual(await heads(page), certifications.map(({title}) => title));
      const row = (name) => page.locator('#Chosen tr', {has: page.getByRole('rowheader', {name, exact: true})});
      assert.match(await row('Cost').innerText(), /\d/);
      for (const {cost} of certifications) assert.ok((await row('Cost').innerText()).includes(cost.note), cost.note);
      assert.ok(await row('Cost').locator('.mark a').count() >= 1);
      assert.ok((await row('Status').innerText()).includes(certifications[0].status));
      await checkAxe(page);
    });
});

test('a year is one year, several are years, as the pages of the certifications say', async () => {
  const all = api('certifications');
  const pair = [12, 24].map((months) => all.find(({validity}) => validity === months));
  await guide.visit(`compare/?certifications=${pair.map(({id}) => id)}`, {}, async (page) => {
    await page.locator('#Chosen table').waitFor();
    const row = page.locator('#Chosen tr', {has: page.getByRole('rowheader', {name: 'Validity', exact: true})});
    assert.deepEqual(await row.locator('td').allInnerTexts(), ['1 year', '2 years']);
  });
});

test('a reader chooses by keyboard, and the address says what was chosen', async () => {
  await guide.visit('compare/', narrow, async (page) => {
    await tabTo(page, page.getByRole('button', {name: /^Choose/}));
    await page.keyboard.press('Enter');
    const kind = page.getByRole('combobox', {name: 'Of these'});
    await kind.waitFor();
    assert.ok(await kind.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Tab');
    await page.keyboard.type(roles[0].title);
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('#Chosen table').count(), 0);
    await page.keyboard.type(roles[1].title);
    await page.keyboard.press('Tab');
    assert.deepEqual(await heads(page), [roles[0].title, roles[1].title]);
    assert.equal(new URL(page.url()).searchParams.get('roles'), `${roles[0].id},${roles[1].id}`);
    await kind.selectOption('certifications');
    assert.equal(await status(page).innerText(), 'Choose at least two certifications.');
  });
});

test('what is no role in the address is left out', async () => {
  await guide.visit(`compare/?roles=${roles[0].id},nobody,${roles[0].id}`, narrow, async (page) => {
    await page.locator('#Chooser').waitFor();
    assert.equal(await page.locator('#Chosen table').count(), 0);
    assert.equal(await status(page).innerText(), 'Choose at least two roles.');
  });
});

test('without JavaScript the pairs are links in a table, and each leads to its page', async () => {
  await guide.visit('compare/', {javaScriptEnabled: false}, async (page) => {
    assert.equal(await page.locator('.choose').isVisible(), false);
    await page.locator('#Pairs td a').first().click();
    assert.match(page.url(), /\/compare\/[a-z0-9-]+-vs-[a-z0-9-]+\/$/);
    assert.match(await page.locator('h1').innerText(), / or .*\?$/);
  });
});
