// The program as its user runs it: arguments in, files, messages and an exit status out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

let counter = 0;
const fresh = () => path.join(folder, `out${++counter}`);

function waymark(args, env = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

// Builds the repository's own guide and returns its folder.
function publish(args = [], env = {}, site = root) {
  const out = fresh();
  const run = waymark(['build', '-C', site, '-o', out, '--as-of', '2026-11-21', ...args], env);
  assert.equal(run.status, 0, run.err);
  return out;
}

// Path -> bytes of every file.
function tree(dir) {
  const files = new Map();
  for (const entry of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) files.set(path.relative(dir, file), fs.readFileSync(file, 'latin1'));
  }
  return new Map([...files].sort());
}

// A copy of the small site of the tests, to be broken.
function smallSite(change = () => {}) {
  const site = path.join(folder, `site${++counter}`);
  fs.cpSync(path.join(root, 'tests/sites/trades'), site, { recursive: true });
  change(path.join(site, 'content'));
  return site;
}

test('one thread and eight write the same bytes', () => {
  assert.deepEqual(tree(publish(['-j', '1'])), tree(publish(['-j', '8'])));
});

test('locale and time zone change nothing', () => {
  const plain = publish([], { LC_ALL: 'C', TZ: 'UTC' });
  const other = publish([], { LC_ALL: 'C.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' });
  assert.deepEqual(tree(plain), tree(other));
});

test('the order in which files were made changes nothing', () => {
  const copy = path.join(folder, 'reversed');
  for (const [file, bytes] of [...tree(path.join(root, 'content'))].reverse()) {
    const to = path.join(copy, 'content', file);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.writeFileSync(to, bytes, 'latin1');
  }
  const withoutHistory = { GIT_DIR: '/nowhere' };  // a copy has none
  assert.deepEqual(tree(publish([], withoutHistory)), tree(publish([], {}, copy)));
});

test('the base URL reaches only what machines elsewhere read, and the 404 page', () => {
  const knowIt = ['sitemap.xml', 'robots.txt', '404.html', 'api/index.json', 'feed.xml', 'feed.json', 'llms.txt'];
  const withoutAddress = (dir) =>
    new Map([...tree(dir)]
      .filter(([file]) => !knowIt.includes(file))
      .map(([file, bytes]) => [file, bytes
        .replace(/<link rel="canonical"[^>]*>/, '')
        .replace(/<meta property="og:(url|image)"[^>]*>/g, '')
        .replace(/<script type="application\/ld\+json">.*?<\/script>/s, '')]));
  const deepUrl = 'https://example.org/some/deep/base/';
  const topUrl = 'https://example.org/';
  const deep = publish(['-u', deepUrl]);
  const top = publish(['-u', topUrl]);
  const moved = new Map([...tree(deep)].map(([file, bytes]) => [file, bytes.replaceAll(deepUrl, topUrl)]));
  assert.deepEqual(moved, tree(top));
  assert.deepEqual(withoutAddress(deep), withoutAddress(top));
  assert.ok(fs.readFileSync(path.join(deep, 'index.html'), 'utf8').includes(`<link rel="canonical" href="${deepUrl}">`));
  assert.ok(fs.readFileSync(path.join(deep, 'sitemap.xml'), 'utf8').includes(`<loc>${deepUrl}roles/</loc>`));
});

test('the second build writes nothing', () => {
  const out = fresh();
  const build = () => waymark(['build', '-C', root, '-o', out, '--as-of', '2026-11-21']);
  assert.match(build().out, /^\d+ pages as of 2026-11-21: [1-9]\d* written, 0 unchanged, 0 removed, \d+ ms\n$/);
  const before = fs.statSync(path.join(out, 'index.html')).mtimeMs;
  assert.match(build().out, /: 0 written, [1-9]\d* unchanged, 0 removed, \d+ ms\n$/);
  assert.equal(fs.statSync(path.join(out, 'index.html')).mtimeMs, before);
});

