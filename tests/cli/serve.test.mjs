// The preview as its user runs it: files are saved, pages asked for, and Ctrl-C ends it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { spawn, spawnSync } from 'node:child_process';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-serve-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

const patience = 20_000; // ms, for a machine that does much else
const skill = 'content/skills/safety.md';

let counter = 0;
function smallSite() {
  const site = path.join(folder, `site${++counter}`);
  fs.cpSync(path.join(root, 'tests/sites/trades'), site, { recursive: true });
  for (const theme of ['templates', 'assets']) fs.cpSync(path.join(root, theme), path.join(site, theme), { recursive: true });
  return site;
}
const read = (site, file) => fs.readFileSync(path.join(site, file), 'utf8');
const write = (site, file, text) => fs.writeFileSync(path.join(site, file), text);
const append = (site, file, text) => fs.appendFileSync(path.join(site, file), text);

// Starts the preview of a site, which ends with the test.
async function preview(t, site, args = [], { command = program, first = [], env = {} } = {}) {
  const server = spawn(command, [...first, 'serve', '-C', site, '--as-of', '2026-11-21', ...args],
    { env: { ...process.env, NO_COLOR: '1', ...env } });
  t.after(() => server.kill('SIGKILL'));
  const said = { out: '', err: '' };
  server.stdout.on('data', (bytes) => { said.out += bytes; });
  server.stderr.on('data', (bytes) => { said.err += bytes; });
  const ended = once(server, 'close').then(([status]) => status);
  await Promise.race([ended, until(() => said.out.includes('http://'))]);
  const url = said.out.match(/http:\S+/)?.[0];
  return { server, said, ended, url: url && new URL(url) };
}

