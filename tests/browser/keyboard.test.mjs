// One walk through the guide with the keyboard alone: search, filter, sort, compare, plan.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openGuide, tabTo} from './guide.mjs';
import {read} from './site.mjs';

const api = (kind) => JSON.parse(read(`api/${kind}.json`)).items;
const [first, second] = api('roles').filter(({skills}) => skills.length > 0);

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

test('the keyboard alone searches, filters, sorts, compares and plans', () =>
  guide.visit('', {}, async (page) => {
    const {keyboard} = page;
    const press = async (...keys) => { for (const key of keys) await keyboard.press(key); };

    await press('Tab', 'Enter');
    await page.waitForURL(/#Content$/);  // the skip link comes first
    await press('/');
    await keyboard.type(first.title);
    await page.locator('#Found [role=option]').first().waitFor();
    await press('ArrowDown', 'Enter');
    await page.waitForURL(`**/${first.url}`);
    await tabTo(page, page.getByRole('button', {name: `Compare ${first.title}`, exact: true}));
    await press('Space');

    await tabTo(page, page.getByRole('navigation', {name: 'Main'}).getByRole('link', {name: 'Roles', exact: true}));
    await press('Enter');
    await page.waitForURL('**/roles/');
    await tabTo(page, page.locator('#Filters summary'));
    await press('Enter', 'Tab');
    await keyboard.type(second.title);
    await tabTo(page, page.getByRole('columnheader', {name: 'Role'}).getByRole('button'));
    await press('Enter', 'Enter');
    assert.equal(await page.locator('[aria-sort]').getAttribute('aria-sort'), 'descending');
    assert.deepEqual([...new URL(page.url()).searchParams.keys()].sort(), ['sort', 'text']);
    await tabTo(page, page.getByRole('button', {name: `Compare ${second.title}`, exact: true}));
    await press('Enter');
    await tabTo(page, page.getByRole('complementary', {name: 'Comparison'}).getByRole('link'));
    await press('Enter');
    await page.waitForURL(`**/compare/?roles=${first.id},${second.id}`);
    await page.locator('#Chosen table').waitFor();

    await page.goto(`${guide.url}planner/`);
    await tabTo(page, page.getByLabel('Your goal'));
    await keyboard.type(second.title);
    await page.locator('#Plan h2').waitFor();
    await tabTo(page, page.getByRole('checkbox').first());
    await press('Space');
    await page.waitForURL(/\?have=[^&]+&goal=[^&]+$/);
    await tabTo(page, page.locator('#Plan a').first());
    await press('Enter');
    await page.waitForURL(`**/${second.url}`);
  }));
