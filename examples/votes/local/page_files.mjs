// SPDX-License-Identifier: Apache-2.0

// The page, which is served as it lies in a folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/** Answers requests for the named files, the first of them at "/" too. False: the request is for something else. */
export function pageFiles(folder, names) {
  const files = new Map(names.map((name) => [`/${name}`, name]));
  files.set('/', names[0]);
  return (request, response) => {
    const name = files.get(request.url.split('?')[0]);
    if (name === undefined || !['GET', 'HEAD'].includes(request.method)) return false;
    response.writeHead(200, {
      'Content-Type': types[path.extname(name)],
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': "default-src 'self'; img-src data:; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : readFileSync(path.join(folder, name)));
    return true;
  };
}
