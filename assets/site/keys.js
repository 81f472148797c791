// SPDX-License-Identifier: EUPL-1.2
// The keys of the bar that need a script: the page is read aloud, its address handed on.
(function () {
  'use strict';

  var main = document.querySelector('main'), said = document.querySelector('.said');

  function languageOf(element) {
    return element.closest('[lang]').lang.toLowerCase();
  }

  // ---- Listen -----------------------------------------------------------------------------------

  // What the guide calls a language, and what voices do besides.
  var other = { kmr: ['ku'], 'fa-af': ['prs'], 'zh-hans': ['zh-cn', 'cmn-hans', 'cmn-cn'] };
  var alone = ['zh-hans']; // other voices of "zh" speak Cantonese
  var parts = 'h1, h2, h3, p:not(.crumb), li, dt, dd, th, td, .name > *, .number > *';
  var speech = window.speechSynthesis, listen = document.querySelector('.listen');
  var key = listen.querySelector('button');
  var turn = 0, spoken = null, queue = []; // Chromium forgets utterances that nobody holds

  // "fa-AF" is spoken by a voice of "fa-AF", else by one of "fa".
  function namesOf(tag) {
    var names = [tag].concat(other[tag] || []);
    if (tag.includes('-') && !alone.includes(tag)) {
      names.push(tag.split('-')[0]);
    }
    return names;
  }

  // Only of this device: another voice would send the text to those who made it.
  function voiceOf(tag) {
    var voices = speech.getVoices().filter(function (voice) { return voice.localService; });
    return namesOf(tag).reduce(function (found, name) {
      return found || voices.find(function (voice) {
        return (voice.lang.replace('_', '-').toLowerCase() + '-').startsWith(name + '-');
      });
    }, null);
  }

  // What holds no other part, and is to be seen.
  function blocks() {
    return Array.from(main.querySelectorAll(parts)).filter(function (block) {
      return !block.querySelector(parts) && block.offsetParent && block.textContent.trim() &&
        voiceOf(languageOf(block));
    });
  }

  // A German term in another language is read by a German voice, if there is one.
  function utterancesOf(block) {
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), runs = [];
    for (var node; (node = walker.nextNode());) {
      var text = node.data.replace(/[\u00AD\u2060\u2066-\u2069]/g, ''), tag = languageOf(node.parentElement);
      var last = runs[runs.length - 1];
      if (last && (last.tag === tag || !/[\p{L}\p{N}]/u.test(text))) {
        last.text += text;
      } else {
        runs.push({ tag: tag, text: text });
      }
    }
    return runs.map(function (run) {
      var utterance = new SpeechSynthesisUtterance(run.text.trim());
      utterance.voice = voiceOf(run.tag) || voiceOf(languageOf(block));
      utterance.lang = utterance.voice.lang;
      return utterance;
    });
  }

  function mark(block) {
    if (spoken) {
      spoken.classList.remove('spoken');
    }
    spoken = block;
    if (spoken) {
      spoken.classList.add('spoken');
      spoken.scrollIntoView({ block: 'nearest' });
    }
  }

  // What a voice that was stopped still reports belongs to another turn.
  function stop() {
    turn++;
    queue = [];
    if (speech.speaking || speech.pending) { // some browsers swallow what is said right after it
      speech.cancel();
    }
    mark(null);
    key.setAttribute('aria-pressed', 'false');
  }

  function readFrom(list, at) {
    var mine = turn;
    if (at === list.length) {
      stop();
      return;
    }
    mark(list[at]);
    queue = utterancesOf(list[at]);
    queue[queue.length - 1].onend = function () {
      if (mine === turn) {
        readFrom(list, at + 1);
      }
    };
    queue.forEach(function (utterance) {
      utterance.onerror = function () {
        if (mine === turn) {
          stop();
        }
      };
      speech.speak(utterance);
    });
  }

  function offer() {
    listen.hidden = !voiceOf(languageOf(main.querySelector('h1')));
  }

  if (speech) {
    key.addEventListener('click', function () {
      var reads = key.getAttribute('aria-pressed') === 'true';
      stop();
      if (!reads) {
        key.setAttribute('aria-pressed', 'true');
        readFrom(blocks(), 0);
      }
    });
    addEventListener('pagehide', stop);
    // Most browsers know their voices only after a while.
    speech.addEventListener('voiceschanged', offer);
    offer();
  }

  // ---- Share ------------------------------------------------------------------------------------

  var share = document.querySelector('.share'), address = location.href.replace(/#.*/, '');

  function copy() {
    navigator.clipboard.writeText(address).then(function () {
      said.textContent = share.firstElementChild.dataset.done;
      setTimeout(function () { said.textContent = ''; }, 5000);
    });
  }

  // Who changed their mind wants no copy either.
  function hand() {
    navigator.share({ title: document.title, url: address }).catch(function (error) {
      if (error.name !== 'AbortError' && navigator.clipboard) {
        copy();
      }
    });
  }

  share.hidden = location.protocol === 'file:' || !(navigator.share || navigator.clipboard);
  share.addEventListener('click', navigator.share ? hand : copy);
}());
