// SPDX-License-Identifier: EUPL-1.2
// The search of the kiosk in the browser: what src/text/fold.c and src/guide/search.c do, over the
// index that the program wrote. tests/browser holds both to the same answers.
(function () {
  'use strict';

  // ---- Folding: text/fold.h says what and why ---------------------------------------------------

  var letters = {
    'ß': 'ss', 'ı': 'i', 'ł': 'l', 'đ': 'd', 'ħ': 'h', 'ø': 'o', 'æ': 'a', 'œ': 'o', 'ς': 'σ', 'ґ': 'г',
    '\u0671': '\u0627', '\u0649': '\u06CC', '\u064A': '\u06CC', '\u06CD': '\u06CC', '\u06CE': '\u06CC',
    '\u06D0': '\u06CC', '\u06E6': '\u06CC', '\u0643': '\u06A9', '\u06AA': '\u06A9', '\u06AB': '\u06AF',
    '\u0629': '\u0647', '\u06BE': '\u0647', '\u06C1': '\u0647', '\u06C3': '\u0647', '\u06D5': '\u0647',
    '\u06C6': '\u0648', '\u06E5': '\u0648', '\u0695': '\u0631', '\u06B5': '\u0644',
    '\u0901': '\u0928\u094D', '\u0902': '\u0928\u094D'
  };
  var pairs = 'ሃሀሐሀሑሁሒሂሓሀሔሄሕህሖሆኀሀኁሁኂሂኃሀኄሄኅህኆሆሠሰሡሱሢሲሣሳሤሴሥስሦሶሧሷኣአዐአዑኡዒኢዓአዔኤዕእዖኦ' +
    'ፀጸፁጹፂጺፃጻፄጼፅጽፆጾቈቆቍቁኰኮኵኩጐጎጕጉ';
  for (var p = 0; p < pairs.length; p += 2) {
    letters[pairs[p]] = pairs[p + 1];
  }
  var ends = { ae: 'a', oe: 'o', ue: 'u', 'ङ्': 'न्', 'ञ्': 'न्', 'ण्': 'न्', 'म्': 'न्' };

  var invisible = /\p{Default_Ignorable_Code_Point}/u;
  var diacritic = /[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Ethiopic}]/u;
  var mark = /\p{M}/u, digit = /\p{Nd}/u, letterOrNumber = /[\p{L}\p{N}\p{M}]/u, letter = /\p{L}/u, latin = /\p{Script=Latin}/u;
  var vanishing = '\u0621\u0640\u0674\u093C';
  var apostrophes = '\'`\u00B4\u02B9\u02BB\u02BC\u02BE\u02BF\u2018\u2019\u2032';
  var joints = '.-\u2010';

  function digitValue(c) {
    var point = c.codePointAt(0), value = 0;
    while (value < 9 && digit.test(String.fromCodePoint(point - value - 1))) {
      value++;
    }
    return String(value);
  }

  function fold(text) {
    var out = [], piece = 0, before = '';

    function single() {
      var only = before === '' && piece === out.length - 1 ? out[piece] : '';
      return letter.test(only) ? only : '';
    }

    function put(c) {
      out.push(c);
      var end = out.slice(-2).join('');
      if (ends[end]) {
        out.splice(-2, 2);
        out.push.apply(out, Array.from(ends[end]));
      }
    }

    function putLetter(c) {
      if ((before === 'gap' || (before === 'joint' && !letter.test(c))) && out.length) {
        out.push(' ');
      }
      if (before) {
        piece = out.length;
      }
      before = '';
      Array.from(letters[c] || c).forEach(put);
    }

    function part(c) {
      if (apostrophes.includes(c)) {
        if (latin.test(single())) {
          before = 'gap';
        }
      } else if (invisible.test(c) || vanishing.includes(c) || (mark.test(c) && diacritic.test(c))) {
        return;
      } else if (digit.test(c)) {
        putLetter(digitValue(c));
      } else if (letterOrNumber.test(c)) {
        putLetter(c.toLowerCase());
      } else {
        before = joints.includes(c) && single() ? 'joint' : 'gap';
      }
    }

    Array.from(text).forEach(function (c) {
      Array.from(c === '\u00B4' ? c : c.normalize('NFKD')).forEach(part);
    });
    return out.join('');
  }

  // ---- Words alike: guide/search.c --------------------------------------------------------------

  function bare(glue, word) {
    for (var i = 0; i < glue.length; i++) {
      var rest = word.slice(glue[i][0].length);
      if (word.startsWith(glue[i][0]) && Array.from(rest).length >= glue[i][1]) {
        return rest;
      }
    }
    return word;
  }

  // Optimal string alignment; of the query to the word, and to the nearest beginning of the word.
  function distance(query, word) {
    var before, above = [], row, i, j;
    for (j = 0; j <= word.length; j++) {
      above.push(j);
    }
    for (i = 1; i <= query.length; i++) {
      row = [i];
      for (j = 1; j <= word.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (query[i - 1] !== word[j - 1]));
        if (i > 1 && j > 1 && query[i - 1] === word[j - 2] && query[i - 2] === word[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = above;
      above = row;
    }
    return { whole: above[word.length], prefix: Math.min.apply(null, above) };
  }

  var longest = 48, bytes = new TextEncoder();

  function likeness(query, points, word) {
    if (query === word) {
      return 1;
    }
    if (word.startsWith(query)) {
      return 0.5 + 0.4 * bytes.encode(query).length / bytes.encode(word).length;
    }
    if ((points.length >= 4 || (points.length >= 2 && query.codePointAt(0) > 0x2E00)) && word.includes(query)) {
      return 0.4;
    }
    var allowed = points.length < 4 ? 0 : points.length < 7 ? 1 : 2;
    if (allowed === 0) {
      return 0;
    }
    var other = Array.from(word).slice(0, longest), far = distance(points, other);
    if (far.whole <= allowed) {
      return far.whole === 1 ? 0.45 : 0.3;
    }
    return far.prefix <= allowed && other[0] === points[0] ? (far.prefix === 1 ? 0.25 : 0.15) : 0;
  }

  function bestWord(entry, query) {
    var points = Array.from(query).slice(0, longest), best = 0;
    entry.words.forEach(function (word) {
      if (word.weight > best) { // alike or not, it cannot be better than its weight
        best = Math.max(best, word.weight * likeness(query, points, word.text));
      }
    });
    return best;
  }

  function titleBonus(entry, query) {
    if (entry.titles.includes(query)) {
      return 10;
    }
    return entry.titles.some(function (title) { return title.startsWith(query); }) ? 1.5 : 0;
  }

  function scoreOf(entry, glue, query) {
    var sum = 0;
    for (var i = 0; i < query.words.length; i++) {
      var word = query.words[i], without = bare(glue, word);
      var score = bestWord(entry, word);
      if (without !== word) {
        score = Math.max(score, bestWord(entry, without));
      }
      if (score === 0) {
        return 0;
      }
      sum += score;
    }
    return sum / query.words.length + titleBonus(entry, query.text);
  }

  function find(index, text) {
    var words = fold(text).split(' ').filter(Boolean);
    var query = {
      text: words.map(function (word) { return bare(index.glue, word); }).join(' '),
      words: words.slice(0, 8)
    };
    var hits = !words.length ? [] : index.entries.map(function (entry) {
      return { path: entry.path, score: scoreOf(entry, index.glue, query) };
    }).filter(function (hit) { return hit.score > 0; });
    hits.sort(function (a, b) { return b.score - a.score; });
    var best = hits.length ? Math.min(hits[0].score, 10) : 0, weak = 0, shown = 0;
    while (shown < hits.length && weak < 3 && hits[shown].score >= 0.1 * best) {
      weak += hits[shown++].score < best / 3;
    }
    return hits.slice(0, shown);
  }

  // {"10": "wohnsitz anmelden"} to one row a word.
  function unpack(index) {
    index.entries.forEach(function (entry) {
      var words = [];
      Object.keys(entry.words).forEach(function (weight) {
        entry.words[weight].split(' ').forEach(function (text) {
          words.push({ text: text, weight: Number(weight) });
        });
      });
      entry.words = words;
    });
    return index;
  }

  if (typeof document === 'undefined') {
    self.search = { fold: fold, find: find, unpack: unpack }; // for the tests
    return;
  }

  // ---- The page ---------------------------------------------------------------------------------

  var form = document.querySelector('.find'), field = form.querySelector('input');
  var found = document.querySelector('.found'), list = document.querySelector('.hits');
  var all = document.querySelector('.all'), rows = {}, index = null;

  all.querySelectorAll('li').forEach(function (row) {
    rows[row.firstElementChild.pathname.match(/\/([po]\/[^/]+\/)(index\.html)?$/)[1]] = row;
  });

  // The query is an isolate in the sentence: it may run the other way.
  function sayNone(text) {
    var parts = found.dataset.none.split('%s'), name = document.createElement('bdi');
    name.textContent = text;
    found.replaceChildren(parts[0], name, parts[1]);
  }

  function show() {
    var text = field.value.trim(), hits = index && text ? find(index, text) : [];
    list.replaceChildren.apply(list, hits.map(function (hit) {
      return rows[hit.path].cloneNode(true);
    }));
    all.hidden = hits.length > 0;
    found.classList.toggle('unseen', hits.length > 0);
    if (hits.length) {
      found.textContent = found.dataset.some + ': ' + hits.length;
    } else if (index && fold(text)) {
      sayNone(text);
    } else {
      found.textContent = '';
    }
  }

  // From a folder on disk browsers read no other file: then the list is all there is.
  if (location.protocol === 'file:') {
    return;
  }
  form.hidden = false;
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = list.querySelector('a');
    if (first) {
      location.href = first.href;
    }
  });
  field.addEventListener('input', show);
  addEventListener('pageshow', show);
  fetch(field.dataset.index).then(function (response) { return response.json(); }).then(function (json) {
    index = unpack(json);
    show();
  });
}());
