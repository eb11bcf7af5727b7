// Light or dark: the system's preference holds until the reader switches, then the choice does.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAxe, openGuide, tabTo} from './guide.mjs';

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = 'rgb(253, 252, 249)';
const dark = 'rgb(20, 24, 27)';

test('the switch works by keyboard, says its state and holds on the next page', async () => {
  await guide.visit('', {colorScheme: 'light'}, async (page) => {
    const button = page.getByRole('button', {name: 'Dark colours'});
    assert.equal(await paper(page), light);
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    assert.equal(await paper(page), dark);
    await page.goto(`${guide.url}roles/`);
    assert.equal(await paper(page), dark);
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    await checkAxe(page);
  });
});

test('without JavaScript the system\'s preference holds, and there is no switch', async () => {
  for (const [colorScheme, colour] of [['light', light], ['dark', dark]])
    await guide.visit('', {colorScheme, javaScriptEnabled: false}, async (page) => {
      assert.equal(await paper(page), colour);
      assert.equal(await page.locator('#Theme').isVisible(), false);
    });
});

test('paper is white, and shows what is folded on the screen', async () => {
  await guide.visit('salaries/', {colorScheme: 'dark'}, async (page) => {
    const folded = page.locator('details:not(.filters) table').first();
    assert.equal(await folded.evaluate((table) => table.checkVisibility({contentVisibilityAuto: true})), false);
    await page.emulateMedia({media: 'print'});
    assert.equal(await folded.evaluate((table) => table.checkVisibility({contentVisibilityAuto: true})), true);
    assert.equal(await paper(page), 'rgb(255, 255, 255)');
  });
});
