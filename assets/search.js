// Search as one types: MiniSearch over api/search.json, both loaded when the reader first comes to
// the field. Without this script the form leads to the index from A to Z.
const form = document.getElementById('Search');
const input = form.elements.q;
const list = document.getElementById('Found');
const status = form.querySelector('[role=status]');
const results = document.getElementById('Results');  // on the search page alone
const most = 8;  // below the field; the search page has all
const kinds = {
  role: 'Roles', skill: 'Skills', certification: 'Certifications', article: 'Articles',
  title: 'Job titles', page: 'About this guide',
};

let make;

async function load() {
  const [{default: MiniSearch}, response] = await Promise.all([
    import(new URL(form.dataset.engine, document.baseURI)), fetch(form.dataset.index)]);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const index = new MiniSearch({
    fields: ['title', 'aliases', 'headings', 'summary', 'words'],
    storeFields: ['kind', 'title', 'url', 'summary'],
    extractField: (item, name) => (Array.isArray(item[name]) ? item[name].join('\n') : item[name]),
    searchOptions: {
      boost: {title: 8, aliases: 6, headings: 3, summary: 2},
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll((await response.json()).items);
  return index;
}

// Pages that have all of the words, else those that have any; by kind, the best kind first.
function find(index, text) {
  let found = index.search(text);
  if (!found.length) found = index.search(text, {combineWith: 'OR'});
  return found;
}

function groupsOf(found) {
  const groups = new Map();
  for (const page of found) groups.set(page.kind, [...(groups.get(page.kind) ?? []), page]);
  return [...groups].map(([kind, pages]) => ({name: kinds[kind] ?? kind, pages}));
}

const href = ({url}) => form.dataset.base + url;
const counted = (n) => (n === 0 ? 'Nothing found' : `${n} ${n === 1 ? 'page' : 'pages'} found`);

function option(page, id) {
  const element = make('div', {role: 'option', id: `Found-${id}`, 'aria-selected': 'false'},
    make('strong', {}, page.title), ' ', make('span', {class: 'gist'}, page.summary));
  element.dataset.href = href(page);
  return element;
}

// Below the field.
function suggest(found) {
  let id = 0;
  list.replaceChildren(...groupsOf(found.slice(0, most)).map(({name, pages}) =>
    make('div', {role: 'group', 'aria-label': name},
      make('div', {class: 'kicker', 'aria-hidden': 'true'}, name),
      pages.map((page) => option(page, ++id)))));
  select(null);
  open(found.length > 0);
  const shown = found.length > most ? `, the best ${most} shown` : '';
  status.textContent = `${counted(found.length)}${shown}.`;
}

// On the search page.
function showAll(found, text) {
  results.hidden = false;
  results.replaceChildren(make('h2', {}, `${counted(found.length)} for “${text}”`),
    ...groupsOf(found).map(({name, pages}) => make('section', {}, make('h3', {}, name),
      make('ul', {class: 'entries'}, pages.map((page) => make('li', {},
        make('a', {href: href(page)}, page.title), ' ',
        make('span', {class: 'gist'}, page.summary)))))));
}

const options = () => [...list.querySelectorAll('[role=option]')];
const selected = () => list.querySelector('[aria-selected=true]');

function select(choice) {
  selected()?.setAttribute('aria-selected', 'false');
  choice?.setAttribute('aria-selected', 'true');
  choice?.scrollIntoView({block: 'nearest'});
  if (choice) input.setAttribute('aria-activedescendant', choice.id);
  else input.removeAttribute('aria-activedescendant');
}

function open(isOpen) {
  list.hidden = !isOpen;
  input.setAttribute('aria-expanded', String(isOpen));
  if (!isOpen) select(null);
}

// From the last to the first and back goes through the field itself.
function move(step) {
  const all = [null, ...options()];
  const at = all.indexOf(selected());
  select(all[(at + step + all.length) % all.length]);
}

function press(event) {
  if (list.hidden) {
    if (event.key === 'ArrowDown' && options().length) { event.preventDefault(); open(true); move(1); }
    return;
  }
  if (event.key === 'ArrowDown') move(1);
  else if (event.key === 'ArrowUp') move(-1);
  else if (event.key === 'Escape') open(false);
  else if (event.key === 'Enter' && selected()) location.assign(selected().dataset.href);
  else return;
  event.preventDefault();
}

function listen(index) {
  const look = () => {
    const text = input.value.trim();
    suggest(text ? find(index, text) : []);
    if (!text) status.textContent = '';
  };
  input.addEventListener('input', look);
  input.addEventListener('keydown', press);
  input.addEventListener('blur', () => open(false));
  list.addEventListener('mousedown', (event) => event.preventDefault());  // the field keeps the focus
  list.addEventListener('click', ({target}) => {
    const choice = target.closest('[role=option]');
    if (choice) location.assign(choice.dataset.href);
  });
  const asked = results && new URLSearchParams(location.search).get('q')?.trim();
  if (asked && !input.value) {
    input.value = asked;
    showAll(find(index, asked), asked);
    status.textContent = results.querySelector('h2').textContent;
  } else if (document.activeElement === input) {
    look();  // what was typed meanwhile
  }
}

export async function start(part, tools) {
  ({make} = tools);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Search results');
  for (const [name, value] of Object.entries({role: 'combobox', 'aria-autocomplete': 'list',
    'aria-controls': list.id, 'aria-expanded': 'false'})) input.setAttribute(name, value);
  listen(await load());
}
