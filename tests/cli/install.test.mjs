// Waymark installed and as a Debian package: it works without its source, and the manual and the
// completions know every command and option.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const build = path.join(root, 'build/release');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: folder, encoding: 'utf8', ...options });
  assert.ok(!result.error, `${command}: ${result.error?.message}`);
  return { status: result.status, out: result.stdout, err: result.stderr };
}
function done(command, args, options) {
  const result = run(command, args, options);
  assert.equal(result.status, 0, `${command} ${args.join(' ')}:\n${result.out}${result.err}`);
  return result.out;
}
const without = (command) => (spawnSync(command, ['--version']).error ? `${command} is not installed` : false);

// Installed in one place and moved to another.
const place = path.join(folder, 'moved here');
done('cmake', ['--install', build, '--prefix', path.join(folder, 'installed here')]);
fs.renameSync(path.join(folder, 'installed here'), place);
const program = path.join(place, 'bin/waymark');
const share = (file) => path.join(place, 'share', file);
const text = (file) => fs.readFileSync(share(file), 'utf8');

// What the program's own help lists: command -> [option].
const commands = [...done(program, ['--help']).split('Subcommands:')[1].matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
const optionsOf = (command) =>
  [...done(program, [command, '--help']).matchAll(/^ {2}(?:(-\w),)?(--[\w-]+)/gm)].flatMap(([, short, long]) => [short, long]).filter(Boolean);

test('an installed program works where it was moved to, and does not know where it was built', () => {
  assert.ok(!fs.readFileSync(program).includes(root), 'the program names its source');
  done(program, ['init', 'site']);
  const built = run(program, ['build', '-C', 'site', '--strict', '--as-of', '2026-11-21']);
  assert.deepEqual([built.status, built.err], [0, '']);
  assert.match(fs.readFileSync(path.join(folder, 'site/public/index.html'), 'utf8'), /assets\/style\.[0-9a-f]+\.css/);
});

test('a program without its templates says where they should be', () => {
  const alone = path.join(folder, 'alone/bin/waymark');
  fs.mkdirSync(path.dirname(alone), { recursive: true });
  fs.copyFileSync(program, alone);
  for (const args of [['build', '-C', path.join(root, 'docs/starter')], ['init', 'other']])
    assert.deepEqual(run(alone, args), { status: 3, out: '',
      err: `waymark: error: no templates in ${folder}/alone/share/waymark: install waymark again\n` });
});

test('version names every library that ARCHITECTURE.md lists', () => {
  const [first, second] = done(program, ['version']).split('\n');
  assert.match(first, /^waymark \d+\.\d+\.\d+$/);
  const table = fs.readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8').split('| library | file |')[1].split('\n\n')[0];
  const libraries = [...table.matchAll(/^\| (.*?) \| `/gm)].flatMap(([, names]) => names.split(', '));
  assert.ok(libraries.length > 5);
  assert.deepEqual(second.replace(/^with /, '').split(', ').map((known) => known.replace(/ \d[\w.]*$/, '')).sort(),
    [...libraries, '{fmt}'].sort());
});

test('the manual has every command and option, and mandoc finds nothing to mend', { skip: without('mandoc') }, () => {
  const manual = share('man/man1/waymark.1');
  const lint = run('mandoc', ['-T', 'lint', '-W', 'warning', manual]);
  // The page has no date, so that the same program always has the same page.
  assert.deepEqual(lint.out.split('\n').filter((line) => line && !line.includes('missing date')), []);
  const page = done('mandoc', ['-T', 'utf8', manual]).replace(/.\x08/g, '');
  for (const command of commands) {
    const section = page.split(new RegExp(`^ {3}${command}$`, 'm'))[1].split(/^ {3}\S/m)[0];
    for (const option of optionsOf(command))
      assert.match(section, new RegExp(`^ {7}(-\\w, )?${option}\\b`, 'm'), `${command} ${option}`);
  }
  for (const heading of ['ENVIRONMENT', 'FILES', 'EXIT STATUS', 'EXAMPLES']) assert.match(page, new RegExp(`^${heading}$`, 'm'));
});

// What bash proposes for the last of these words.
function proposed(words) {
  const script = 'source "$0"; COMP_WORDS=(waymark "$@"); COMP_CWORD=$#; _waymark; printf "%s\\n" "${COMPREPLY[@]}"';
  return done('bash', ['--norc', '-c', script, share('bash-completion/completions/waymark'), ...words]).split('\n').filter(Boolean);
}

test('bash completes commands, every option, and the values that are known', () => {
  assert.deepEqual(proposed(['']), commands);
  assert.deepEqual(proposed(['ch']), ['check']);
  for (const command of commands) assert.deepEqual(proposed([command, '-']), optionsOf(command), command);
  assert.deepEqual(proposed(['build', '--st']), ['--strict']);
  assert.deepEqual(proposed(['build', '--format', '']), ['text', 'json', 'github']);
  assert.deepEqual(proposed(['build', '--format', '=', 'g']), ['github']);
  assert.deepEqual(proposed(['diff', '--format', '=']), ['text', 'markdown', 'json']);
  assert.deepEqual(proposed(['serve', '--color', 'a']), ['auto', 'always']);
  assert.deepEqual(proposed(['build', '-u', '']), []);
  const kinds = ['role', 'skill', 'certification', 'article', 'page', 'salary', 'figure', 'source'];
  assert.deepEqual(proposed(['new', '']), kinds);
  assert.deepEqual(proposed(['new', '--as-of', '2026-11-21', '-C', 'site', 's']), ['skill', 'salary', 'source']);
  assert.deepEqual(proposed(['new', 'role', '']), []);
});

test('bash completes folders, also with blanks in their names', () => {
  for (const words of [['build', '-C'], ['build', '--root', '='], ['build', '-o'], ['init'], ['diff', 'old'], ['diff', '--against']])
    assert.deepEqual(proposed([...words, `${folder}/mov`]), [place], words.join(' '));
});

test('zsh and fish know every command and option', () => {
  const zsh = text('zsh/site-functions/_waymark');
  const fish = text('fish/vendor_completions.d/waymark.fish');
  for (const command of commands) {
    assert.ok(zsh.includes(`\n    '${command}:`), command);
    assert.ok(fish.includes(`-n __fish_use_subcommand -a ${command} `), command);
    const inZsh = zsh.split(`\n    ${command})\n`)[1].split(';;')[0];
    const inFish = fish.split('\n').filter((line) => line.includes(`'__fish_seen_subcommand_from ${command}'`)).join('\n');
    for (const option of optionsOf(command)) {
      assert.match(inZsh, new RegExp(`[{',]${option}[=,}[]`), `zsh: ${command} ${option}`);
      assert.match(inFish, new RegExp(option.startsWith('--') ? ` -l ${option.slice(2)} ` : ` -s ${option.slice(1)} `), `fish: ${command} ${option}`);
    }
  }
});

test('fish completes what bash does', { skip: without('fish') }, () => {
  const completed = (line) => done('fish', ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]',
    share('fish/vendor_completions.d/waymark.fish'), `waymark ${line}`]).split('\n').filter(Boolean).map((one) => one.split('\t')[0]);
  assert.deepEqual(completed('').sort(), [...commands].sort());
  assert.deepEqual(completed('build --format ').sort(), ['github', 'json', 'text']);
  assert.deepEqual(completed('new s').sort(), ['salary', 'skill', 'source']);
  assert.deepEqual(completed('build --str'), ['--strict']);
});

