// SPDX-License-Identifier: EUPL-1.2
// Conveniences; the guide works without them.
(function () {
  'use strict';

  var root = new URL('.', document.currentScript.src);

  // From a folder on disk nobody turns ".../" into ".../index.html".
  if (location.protocol === 'file:') {
    document.querySelectorAll('a[href]').forEach(function (link) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/')) {
        link.pathname += 'index.html';
      }
    });
  }

  // ---- The choice of a language: only this telephone knows it -----------------------------------

  function recall() {
    try {
      return localStorage.getItem('language');
    } catch (refused) {
      return null;
    }
  }

  function remember(tag) {
    try {
      localStorage.setItem('language', tag);
    } catch (refused) {
      // Then it is asked again.
    }
  }

  // What phones say, and what the guide calls it.
  var other = { ku: 'kmr', 'ku-arab': 'ckb', 'ku-iq': 'ckb', prs: 'fa-af', zh: 'zh-hans', iw: 'he', mo: 'ro' };

  // "uk-UA" asks for "uk-UA", then for "uk".
  function find(links, wanted) {
    for (var tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      var name = other[tag] || tag;
      for (var i = 0; i < links.length; i++) {
        if (links[i].hreflang.toLowerCase() === name) {
          return links[i];
        }
      }
    }
    return null;
  }

  // Browsers add English to the languages of a phone by themselves: it counts in first place only.
  function choose(links) {
    var said = navigator.languages || [navigator.language];
    var wanted = [recall()].concat(said.filter(function (tag, i) {
      return i === 0 || !/^en\b/i.test(tag);
    }));
    for (var i = 0; i < wanted.length; i++) {
      var link = wanted[i] && find(links, wanted[i]);
      if (link) {
        return link;
      }
    }
    return null;
  }

  var list = document.querySelector('.languages');
  if (list) {
    list.addEventListener('click', function (event) {
      var link = event.target.closest('a');
      if (link) {
        remember(link.hreflang);
      }
    });
    // Who came by "#choose" wants to see the list.
    var link = !list.matches('.lost') && location.hash !== '#choose' && choose(list.querySelectorAll('a'));
    if (link) {
      location.replace(link.href);
    }
  }

  // ---- An address that leads nowhere ------------------------------------------------------------

  // Printed codes may be in capitals, which makes them smaller.
  if (list && list.matches('.lost')) {
    var small = location.pathname.toLowerCase();
    if (/^[^a-z]*[A-Z][^a-z]*$/.test(location.pathname)) {
      location.replace(small + location.hash);
    }
    var asked = decodeURI(location.pathname).slice(root.pathname.length);
    document.querySelectorAll('.regrets bdi').forEach(function (name) {
      name.textContent = asked;
    });
    var own = choose(list.querySelectorAll('a'));
    document.querySelectorAll('.regrets p').forEach(function (regret) {
      regret.hidden = own && regret.closest('[lang]').lang !== own.hreflang;
    });
  }

  // ---- Away at once -----------------------------------------------------------------------------

  // The page is gone before the next one is there, and the way back does not lead to it.
  var leave = document.querySelector('.leave');
  if (leave) {
    leave.addEventListener('click', function (event) {
      event.preventDefault();
      document.documentElement.hidden = true;
      document.title = document.querySelector('.brand b').textContent;
      location.replace(leave.href);
    });
  }

  // ---- Without a network ------------------------------------------------------------------------

  function keepLanguage(registration) {
    var tag = document.documentElement.lang;
    var saves = navigator.connection && navigator.connection.saveData;
    if (!list && !saves && registration.active) {
      registration.active.postMessage(tag);
    }
  }

  if ('serviceWorker' in navigator && location.protocol !== 'file:') {
    addEventListener('load', function () {
      navigator.serviceWorker.register(new URL('sw.js', root), { updateViaCache: 'none' })
        .then(function () { return navigator.serviceWorker.ready; })
        .then(keepLanguage, function () {});
    });
  }
}());
