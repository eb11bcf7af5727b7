// Search as one types: MiniSearch over api/search.json, both loaded when the reader first comes to
// the field. Without this script the form leads to the index from A to Z.
const kinds = {
  role: 'Roles', skill: 'Skills', certification: 'Certifications', article: 'Articles',
  title: 'Job titles', page: 'About this guide',
};
const most = 8;  // below the field; the search page has all

async function load({engine, index}, itemsAt) {
  const [{default: MiniSearch}, items] = await Promise.all([
    import(new URL(engine, document.baseURI)), itemsAt(index)]);
  const search = new MiniSearch({
    fields: ['title', 'aliases', 'headings', 'summary', 'words'],
    storeFields: ['kind', 'title', 'url', 'summary'],
    searchOptions: {
      boost: {title: 8, aliases: 6, headings: 3, summary: 2},
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  search.addAll(items);
  return search;
}

export async function start(form, {all, make, itemsAt}) {
  const {base} = form.dataset;
  const input = form.elements.q;
  const list = document.getElementById('Found');
  const status = form.querySelector('[role=status]');
  const results = document.getElementById('Results');  // on the search page alone
  const search = await load(form.dataset, itemsAt);

  // Pages that have all of the words, else those that have any.
  function find(text) {
    const found = search.search(text);
    return found.length ? found : search.search(text, {combineWith: 'OR'});
  }

  // By kind, the best kind first: build(its name, its pages).
  function grouped(found, build) {
    const names = new Set(found.map(({kind}) => kind));
    return [...names].map((name) => build(kinds[name], found.filter(({kind}) => kind === name)));
  }

  const counted = (n) => (n ? `${n} ${n === 1 ? 'page' : 'pages'} found` : 'Nothing found');
  const gist = ({summary}) => make('span', {class: 'gist'}, summary);

  function option(page) {
    const id = `Found-${page.id}`;
    return make('a', {role: 'option', id, href: base + page.url, tabindex: '-1', 'aria-selected': 'false'},
      make('strong', {}, page.title), ' ', gist(page));
  }

  // Below the field.
  function suggest(text) {
    const found = find(text);
    list.replaceChildren(...grouped(found.slice(0, most), (name, pages) =>
      make('div', {role: 'group', 'aria-label': name},
        make('div', {class: 'kicker', 'aria-hidden': 'true'}, name), pages.map(option))));
    open(found.length > 0);
    const shown = found.length > most ? `, the best ${most} shown` : '';
    status.textContent = text && `${counted(found.length)}${shown}.`;
  }

  // On the search page.
  function showAll(text) {
    const found = find(text);
    const heading = `${counted(found.length)} for “${text}”`;
    results.hidden = false;
    results.replaceChildren(make('h2', {}, heading),
      ...grouped(found, (name, pages) => make('section', {}, make('h3', {}, name),
        make('ul', {class: 'entries'}, pages.map((page) => make('li', {},
          make('a', {href: base + page.url}, page.title), ' ', gist(page)))))));
    status.textContent = heading;
  }

  const options = () => all('[role=option]', list);
  const selected = () => list.querySelector('[aria-selected=true]');

  function select(choice) {
    for (const one of options()) one.ariaSelected = String(one === choice);
    choice?.scrollIntoView({block: 'nearest'});
    if (choice) input.setAttribute('aria-activedescendant', choice.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.ariaExpanded = String(isOpen);
    select(null);
  }

  // From the last to the first and back goes through the field itself.
  function move(step) {
    const all = [null, ...options()];
    const next = all.indexOf(selected()) + step + all.length;
    open(all.length > 1);
    select(all[next % all.length]);
  }

  input.addEventListener('input', () => suggest(input.value.trim()));
  input.addEventListener('blur', () => open(false));
  list.addEventListener('mousedown', (event) => event.preventDefault());  // the field keeps the focus
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(1);
    else if (list.hidden) return;
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') open(false);
    else if (event.key === 'Enter' && selected()) selected().click();
    else return;
    event.preventDefault();
  });

  Object.assign(list, {role: 'listbox', ariaLabel: 'Search results'});
  Object.assign(input, {role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false'});
  input.setAttribute('aria-controls', list.id);
  const asked = new URLSearchParams(location.search).get('q')?.trim();
  if (results && asked && !input.value) {
    input.value = asked;
    showAll(asked);
  } else if (document.activeElement === input) {
    suggest(input.value.trim());  // what was typed meanwhile
  }
}
