// What every page runs. A part of a page that a reader may never use says in data-part where its
// script is: it is loaded when the reader first comes to it, or at once where the address holds its
// state (data-state: the names in the query).

// An element with its attributes and children; text is never read as HTML.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}

const none = (text = 'no data') => make('span', {class: 'none'}, text);
const basis = (text) => make('span', {class: 'basis'}, text);
const list = (items) =>
  items.length ? make('ul', {class: 'inline'}, items.map((item) => make('li', {}, item))) : none();

// Files of api/, each as a map by id.
async function readGuide(api, kinds) {
  const files = await Promise.all(kinds.map(async (kind) => {
    const response = await fetch(`${api}${kind}.json`);
    if (!response.ok) throw new Error(`${kind}.json: ${response.status}`);
    return (await response.json()).items;
  }));
  return Object.fromEntries(kinds.map((kind, i) =>
    [kind, new Map(files[i].map((item) => [item.id, item]))]));
}

// Marks of sources, numbered in the order in which they are made.
function marker(sources, base) {
  const numbers = new Map();
  return (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    const {url, title} = sources.get(id);
    return make('sup', {class: 'mark'}, make('a', {href: base + url, title},
      make('span', {class: 'visually-hidden'}, `Source: ${title}, `), `${numbers.get(id)}`));
  };
}

// As the pages write it; nothing for what is not known.
function money(amount, currency) {
  return amount && new Intl.NumberFormat(document.documentElement.lang,
    {style: 'currency', currency, minimumFractionDigits: 0})
    .format(amount.value ?? amount.amount).replace(/^/, amount.at_least ? '≥ ' : '');
}

const tools = {make, none, basis, list, readGuide, marker, money};
const query = new URLSearchParams(location.search);
for (const part of document.querySelectorAll('[data-part]')) {
  const load = async () => {
    try {
      await (await import(new URL(part.dataset.part, document.baseURI))).start(part, tools);
    } catch (error) {
      part.after(make('p', {role: 'alert'}, `This does not work here (${error.message}).`));
    }
  };
  const isAsked = part.dataset.state?.split(' ').some((name) => query.has(name));
  if (isAsked) load();
  else part.addEventListener(part.matches('button') ? 'click' : 'focusin', load, {once: true});
}

// "/" leads to the search field, unless one is writing.
const field = document.getElementById('Query');
document.addEventListener('keydown', (event) => {
  const writes = event.target.closest?.('input, select, textarea');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writes || !field) return;
  event.preventDefault();
  field.focus();
});

// Tables: a head with data-sort sorts by its column, one with data-filter gives a choice of what its
// cells hold. Both stand in the address.
const state = new URL(location.href);
const keep = () => history.replaceState(history.state, '', state);
const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});
const columnOf = (head) => head.cellIndex;
const rowsOf = (table) => [...table.tBodies].flatMap((body) => [...body.rows]);

// What a cell is sorted by; nothing where there is no data, which stands last either way.
function keyOf(cell) {
  return cell.dataset.value ?? (cell.querySelector('.none') ? undefined : cell.textContent.trim());
}

function sortBy(head, isDown) {
  const table = head.closest('table');
  const keyed = (table.rowsAsWritten ??= rowsOf(table)).map((row) => [keyOf(row.cells[columnOf(head)]), row]);
  keyed.sort(([a], [b]) => (a === undefined || b === undefined
    ? (a === undefined) - (b === undefined) : collator.compare(a, b) * (isDown ? -1 : 1)));
  table.tBodies[0].append(...keyed.map(([, row]) => row));
  for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
}

const nameOf = (head) => `${head.closest('table').caption.id}.${columnOf(head)}`;
for (const head of document.querySelectorAll('th[data-sort]')) {
  const button = make('button', {type: 'button', class: 'sort'}, ...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const isDown = head.getAttribute('aria-sort') === 'ascending';
    sortBy(head, isDown);
    state.searchParams.set('sort', (isDown ? '-' : '') + nameOf(head));
    keep();
  });
  const asked = query.get('sort');
  if (asked?.replace(/^-/, '') === nameOf(head)) sortBy(head, asked.startsWith('-'));
}

// What the cell offers to choose: the items of its list, else its text.
function termsOf(cell) {
  const items = [...cell.querySelectorAll('li')];
  const texts = items.length ? items.map((item) => item.textContent) : [cell.dataset.term ?? cell.textContent];
  return texts.map((text) => text.trim());
}