test('a page whose record is gone is removed, a file of somebody else stays', () => {
  const site = smallSite();
  const out = publish([], {}, site);
  fs.writeFileSync(path.join(out, 'CNAME'), 'example.org\n');
  fs.rmSync(path.join(site, 'content/articles/first-day.md'));
  const home = path.join(site, 'content/home.md');
  fs.writeFileSync(home, fs.readFileSync(home, 'utf8').replace('articles = ["first-day"]\n', ''));
  const run = waymark(['build', '-C', site, '-o', out]);
  assert.equal(run.status, 0, run.err);
  assert.equal(run.err,
    'content/redirects.toml: warning: articles/first-day/ was published and is gone\n' +
    '     = write "articles/first-day/" = "its/new/path/", so that old links lead on; or = false, if it is gone for good\n' +
    '1 warning\n');
  assert.match(run.out, / 1 removed, /);
  assert.ok(!fs.existsSync(path.join(out, 'articles/first-day')));
  assert.ok(fs.existsSync(path.join(out, 'CNAME')));
});

test('a renamed page forwards from its old address', () => {
  const site = smallSite();
  const out = publish([], {}, site);
  const content = path.join(site, 'content');
  fs.renameSync(path.join(content, 'articles/first-day.md'), path.join(content, 'articles/day-one.md'));
  const home = path.join(content, 'home.md');
  fs.writeFileSync(home, fs.readFileSync(home, 'utf8').replace('"first-day"', '"day-one"'));
  fs.writeFileSync(path.join(content, 'redirects.toml'), '"articles/first-day/" = "articles/day-one/"\n');
  const run = waymark(['build', '-C', site, '-o', out, '--as-of', '2026-11-21', '--strict']);
  assert.equal(run.status, 0, run.err);
  assert.match(fs.readFileSync(path.join(out, 'articles/first-day/index.html'), 'utf8'), /<a href="\.\.\/day-one\/">/);
  assert.match(fs.readdirSync(path.join(out, 'assets')).join(' '), /\bredirect\.[0-9a-f]{8}\.js\b/);
});

test('a dead link of a template names the template', () => {
  const site = smallSite();
  fs.mkdirSync(path.join(site, 'templates'));
  const template = fs.readFileSync(path.join(root, 'templates/not_found.html'), 'utf8');
  fs.writeFileSync(path.join(site, 'templates/not_found.html'), template.replace('{{$main}}', '{{$main}}\n<a href="none/">None</a>'));
  const one = waymark(['build', '-C', site, '-o', fresh(), '-j', '1']);
  const eight = waymark(['build', '-C', site, '-o', fresh(), '-j', '8']);
  assert.equal(one.status, 1);
  assert.match(one.err, /^templates\/not_found\.html:\d+:10: error: the link "none\/" leads nowhere\n/);
  assert.equal(eight.err, one.err);
});

test('mistakes end with status 1, a count, and the old site untouched', () => {
  const site = smallSite();
  const out = publish([], {}, site);
  const before = tree(out);
  fs.appendFileSync(path.join(site, 'content/skills/safety.md'), '\n[gone](gone.md)\n');
  const run = waymark(['build', '-C', site, '-o', out]);
  assert.equal(run.status, 1);
  assert.equal(run.out, '');
  assert.equal(run.err,
    'content/skills/safety.md:10:8: error: the link "gone.md" leads nowhere\n' +
    '  10 | [gone](gone.md)\n' +
    '     |        ^~~~~~~\n' +
    '1 error; nothing was written\n');
  assert.deepEqual(tree(out), before);
});

test('mistakes print as JSON lines and as annotations for GitHub', () => {
  const site = smallSite((content) => fs.appendFileSync(path.join(content, 'skills/safety.md'), '\n[gone](gone.md)\n'));
  const json = waymark(['build', '-C', site, '-o', fresh(), '--format', 'json']);
  assert.deepEqual(JSON.parse(json.err), {
    severity: 'error', path: 'content/skills/safety.md', line: 10, column: 8, end_line: 10, end_column: 15,
    message: 'the link "gone.md" leads nowhere', notes: [],
  });
  const github = waymark(['build', '-C', site, '-o', fresh(), '--format', 'github']);
  assert.equal(github.err,
    '::error file=content/skills/safety.md,line=10,col=8,endLine=10,endColumn=15::the link "gone.md" leads nowhere\n');
});

