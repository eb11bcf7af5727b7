// Every sum of money and every percentage of the guide can be followed: from its mark to a note at
// the end of the page, and from there to its source in the ledger, /sources/.
import assert from 'node:assert/strict';
import test from 'node:test';
import {parseFragment} from 'parse5';
import {pages, urlOf} from './site.mjs';

const currency = String.raw`(?:(?:CA|AU|US|A)?[$€£¥]|\b(?:USD|EUR|GBP|CHF|CAD|AUD)\b)\s?`;
const unit = String.raw`\s?(?:%|(?:per ?cent|percent|USD|EUR|GBP|CHF|CAD|AUD|(?:US )?dollars?|euros?|pounds?|francs)\b)`;
const amount = new RegExp(String.raw`${currency}\d[\d.,]*|\d[\d.,]*(?: (?:million|billion))?${unit}`, 'g');
const isShare = (number) => /%|per ?cent/.test(number);

const mark = '\u0001';  // stands for a mark in a block's text
const blocks = new Set(['p', 'li', 'dd', 'dt', 'tr', 'caption', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'summary',
                        'blockquote', 'div', 'section', 'nav', 'header', 'article', 'aside', 'figure', 'main', 'text', 'desc']);

const attribute = (node, name) => node.attrs?.find((a) => a.name === name)?.value;
const classesOf = (node) => attribute(node, 'class')?.split(' ') ?? [];
const children = (node) => node.childNodes ?? [];

function* below(node) {
  for (const child of children(node)) {
    yield child;
    yield* below(child);
  }
}

function ancestor(node, fits) {
  for (let at = node; at; at = at.parentNode) if (fits(at)) return at;
  return undefined;
}

const isMark = (node) => node.tagName === 'sup' && classesOf(node).includes('mark');
// Numbers that are no data, each for its own reason.
const isOmitted = (node) =>
  node.tagName === 'code' ||                    // an example
  classesOf(node).includes('chart-tick') ||     // the scale of a chart
  node.tagName === 'script' || node.tagName === 'style';
// A share that the guide computes from its own records, by a formula that it prints. Never money.
const isComputed = (node) => classesOf(node).includes('computed');

// The text of a block without the blocks inside it; a mark that leads to the ledger is one sign.
function textOfBlock(block, leads) {
  let text = '';
  const walk = (node, computed) => {
    for (const child of children(node)) {
      if (child.value !== undefined) text += computed ? child.value.replace(amount, (n) => isShare(n) ? '' : n) : child.value;
      else if (isMark(child)) text += leads(child) ? mark : '';
      else if (!isOmitted(child) && (block.tagName === 'tr' || !blocks.has(child.tagName)))
        walk(child, computed || isComputed(child));
    }
  };
  walk(block, ancestor(block, isComputed) !== undefined);
  return text;
}

const rowsOf = (node) => [...below(node)].filter(({tagName}) => tagName === 'tr');

// Where a number of a block is vouched for, apart from a mark behind it.
const vouchers = [
  // A row of a table: anywhere in the row, or in what the table is called.
  (block) => block.tagName === 'tr' &&
    [block, ...below(ancestor(block, (n) => n.tagName === 'table'))].filter((n) => n === block || n.tagName === 'caption'),
  // A fact and what is said of it stand side by side.
  (block) => ['dd', 'li'].includes(block.tagName) && !ancestor(block, (n) => classesOf(n).includes('prose')) && [block],
  // Sources that disagree are marked below what they disagree on.
  (block) => block.tagName === 'li' && [ancestor(block, (n) => attribute(n, 'id') === 'Conflicts')],
  // A verdict weighs the claims above it, each of which has its mark.
  (block) => ancestor(block, (n) => classesOf(n).includes('verdict')) && [ancestor(block, (n) => classesOf(n).includes('dispute'))],
  // A picture shows the numbers of the table beside it.
  (block) => block.tagName === 'text' && rowsOf(ancestor(block, (n) => rowsOf(n).length > 0) ?? block),
];