async function until(is, what = is) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await is();
    if (value) return value;
    assert.ok(Date.now() < end, `in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// A request as it is written, which fetch would tidy up.
function get({ url }, target, { method = 'GET', host = url.host } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: url.hostname, port: url.port, path: target, method, agent: false, headers: { host } },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text) => { body += text; });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      });
    request.on('error', reject).end();
  });
}
const page = async (shown, target) => (await get(shown, target)).body;
const safety = (shown) => page(shown, '/trades/skills/safety/');
const shows = (shown, words) => until(async () => (await safety(shown)).includes(words), words);

// Listens as a page does; `until(is)` is the next state that `is` holds for.
async function listen(t, shown) {
  const states = [];
  const request = http.get({ host: shown.url.hostname, port: shown.url.port, path: '/_waymark/events', agent: false });
  request.on('error', () => {});
  t.after(() => request.destroy());
  const [response] = await once(request, 'response');
  assert.equal(response.headers['content-type'], 'text/event-stream');
  let text = '';
  response.setEncoding('utf8').on('data', (piece) => {
    text += piece;
    for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2))
      if (text.startsWith('data: ')) states.push(JSON.parse(text.slice(6, end)));
  });
  response.on('error', () => {});
  return { until: (is) => until(() => states.findLast(is)) };
}

test('the guide is served below the path where it will be published', async (t) => {
  const shown = await preview(t, smallSite());
  assert.match(shown.said.out, /^http:\/\/127\.0\.0\.1:\d+\/trades\/ shows the guide, and renews it at every change; Ctrl-C ends it\n/);
  assert.equal((await get(shown, '/')).headers.location, '/trades/');
  assert.equal((await get(shown, '/trades')).headers.location, '/trades/');
  assert.equal((await get(shown, '/trades/skills/safety?a=1')).headers.location, '/trades/skills/safety/?a=1');
  const home = await get(shown, '/trades/?q=1');
  assert.equal(home.status, 200);
  assert.equal(home.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(home.headers['cache-control'], 'no-store');
  assert.match(home.body, /<script src="\/_waymark\/live\.js" data-page="\d+" data-style="\d+" defer><\/script>\n<\/body>/);
  const style = await get(shown, '/trades/assets/style.css');
  assert.equal(style.headers['content-type'], 'text/css; charset=utf-8');
  assert.equal(style.body, read(root, 'assets/style.css'));
  assert.equal((await get(shown, '/trades/sitemap.xml')).status, 200);
  assert.equal((await get(shown, '/trades/skills/saf%65ty/')).status, 200);
});

test('an address without a page gives the 404 page, whose links stay in the preview', async (t) => {
  const shown = await preview(t, smallSite());
  for (const target of ['/trades/none/', '/elsewhere', '/trades/roles//']) {
    const answer = await get(shown, target);
    assert.equal(answer.status, 404, target);
    assert.match(answer.body, /href="\/trades\/roles\/"/);
    assert.doesNotMatch(answer.body, /href="https:\/\/example\.org\/trades\/roles/);
  }
});

test('HEAD sends the head alone, and nothing can be sent to the preview', async (t) => {
  const shown = await preview(t, smallSite());
  const head = await get(shown, '/trades/', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.body, '');
  for (const method of ['POST', 'PUT', 'DELETE']) assert.equal((await get(shown, '/trades/', { method })).status, 405);
});

test('no path leads to a file that the guide does not publish', async (t) => {
  const shown = await preview(t, smallSite());
  for (const target of ['/trades/..%2fcontent/site.toml', '/trades/..%2f..%2f..%2fetc/passwd', '/trades/%2e%2e/content/site.toml',
    '/trades/../../../../etc/passwd', '/../etc/passwd', '//etc/passwd', '/trades/content/site.toml', '/trades/%00', '/trades/.waymark-manifest'])
    assert.equal((await get(shown, target)).status, 404, target);
});

test('only this machine is a host of the preview', async (t) => {
  const shown = await preview(t, smallSite());
  const { port } = shown.url;
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    assert.equal((await get(shown, '/trades/', { host })).status, 200, host);
  for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '127.0.0.1:1'])
    for (const target of ['/trades/', '/_waymark/events'])
      assert.equal((await get(shown, target, { host })).status, 403, host);
});

test('a saved file is shown, and open pages are told', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const pages = await listen(t, shown);
  const { page: first, style } = await pages.until(() => true);
  append(site, skill, '\nSaved just now.\n');
  await pages.until((state) => state.page > first && state.style > style && state.mistakes.length === 0);
  assert.match(await safety(shown), /Saved just now\./);
  await until(() => /\ncontent\/skills\/safety\.md: \d+ ms\n/.test(shown.said.out));
});

test('a stylesheet is renewed without its pages, and a file saved as it was is no change', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const pages = await listen(t, shown);
  const first = await pages.until(() => true);
  write(site, skill, read(site, skill));
  append(site, 'assets/style.css', '\nbody { color: red; }\n');
  const next = await pages.until((state) => state.style > first.style);
  assert.equal(next.page, first.page);
  assert.match(await page(shown, '/trades/assets/style.css'), /body \{ color: red; \}\n$/);
  assert.doesNotMatch(shown.said.out, /safety/);
});

test('a mistake is told as in the terminal, with a link to its place, and the last good guide stays', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const pages = await listen(t, shown);
  const { page: first } = await pages.until(() => true);
  const good = read(site, skill);
  append(site, skill, '\nNot good. [gone](gone.md)\n');
  const state = await pages.until(({ mistakes }) => mistakes.length > 0);
  const text = 'content/skills/safety.md:10:18: error: the link "gone.md" leads nowhere\n' +
    '  10 | Not good. [gone](gone.md)\n' +
    '     |                  ^~~~~~~\n';
  assert.deepEqual(state, {
    page: first, style: first,
    mistakes: [{ text, place: 'content/skills/safety.md:10:18', link: `vscode://file${site}/content/skills/safety.md:10:18` }],
  });
  await until(() => shown.said.err.includes('error;'));
  assert.equal(shown.said.err, `${text}1 error; the last good guide is shown\n`);
  assert.doesNotMatch(await safety(shown), /Not good/);
  write(site, skill, good.replace('+++\n', '+++\n# Mended.\n'));
  await pages.until(({ page: now, mistakes }) => now > first && mistakes.length === 0);
});

