// What every page runs: the colours before anything is drawn, the rest when the page is read.

// A browser that may keep nothing throws: then a choice lasts as long as the page.
function kept(storage, name) {
  try { return window[storage].getItem(name); } catch { return null; }
}
function keep(storage, name, value) {
  try { window[storage].setItem(name, value); } catch { /* as above */ }
}

// Light or dark, as the reader chose last; else as the system prefers.
const {dataset: choice, lang} = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (choice.theme ? choice.theme === 'dark' : dark.matches);
choice.theme = kept('localStorage', 'theme') ?? '';

function offerTheme() {
  const button = document.getElementById('Theme');
  const show = () => { button.ariaPressed = String(isDark()); };
  button.addEventListener('click', () => {
    choice.theme = isDark() ? 'light' : 'dark';
    keep('localStorage', 'theme', choice.theme);
    show();
  });
  dark.addEventListener('change', show);
  show();
}

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// An element with its attributes and children; text is never read as HTML.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}

// What parts show alike, as the pages do.
const none = (text = 'no data') => make('span', {class: 'none'}, text);
const basis = (text) => make('span', {class: 'basis'}, text);
const list = (items) =>
  (items.length ? make('ul', {class: 'inline'}, items.map((item) => make('li', {}, item))) : none());

// A row of one cell is a heading for those below it.
function table(id, caption, heads, rows, kind = '') {
  const row = ([head, ...cells]) => make('tr', {}, cells.length ? make('th', {scope: 'row'}, head)
    : make('th', {class: 'group-label', scope: 'rowgroup', colspan: heads.length}, make('span', {}, head)),
  cells.map((cell) => make('td', {}, cell)));
  return make('section', {class: `table ${kind}`, 'aria-labelledby': id, tabindex: '0'}, make('table', {},
    make('caption', {id}, make('span', {}, caption)),
    make('thead', {}, make('tr', {}, heads.map((head) => (head ? make('th', {scope: 'col'}, head) : make('td'))))),
    make('tbody', {}, rows.map(row))));
}