test('warnings let a build pass, unless it is strict', () => {
  const site = smallSite((content) => fs.appendFileSync(path.join(content, 'skills/safety.md'), '\n<b>raw</b>\n'));
  const lax = waymark(['build', '-C', site, '-o', fresh()]);
  assert.equal(lax.status, 0);
  assert.match(lax.err, /warning: raw HTML is not shown/);
  const strict = waymark(['build', '-C', site, '-o', fresh(), '--strict']);
  assert.equal(strict.status, 1);
  assert.match(strict.err, /nothing was written\n$/);
});

test('wrong usage ends with status 2', () => {
  assert.equal(waymark([]).status, 2);
  assert.deepEqual(waymark(['bild']), { status: 2, out: '',
    err: '"bild" is none of build, check, serve, new, init, schema, diff, version\n' });
  assert.equal(waymark(['build', '--as-of', 'tomorrow']).status, 2);
  for (const url of ['example.org', 'https://', 'https://example.org/a b/', 'https://example.org/?a=b'])
    assert.equal(waymark(['build', '-u', url]).status, 2, url);
  assert.match(waymark(['build', '--format', 'xml']).err, /^--format: "xml" is none of text, json, github\n/);
  assert.equal(waymark(['build', '--help']).status, 0);
});

test('a folder that the site is read from takes no guide', () => {
  const site = smallSite();
  for (const folder of ['content', 'templates', 'assets'])
    assert.deepEqual(waymark(['build', '-C', site, '-o', `${site}/x/../${folder}/public`]), {
      status: 2,
      out: '',
      err: `waymark: error: ${site}/x/../${folder}/public is in ${folder}/, which every run reads; choose another folder with -o\n`,
    });
  assert.ok(!fs.existsSync(path.join(site, 'content/public')));
});

test('a fault of the machine ends with status 3 and a plain sentence', () => {
  const nowhere = waymark(['build', '-C', folder]);
  assert.equal(nowhere.status, 3);
  assert.equal(nowhere.err,
    `waymark: error: no content/site.toml below ${folder}: run waymark in the folder of a site, or name it with -C\n`);
  const foreign = fresh();
  fs.mkdirSync(foreign);
  fs.writeFileSync(path.join(foreign, 'thesis.txt'), 'mine');
  const refused = waymark(['build', '-C', smallSite(), '-o', foreign]);
  assert.equal(refused.status, 3);
  assert.match(refused.err, /is not empty and was not made by waymark/);
  assert.deepEqual([...tree(foreign).keys()], ['thesis.txt']);
});

test('the site is found upwards from the working folder', () => {
  const site = smallSite();
  const run = spawnSync(program, ['build'], { cwd: path.join(site, 'content/roles'), encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  assert.ok(fs.existsSync(path.join(site, 'public/roles/electrician/index.html')));
});

test('SOURCE_DATE_EPOCH is the day of the guide unless --as-of names another', () => {
  const site = smallSite();
  const epoch = waymark(['build', '-C', site, '-o', fresh()], { SOURCE_DATE_EPOCH: '1782864000' });
  assert.match(epoch.out, / as of 2026-07-01: /);
  const named = waymark(['build', '-C', site, '-o', fresh(), '--as-of', '2026-08-02'], { SOURCE_DATE_EPOCH: '1782864000' });
  assert.match(named.out, / as of 2026-08-02: /);
  for (const wrong of ['tomorrow', '-1', '1e9', '253402300800'])
    assert.deepEqual(waymark(['build', '-C', site, '-o', fresh()], { SOURCE_DATE_EPOCH: wrong }), {
      status: 2,
      out: '',
      err: 'waymark: error: SOURCE_DATE_EPOCH must be seconds since 1970, as in 1782864000\n',
    });
});
