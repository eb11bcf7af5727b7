// Writes the content of a guide with COUNT roles of 25 skills each to FOLDER, the same one each time:
//   node roles.mjs FOLDER COUNT
// The pool of skills grows with the roles: 20 of a role's skills are of its field, the sixty that lie
// next to it; 5 are of twenty that many roles need. Prerequisites stay within a score of skills.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const common = 20;
const field = 60;

// Numbers that look random and are the same on every machine (a linear congruential generator).
let state = 1;
function below(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}
const times = (number, make) => Array.from({length: number}, (_, i) => make(i));
function distinct(number, make) {
  const all = new Set();
  while (all.size < number) all.add(make());
  return [...all];
}
const quoted = (ids) => `[${ids.map((id) => `"${id}"`).join(', ')}]`;
function record(kind, id, lines, body = '') {
  writeFileSync(join(folder, kind, `${id}.md`), `+++\n${lines.join('\n')}\n+++\n${body}`);
}
for (const kind of ['roles', 'skills', 'certifications', 'articles', 'salaries'])
  mkdirSync(join(folder, kind), {recursive: true});

const skills = common + count + field;
for (let i = 0; i < skills; ++i) {
  const before = i % 20 < 2 ? [] : distinct(1 + below(2), () => i - 1 - below(i % 20));
  record('skills', `skill-${i}`, [`title = "Skill ${i}"`, 'summary = "One of many."', 'kind = "tool"',
    `requires = ${quoted(before.map((id) => `skill-${id}`))}`]);
}
const levels = ['basic', 'working', 'advanced', 'expert'];
const near = (i, reach) => `role-${(i + 1 + below(reach)) % count}`;
for (let i = 0; i < count; ++i) {
  const needs = [...distinct(20, () => common + i + below(field)), ...distinct(5, () => below(common))];
  record('roles', `role-${i}`, [`title = "Role ${i}"`, 'summary = "One of many."', 'family = "engineering"',
    `levels = ${quoted(['entry', 'mid', 'senior', 'lead'].slice(below(4)))}`,
    `skills = [${needs.map((id) =>
      `{ id = "skill-${id}", importance = ${1 + below(5)}, level = "${levels[below(4)]}" }`).join(', ')}]`,
    `leads_to = ${quoted(distinct(2, () => near(i, 10)))}`,
    `compare_with = ${quoted([near(i, 10)])}`], 'What the role is.\n');
}
for (let i = 0; i < count / 10; ++i) {
  record('certifications', `certification-${i}`, [`title = "Certification ${i}"`, 'summary = "One of many."',
    'provider = "Guide"', 'status = "active"', 'checked = 2026-01-01',
    `covers = ${quoted(distinct(10, () => `skill-${below(skills)}`))}`]);
  record('articles', `article-${i}`, [`title = "Article ${i}"`, 'summary = "One of many."',
    `roles = ${quoted(distinct(3, () => near(i * 10, 12)))}`], 'What the article says.\n');
}
writeFileSync(join(folder, 'salaries', 'all.toml'), times(count, (i) =>
  ['', 'entry', 'mid', 'senior'].flatMap((level) => [2023, 2024].map((year) => ['[[salary]]',
    `role = "role-${i}"`, level && `level = "${level}"`, 'region = "us"', `year = ${year}`, 'currency = "USD"',
    `median = ${60000 + below(90000)}`, `sample = ${10 + below(900)}`, 'population = "full-time rows"',
    'source = "survey"'].filter(Boolean).join('\n'))).join('\n')).join('\n'));
writeFileSync(join(folder, 'sources.toml'),
  '[source.survey]\ntitle = "Survey"\npublisher = "Guide"\npublished = "2025"\nkind = "survey"\n');