function money(amount, currency) {
  const format = new Intl.NumberFormat(lang, {style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger'});
  return (amount.at_least ? '≥ ' : '') + format.format(amount.value ?? amount.amount);
}

async function itemsAt(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()).items;
}

// Files of api/, each as a map by id, and how what is in them is shown.
async function readGuide({api, base}, kinds) {
  const guide = {};
  await Promise.all(kinds.map(async (kind) => {
    guide[kind] = new Map((await itemsAt(`${api}${kind}.json`)).map((item) => [item.id, item]));
  }));
  const link = ({title, url}) => make('a', {href: base + url}, title);
  const links = (kind, ids) => list(ids.map((id) => link(guide[kind].get(id))));
  const term = (names, id) => guide.taxonomies.get(names).terms.find((one) => one.id === id)?.title;
  const state = ({status, replaced_by: heirs}) => [make('span', {class: `status status-${status}`}, status),
    ...(heirs.length ? [' replaced by ', links('certifications', heirs)] : [])];

  const marked = [];  // sources, numbered in the order in which they are first shown
  function mark(id) {
    if (!marked.includes(id)) marked.push(id);
    const {url, title} = guide.sources.get(id);
    return make('sup', {class: 'mark'}, make('a', {href: base + url},
      make('span', {class: 'visually-hidden'}, `Source: ${title}, `), `${marked.indexOf(id) + 1}`));
  }

  function pay(row) {
    if (!row?.text) return none();
    const {p25, p75, currency, period, level, year} = row;
    const what = [row.is_old ? `from ${year}` : year, term('regions', row.region),
      level ? `${term('levels', level)} level` : 'all levels'];
    if (p25 && p75) what.push(`middle half ${money(p25, currency)} to ${money(p75, currency)}`);
    if (row.occupation) what.push(row.title);
    return [make('strong', {}, row.text + (period === 'year' ? '' : ` per ${period}`)), mark(row.source),
      ' ', basis(what.join(', '))];
  }
  const fee = (amount, {sources}) => (amount ? [money(amount, amount.currency), ...sources.slice(0, 1).map(mark),
    ...(amount.note ? [' ', basis(amount.note)] : [])] : none());
  return {...guide, link, links, term, state, pay, fee};
}

// A part that a reader may never use has its script in data-part: loaded when they first come to it,
// or at once where the address holds its state (data-state: names in the query).
const tools = {all, make, none, basis, list, table, itemsAt, readGuide};
const address = new URL(location);
const query = new URLSearchParams(location.search);

// Safari does not move the focus to a box that is clicked: what changes has been come to as well.
function awaitReader(part) {
  const signs = part.matches('button') ? ['click'] : ['change', 'focusin'];
  const load = async () => {
    for (const sign of signs) part.removeEventListener(sign, load);
    try {
      await (await import(new URL(part.dataset.part, document.baseURI))).start(part, tools);
    } catch (error) {
      part.after(make('p', {role: 'alert'}, `This does not work here (${error.message}).`));
    } finally {
      part.ariaBusy = null;
    }
  };
  if (part.dataset.state?.split(' ').some((name) => query.has(name))) {
    part.ariaBusy = 'true';
    load();
  } else for (const sign of signs) part.addEventListener(sign, load);
}

const isCommand = ({ctrlKey, metaKey, altKey}) => ctrlKey || metaKey || altKey;

// "/" leads to the search field, unless one is writing.
function leadToSearch(event) {
  if (event.key !== '/' || isCommand(event) || event.target.matches('input, select, textarea')) return;
  event.preventDefault();
  document.getElementById('Query').focus();
}

// Tables: a head with data-sort sorts by its column, one with data-filter gives a choice of what its
// cells hold. Both stand in the address.
const collator = new Intl.Collator(lang, {numeric: true});

function remember(name, value) {
  if (value) address.searchParams.set(name, value);
  else address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
}

// What a cell is sorted by; nothing where there is no data, which stands last either way.
function keyOf(cell) {
  return cell.dataset.value ?? (cell.querySelector('.none') ? undefined : cell.textContent.trim());
}

function sortBy(head, isDown) {
  const [body] = head.closest('table').tBodies;
  const keyed = (body.asWritten ??= [...body.rows]).map((row) => [keyOf(row.cells[head.cellIndex]), row]);
  keyed.sort(([a], [b]) => (a === undefined || b === undefined
    ? (a === undefined) - (b === undefined) : collator.compare(a, b) * (isDown ? -1 : 1)));
  body.append(...keyed.map(([, row]) => row));
  for (const other of head.parentNode.cells) other.ariaSort = null;
  head.ariaSort = isDown ? 'descending' : 'ascending';
}

function offerSort(head) {
  const name = `${head.closest('table').caption.id}.${head.cellIndex}`;
  const button = make('button', {type: 'button', class: 'sort'}, ...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const isDown = head.ariaSort === 'ascending';
    sortBy(head, isDown);
    remember('sort', (isDown ? '-' : '') + name);
  });
  const asked = query.get('sort');
  if (asked?.replace('-', '') === name) sortBy(head, asked[0] === '-');
}

// What the cell offers to choose: the items of its list, else its text.
function termsOf(cell) {
  const items = all('li', cell);
  return (items.length ? items : [cell]).map((item) => item.dataset.term ?? item.textContent.trim());
}

// A row that can be filtered: its words, and what it holds under each head that filters.
function filtered(row) {
  const {caption, tHead} = row.closest('table');
  const terms = all('[data-filter]', tHead).map((head) =>
    [head.dataset.filter, termsOf(row.cells[head.cellIndex])]);
  return {row, terms: Object.fromEntries(terms), words: `${caption.textContent} ${row.textContent}`.toLowerCase()};
}

function makeFilters(bar) {
  const rows = all('table:has([data-filter]) tbody tr').map(filtered);
  // What holds rows is hidden with the last of them.
  const parts = all('main :is(section, details)')
    .map((part) => [part, rows.filter(({row}) => part.contains(row))]).filter(([, own]) => own.length);
  const fields = make('fieldset', {}, make('label', {}, 'Words ',
    make('input', {type: 'search', name: 'text', autocomplete: 'off'})));
  const controls = fields.elements;
  for (const {dataset: {filter}, textContent} of all('[data-filter]')) {
    if (controls[filter]) continue;
    const terms = [...new Set(rows.flatMap((row) => row.terms[filter] ?? []))].sort(collator.compare);
    fields.append(make('label', {}, `${textContent.trim()} `, make('select', {name: filter},
      make('option', {value: ''}, 'all'), terms.map((term) => make('option', {}, term)))));
  }
  const status = make('p', {role: 'status', class: 'meta'});
  const isAsked = () => [...controls].some(({value}) => value);

  function show() {
    const asked = controls.text.value.toLowerCase().split(/\s+/);
    for (const {row, terms, words} of rows)
      row.hidden = !asked.every((word) => words.includes(word)) ||
        !Object.entries(terms).every(([name, own]) => own.includes(controls[name].value || own[0]));
    for (const [part, own] of parts) {
      part.hidden = own.every(({row}) => row.hidden);
      if (part.matches('details')) part.open = isAsked();
    }
    status.textContent = `${rows.filter(({row}) => !row.hidden).length} of ${rows.length} rows`;
  }

  fields.addEventListener('input', ({target}) => {
    remember(target.name, target.value);
    show();
  });
  bar.append(fields);
  bar.after(status);
  for (const control of controls) control.value = query.get(control.name) ?? '';
  if (!isAsked()) return;
  bar.open = true;
  show();
}

