// SPDX-License-Identifier: EUPL-1.2
// The guide without a network: all pages of each language that was read on this telephone.
//
// Above stand `version`, which changes when any file does, and `shell`, the files that all
// languages need. Each version has its cache; what has not changed moves from the old one to the
// new one, the rest is fetched, and only then the old one goes.
'use strict';

const scope = self.registration.scope;
const prefix = 'wegweiser ' + scope + ' ';
const own = prefix + version;
const patience = 3000; // ms for a page over a bad network, if it is at hand

function fresh(address) {
  return fetch(new Request(new URL(address, scope), { cache: 'no-cache' })).then(function (response) {
    if (!response.ok && !address.endsWith('404.html')) {
      throw new Error(response.status + ' ' + address);
    }
    return response;
  });
}

async function take(cache, address, old) {
  const key = new URL(address, scope).href;
  const response = (old && await old.match(key)) || await fresh(address);
  await cache.put(key, response);
}

// The files of a language and their digests; {} if the cache does not have it.
async function listed(cache, tag) {
  const response = cache && await cache.match(new URL(tag + '/offline.json', scope).href);
  return response ? response.json() : {};
}

// A few at a time. The list comes last: it says that all are there.
async function keep(tag, old) {
  const cache = await caches.open(own);
  const list = await fresh(tag + '/offline.json');
  const now = await list.clone().json();
  const before = await listed(old, tag);
  const waiting = Object.keys(now);
  async function work() {
    for (let address; (address = waiting.shift());) {
      await take(cache, address, before[address] === now[address] ? old : null);
    }
  }
  await Promise.all([work(), work(), work(), work()]);
  await cache.put(new URL(tag + '/offline.json', scope).href, list);
}

async function languagesIn(cache) {
  const tags = (await cache.keys()).map(function (request) {
    const path = request.url.slice(scope.length).match(/^([^/]+)\/offline\.json$/);
    return path && path[1];
  });
  return tags.filter(Boolean);
}

async function others() {
  return (await caches.keys()).filter(function (name) {
    return name.startsWith(prefix) && name !== own;
  });
}

async function install() {
  const cache = await caches.open(own);
  for (const address of shell) {
    await take(cache, address, null);
  }
  for (const name of await others()) {
    const old = await caches.open(name);
    for (const tag of await languagesIn(old)) {
      await keep(tag, old);
    }
  }
  await self.skipWaiting();
}

async function activate() {
  for (const name of await others()) {
    await caches.delete(name);
  }
  await self.clients.claim();
}

// ---- Answers ------------------------------------------------------------------------------------

// The address of a printed code names no language: one that is kept stands in.
async function standIn(cache, url) {
  const path = url.slice(scope.length);
  for (const tag of await languagesIn(cache)) {
    if (await cache.match(scope + tag + '/' + path)) {
      return Response.redirect(scope + tag + '/' + path);
    }
  }
  return (await cache.match(scope)) || Response.error();
}

function inTime(promise) {
  return Promise.race([promise, new Promise(function (resolve, reject) {
    setTimeout(reject, patience);
  })]);
}

// The newest page if the network has it, for hours may have changed.
async function page(request) {
  const url = request.url.replace(/[?#].*/, '');
  const cache = await caches.open(own);
  const kept = await cache.match(url);
  const asked = fetch(request);
  try {
    return await (kept ? inTime(asked) : asked);
  } catch (absent) {
    return kept || standIn(cache, url);
  }
}

async function file(request) {
  const cache = await caches.open(own);
  return (await cache.match(request)) || fetch(request);
}

self.addEventListener('install', function (event) {
  event.waitUntil(install());
});

self.addEventListener('activate', function (event) {
  event.waitUntil(activate());
});

self.addEventListener('message', function (event) {
  const tag = String(event.data);
  if (!/^[A-Za-z]+(-[A-Za-z]+)*$/.test(tag)) {
    return;
  }
  event.waitUntil(caches.open(own).then(async function (cache) {
    if (!(await cache.match(new URL(tag + '/offline.json', scope).href))) {
      await keep(tag, null);
    }
  }).catch(function () {
    // No network any more: the next page asks again.
  }));
});

self.addEventListener('fetch', function (event) {
  const request = event.request;
  if (request.method === 'GET' && request.url.startsWith(scope)) {
    event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
  }
});
