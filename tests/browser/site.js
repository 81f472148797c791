// SPDX-License-Identifier: EUPL-1.2
// What a phone makes of the web guide: site.js SITE CHANGED SEARCHES. See run.sh.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');
const { chromium } = require('playwright-core');
const { serve } = require('./server.js');

const [site, changed, searches] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let passed = 0, failed = 0, server, browser;

function report(name, faults) {
  if (faults.length) {
    failed++;
    console.log(`FAILED ${name}\n  ${faults.slice(0, 10).join('\n  ')}`);
    if (faults.length > 10) console.log(`  and ${faults.length - 10} more`);
  } else {
    passed++;
    console.log(`ok ${name}`);
  }
}

async function test(name, run) {
  if (process.env.ONLY && !name.includes(process.env.ONLY)) return;
  server.folder = site;
  try {
    report(name, (await run()) || []);
  } catch (error) {
    report(name, [error.stack]);
  }
}

// The addresses of all pages below the root, without those that only lead on.
function pages(folder, below = '') {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    if (entry.isDirectory()) return pages(folder, name + '/');
    if (!name.endsWith('.html')) return [];
    return [name.replace(/index\.html$/, '')];
  });
}

const tags = [...fs.readFileSync(path.join(site, 'index.html'), 'utf8').matchAll(/class="chip" hreflang="([^"]*)"/g)]
  .map((match) => match[1]);
const wanted = process.env.SITE_LANGUAGES ? process.env.SITE_LANGUAGES.split(' ') : tags;
const isWanted = (address) => {
  const tag = address.split('/')[0];
  return !tags.includes(tag) || wanted.includes(tag);
};

function visit(options) {
  return browser.newContext({ serviceWorkers: 'block', viewport: { width: 390, height: 844 }, ...options });
}

const read = (address) => fs.readFileSync(path.join(site, address.endsWith('/') || !address ? address + 'index.html' : address), 'utf8');

// ---- Every page --------------------------------------------------------------------------------

async function lookAt(page, address, faults) {
  await page.goto(server.base + address + '#choose');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) faults.push(`${address}: ${wide} px wider than the screen`);
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  found.violations.forEach((violation) => faults.push(
    `${address}: ${violation.id}: ${violation.nodes.slice(0, 2).map((node) => node.target + ' ' + node.html.slice(0, 120)).join(' | ')}`));
}

