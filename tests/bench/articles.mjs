// Writes COUNT Markdown articles of about 6 KB to FOLDER, the same ones each time:
//   node articles.mjs FOLDER COUNT [SKILLS]
// With SKILLS, one phrase in ten ends with one of as many names: "Skill 0", "Skill 1" ...
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [folder, count, skills] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4] ?? 0)];

// Numbers that look random and are the same on every machine (a linear congruential generator).
let state = 1;
function below(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}
const pick = (list) => list[below(list.length)];
const times = (number, make) => Array.from({length: number}, (_, i) => make(i));

const words = `model data team skill role pay year level course exam source figure answer system
  test cost week month project review change report study method result sample limit reason plan
  tool library language cluster pipeline feature metric error prompt token vector index budget risk
  early often rarely open closed large small useful plain careful steady honest broad narrow first
  learn build measure compare explain deploy watch repair choose read write ask share keep`.split(/\s+/);

function phrase() {
  let text = times(4 + below(5), () => pick(words)).join(' ');
  if (skills > 0 && below(10) === 0) text += ` Skill ${below(skills)}`;
  switch (below(12)) {
    case 0: return `**${text}**`;
    case 1: return `*${text}*`;
    case 2: return `\`${pick(words)}_${pick(words)}\` ${text}`;
    case 3: return `[${text}](https://example.com/${pick(words)}/${below(900)}?a=1&b=2)`;
    case 4: return `${text} & "${pick(words)}" <${below(90)}`;
    default: return text;
  }
}
function sentence() {
  const text = times(2 + below(2), phrase).join(', ');
  return text[0].toUpperCase() + text.slice(1) + '.';
}
const paragraph = () => times(3 + below(3), sentence).join('\n');
const list = () => times(4, (i) => `- ${sentence()}${i === 1 ? `\n  - ${phrase()}\n  - ${phrase()}` : ''}`).join('\n');
const table = () => ['| Name | Level | Amount |', '|---|:-:|--:|',
  ...times(5, () => `| ${pick(words)} | ${pick(words)} | ${1000 + below(90000)} |`)].join('\n');
const code = () => ['```python', `def ${pick(words)}(${pick(words)}):`,
  ...times(4, () => `    ${pick(words)} = ${pick(words)}["${pick(words)}"] < ${below(100)}`), '```'].join('\n');
const section = (i) => [`## ${phrase().replace(/[[\]<>&"]|\(.*?\)/g, '')} ${i}`, paragraph(), paragraph(),
  pick([list, table, code, () => `> ${sentence()}`])(), `### ${pick(words)} ${i}`, paragraph()].join('\n\n');

mkdirSync(folder, {recursive: true});
for (let i = 1; i <= count; ++i) {
  const day = new Date(Date.UTC(2020, 0, i)).toISOString().slice(0, 10);
  const front = ['+++', `title = "Article ${i}: ${pick(words)} and ${pick(words)}"`, `date = ${day}`,
    `summary = "How to ${pick(words)} a ${pick(words)}, and when a ${pick(words)} is better."`, '+++'].join('\n');
  let body = '';
  for (let part = 1; body.length < 5000; ++part) body += section(part) + '\n\n';
  writeFileSync(join(folder, `article-${String(i).padStart(4, '0')}.md`), `${front}\n${body}`);
}
