// The planner: from the skills that one has to a role, by keyboard alone; on paper without scripts.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAxe, looks, openGuide, tabTo} from './guide.mjs';
import {read} from './site.mjs';

const api = (kind) => JSON.parse(read(`api/${kind}.json`)).items;
const roles = api('roles').filter(({skills}) => skills.length > 0);
const skills = new Map(api('skills').map((skill) => [skill.id, skill]));
const certifications = api('certifications');
const goal = roles.find(({pay, skills: needs}) => pay &&
  certifications.some(({status, covers}) => status === 'active' && needs.some(({id}) => covers.includes(id))));
const held = roles.find(({id}) => id !== goal.id);
const told = (page) => page.locator('#Told').innerText();

let guide;
before(async () => { guide = await openGuide(); });
after(() => guide?.close());

test('by keyboard: a role one holds and a goal give the way between them, kept in the address', async () => {
  await guide.visit('planner/', {}, async (page) => {
    await tabTo(page, page.getByLabel('Start from a role you hold'));
    await page.keyboard.type(held.title);
    await page.locator('#Plan h2').waitFor();
    assert.match(await told(page), new RegExp(`^Best fit: ${held.title}, 100%`));
    assert.deepEqual((await page.locator('#Planner :checked[type=checkbox]').evaluateAll((all) => all.map(({value}) => value))).sort(),
      held.skills.map(({id}) => id).sort());
    await page.keyboard.press('Tab');
    await page.keyboard.type(goal.title);
    assert.match(await told(page), new RegExp(`^${goal.title}: \\d+% fit`));
    const query = new URL(page.url()).searchParams;
    assert.equal(query.get('goal'), goal.id);
    assert.deepEqual(query.get('have').split(',').sort(), held.skills.map(({id}) => id).sort());
    const before = await page.locator('#Plan').innerText();
    await page.reload();
    await page.locator('#Plan h2').waitFor();
    assert.equal(await page.locator('#Plan').innerText(), before);
  });
});

test('a box that is ticked without the focus moving there, as Safari does it, starts the planner and is in the address', async () => {
  const [{id}] = goal.skills;
  await guide.visit('planner/', {}, async (page) => {
    await page.getByRole('checkbox', {name: skills.get(id).title, exact: true}).evaluate((box) => box.click());
    await page.locator('#Plan h2').waitFor();
    await page.waitForURL(`**/planner/?have=${id}`);
  });
});

test('on a phone the outcome stays in sight while one ticks', () =>
  guide.visit(`planner/?goal=${goal.id}`, {viewport: {width: 360, height: 640}}, async (page) => {
    await page.locator('.steps').waitFor();
    for (const box of [page.getByRole('checkbox').first(), page.getByRole('checkbox').last()]) {
      await box.check();
      const {y, height} = await page.locator('#Told').boundingBox();
      assert.ok(y >= 0 && y + height <= 640, `it reaches from ${y} to ${y + height}`);
    }
  }));

test('what is missing comes in the order of learning, what it rests on first', async () => {
  await guide.visit(`planner/?goal=${goal.id}`, {}, async (page) => {
    await page.locator('.steps').waitFor();
    const steps = await page.locator('.steps > li').evaluateAll((all) => all.map((step) =>
      [...step.querySelectorAll('a')].map((link) => link.pathname.split('/').at(-2))));
    const stepOf = new Map(steps.flatMap((ids, step) => ids.map((id) => [id, step])));
    for (const {id} of goal.skills) assert.ok(stepOf.has(id), `${id} is not in the plan`);
    let seen = 0;
    for (const [id, step] of stepOf)
      for (const before of skills.get(id).prerequisites) {
        ++seen;
        assert.ok(stepOf.get(before) < step, `${before} comes before ${id}`);
      }
    assert.ok(seen > 0, 'nothing rests on anything');
  });
});

test('ticking a skill by keyboard takes it and what only it rests on out of the plan', async () => {
  await guide.visit(`planner/?goal=${goal.id}`, {}, async (page) => {
    await page.locator('.steps').waitFor();
    const {id, title} = goal.skills[0];
    await tabTo(page, page.getByRole('checkbox', {name: title, exact: true}));
    await page.keyboard.press('Space');
    assert.equal(await page.locator('.steps').getByRole('link', {name: title, exact: true}).count(), 0);
    await page.waitForURL(`**/planner/?have=${id}&goal=${goal.id}`);
  });
});

test('certifications that can be taken stand with status and cost, amounts with their source', async () => {
  await guide.visit(`planner/?goal=${goal.id}`, {}, async (page) => {
    await page.locator('#Plan tbody tr').first().waitFor();
    const states = await page.locator('#Plan .status').allInnerTexts();
    assert.ok(states.length > 0 && !states.includes('retired'), states.join());
    assert.ok((await page.locator('#Plan').innerText()).includes(goal.pay.text));
    for (const amount of await page.locator('#Plan strong').all())
      assert.equal(await amount.locator('xpath=following-sibling::sup').count(), 1);
    for (const href of await page.locator('#Plan .mark a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      assert.match(href, /^\.\.\/sources\/#/);
  });
});

test('without a goal the roles are ranked by fit, and each leads to its plan', async () => {
  const [{id}] = goal.skills;
  await guide.visit(`planner/?have=${id}`, {}, async (page) => {
    await page.locator('#Plan tbody tr').first().waitFor();
    const fits = (await page.locator('#Plan tbody td:nth-child(2)').allInnerTexts()).map(parseFloat);
    assert.equal(fits.length, roles.length);
    assert.deepEqual(fits, [...fits].sort((a, b) => b - a));
    assert.ok(fits[0] > 0);
    await page.locator('#Plan').getByRole('link', {name: goal.title, exact: true}).click();
    await page.waitForURL(`**/planner/?have=${id}&goal=${goal.id}`);
    await page.locator('.steps').waitFor();
  });
});

for (const look of looks) {
  test(`a plan and a ranking at ${look.viewport.width} px, ${look.colorScheme}, are sound for axe`, async () => {
    for (const query of ['', `?goal=${goal.id}`, `?have=${goal.skills[0].id}`])
      await guide.visit(`planner/${query}`, look, async (page) => {
        if (query) await page.locator('#Plan h2').waitFor();
        await checkAxe(page);
      });
  });
}

test('without JavaScript it is a worksheet: every skill with a box, every role with its skills', async () => {
  await guide.visit('planner/', {javaScriptEnabled: false}, async (page) => {
    assert.equal(await page.getByRole('checkbox').count(), skills.size);
    assert.equal(await page.locator('.goals').isVisible(), false);
    const boxes = await page.locator('#Worksheets li').count();
    assert.equal(boxes, roles.reduce((sum, role) => sum + role.skills.length, 0));
  });
});