test('zsh finds no slip in its completion', { skip: without('zsh') }, () => {
  assert.equal(done('zsh', ['-n', share('zsh/site-functions/_waymark')]), '');
});

test('cpack makes a Debian package with all of it and what it depends on', { skip: without('dpkg-shlibdeps') }, () => {
  done('cpack', ['--config', path.join(build, 'CPackConfig.cmake'), '-G', 'DEB', '-B', path.join(folder, 'package')]);
  const [name] = fs.readdirSync(path.join(folder, 'package')).filter((file) => file.endsWith('.deb'));
  assert.match(name, /^waymark_\d+\.\d+\.\d+_\w+\.deb$/);
  const file = path.join(folder, 'package', name);
  const contents = done('dpkg-deb', ['-c', file]).split('\n').map((line) => line.replace(/^.*? \.\//, ''));
  for (const expected of ['usr/bin/waymark', 'usr/share/waymark/templates/base.html', 'usr/share/waymark/assets/style.css',
    'usr/share/waymark/docs/starter/content/site.toml', 'usr/share/waymark/docs/starter/.github/workflows/pages.yml',
    'usr/share/man/man1/waymark.1', 'usr/share/bash-completion/completions/waymark', 'usr/share/zsh/vendor-completions/_waymark',
    'usr/share/fish/vendor_completions.d/waymark.fish', 'usr/share/doc/waymark/copyright', 'usr/share/doc/waymark/docs/content.md'])
    assert.ok(contents.includes(expected), expected);
  assert.deepEqual(contents.filter((entry) => !/^(usr\/|$)/.test(entry)), []);
  const field = (key) => done('dpkg-deb', ['-f', file, key]);
  assert.equal(field('Section').trim(), 'web');
  for (const library of ['libc6', 'libcmark-gfm', 'libyaml-cpp', 'libboost-filesystem', 'libcpp-httplib'])
    assert.match(field('Depends'), new RegExp(`\\b${library}`));
});