test('a mistake that only the check of all pages finds brings the last good guide back', async (t) => {
  const site = smallSite();
  const template = read(site, 'templates/not_found.html');
  write(site, 'templates/not_found.html', template.replace('{{$main}}', '{{$main}}\n<a href="https://example.org/trades/articles/first-day/">Day</a>'));
  const shown = await preview(t, site);
  const pages = await listen(t, shown);
  const home = read(site, 'content/home.md');
  write(site, 'content/home.md', home.replace('articles = ["first-day"]\n', ''));
  await pages.until(({ mistakes }) => mistakes.length === 0);
  fs.renameSync(path.join(site, 'content/articles/first-day.md'), path.join(site, 'content/articles/day-one.md'));
  const { mistakes } = await pages.until((state) => state.mistakes.length > 0);
  assert.match(mistakes[0].text, /^templates\/not_found\.html:\d+:\d+: error: the link .* leads nowhere\n/);
  assert.equal((await get(shown, '/trades/articles/first-day/')).status, 200);
});

test('a site that is broken from the start shows its mistakes, then its guide', async (t) => {
  const site = smallSite();
  const good = read(site, skill);
  append(site, skill, '\n[gone](gone.md)\n');
  const shown = await preview(t, site);
  assert.match(shown.said.err, /1 error; there is no guide to show yet\n$/);
  const answer = await get(shown, '/');
  assert.equal(answer.status, 503);
  assert.match(answer.body, /<script src="\/_waymark\/live\.js" data-page="0" /);
  const pages = await listen(t, shown);
  assert.equal((await pages.until(() => true)).mistakes.length, 1);
  write(site, skill, good);
  await pages.until((state) => state.page > 0 && state.mistakes.length === 0);
  assert.equal((await get(shown, '/trades/')).status, 200);
});

test('a port that is taken is an error where it was asked for, else the next one is used', async (t) => {
  const first = await preview(t, smallSite());
  const second = await preview(t, smallSite());
  assert.notEqual(second.url.port, first.url.port);
  const third = await preview(t, smallSite(), ['-p', first.url.port]);
  assert.equal(await third.ended, 3);
  assert.equal(third.said.err,
    `waymark: error: port ${first.url.port} cannot be had: another program listens there, or the system keeps it for itself\n`);
});

test('a folder that is no site ends with status 3', async (t) => {
  const shown = await preview(t, folder);
  assert.equal(await shown.ended, 3);
  assert.match(shown.said.err, /^waymark: error: no content\/site\.toml below /);
});

test('Ctrl-C ends it with status 0, also while pages listen', async (t) => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const shown = await preview(t, smallSite());
    const pages = await listen(t, shown);
    await pages.until(() => true);
    shown.server.kill(signal);
    assert.equal(await shown.ended, 0, signal);
    assert.equal(shown.said.err, '');
    assert.match(shown.said.out, /Ctrl-C ends it\n\n$/);
  }
});

test('-O opens the address in the browser', async (t) => {
  const bin = fs.mkdtempSync(path.join(folder, 'bin-'));
  fs.writeFileSync(path.join(bin, 'xdg-open'), `#!/bin/sh\necho "$@" > ${bin}/opened\n`, { mode: 0o755 });
  const shown = await preview(t, smallSite(), ['-O'], { env: { PATH: `${bin}:${process.env.PATH}` } });
  await until(() => fs.existsSync(`${bin}/opened`) && fs.readFileSync(`${bin}/opened`, 'utf8').endsWith('\n'));
  assert.equal(fs.readFileSync(`${bin}/opened`, 'utf8'), `${shown.url}\n`);
});

test('an editor may save by renaming, or by removing and making anew', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const good = read(site, skill);
  write(site, 'content/skills/.safety.md.tmp', `${good}\nSaved by a rename.\n`);
  fs.renameSync(path.join(site, 'content/skills/.safety.md.tmp'), path.join(site, skill));
  await shows(shown, 'Saved by a rename.');
  fs.rmSync(path.join(site, skill));
  write(site, skill, `${good}\nMade anew.\n`);
  await shows(shown, 'Made anew.');
});

