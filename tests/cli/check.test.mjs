// waymark check: what an editor is advised, and links to other sites against a server of our own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const program = process.env.WAYMARK ?? path.join(root, 'build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-check-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

let counter = 0;

// A copy of the small site of the tests. It has nothing to mend.
function smallSite(change = () => {}) {
  const site = path.join(folder, `site${++counter}`);
  fs.cpSync(path.join(root, 'tests/sites/trades'), site, { recursive: true });
  change(path.join(site, 'content'));
  return site;
}

// Not spawnSync: the server of the test has to answer meanwhile.
function check(site, args = [], env = {}) {
  const child = spawn(program, ['check', '-C', site, '--as-of', '2026-11-21', ...args], {
    env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: path.join(site, 'cache'), ...env },
  });
  const result = { out: '', err: '' };
  child.stdout.on('data', (text) => { result.out += text; });
  child.stderr.on('data', (text) => { result.err += text; });
  return new Promise((resolve) => child.on('close', (status) => resolve({ ...result, status })));
}

const write = (site, file, text) => fs.writeFileSync(path.join(site, 'content', file), text);
const article = (body) => `+++
title = "Reading"
summary = "What to read."
date = 2026-11-01
roles = ["electrician"]
+++
${body}
`;

const noHeading = `content/articles/reading.md:9:1: warning: this heading of level 4 follows one of level 2
   9 | #### Books
     | ^~~~~~~~~~
     = write ### Books
`;

function unevenSite() {
  const site = smallSite();
  write(site, 'articles/reading.md', article('## What\n\n#### Books\n\nMany.'));
  return site;
}

test('the guide of this repository has nothing to mend', async () => {
  const { status, out, err } = await check(root, ['--strict']);
  assert.deepEqual([status, err], [0, '']);
  assert.match(out, /^\d+ pages as of 2026-11-21: nothing to mend\n$/);
});

test('a site with nothing to mend is told so, and nothing is written', async () => {
  const site = smallSite();
  const run = await check(site);
  assert.equal(run.err, '');
  assert.match(run.out, /^\d+ pages as of 2026-11-21: nothing to mend\n$/);
  assert.equal(run.status, 0);
  assert.deepEqual(fs.readdirSync(site).sort(), fs.readdirSync(path.join(root, 'tests/sites/trades')).sort());
});

test('advice is a warning with a summary by kind; --strict refuses it', async () => {
  const site = unevenSite();
  assert.deepEqual(await check(site),
    { out: '', err: `${noHeading}1 warning: 1 skipped heading\n`, status: 0 });
  assert.equal((await check(site, ['--strict'])).status, 1);
});

test('advice is also given as annotations for GitHub, and as JSON', async () => {
  const site = unevenSite();
  assert.equal((await check(site, ['--format', 'github'])).err,
    '::warning file=content/articles/reading.md,line=9,col=1,endLine=9,endColumn=11::' +
    'this heading of level 4 follows one of level 2%0Awrite ### Books\n');
  const { message, severity, line } = JSON.parse((await check(site, ['--format', 'json'])).err);
  assert.deepEqual({ message, severity, line },
    { message: 'this heading of level 4 follows one of level 2', severity: 'warning', line: 9 });
});

test('what build reports is reported as well, and an error is exit status 1', async () => {
  const site = smallSite();
  write(site, 'articles/reading.md', article('[Nowhere](nowhere.md)'));
  const run = await check(site);
  assert.match(run.err, /^content\/articles\/reading\.md:7:\d+: error: .*nowhere\.md/);
  assert.match(run.err, /\n1 error\n$/);
  assert.equal(run.status, 1);
});

// Answers as its paths say, and remembers what it was asked.
async function serve(t, answers) {
  const asked = [];
  let busy = 0;
  let mostAtOnce = 0;
  const server = http.createServer((request, response) => {
    mostAtOnce = Math.max(mostAtOnce, ++busy);
    asked.push(`${request.method} ${request.url}`);
    setTimeout(() => {
      busy -= 1;
      const answer = answers[request.url] ?? 200;
      const [status, headers] = typeof answer === 'function' ? answer(request, asked) : [answer, {}];
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : 'text');
    }, 20);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, asked, mostAtOnce: () => mostAtOnce };
}