// The numbers of a page without a way to the ledger.
function unmarked(root, leads, isLedger) {
  const found = [];
  for (const block of [...below(root)].filter((node) => blocks.has(node.tagName))) {
    if (ancestor(block, isOmitted) || isLedger(block)) continue;
    const pieces = textOfBlock(block, leads).split(mark);
    const numbers = pieces.map((piece) => piece.match(amount) ?? []);
    const places = vouchers.map((voucher) => voucher(block)).filter(Boolean).flat().filter(Boolean);
    numbers.forEach((ofPiece, i) => ofPiece.forEach((number, k) => {
      const isNext = i < numbers.length - 1 && k === ofPiece.length - 1;  // a mark comes before another number
      const texts = places.map((place) => [...below(place)].filter(isMark).some(leads) && textOfBlock(place, leads));
      const isVouched = block.tagName === 'text' ? texts.some((text) => text && text.includes(number)) : texts.some(Boolean);
      if (!isNext && !isVouched) found.push(`${number} in <${block.tagName}> "${pieces.join('').trim().replace(/\s+/g, ' ').slice(0, 100)}"`);
    }));
  }
  return found;
}

const ledger = pages.find(({path}) => path === 'sources/index.html');
const sourcesOfLedger = new Set(ledger.elements
  .filter(({attributes}) => attributes.class?.split(' ').includes('source'))
  .map(({attributes}) => `${ledger.url}#${attributes.id}`));

// Whether a mark leads to a note of the page, and the note to a source in the ledger.
function leadsToLedger(page) {
  const byId = new Map(page.elements.filter(({attributes}) => attributes.id).map((e) => [e.attributes.id, e.node]));
  return (sup) => {
    const link = children(sup).find((node) => node.tagName === 'a');
    const note = byId.get(attribute(link, 'href')?.replace(/^#/, ''));
    const line = note && ancestor(note, (node) => /^Note-\d+$/.test(attribute(node, 'id') ?? ''));
    return line !== undefined && [...below(line)].some((node) => node.tagName === 'a' &&
      sourcesOfLedger.has(new URL(attribute(node, 'href'), page.url).href));
  };
}

// The ledger itself, and the notes at the end of a page: what a mark leads to.
const isInLedger = (page) => (block) =>
  ancestor(block, (n) => classesOf(n).includes('notes') || (page === ledger && classesOf(n).includes('source'))) !== undefined;

const mainOf = (page) => page.elements.find(({tag}) => tag === 'main').node;

test('every sum of money and every percentage leads to the ledger', () => {
  const wrong = pages.map((page) => [page.path, unmarked(mainOf(page), leadsToLedger(page), isInLedger(page))]);
  assert.deepEqual(wrong.filter(([, found]) => found.length), []);
});

test('there are sources in the ledger, and numbers on the pages', () => {
  assert.ok(sourcesOfLedger.size > 10, `${sourcesOfLedger.size} sources`);
  const numbers = pages.flatMap((page) => [...below(mainOf(page))].map(({value}) => value?.match(amount) ?? []).flat());
  assert.ok(numbers.length > 1000, `${numbers.length} numbers`);
});

// What the rules above find in a piece of a page.
const look = (html) => unmarked(parseFragment(html), () => true, () => false).map((found) => found.split(' in <')[0]);
const sup = '<sup class="mark"><a href="#Note-1">1</a></sup>';

test('the rules find what has no mark of its own', () => {
  assert.deepEqual(look(`<p>From $1,000 to $2,000${sup}, or 300 dollars.</p>`), ['$1,000', '300 dollars']);
  assert.deepEqual(look(`<p>A share of 34%${sup}; 20 percent elsewhere.</p>`), ['20 percent']);
  assert.deepEqual(look(`<ul class="prose"><li>€5 <code>€6</code></li></ul>`), ['€5']);
  assert.deepEqual(look(`<table><tr><td>£7</td><td>${sup}</td></tr><tr><td>CHF 8</td></tr></table>`), ['CHF 8']);
  assert.deepEqual(look('<p><span class="computed">55% of $9</span> 12%</p>'), ['$9', '12%']);
  assert.deepEqual(look(`<figure><svg><text>$3</text><text>$4</text></svg><table><tr><td>$3</td><td>${sup}</td></tr></table></figure>`), ['$4']);
});
