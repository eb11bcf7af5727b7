// What a reader knows against what a role asks for: the missing skills in the order of learning,
// certifications that cover them, pay; without a goal the roles by fit. All of it stays in the page
// and its address. Without this script the page is a worksheet.
const files = ['roles', 'skills', 'certifications', 'sources', 'taxonomies'];
const percent = (share) => `${Math.round(share * 100)}%`;

export async function start(part, {all, make, none, basis, list, table, readGuide}) {
  const plan = document.getElementById('Plan');
  const told = document.getElementById('Told');
  const [held, goal] = part.querySelectorAll('select');
  const boxes = all('[type=checkbox]', part);
  const guide = await readGuide(part.dataset, files);
  const {link, pay, fee, state} = guide;
  let have;  // ids of skills

  // The share of the importance of all its skills.
  function fitOf({skills}) {
    const sum = (needs) => needs.reduce((total, {importance}) => total + importance, 0);
    return sum(skills.filter(({id}) => have.has(id))) / sum(skills) || 0;
  }

  // The skills that are missing and what they rest on, as far as that is missing as well.
  function missingFor(role) {
    const missing = new Set();
    const add = (id) => {
      if (have.has(id) || missing.has(id)) return;
      missing.add(id);
      guide.skills.get(id).prerequisites.forEach(add);
    };
    role.skills.forEach(({id}) => add(id));
    return missing;
  }

  function ranking() {
    const ranked = [...guide.roles.values()].filter(({skills}) => skills.length)
      .map((role) => ({role, fit: fitOf(role)}))
      .sort((a, b) => b.fit - a.fit);
    told.textContent = `Best fit: ${ranked[0].role.title}, ${percent(ranked[0].fit)}.`;
    return [make('h2', {}, 'Roles by fit'),
      table('Plan-table', 'Of the importance of all skills that a role lists, the share that you have',
        ['Role', 'Fit', 'Missing', 'Median pay'], ranked.map(({role, fit}) => [
          make('a', {href: address(role.id)}, role.title), percent(fit),
          `${role.skills.filter(({id}) => !have.has(id)).length} of ${role.skills.length}`, pay(role.pay)]))];
  }

  function stepsTo(role, missing) {
    const importance = new Map(role.skills.map((need) => [need.id, `${need.importance} of 5`]));
    return make('ol', {class: 'steps'}, role.roadmap
      .map((step) => step.filter((id) => missing.has(id))).filter((step) => step.length)
      .map((step) => make('li', {}, list(step.map((id) =>
        [link(guide.skills.get(id)), ' ', basis(importance.get(id) ?? 'groundwork')])))));
  }

  function certificationsFor(missing) {
    const covers = [...guide.certifications.values()]
      .filter((one) => one.status !== 'retired' && one.status !== 'unverified')
      .map((one) => ({one, skills: one.covers.filter((id) => missing.has(id))}))
      .filter(({skills}) => skills.length)
      .sort((a, b) => b.skills.length - a.skills.length);
    if (!covers.length) return none('none in this guide');
    return table('Plan-table', 'Certifications that cover missing skills',
      ['Certification', 'Status', 'Cost', 'Covers'], covers.map(({one, skills}) => [
        link(one), state(one), fee(one.cost, one), list(skills.map((id) => guide.skills.get(id).title))]));
  }

  function way(role) {
    const missing = missingFor(role);
    told.textContent = `${role.title}: ${percent(fitOf(role))} fit, skills to learn: ${missing.size}.`;
    return [make('h2', {}, 'Your way to ', link(role)),
      make('h3', {}, 'Pay'),
      make('p', {}, 'Under this title: ', pay(role.pay)),
      make('p', {}, 'Nearest official occupation: ', pay(role.official_pay)),
      make('h3', {}, 'To learn, in this order'),
      missing.size ? stepsTo(role, missing) : make('p', {}, 'Nothing: you have every skill in its list.'),
      make('h3', {}, 'Certifications that cover them'),
      certificationsFor(missing)];
  }

  function address(id) {
    const state = [have.size && `have=${[...have]}`, id && `goal=${id}`].filter(Boolean);
    return location.pathname + (state.length ? '?' : '') + state.join('&');
  }

  function show() {
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
    if (held.value && !query.has('have')) hold();  // a reader was quicker than this script
    renew();
  }

  part.addEventListener('change', ({target}) => {
    if (target === held && held.value) hold();
    renew();
  });
  read();
}