function filter(bar) {
  const heads = [...document.querySelectorAll('th[data-filter]')];
  const tables = [...new Set(heads.map((head) => head.closest('table')))];
  const rows = tables.flatMap(rowsOf);
  const status = make('p', {role: 'status', class: 'meta'});
  const controls = new Map([['text', make('input', {type: 'search', autocomplete: 'off'})]]);
  const labels = [make('label', {}, 'Words ', controls.get('text'))];
  for (const name of new Set(heads.map((head) => head.dataset.filter))) {
    const own = heads.filter((head) => head.dataset.filter === name);
    const terms = new Set(own.flatMap((head) =>
      rowsOf(head.closest('table')).flatMap((row) => termsOf(row.cells[columnOf(head)]))));
    const select = make('select', {}, make('option', {value: ''}, 'all'),
      [...terms].sort(collator.compare).map((term) => make('option', {}, term)));
    controls.set(name, select);
    labels.push(make('label', {}, `${own[0].textContent.trim()} `, select));
  }

  const show = () => {
    const words = controls.get('text').value.toLowerCase().split(/\s+/);
    const isShown = (row) => {
      const text = row.textContent.toLowerCase();
      return words.every((word) => text.includes(word)) && heads.every((head) => {
        const {value} = controls.get(head.dataset.filter);
        return !value || head.closest('table') !== row.closest('table') ||
          termsOf(row.cells[columnOf(head)]).includes(value);
      });
    };
    for (const row of rows) row.hidden = !isShown(row);
    const isAsked = [...controls.values()].some(({value}) => value);
    for (const table of tables) {
      table.parentNode.hidden = rowsOf(table).every((row) => row.hidden);
      const fold = table.closest('details');
      if (fold) [fold.hidden, fold.open] = [table.parentNode.hidden, isAsked];
    }
    status.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
  };
  const form = make('form', {}, labels);
  form.addEventListener('submit', (event) => event.preventDefault());
  bar.append(form);
  bar.after(status);
  bar.addEventListener('input', () => {
    for (const [name, {value}] of controls)
      value ? state.searchParams.set(name, value) : state.searchParams.delete(name);
    keep();
    show();
  });
  const asked = [...controls].filter(([name]) => query.get(name));
  for (const [name, control] of asked) control.value = query.get(name);
  bar.open = asked.length > 0;
  if (asked.length) show();
}
const bar = document.getElementById('Filters');
if (bar) filter(bar);

// The tray: roles and certifications that a reader picks from any page to compare, up to four of
// each. It lasts as long as the tab.
const most = 4;
const picked = JSON.parse(sessionStorage.getItem('picked') ?? '{}');  // kind -> {url, items}
const tray = make('aside', {class: 'tray', 'aria-label': 'Comparison'});
const told = make('p', {class: 'visually-hidden', role: 'status'});
const picks = [];

function change(kind, items, message) {
  picked[kind].items = items;
  sessionStorage.setItem('picked', JSON.stringify(picked));
  told.textContent = message;
  showTray();
}

function remove(kind, {id, title}) {
  change(kind, picked[kind].items.filter((item) => item.id !== id), `${title} removed.`);
}

function showTray() {
  const filled = Object.entries(picked).filter(([, {items}]) => items.length);
  tray.hidden = !filled.length;
  tray.replaceChildren(...filled.map(([kind, {url, items}]) => make('div', {},
    make('ul', {}, items.map((item) => {
      const button = make('button', {type: 'button'}, `${item.title} ×`);
      button.setAttribute('aria-label', `${item.title} × remove`);
      button.addEventListener('click', () => {
        remove(kind, item);
        (tray.querySelector('button') ?? field ?? document.body).focus();
      });
      return make('li', {}, button);
    })),
    items.length > 1
      ? make('a', {href: `${url}?${kind}=${items.map(({id}) => id).join(',')}`}, `Compare ${items.length} ${kind}`)
      : make('span', {class: 'meta'}, 'Add one more to compare'))));
  for (const {kind, id, button} of picks)
    button.setAttribute('aria-pressed', String(!!picked[kind]?.items.some((item) => item.id === id)));
}

for (const link of document.querySelectorAll('a.pick')) {
  const {kind, id, title} = link.dataset;
  const button = make('button', {type: 'button', class: 'pick'}, ...link.childNodes);
  link.replaceWith(button);
  picks.push({kind, id, button});
  button.addEventListener('click', () => {
    const {items} = (picked[kind] ??= {url: link.pathname, items: []});
    if (items.some((item) => item.id === id)) remove(kind, {id, title});
    else if (items.length === most) told.textContent = `There are ${most} ${kind} to compare already; remove one first.`;
    else change(kind, [...items, {id, title}], `${title} added: ${items.length + 1} of ${most} to compare.`);
  });
}
document.body.append(tray, told);
showTray();