// Made when the reader opens it, or at once where the address may ask for a choice.
function offerFilters(bar) {
  if (location.search) makeFilters(bar);
  else bar.addEventListener('click', () => makeFilters(bar), {once: true});
}

// The tray: roles and certifications that a reader picks from any page to compare, up to four of
// each. It lasts as long as the tab.
function offerTray() {
  const most = 4;
  const picked = JSON.parse(kept('sessionStorage', 'picked') ?? '{}');  // kind -> {url, items}
  const tray = make('aside', {class: 'tray', 'aria-label': 'Comparison'});
  const told = make('p', {class: 'visually-hidden', role: 'status'});
  const picks = [];  // [button, kind, id]

  // Into the tray, or out of it.
  function move({kind, id, title}) {
    const {items} = picked[kind];
    const others = items.filter((item) => item.id !== id);
    const isFull = others.length === most;
    if (others.length === items.length && !isFull) others.push({kind, id, title});
    told.textContent = isFull ? `There are ${most} ${kind} to compare already; remove one first.`
      : `${others.length} of ${most} ${kind} to compare.`;
    picked[kind].items = others;
    keep('sessionStorage', 'picked', JSON.stringify(picked));
    show();
  }

  function entry(item) {
    const button = make('button', {type: 'button', 'aria-label': `${item.title} × remove`}, `${item.title} ×`);
    button.addEventListener('click', () => {
      move(item);
      (tray.querySelector('button') ?? document.getElementById('Query')).focus();
    });
    return make('li', {}, button);
  }

  function show() {
    const filled = Object.entries(picked).filter(([, {items}]) => items.length);
    tray.hidden = !filled.length;
    tray.replaceChildren(...filled.map(([kind, {url, items}]) => make('div', {},
      make('ul', {}, items.map(entry)),
      items.length > 1
        ? make('a', {href: `${url}?${kind}=${items.map(({id}) => id)}`}, `Compare ${items.length} ${kind}`)
        : make('span', {class: 'meta'}, 'Add one more to compare'))));
    for (const [button, kind, id] of picks)
      button.ariaPressed = String(!!picked[kind]?.items.some((item) => item.id === id));
  }

  for (const link of all('a.pick')) {
    const {dataset, pathname: url} = link;
    const button = make('button', {type: 'button', class: 'pick'}, ...link.childNodes);
    link.replaceWith(button);
    picks.push([button, dataset.kind, dataset.id]);
    button.addEventListener('click', () => {
      picked[dataset.kind] ??= {url, items: []};
      move(dataset);
    });
  }
  document.body.append(tray, told);
  show();
}

// The card of a video becomes the player when the reader asks: until then nothing is loaded from
// elsewhere.
function offerPlayer(card) {
  card.querySelector('a').addEventListener('click', (event) => {
    if (isCommand(event) || event.shiftKey) return;
    event.preventDefault();
    const {video, start} = card.dataset;
    const player = make('iframe', {allow: 'autoplay; fullscreen; picture-in-picture',
      src: `https://www.youtube-nocookie.com/embed/${video}?autoplay=1${start ? `&start=${start}` : ''}`,
      title: card.querySelector('.video-title').textContent});
    card.replaceChildren(player);
    player.focus();
  });
}

document.addEventListener('DOMContentLoaded', () => {
  offerTheme();
  document.addEventListener('keydown', leadToSearch);
  all('[data-part]').forEach(awaitReader);
  all('[data-sort]').forEach(offerSort);
  all('#Filters').forEach(offerFilters);
  all('[data-video]').forEach(offerPlayer);
  offerTray();
});
