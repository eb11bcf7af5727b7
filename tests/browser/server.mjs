// A plain file server on loopback, as any host of static files: no rewriting, index.html in folders,
// 404.html for what is not there.
import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';

const types = {
  '.css': 'text/css', '.csv': 'text/csv', '.html': 'text/html', '.jpg': 'image/jpeg',
  '.js': 'text/javascript', '.json': 'application/json', '.png': 'image/png',
  '.svg': 'image/svg+xml', '.txt': 'text/plain', '.webp': 'image/webp', '.xml': 'application/xml',
};

// Serves `folder` under `base` ("/deep/base/"); resolves to {url, close}.
export async function serve(folder, base) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let file = join(folder, normalize(path.slice(base.length - 1)));
    if (path.endsWith('/')) file = join(file, 'index.html');
    if (!path.startsWith(base) || !statSync(file, {throwIfNoEntry: false})?.isFile()) {
      const page = join(folder, '404.html');
      response.writeHead(404, {'content-type': 'text/html'});
      response.end(existsSync(page) ? readFileSync(page) : '');
      return;
    }
    response.writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream'});
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {url: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close()};
}
