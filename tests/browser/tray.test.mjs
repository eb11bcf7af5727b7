// The tray: what a reader picks on any page, to compare.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAxe, looks, openGuide, tabTo} from './guide.mjs';
import {read} from './site.mjs';

const api = (kind) => JSON.parse(read(`api/${kind}.json`)).items;
const roles = api('roles').slice(0, 5);
const certifications = api('certifications').slice(0, 2);

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

const pick = (page, {title}) => page.getByRole('button', {name: `Compare ${title}`, exact: true});
const tray = (page) => page.getByRole('complementary', {name: 'Comparison'});

test('by keyboard: a role from its page, another from the list, and both side by side', async () => {
  await guide.visit(roles[0].url, {}, async (page) => {
    assert.equal(await tray(page).isVisible(), false);
    await tabTo(page, pick(page, roles[0]));
    await page.keyboard.press('Enter');
    assert.equal(await pick(page, roles[0]).getAttribute('aria-pressed'), 'true');
    assert.match(await tray(page).innerText(), /Add one more to compare/);
    await page.goto(`${guide.url}roles/`);
    assert.equal(await pick(page, roles[0]).getAttribute('aria-pressed'), 'true');
    await tabTo(page, pick(page, roles[1]));
    await page.keyboard.press('Space');
    assert.equal(await page.locator('body > [role=status]').innerText(), '2 of 4 roles to compare.');
    await tabTo(page, tray(page).getByRole('link'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/compare/?roles=${roles[0].id},${roles[1].id}`);
    await page.locator('#Chosen table').waitFor();
  });
});

test('a fifth is refused, and one that is removed makes room', async () => {
  await guide.visit('roles/', {}, async (page) => {
    for (const role of roles) await pick(page, role).click();
    assert.equal(await tray(page).locator('li').count(), 4);
    assert.match(await page.locator('body > [role=status]').innerText(), /^There are 4 roles/);
    assert.equal(await pick(page, roles[4]).getAttribute('aria-pressed'), 'false');
    await tray(page).getByRole('button', {name: roles[0].title}).click();
    await pick(page, roles[4]).click();
    assert.deepEqual(await tray(page).locator('li').allInnerTexts(), roles.slice(1).map(({title}) => `${title} ×`));
    await pick(page, roles[4]).click();
    assert.equal(await tray(page).locator('li').count(), 3);
  });
});

for (const look of looks) {
  test(`the tray at ${look.viewport.width} px, ${look.colorScheme}, is sound for axe`, async () => {
    await guide.visit('certifications/', look, async (page) => {
      for (const one of certifications) await pick(page, one).click();
      await checkAxe(page);
      assert.equal(await tray(page).getByRole('link').getAttribute('href'),
        `/deep/base/compare/?certifications=${certifications.map(({id}) => id).join(',')}`);
    });
  });
}

test('without JavaScript there is nothing to pick', async () => {
  await guide.visit('roles/', {javaScriptEnabled: false}, async (page) => {
    assert.equal(await page.locator('.pick').first().isVisible(), false);
  });
});
