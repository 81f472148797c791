// SPDX-License-Identifier: EUPL-1.2
// A plain web server for a folder: what nginx does by the README, for the tests in a browser.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'text/xml',
  '.txt': 'text/plain', '.webmanifest': 'application/manifest+json', '.vcf': 'text/vcard',
  '.ics': 'text/calendar',
};

// The server's `folder` may be exchanged while it runs.
function serve(folder) {
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://h').pathname);
    if (name.endsWith('/')) name += 'index.html';
    let file = path.join(server.folder, path.normalize('/' + name));
    let status = 200;
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
      status = 404;
      file = path.join(server.folder, '404.html');
    }
    if (!fs.existsSync(file)) {
      request.socket.destroy(); // the network is gone
      return;
    }
    response.writeHead(status, { 'Content-Type': types[path.extname(file)] || 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  });
  server.folder = folder;
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    server.base = `http://127.0.0.1:${server.address().port}/`;
    resolve(server);
  }));
}

module.exports = { serve };
