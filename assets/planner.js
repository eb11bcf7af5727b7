// What a reader knows against what a role asks for: the missing skills in the order of learning,
// certifications that cover them, pay; without a goal the roles by fit. All of it stays in the page
// and its address. Without this script the page is a worksheet.
const files = ['roles', 'skills', 'certifications', 'sources', 'taxonomies'];

export async function start(part, {make, none, basis, list, readGuide, marker, money}) {
  const {api, base} = part.dataset;
  const plan = document.getElementById('Plan');
  const told = document.getElementById('Told');
  const [held, goal] = part.querySelectorAll('select');
  const boxes = [...part.querySelectorAll('[type=checkbox]')];
  const guide = await readGuide(api, files);
  let mark;
  let have;  // ids of skills
  const link = ({title, url}) => make('a', {href: base + url}, title);
  const skill = (id) => guide.skills.get(id);
  const percent = (share) => `${Math.round(share * 100)}%`;

  // The share of the importance of all its skills.
  function fitOf({skills}) {
    const sum = (needs) => needs.reduce((total, {importance}) => total + importance, 0);
    return skills.length ? sum(skills.filter(({id}) => have.has(id))) / sum(skills) : 0;
  }

  // The skills that are missing and what they rest on, as far as that is missing as well.
  function missingFor(role) {
    const missing = new Set();
    const add = (id) => {
      if (have.has(id) || missing.has(id)) return;
      missing.add(id);
      skill(id).prerequisites.forEach(add);
    };
    role.skills.forEach(({id}) => add(id));
    return missing;
  }

  function pay(row) {
    if (!row?.text) return none();
    const region = guide.taxonomies.get('regions').terms.find(({id}) => id === row.region).title;
    const [low, high] = [row.p25, row.p75].map((amount) => money(amount, row.currency));
    const range = low && high ? `, middle half ${low} to ${high}` : '';
    return make('span', {}, make('strong', {}, row.text), mark(row.source), ' ',
      basis(`median${range}; ${row.year}, ${region}`
        + (row.period === 'year' ? '' : `, per ${row.period}`) + (row.occupation ? `; ${row.title}` : '')));
  }

  function table(caption, heads, rows) {
    return make('section', {class: 'table', 'aria-labelledby': 'Plan-table', tabindex: '0'},
      make('table', {}, make('caption', {id: 'Plan-table'}, make('span', {}, caption)),
        make('thead', {}, make('tr', {}, heads.map((head) => make('th', {scope: 'col'}, head)))),
        make('tbody', {}, rows.map(([head, ...cells]) => make('tr', {},
          make('th', {scope: 'row'}, head), cells.map((cell) => make('td', {}, cell)))))));
  }

  function ranking() {
    const ranked = [...guide.roles.values()].filter(({skills}) => skills.length)
      .map((role) => ({role, fit: fitOf(role)}))
      .sort((a, b) => b.fit - a.fit || a.role.title.localeCompare(b.role.title));
    told.textContent = `Best fit: ${ranked[0].role.title}, ${percent(ranked[0].fit)}.`;
    return [make('h2', {}, 'Roles by fit'),
      make('p', {class: 'meta'}, 'Of the importance of all skills that a role lists, how much you have.'),
      table('Roles by the share of their skills that you have', ['Role', 'Fit', 'Missing', 'Median pay'],
        ranked.map(({role, fit}) => [make('a', {href: address(role.id)}, role.title), percent(fit),
          `${role.skills.filter(({id}) => !have.has(id)).length} of ${role.skills.length}`, pay(role.pay)]))];
  }

  function way(role) {
    const missing = missingFor(role);
    const steps = role.roadmap.map((step) => step.filter((id) => missing.has(id))).filter((step) => step.length);
    const importance = new Map(role.skills.map(({id, importance: n}) => [id, n]));
    const covers = [...guide.certifications.values()]
      .filter(({status}) => status !== 'retired' && status !== 'unverified')
      .map((one) => ({one, skills: one.covers.filter((id) => missing.has(id))}))
      .filter(({skills}) => skills.length)
      .sort((a, b) => b.skills.length - a.skills.length || a.one.title.localeCompare(b.one.title));
    const count = missing.size;
    told.textContent = `${role.title}: ${percent(fitOf(role))} fit, ${count} ${count === 1 ? 'skill' : 'skills'} to learn.`;
    return [make('h2', {}, 'Your way to ', link(role)),
      make('h3', {}, 'Pay'),
      make('p', {}, 'Under this title: ', pay(role.pay)),
      make('p', {}, 'Nearest official occupation: ', pay(role.official_pay)),
      make('h3', {}, 'To learn, in this order'),
      count ? make('ol', {class: 'steps'}, steps.map((step) => make('li', {}, list(step.map((id) =>
        [link(skill(id)), ' ', basis(importance.has(id) ? `${importance.get(id)} of 5` : 'groundwork')])))))
        : make('p', {}, 'Nothing: you have every skill in its list.'),
      make('h3', {}, 'Certifications that cover them'),
      covers.length ? table('Certifications that cover missing skills', ['Certification', 'Status', 'Cost', 'Covers'],
        covers.map(({one, skills}) => [link(one),
          make('span', {class: `status status-${one.status}`}, one.status),
          one.cost ? [money(one.cost, one.cost.currency), ...one.sources.slice(0, 1).map(mark)] : none(),
          list(skills.map((id) => skill(id).title))])) : make('p', {}, none('none in this guide'))];
  }

  function address(id) {
    const query = new URLSearchParams();
    if (have.size) query.set('have', [...have].join());
    if (id) query.set('goal', id);
    return `${location.pathname}${query.size ? '?' : ''}${decodeURIComponent(query)}`;
  }

  function show() {
    mark = marker(guide.sources, base);
    have = new Set(boxes.filter(({checked}) => checked).map(({value}) => value));
    const role = guide.roles.get(goal.value);
    plan.hidden = !role && !have.size;
    told.textContent = '';
    plan.replaceChildren(...(plan.hidden ? [] : role ? way(role) : ranking()));
  }

  function renew() {
    show();
    history.replaceState(null, '', address(goal.value));
  }

  // Ticks what the role that one holds asks for.
  function hold() {
    const own = new Set(guide.roles.get(held.value).skills.map(({id}) => id));
    for (const box of boxes) box.checked = own.has(box.value);
  }

  function read() {
    const query = new URLSearchParams(location.search);
    const known = new Set(query.get('have')?.split(','));
    for (const box of boxes) box.checked ||= known.has(box.value);
    if (guide.roles.has(query.get('goal'))) goal.value = query.get('goal');
    if (!held.value || query.has('have')) return show();
    hold();  // a reader was quicker than this script
    renew();
  }

  part.addEventListener('change', ({target}) => {
    if (target === held && held.value) hold();
    renew();
  });
  read();
}