// A site whose only outside links are these.
function linkingSite(urls) {
  const site = smallSite((content) => {
    for (const file of fs.readdirSync(content, { recursive: true })) {
      const whole = path.join(content, file);
      if (!fs.statSync(whole).isFile()) continue;
      const text = fs.readFileSync(whole, 'utf8');
      fs.writeFileSync(whole, text.replace(/^url = "https?:.*\n/gm, ''));
    }
  });
  write(site, 'articles/reading.md', article(urls.map((url) => `- <${url}>`).join('\n')));
  return site;
}

const warnings = (run) => [...run.err.matchAll(/ warning: (.*)/g)].map((each) => each[1]);

test('outside links are not followed unless asked for', async (t) => {
  const server = await serve(t, {});
  const run = await check(linkingSite([`${server.origin}/gone`]));
  assert.equal(run.status, 0, run.err);
  assert.deepEqual(server.asked, []);
});

test('a dead link is a warning at its place, and good ones are not asked again for a week', async (t) => {
  const server = await serve(t, { '/gone': 404 });
  const gone = `${server.origin}/gone`;
  const site = linkingSite([`${server.origin}/good#part`, gone, `${server.origin}/good`]);
  const expected = `content/articles/reading.md:8:4: warning: "${gone}" answers 404: the page is not there
   8 | - <${gone}>
     |    ^${'~'.repeat(gone.length - 1)}
     = link to where it is now, or to a copy in an archive
1 warning: 1 dead link
`;
  const first = await check(site, ['--external']);
  assert.equal(first.err, expected);
  assert.equal(first.status, 0);
  assert.deepEqual(server.asked, ['HEAD /gone', 'GET /gone', 'HEAD /good']);

  server.asked.length = 0;
  assert.equal((await check(site, ['--external', '--strict'])).status, 1);
  assert.deepEqual(server.asked, ['HEAD /gone', 'GET /gone']);

  server.asked.length = 0;
  const cache = path.join(site, 'cache/waymark/links.json');
  const known = JSON.parse(fs.readFileSync(cache, 'utf8'));
  for (const url of Object.keys(known.links)) known.links[url] -= 7;
  fs.writeFileSync(cache, JSON.stringify(known));
  await check(site, ['--external']);
  assert.deepEqual(server.asked, ['HEAD /gone', 'GET /gone', 'HEAD /good']);
});

test('redirects are followed, five at most', async (t) => {
  const forward = (location) => () => [302, { Location: location }];
  const server = await serve(t, {
    '/a/relative': forward('b?c'),
    '/absolute': forward('/a/b#part'),
    '/circle': forward('/circle'),
    '/mail': forward('mailto:a@b.example'),
  });
  const run = await check(
    linkingSite(['/a/relative', '/absolute', '/circle', '/mail'].map((each) => server.origin + each)), ['--external']);
  assert.deepEqual(warnings(run), [
    `"${server.origin}/circle" could not be checked: it forwards more than 5 times`,
    `"${server.origin}/mail" could not be checked: it forwards to "mailto:a@b.example"`,
  ]);
  assert.ok(server.asked.includes('HEAD /a/b?c') && server.asked.includes('HEAD /a/b'), server.asked.join());
  assert.match(run.err, /\n2 warnings: 2 unchecked links\n$/);
});

test('a server that refuses is no dead link, one that recovers is fine, and HEAD is not needed', async (t) => {
  const server = await serve(t, {
    '/refused': 403,
    '/slow-down': 429,
    '/recovers': (_, asked) => [asked.filter((each) => each.endsWith('/recovers')).length > 2 ? 200 : 503, {}],
    '/get-only': (request) => [request.method === 'GET' ? 200 : 405, {}],
  });
  const paths = ['/refused', '/slow-down', '/recovers', '/get-only'];
  const run = await check(linkingSite(paths.map((each) => server.origin + each)), ['--external']);
  assert.deepEqual(warnings(run), [
    `"${server.origin}/refused" could not be checked: it answers 403`,
    `"${server.origin}/slow-down" could not be checked: it answers 429`,
  ]);
  assert.equal(server.mostAtOnce(), 1);
});

test('a server that is not there, and one that hangs up, are told after three tries', async (t) => {
  let calls = 0;
  const rude = net.createServer((socket) => { calls += 1; socket.destroy(); });
  const absent = net.createServer();
  for (const server of [rude, absent])
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => rude.close());
  const [first, second] = [rude, absent].map((server) => `http://127.0.0.1:${server.address().port}/x`);
  await new Promise((resolve) => absent.close(resolve));
  const run = await check(linkingSite([first, second]), ['--external']);
  assert.deepEqual(warnings(run), [
    `"${first}" could not be checked: it hung up`,
    `"${second}" could not be checked: no connection`,
  ]);
  assert.equal(calls, 3);
});
