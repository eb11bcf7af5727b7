// Puts two to four roles, or as many certifications, side by side, from the data in api/. The choice
// is in the address (?roles=a,b), so that it can be shared. Without this script the page has a table
// of links.
const files = ['roles', 'certifications', 'skills', 'comparisons', 'sources', 'taxonomies'];
const places = ['First', 'Second', 'Third', 'Fourth'];

let tools;
let make;

// Takes the place of the button that asked for it.
export async function start(button, given) {
  tools = given;
  ({make} = tools);
  chooser(button, await tools.readGuide(button.dataset.api, files), button.dataset.base);
}

function chooser(button, guide, base) {
  const status = make('p', {role: 'status'});
  const chosen = document.getElementById('Chosen');
  const kind = make('select', {}, make('option', {value: 'roles'}, 'roles'),
    make('option', {value: 'certifications'}, 'certifications'));
  const selects = places.map(() => make('select'));
  const ids = () => [...new Set(selects.map(({value}) => value).filter(Boolean))];
  const fieldset = make('fieldset', {}, make('legend', {}, 'Choose two to four'),
    make('label', {}, 'Of these ', kind),
    selects.map((select, i) => make('label', {}, `${places[i]} `, select)));

  const offer = () => {
    const items = [...guide[kind.value].values()].sort((a, b) => a.title.localeCompare(b.title));
    for (const select of selects)
      select.replaceChildren(make('option', {value: ''}, 'none'),
        ...items.map(({id, title}) => make('option', {value: id}, title)));
  };
  const show = () => {
    const items = ids().map((id) => guide[kind.value].get(id));
    const titles = items.map(({title}) => title).join(', ');
    const enough = items.length > 1;
    chosen.replaceChildren(...(enough ? [table(guide, base, kind.value, items, titles)] : []));
    status.textContent = enough ? `Side by side: ${titles}.` : `Choose at least two ${kind.value}.`;
  };
  fieldset.addEventListener('change', ({target}) => {
    if (target === kind) offer();
    history.replaceState(null, '', ids().length ? `?${kind.value}=${ids().join(',')}` : location.pathname);
    show();
  });
  const hadFocus = button === document.activeElement;
  button.replaceWith(make('div', {class: 'chooser', id: 'Chooser'}, fieldset, status));
  if (hadFocus) kind.focus();

  // From the address; what is not in the guide is left out.
  const query = new URLSearchParams(location.search);
  kind.value = query.has('certifications') ? 'certifications' : 'roles';
  offer();
  const known = new Set(query.get(kind.value)?.split(',').filter((id) => guide[kind.value].has(id)));
  [...known].slice(0, places.length).forEach((id, i) => { selects[i].value = id; });
  show();
}

function table(guide, base, kind, items, titles) {
  const url = (path) => base + path;
  const link = ({title, url: path}) => make('a', {href: url(path)}, title);
  const mark = tools.marker(guide.sources, base);
  const row = (name, cell) => make('tr', {}, make('th', {scope: 'row'}, name),
    items.map((item) => make('td', {}, cell(item))));
  const term = (names, id) => guide.taxonomies.get(names).terms.find((one) => one.id === id)?.title;
  const rows = kind === 'roles' ? roleRows : certificationRows;
  return make('section', {class: 'table comparison', 'aria-labelledby': 'Chosen-table', tabindex: '0'},
    make('table', {},
      make('caption', {id: 'Chosen-table'}, make('span', {}, `Side by side: ${titles}`)),
      make('thead', {}, make('tr', {}, make('td'),
        items.map((item) => make('th', {scope: 'col'}, link(item))))),
      rows({guide, url, link, mark, row, term}, items)));
}

function roleRows({guide, url, link, mark, row, term}, roles) {
  const {none, basis, list} = tools;
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
    return list(others.map((other) => {
      const pair = guide.comparisons.get([role.id, other.id].sort().join('-vs-'));
      if (!pair) return [other.title, ': ', none('no page of the two')];
      const share = pair.affinity === null ? 'no data' : `${Math.round(pair.affinity * 100)}%`;
      return [make('a', {href: url(pair.url)}, other.title), `: ${share}`];
    }));
  };

  return [
    make('tbody', {},
      row('What it is', ({summary}) => summary),
      row('Overlap of skills', overlap),
      row('Median pay under this title', (role) => pay(role.pay)),
      row('Median pay of the nearest official occupation', (role) => pay(role.official_pay)),
      row('Entry education', ({education}) => term('education', education?.typical) ?? none()),
      row('Levels', ({levels}) => list(levels.map((id) => term('levels', id)))),
      row('Family', ({family}) => term('families', family)),
      row('Certifications that help', ({certifications}) => list(certifications.map(certification))),
      row('Leads to', ({leads_to: ids}) => list(ids.map((id) => link(guide.roles.get(id)))))),
    make('tbody', {},
      make('tr', {}, make('th', {class: 'group-label', scope: 'rowgroup', colspan: roles.length + 1},
        make('span', {}, 'Skills by importance, from 1 to 5'))),
      skillsOf(roles).map((skill) => row(link(skill), (role) => {
        const need = role.skills.find(({id}) => id === skill.id);
        if (!need) return none('not listed');
        const bar = make('span', {class: `importance importance-${need.importance}`},
          `${need.importance} of 5`);
        return need.level ? [bar, ' ', basis(need.level)] : bar;
      }))),
  ];
}

function certificationRows({guide, link, mark, row}, certifications) {
  const {none, basis, list, money} = tools;
  const fee = (name) => (one) => (one[name]
    ? [money(one[name], one[name].currency), ...one.sources.slice(0, 1).map(mark)] : none());
  const months = (count) => (count % 12 ? `${count} months` : `${count / 12} years`);
  const links = (name, kind) => (one) => list(one[name].map((id) => link(guide[kind].get(id))));
  return make('tbody', {},
    row('What it is', ({summary}) => summary),
    row('Provider', ({provider}) => provider),
    row('Status', ({status, checked, replaced_by: heirs}) => [
      make('span', {class: `status status-${status}`}, status), ' ',
      ...(checked ? [basis(`on ${checked}`)] : []),
      ...(heirs.length ? [' replaced by ', list(heirs.map((id) => link(guide.certifications.get(id))))] : [])]),
    row('Level', ({level}) => level ?? none()),
    row('Cost', fee('cost')),
    row('Cost over five years', fee('five_year_cost')),
    row('Length', ({length}) => (length === null ? none() : `${length} min`)),
    row('Validity', ({validity}) => (validity === null ? none() : validity ? months(validity) : 'does not expire')),
    row('Asked for before', ({prerequisites}) => prerequisites ?? none()),
    row('Skills it covers', links('covers', 'skills')),
    row('Helps with', links('roles', 'roles')));
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
