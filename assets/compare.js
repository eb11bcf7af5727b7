// Puts two to four roles side by side, from the data in api/. The choice is in the address
// (?roles=a,b), so that it can be shared. Without this script the page has a table of links.
const chooser = document.getElementById('Chooser');
const selects = [...chooser.querySelectorAll('select')];
const status = chooser.querySelector('[role=status]');
const chosen = document.getElementById('Chosen');

// An element with its attributes and children; text is never read as HTML.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}

const url = (path) => chooser.dataset.base + path;
const link = ({title, url: path}) => make('a', {href: url(path)}, title);
const none = (text = 'no data') => make('span', {class: 'none'}, text);
const basis = (text) => make('span', {class: 'basis'}, text);
const list = (items, one) =>
  items.length ? make('ul', {class: 'inline'}, items.map((item) => make('li', {}, one(item)))) : none();

async function load(kind) {
  const response = await fetch(`${chooser.dataset.api}${kind}.json`);
  if (!response.ok) throw new Error(`${kind}.json: ${response.status}`);
  const {items} = await response.json();
  return new Map(items.map((item) => [item.id, item]));
}

async function start() {
  const kinds = ['roles', 'certifications', 'comparisons', 'sources', 'taxonomies'];
  const loaded = await Promise.all(kinds.map(load));
  const guide = Object.fromEntries(kinds.map((kind, i) => [kind, loaded[i]]));
  const roles = [...guide.roles.values()].sort((a, b) => a.title.localeCompare(b.title));
  for (const select of selects)
    select.append(make('option', {value: ''}, 'none'),
      ...roles.map(({id, title}) => make('option', {value: id}, title)));
  read(guide);
  chooser.hidden = false;
  chooser.addEventListener('change', () => {
    const ids = chosenIds();
    const query = ids.length ? `?roles=${ids.join(',')}` : location.pathname;
    history.replaceState(null, '', query);
    show(guide, ids);
  });
  window.addEventListener('popstate', () => read(guide));
}

const chosenIds = () => [...new Set(selects.map(({value}) => value).filter(Boolean))];

// From the address; what is no role is left out.
function read(guide) {
  const asked = new URLSearchParams(location.search).get('roles')?.split(',') ?? [];
  const known = [...new Set(asked)].filter((id) => guide.roles.has(id));
  selects.forEach((select, i) => { select.value = known[i] ?? ''; });
  show(guide, chosenIds());
}

function show(guide, ids) {
  const roles = ids.map((id) => guide.roles.get(id));
  if (roles.length < 2) {
    chosen.replaceChildren();
    status.textContent = 'Choose at least two roles.';
    return;
  }
  chosen.replaceChildren(table(guide, roles));
  status.textContent = `Side by side: ${roles.map(({title}) => title).join(', ')}.`;
}

function table(guide, roles) {
  const row = (name, cell) => make('tr', {}, make('th', {scope: 'row'}, name),
    roles.map((role) => make('td', {}, cell(role))));
  const term = (kind, id) => guide.taxonomies.get(kind).terms.find((one) => one.id === id)?.title;
  const numbers = new Map();  // of the sources, in the order of their marks
  const mark = (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    const source = guide.sources.get(id);
    return make('sup', {class: 'mark'}, make('a', {href: url(source.url), title: source.title},
      make('span', {class: 'visually-hidden'}, `Source: ${source.title}, `), `${numbers.get(id)}`));
  };
  const pay = (row) => {
    if (!row?.text) return none();
    const per = row.period === 'year' ? '' : ` per ${row.period}`;
    const what = [row.is_old ? `from ${row.year}` : row.year, term('regions', row.region),
      row.level ? `${term('levels', row.level)} level` : 'all levels'];
    if (row.occupation) what.push(row.title);
    return [make('strong', {}, row.text + per), mark(row.source), ' ', basis(what.join(', '))];
  };
  const certification = (id) => {
    const {status: state, replaced_by: heirs, ...one} = guide.certifications.get(id);
    if (state !== 'retired') return link(one);
    return [link(one), ' (retired', ...(heirs.length ? ['; replaced by ',
      ...heirs.flatMap((heir, i) => [i ? ', ' : '', link(guide.certifications.get(heir))])] : []), ')'];
  };
  const overlap = (role) => {
    const others = roles.filter((other) => other !== role);
    return list(others, (other) => {
      const pair = guide.comparisons.get([role.id, other.id].sort().join('-vs-'));
      if (!pair) return [other.title, ': ', none('no page of the two')];
      const share = pair.affinity === null ? 'no data' : `${Math.round(pair.affinity * 100)}%`;
      return [make('a', {href: url(pair.url)}, other.title), `: ${share}`];
    });
  };

  const caption = `Side by side: ${roles.map(({title}) => title).join(', ')}`;
  return make('section', {class: 'table comparison', 'aria-labelledby': 'Chosen-table', tabindex: '0'},
    make('table', {},
      make('caption', {id: 'Chosen-table'}, make('span', {}, caption)),
      make('thead', {}, make('tr', {}, make('td'),
        roles.map((role) => make('th', {scope: 'col'}, link(role))))),
      make('tbody', {},
        row('What it is', ({summary}) => summary),
        row('Overlap of skills', overlap),
        row('Median pay under this title', (role) => pay(role.pay)),
        row('Median pay of the nearest official occupation', (role) => pay(role.official_pay)),
        row('Entry education', ({education}) => term('education', education?.typical) ?? none()),
        row('Levels', ({levels}) => list(levels, (id) => term('levels', id))),
        row('Family', ({family}) => term('families', family)),
        row('Certifications that help', ({certifications}) => list(certifications, certification)),
        row('Leads to', ({leads_to: ids}) => list(ids, (id) => link(guide.roles.get(id))))),
      make('tbody', {},
        make('tr', {}, make('th', {class: 'group-label', scope: 'rowgroup', colspan: roles.length + 1},
          make('span', {}, 'Skills by importance, from 1 to 5'))),
        skillsOf(roles).map((skill) => row(link(skill), (role) => {
          const need = role.skills.find(({id}) => id === skill.id);
          if (!need) return none('not listed');
          const bar = make('span', {class: `importance importance-${need.importance}`},
            `${need.importance} of 5`);
          return need.level ? [bar, ' ', basis(need.level)] : bar;
        })))));
}

// Those that most of the roles list come first, then the most important, then by title.
function skillsOf(roles) {
  const skills = new Map();
  for (const need of roles.flatMap((role) => role.skills)) {
    const known = skills.get(need.id) ?? {...need, count: 0, importance: 0};
    skills.set(need.id, {...known, count: known.count + 1,
      importance: Math.max(known.importance, need.importance)});
  }
  return [...skills.values()].sort((a, b) =>
    b.count - a.count || b.importance - a.importance || a.title.localeCompare(b.title));
}

start().catch((error) => {
  chooser.hidden = false;
  status.textContent = `The chooser does not work here (${error.message}); the pairs are listed below.`;
  chooser.querySelector('fieldset').hidden = true;
});