test('a folder may be renamed and come back, and new folders are watched', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const pages = await listen(t, shown);
  fs.renameSync(path.join(site, 'content/skills'), path.join(site, 'content/abilities'));
  await pages.until(({ mistakes }) => mistakes.length > 0);
  fs.renameSync(path.join(site, 'content/abilities'), path.join(site, 'content/skills'));
  append(site, skill, '\nBack again.\n');
  await shows(shown, 'Back again.');
  fs.mkdirSync(path.join(site, 'content/pages'));
  const about = (words) => write(site, 'content/pages/about.md', `+++\ntitle = "About"\nsummary = "It."\n+++\n${words}\n`);
  about('First words.');
  await until(async () => (await page(shown, '/trades/about/')).includes('First words.'));
  about('Second words.');
  await until(async () => (await page(shown, '/trades/about/')).includes('Second words.'));
  fs.renameSync(path.join(site, 'content'), path.join(site, 'contents'));
  await until(() => shown.said.err.includes('no content/site.toml below'));
  fs.renameSync(path.join(site, 'contents'), path.join(site, 'content'));
  append(site, skill, '\nAll back.\n');
  await shows(shown, 'All back.');
});

test('500 files may change at once', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const article = (i) => `content/articles/number-${i}.md`;
  for (let i = 0; i < 500; ++i)
    write(site, article(i), `+++\ntitle = "Number ${i}"\nsummary = "One of many."\n+++\nText.\n`);
  for (const i of [0, 499]) await until(async () => (await get(shown, `/trades/articles/number-${i}/`)).status === 200);
  for (let i = 0; i < 500; ++i) append(site, article(i), 'More.\n');
  await until(async () => (await page(shown, '/trades/articles/number-499/')).includes('More.'));
  for (let i = 0; i < 500; ++i) fs.rmSync(path.join(site, article(i)));
  await until(async () => (await get(shown, '/trades/articles/number-499/')).status === 404);
  assert.equal((await get(shown, '/trades/')).status, 200);
});

test('a template may be broken and mended', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const pages = await listen(t, shown);
  const good = read(site, 'templates/skill.html');
  write(site, 'templates/skill.html', `${good}{{#open}}`);
  const { mistakes } = await pages.until((state) => state.mistakes.length > 0);
  assert.match(mistakes[0].text, /^templates\/skill\.html:\d+:\d+: error: /);
  assert.match(await safety(shown), /<main/);
  write(site, 'templates/skill.html', good.replace('{{$main}}', '{{$main}}\n<p>Mended.</p>'));
  await shows(shown, '<p>Mended.</p>');
});

test('files that come and go while they are read end nothing', async (t) => {
  const site = smallSite();
  const shown = await preview(t, site);
  const fleeting = 'content/articles/fleeting.md';
  for (let i = 0; i < 200; ++i) {
    write(site, fleeting, `+++\ntitle = "Fleeting ${i}"\nsummary = "Gone soon."\n+++\nText.\n`);
    if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
    fs.rmSync(path.join(site, fleeting));
  }
  append(site, skill, '\nStill here.\n');
  await shows(shown, 'Still here.');
  const pages = await listen(t, shown);
  await pages.until(({ mistakes }) => mistakes.length === 0);
});

const scarce = spawnSync('unshare', ['-Ur', 'sh', '-c', 'echo 1 > /proc/sys/user/max_inotify_watches']);
const plenty = scarce.status !== 0 && 'this system lets nobody lower the limit on watches for one program';
test('where the system gives no more watches, the files are looked at every second', { skip: plenty }, async (t) => {
  const site = smallSite();
  const shown = await preview(t, site, [], { command: 'unshare',
    first: ['-Ur', 'sh', '-c', 'echo 1 > /proc/sys/user/max_inotify_watches; exec "$@"', 'sh', program] });
  assert.match(shown.said.err, /^waymark: cannot watch \S+: the limit fs\.inotify\.max_user_watches is reached; the files are looked at every second instead\n$/);
  append(site, skill, '\nSeen without a watch.\n');
  await shows(shown, 'Seen without a watch.');
});

test('nothing is written to the disk, so that a full one does not matter', async (t) => {
  const site = smallSite();
  const before = fs.readdirSync(site, { recursive: true }).sort();
  // No file may grow by a byte: a write to one is a signal that kills.
  const shown = await preview(t, site, [], { command: '/bin/sh', first: ['-c', 'ulimit -f 0; exec "$@"', 'sh', program] });
  append(site, skill, '\nShown all the same.\n');
  await shows(shown, 'Shown all the same.');
  shown.server.kill('SIGINT');
  assert.equal(await shown.ended, 0);
  assert.deepEqual(fs.readdirSync(site, { recursive: true }).sort(), before);
});