async function everyPage() {
  const waiting = pages(site).filter(isWanted).filter((address) => !/http-equiv="refresh"/.test(read(address)));
  const count = waiting.length, faults = [];
  await Promise.all([0, 1].map(async (worker) => {
    const context = await visit({ viewport: { width: 320, height: 640 }, colorScheme: worker ? 'dark' : 'light' });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !/Service Worker/.test(message.text())) {
        faults.push(`${page.url()}: console: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.base)) faults.push(`${page.url()} asks ${request.url()}`);
    });
    for (let address; (address = waiting.shift()) !== undefined;) await lookAt(page, address, faults);
    await context.close();
  }));
  console.log(`# ${count} pages looked at in ${wanted.length} languages`);
  return count ? faults : ['no pages'];
}

// The reader's own text size, twice as large.
async function largeText() {
  const faults = [], context = await visit({ viewport: { width: 640, height: 900 } });
  const page = await context.newPage();
  for (const tag of wanted) {
    for (const below of ['', 'p/registration/', 'p/emergency/', 'o/buergerbuero/', 'search/', 't/work/']) {
      await page.goto(server.base + tag + '/' + below);
      const wide = await page.evaluate(() => {
        document.documentElement.style.setProperty('font-size', '200%');
        return document.documentElement.scrollWidth - innerWidth;
      });
      if (wide > 0) faults.push(`${tag}/${below}: ${wide} px wider than the screen`);
    }
  }
  await context.close();
  return faults;
}

async function validates() {
  const { HtmlValidate } = require('html-validate');
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // The pages are XML as well; phone numbers can be copied as they are dialled; a page in two
    // languages has two titles.
    rules: { 'void-style': 'off', 'attribute-boolean-style': 'off', 'tel-non-breaking': 'off', 'long-title': 'off' },
  });
  const faults = [], looked = pages(site).filter(isWanted);
  if (!looked.includes('staff/')) faults.push('no staff page');
  for (const address of looked) {
    const report = await validator.validateString(read(address));
    report.results.forEach((result) => result.messages.filter((message) => message.severity === 2)
      .forEach((message) => faults.push(`${address}: ${message.ruleId}: ${message.message} (${message.line})`)));
  }
  return faults;
}

// ---- The languages of the phone ----------------------------------------------------------------

async function forwards() {
  const rows = [
    ['uk-UA', 'uk'], ['ar', 'ar'], ['ti-ER', 'ti'], ['fr-FR', 'fr'], ['fa-AF', 'fa-AF'], ['fa-IR', 'fa'], ['prs', 'fa-AF'],
    ['zh-CN', 'zh-Hans'], ['ku', 'kmr'], ['ckb', 'ckb'], ['en-GB', 'en'], ['pt-BR', 'pt'], ['ja-JP', null],
  ];
  const faults = [];
  for (const [locale, tag] of rows) {
    const context = await visit({ locale });
    const page = await context.newPage();
    await page.goto(server.base + 'o/buergerbuero/');
    if (tag) await page.waitForURL('**/' + tag + '/**', { timeout: 5000 }).catch(() => {});
    else await page.waitForTimeout(500);
    const got = page.url().slice(server.base.length);
    const right = (tag ? tag + '/' : '') + 'o/buergerbuero/';
    if (got !== right) faults.push(`a phone set to ${locale} is at ${got}, not ${right}`);
    await context.close();
  }
  return faults;
}

async function remembers() {
  const context = await visit({ locale: 'fr-FR' });
  const page = await context.newPage(), faults = [];
  await page.goto(server.base + 'fr/p/registration/');
  await page.click('.key');
  await page.click('.chip[hreflang="uk"]');
  await page.waitForURL('**/uk/p/registration/');
  await page.goto(server.base);
  await page.waitForTimeout(150);
  if (page.url() !== server.base + 'uk/') faults.push(`the choice is forgotten: ${page.url()}`);
  if ((await context.cookies()).length) faults.push('there is a cookie');
  await context.close();
  return faults;
}

async function capitals() {
  const context = await visit({ locale: 'de-DE' }), page = await context.newPage();
  await page.goto(server.base + 'O/BUERGERBUERO/');
  await page.waitForURL('**/de/**', { timeout: 5000 }).catch(() => {});
  const got = page.url();
  await page.goto(server.base + 'p/nowhere/');
  let said = await page.locator('.regrets').innerText();
  if (await page.locator('.regrets p:visible').count() !== 1) said += ' in all languages';
  await context.close();
  return [...(got.endsWith('/de/o/buergerbuero/') ? [] : [`in capitals: ${got}`]),
    ...(said.includes('p/nowhere/') && !/in all/.test(said) ? [] : [said])];
}

async function withoutScript() {
  const context = await visit({ javaScriptEnabled: false, locale: 'uk-UA' });
  const page = await context.newPage(), faults = [];
  await page.goto(server.base + 'o/buergerbuero/');
  if (await page.locator('.chip:visible').count() !== tags.length) faults.push('the list is not complete');
  await page.goto(server.base + 'uk/search/');
  if (await page.locator('.all a:visible').count() < 40) faults.push('the search page lists nothing');
  if (await page.locator('input:visible').count()) faults.push('there is a field that does nothing');
  await page.goto(server.base + 'uk/o/buergerbuero/');
  if (!await page.locator('.week:visible').count()) faults.push('no week table');
  if (await page.locator('.status:visible').count()) faults.push('an empty status');
  await context.close();
  return faults;
}

// ---- Without a network -------------------------------------------------------------------------

async function until(page, question, argument) {
  for (let tries = 0; tries < 200; tries++) {
    if (await page.evaluate(question, argument)) return;
    await page.waitForTimeout(300);
  }
  throw new Error('waited for a minute: ' + question);
}

const isKept = async () => {
  for (const name of await caches.keys()) {
    if (await (await caches.open(name)).match(new URL('/de/offline.json', location))) return true;
  }
  return false;
};

async function offline() {
  const context = await visit({ serviceWorkers: 'allow', locale: 'de-DE' });
  const page = await context.newPage(), faults = [];
  await page.goto(server.base + 'de/');
  await until(page, isKept);
  await context.setOffline(true);
  server.folder = '/nowhere';
  for (const address of pages(path.join(site, 'de'), '').map((name) => 'de/' + name)) {
    await page.goto(server.base + address);
    if (/http-equiv="refresh"/.test(read(address))) { // a retired id
      await page.waitForURL((url) => !url.pathname.endsWith(address), { timeout: 5000 });
    }
    const title = await page.title();
    if (/http-equiv="refresh"/.test(read(address))) {
      if (!title) faults.push(`${address} leads nowhere`);
      continue;
    }
    const right = read(address).match(/<title>([^<]*)/)[1].replace(/&amp;/g, '&');
    if (title !== right) faults.push(`${address}: ${title}, not ${right}`);
  }
  await page.goto(server.base + 'de/search/');
  await page.fill('input', 'Kindergeld');
  await page.waitForSelector('.hits a[href*="child-benefit"]', { timeout: 5000 });
  await page.goto(server.base + 'o/buergerbuero/');
  if (!page.url().endsWith('/de/o/buergerbuero/')) faults.push(`a printed code leads to ${page.url()}`);
  server.folder = site;
  await context.setOffline(false);
  await context.close();
  return faults;
}

async function updates() {
  const context = await visit({ serviceWorkers: 'allow', locale: 'de-DE' });
  const page = await context.newPage(), faults = [];
  await page.goto(server.base + 'de/');
  await until(page, isKept);
  const before = await page.evaluate(() => caches.keys());
  server.folder = changed;
  await page.goto(server.base + 'de/p/registration/');
  const brand = await page.locator('.brand').innerText();
  if (!/Neustadt/.test(brand)) faults.push(`an old page though there is a network: ${brand}`);
  await until(page, async (old) => {
    const names = await caches.keys();
    return names.length === 1 && names[0] !== old;
  }, before[0]);
  await context.setOffline(true);
  server.folder = '/nowhere';
  await page.goto(server.base + 'de/p/emergency/');
  const kept = await page.locator('.brand').innerText();
  if (!/Neustadt/.test(kept)) faults.push(`an old page is kept: ${kept}`);
  server.folder = site;
  await context.close();
  return faults;
}

// ---- Search ------------------------------------------------------------------------------------

function loadSearch(tag) {
  const context = vm.createContext({ TextEncoder });
  vm.runInContext('var self = this;' + fs.readFileSync(path.join(site, 'search.js'), 'utf8'), context);
  const search = context.search;
  search.index = search.unpack(JSON.parse(fs.readFileSync(path.join(site, tag, 'search.json'), 'utf8')));
  return search;
}

// The rows of the unit test: the same queries have the same first hits here.
async function finds() {
  const text = fs.readFileSync(searches, 'utf8').split('limits[]')[0], faults = [];
  const rows = [...text.matchAll(/\{"([^"]+)", "([^"]+)", "([^"]+)"\}/g)];
  for (const [, tag, query, first] of rows) {
    const search = loadSearch(tag), hits = search.find(search.index, query);
    const got = hits.length ? hits[0].path : 'nothing';
    if (!got.includes(`/${first}/`)) faults.push(`${tag}: ${query}: ${got}, not ${first}`);
  }
  console.log(`# ${rows.length} searches`);
  return rows.length > 50 ? faults : ['no rows'];
}

// What the program folded, the script folds to the same: every title of every language.
async function folds() {
  const faults = [];
  let count = 0;
  for (const tag of tags.filter((name) => !['ar', 'am', 'ti'].includes(name))) { // there without articles
    const search = loadSearch(tag);
    search.index.entries.forEach((entry) => {
      const html = read(`${tag}/${entry.path}`), title = html.match(/<h1[^>]*>(.*?)<\/h1>/s)[1];
      if (/<small|not translated/.test(title)) return;
      const plain = title.replace(/<[^>]*>/g, '').replace(/&#39;/g, '\'').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
      count++;
      const folded = search.fold(plain);
      if (!entry.titles.some((known) => known === folded)) faults.push(`${tag} ${plain}: ${folded}, not ${entry.titles}`);
      if (search.fold(folded) !== folded) faults.push(`${tag} ${plain}: folded twice it is another`);
    });
  }
  console.log(`# ${count} titles folded`);
  return count > 500 ? faults : ['no titles'];
}

async function searchPage() {
  const context = await visit({ locale: 'uk-UA' }), page = await context.newPage(), faults = [], asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(server.base + 'uk/');
  if (asked.some((url) => /search\.(js|json)/.test(url))) faults.push('the index is loaded before it is asked for');
  await page.goto(server.base + 'uk/search/');
  if (!await page.locator('.all a:visible').count()) faults.push('without a query nothing is listed');
  await page.fill('input', 'школ');
  await page.waitForSelector('.hits a');
  if (!/p\/school/.test(await page.locator('.hits a').first().getAttribute('href'))) faults.push('another first hit');
  if (await page.locator('.all:visible').count()) faults.push('all are still listed');
  await page.fill('input', 'xyzzyplugh');
  const said = await page.locator('.found').innerText();
  if (!said.includes('xyzzyplugh')) faults.push(`of no hit it says: ${said}`);
  if (!await page.locator('.all a:visible').count()) faults.push('no way on from no hit');
  await page.fill('input', '<img src=x onerror=alert(1)>');
  if (await page.locator('main img').count()) faults.push('a query becomes markup');
  await context.close();
  return faults;
}

// ---- The keys of the bar -----------------------------------------------------------------------

// A browser with these voices; what it is told to say is kept. It says all of it at once when
// `talk` is called.
async function hearing(page, voices) {
  await page.addInitScript((known) => {
    window.heard = [];
    window.talk = () => { const waiting = window.heard.filter((u) => !u.over); waiting.forEach((u) => { u.over = true; if (u.onend) u.onend(); }); return waiting.length; };
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => known, addEventListener() {}, speak: (utterance) => window.heard.push(utterance),
      get speaking() { return window.heard.some((utterance) => !utterance.over); },
      cancel: () => window.heard.forEach((utterance) => { utterance.over = true; }),
    } });
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  }, voices);
}

async function listens() {
  const faults = [], rows = [
    ['uk/p/registration/', [{ lang: 'uk_UA', localService: true }], true],
    ['uk/p/registration/', [{ lang: 'uk-UA', localService: false }], false],
    ['uk/p/registration/', [{ lang: 'ukx-UA', localService: true }, { lang: 'de-DE', localService: true }], false],
    ['fa-AF/p/emergency/', [{ lang: 'fa-IR', localService: true }], true],
    ['zh-Hans/p/emergency/', [{ lang: 'zh-HK', localService: true }], false],
    ['zh-Hans/p/emergency/', [{ lang: 'zh-CN', localService: true }], true],
    ['de-simple/o/buergerbuero/', [{ lang: 'de-DE', localService: true }], true],
    ['uk/p/registration/', [], false],
  ];
  for (const [address, voices, right] of rows) {
    const context = await visit({}), page = await context.newPage();
    await hearing(page, voices);
    await page.goto(server.base + address);
    if (await page.locator('.listen:visible').count() !== Number(right)) {
      faults.push(`${address} with ${JSON.stringify(voices)}: ${right ? 'does not offer' : 'offers'} to read`);
    }
    await context.close();
  }
  return faults;
}

async function readsAloud() {
  const context = await visit({}), page = await context.newPage(), faults = [];
  await hearing(page, [{ lang: 'ar-EG', localService: true }, { lang: 'de-DE', localService: true }]);
  await page.goto(server.base + 'ar/p/registration/');
  await page.click('.listen button');
  let marked = 0;
  for (let turns = 0; turns < 500 && await page.locator('.listen [aria-pressed="true"]').count(); turns++) {
    marked += await page.locator('.spoken').count() === 1;
    await page.evaluate(() => window.talk());
  }
  const heard = await page.evaluate(() => window.heard.map((utterance) => [utterance.lang, utterance.text]));
  const title = await page.locator('h1').innerText(), german = heard.filter(([lang]) => lang === 'de-DE');
  if (heard[0][1] !== title) faults.push(`begins with ${heard[0]}, not ${title}`);
  if (heard.length < 20 || marked < 15) faults.push(`${heard.length} texts in ${marked} blocks`);
  if (!german.length || german.some(([, text]) => /[\u0600-\u06FF]/.test(text))) faults.push(`German: ${german}`);
  if (await page.locator('.spoken').count()) faults.push('a block is still marked at the end');
  await page.click('.listen button');
  await page.evaluate(() => window.talk());
  await page.click('.listen button');
  const said = await page.evaluate(() => window.heard.length);
  await page.evaluate(() => window.heard[window.heard.length - 1].onend());
  if (await page.evaluate(() => window.heard.length) !== said) faults.push('it goes on after it was stopped');
  if (await page.evaluate(() => window.speechSynthesis.speaking)) faults.push('it speaks on after the stop');
  if (await page.locator('.spoken').count()) faults.push('a block is still marked after the stop');
  await context.close();
  return faults;
}

async function shares() {
  const context = await visit({ permissions: ['clipboard-read', 'clipboard-write'] }), page = await context.newPage(), faults = [];
  await page.addInitScript(() => { delete Navigator.prototype.share; });
  await page.goto(server.base + 'de/o/buergerbuero/#main');
  await page.click('.share button');
  await page.waitForFunction(() => document.querySelector('.said').textContent);
  const said = await page.locator('.said').innerText(), copied = await page.evaluate(() => navigator.clipboard.readText());
  if (said !== 'Link kopiert' || copied !== server.base + 'de/o/buergerbuero/') faults.push(`${said}: ${copied}`);
  await page.addInitScript(() => { Navigator.prototype.share = async (what) => { window.shared = what; }; });
  await page.reload();
  await page.click('.share button');
  const shared = await page.evaluate(() => window.shared);
  if (shared.url !== server.base + 'de/o/buergerbuero/' || !/^Bürgerbüro/.test(shared.title)) faults.push(JSON.stringify(shared));
  await context.close();
  return faults;
}

// What the device keeps of a visit, as one text.
const traces = async () => {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  for (const name of await caches.keys()) {
    kept.push(name, ...(await (await caches.open(name)).keys()).map((request) => request.url).sort());
  }
  return kept.join('\n');
};

async function leaves() {
  const sensitive = pages(path.join(site, 'de'), '').filter((name) => read('de/' + name).includes('class="leave"')), faults = [];
  const context = await visit({ locale: 'de-DE', serviceWorkers: 'allow' }), page = await context.newPage();
  await page.goto(server.base + 'de/');
  await until(page, isKept);
  const before = await page.evaluate(traces);
  for (const address of sensitive) {
    for (const viewport of [{ width: 320, height: 480 }, { width: 1280, height: 800 }]) {
      await page.setViewportSize(viewport);
      await page.goto(server.base + 'de/t/work/');
      await page.goto(server.base + 'de/' + address);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const box = await page.locator('.leave').boundingBox();
      if (box.y < 0 || box.x < 0 || box.y + box.height > viewport.height || box.x + box.width > viewport.width) faults.push(`${address}: out of view`);
      await page.click('.leave');
      await page.waitForURL(server.base + 'de/');
      if (!await page.locator('.tiles:visible').count()) faults.push('the front page is not shown');
      await page.goBack();
      if (page.url() !== server.base + 'de/t/work/') faults.push(`${address}: back leads to ${page.url()}`);
    }
  }
  if (await page.evaluate(traces) !== before) faults.push('the visit has left a trace');
  await context.close();
  const plain = await visit({ javaScriptEnabled: false }), still = await plain.newPage();
  await still.goto(server.base + 'de/' + sensitive[0]);
  await still.click('.leave');
  if (still.url() !== server.base + 'de/') faults.push(`without script it leads to ${still.url()}`);
  if (await still.locator('.listen:visible, .share:visible').count()) faults.push('keys without a script do nothing');
  await plain.close();
  return sensitive.length ? faults : ['no sensitive page'];
}

// ---- Hours -------------------------------------------------------------------------------------

// Of the German page, at a moment of town time.
async function opensAndCloses() {
  const context = vm.createContext({ Intl, Date });
  vm.runInContext('var self = this;' + fs.readFileSync(path.join(site, 'hours.js'), 'utf8'), context);
  const words = { zone: 'Europe/Berlin', open: 'bis %s', today: 'heute %s', tomorrow: 'morgen %s', later: '%1$s um %2$s',
    closed: 'zu', holiday: 'zu: %s', phone: 'Telefon bis %s', booked: 'Termin', ask: 'fragen',
    on: ['Mo %s', 'Di %s', 'Mi %s', 'Do %s', 'Fr %s', 'Sa %s', 'So %s'],
    dates: Array.from({ length: 12 }, (none, month) => `28. ${month + 1}.`), holidays: { '2026-12-25': 'Weihnachten', '2027-05-06': 'Himmelfahrt' } };
  const weekdays = [[[480, 720, 0]], [[480, 720, 0]], [[480, 720, 0]], [[480, 720, 0], [720, 780, 0], [840, 1050, 1]], [[480, 720, 0]], [], []];
  const hours = { from: '2026-11-20', to: '2027-12-31', booked: false, week: weekdays,
    days: { '2026-12-23': [[480, 600, 0]], '2026-12-24': 0, '2026-12-25': [], '2026-12-28': 0, '2026-12-29': 0, '2026-12-30': 0, '2026-12-31': 0, '2027-01-01': [], '2027-05-06': [] } };
  const phone = { from: '2026-11-20', to: '2027-12-31', booked: true, week: [[[540, 660, 2]], [], [], [], [], [], []], days: {} };
  const rows = [
    [hours, '2026-11-23T07:00Z', 'open|bis 12:00'], [hours, '2026-11-23T06:59Z', 'closed|heute 8:00'],
    [hours, '2026-11-23T11:00Z', 'closed|morgen 8:00'], [hours, '2026-11-26T10:00Z', 'open|bis 13:00'],
    [hours, '2026-11-26T13:30Z', 'closed|morgen 8:00'], [hours, '2026-11-27T12:00Z', 'closed|Mo 8:00'],
    [hours, '2026-12-23T09:30Z', 'closed|28. 1. um 8:00'.replace('28. 1.', '4. 1.')], [hours, '2026-12-25T09:00Z', 'closed|zu: Weihnachten|4. 1. um 8:00'],
    [hours, '2026-12-24T09:00Z', 'closed|4. 1. um 8:00'], [hours, '2027-05-06T09:00Z', 'closed|zu: Himmelfahrt|morgen 8:00'],
    [hours, '2027-07-05T06:00Z', 'open|bis 12:00'], [hours, '2028-01-10T09:00Z', '|fragen'],
    [phone, '2026-11-23T09:00Z', '|Telefon bis 11:00'], [phone, '2026-11-24T09:00Z', '|Termin'],
  ];
  return rows.map(([of, moment, right]) => {
    const state = context.hours.status(words, of, context.hours.now(words.zone, new Date(moment)));
    const said = [state.state || '', ...state.sentences.map(([sentence, ...values]) => {
      let count = 0;
      return sentence.replace(/%(?:(\d)\$)?s/g, (slot, place) => values[(place || ++count) - 1]);
    })].join('|');
    return said === right ? '' : `${moment}: ${said}, not ${right}`;
  }).filter(Boolean);
}

async function hoursOnPage() {
  const context = await visit({ locale: 'de-DE', timezoneId: 'America/New_York' });
  const page = await context.newPage(), faults = [];
  await page.clock.setFixedTime(new Date('2026-12-07T09:00:00Z')); // a Monday, 10:00 in town
  await page.goto(server.base + 'de/o/buergerbuero/');
  const said = await page.locator('.status').first().innerText();
  if (!/bis\s*16:00/.test(said)) faults.push(said);
  if (!/Montag/.test(await page.locator('.today').innerText())) faults.push('today is not marked');
  await page.clock.setFixedTime(new Date('2001-01-01T09:00:00Z'));
  await page.goto(server.base + 'de/o/buergerbuero/');
  if (await page.locator('.status:visible').count()) faults.push('a wrong clock is believed');
  await context.close();
  return faults;
}

(async () => {
  server = await serve(site);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  await test('phones land on their language', forwards);
  await test('a choice is remembered, without a cookie', remembers);
  await test('capitals and lost addresses', capitals);
  await test('all but the search works without script', withoutScript);
  await test('the script finds what the kiosk finds', finds);
  await test('the script folds as the program does', folds);
  await test('the search page', searchPage);
  await test('offers to read where the device has a voice', listens);
  await test('reads a page aloud', readsAloud);
  await test('hands an address on', shares);
  await test('leaves a sensitive page at once', leaves);
  await test('hours at many moments', opensAndCloses);
  await test('hours on the page, in the town’s time', hoursOnPage);
  await test('without a network every page opens', offline);
  await test('a change arrives, and the old version goes', updates);
  await test('twice the text size needs no scrolling sideways', largeText);
  await test('html-validate finds nothing', validates);
  await test('every page: axe, console, hosts, width', everyPage);
  await browser.close();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
