// SPDX-License-Identifier: EUPL-1.2
// Two conveniences; the guide works without them.
(function () {
  'use strict';

  // From a folder on disk nobody turns ".../" into ".../index.html".
  if (location.protocol === 'file:') {
    document.querySelectorAll('a[href]').forEach(function (link) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/')) {
        link.pathname += 'index.html';
      }
    });
  }

  // What phones say, and what the guide calls it.
  var other = { ku: 'kmr', prs: 'fa-af', zh: 'zh-hans' };

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

  // Who came by "#choose" wants to see the list.
  var list = document.querySelector('.languages');
  if (!list || location.hash === '#choose') {
    return;
  }
  var links = list.querySelectorAll('a');
  var wanted = navigator.languages || [navigator.language];
  for (var i = 0; i < wanted.length; i++) {
    var link = find(links, wanted[i]);
    if (link) {
      location.replace(link.href);
      return;
    }
  }
}());
