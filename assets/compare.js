// Puts two to four roles, or as many certifications, side by side, from the data in api/. The choice
// is in the address (?roles=a,b), so that it can be shared. Without this script the page has a table
// of links.
const files = ['roles', 'certifications', 'skills', 'comparisons', 'sources', 'taxonomies'];

// Takes the place of the button that asked for it.
export async function start(button, tools) {
  const {make, readGuide} = tools;
  const guide = await readGuide(button.dataset, files);
  const status = make('p', {role: 'status'});
  const chosen = document.getElementById('Chosen');
  const kind = make('select', {}, make('option', {}, 'roles'), make('option', {}, 'certifications'));
  const selects = [1, 2, 3, 4].map(() => make('select'));
  const ids = () => [...new Set(selects.map(({value}) => value).filter(Boolean))];
  const fieldset = make('fieldset', {}, make('legend', {}, 'Choose two to four'),
    make('label', {}, 'Of these ', kind),
    selects.map((select, i) => make('label', {}, `${i + 1}. `, select)));

  const offer = () => {
    const items = [...guide[kind.value].values()].sort((a, b) => a.title.localeCompare(b.title));
    for (const select of selects)
      select.replaceChildren(make('option', {value: ''}, 'none'),
        ...items.map(({id, title}) => make('option', {value: id}, title)));
  };
  const show = () => {
    const items = ids().map((id) => guide[kind.value].get(id));
    const isEnough = items.length > 1;
    const told = isEnough ? `Side by side: ${items.map(({title}) => title).join(', ')}.`
      : `Choose at least two ${kind.value}.`;
    chosen.replaceChildren(isEnough ? sideBySide(guide, tools, kind.value, items, told) : '');
    status.textContent = told;
  };
  fieldset.addEventListener('change', ({target}) => {
    if (target === kind) offer();
    history.replaceState(null, '', ids().length ? `?${kind.value}=${ids()}` : location.pathname);
    show();
  });
  const hadFocus = button.matches(':focus');
  button.replaceWith(make('div', {class: 'chooser', id: 'Chooser'}, fieldset, status));
  if (hadFocus) kind.focus();

  // From the address; what is not in the guide is left out.
  const query = new URLSearchParams(location.search);
  if (query.has('certifications')) kind.value = 'certifications';
  offer();
  const known = new Set(query.get(kind.value)?.split(',').filter((id) => guide[kind.value].has(id)));
  selects.forEach((select, i) => { select.value = [...known][i] ?? ''; });
  show();
}

// A row says what stands first in it, and what of each item; without an item it is a heading.
function sideBySide(guide, tools, kind, items, caption) {
  const rows = kind === 'roles' ? rowsOfRoles(guide, tools, items) : rowsOfCertifications(guide, tools);
  return tools.table('Chosen-table', caption, ['', ...items.map(guide.link)],
    rows.map(([name, cell]) => [name, ...(cell ? items.map(cell) : [])]), 'comparison');
}

function rowsOfRoles(guide, {make, none, basis, list}, roles) {
  const {link, links, term, pay} = guide;
  const certification = (id) => {
    const one = guide.certifications.get(id);
    return one.status === 'retired' ? [link(one), ' ', ...guide.state(one)] : link(one);
  };
  const overlap = (role) => list(roles.filter((other) => other !== role).map((other) => {
    const pair = guide.comparisons.get([role.id, other.id].sort().join('-vs-'));
    if (!pair) return [other.title, ': ', none('no page of the two')];
    const share = pair.affinity === null ? 'no data' : `${Math.round(pair.affinity * 100)}%`;
    return [link({...pair, title: other.title}), `: ${share}`];
  }));
  const need = (skill) => (role) => {
    const {importance, level} = role.skills.find(({id}) => id === skill.id) ?? {};
    if (!importance) return none('not listed');
    const bar = make('span', {class: `importance importance-${importance}`}, `${importance} of 5`);
    return level ? [bar, ' ', basis(level)] : bar;
  };
  return [
    ['What it is', ({summary}) => summary],
    ['Overlap of skills', overlap],
    ['Median pay under this title', (role) => pay(role.pay)],
    ['Median pay of the nearest official occupation', (role) => pay(role.official_pay)],
    ['Entry education', ({education}) => term('education', education?.typical) ?? none()],
    ['Levels', ({levels}) => list(levels.map((id) => term('levels', id)))],
    ['Family', ({family}) => term('families', family)],
    ['Certifications that help', (role) => list(role.certifications.map(certification))],
    ['Leads to', (role) => links('roles', role.leads_to)],
    ['Skills by importance, from 1 to 5'],
    ...skillsOf(roles, guide.skills).map((skill) => [link(skill), need(skill)]),
  ];
}

function rowsOfCertifications({links, fee, state}, {none, basis}) {
  const counted = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  const months = (count) => (count % 12 ? counted(count, 'month') : counted(count / 12, 'year'));
  return [
    ['What it is', ({summary}) => summary],
    ['Provider', ({provider}) => provider],
    ['Status', (one) => [...state(one), ...(one.checked ? [' ', basis(`on ${one.checked}`)] : [])]],
    ['Level', ({level}) => level ?? none()],
    ['Cost', (one) => fee(one.cost, one)],
    ['Cost over five years', (one) => fee(one.five_year_cost, one)],
    ['Length', ({length}) => (length === null ? none() : `${length} min`)],
    ['Validity', ({validity}) => (validity === null ? none() : validity ? months(validity) : 'does not expire')],
    ['Asked for before', ({prerequisites}) => prerequisites ?? none()],
    ['Skills it covers', (one) => links('skills', one.covers)],
    ['Helps with', (one) => links('roles', one.roles)],
  ];
}

// Those that matter most to all of the roles together come first.
function skillsOf(roles, skills) {
  const weights = new Map();
  for (const {id, importance} of roles.flatMap((role) => role.skills))
    weights.set(id, (weights.get(id) ?? 0) + importance);
  return [...weights].sort(([, a], [, b]) => b - a).map(([id]) => skills.get(id));
}
