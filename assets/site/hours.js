// SPDX-License-Identifier: EUPL-1.2
// Whether an office is open now, in the town's time, from the days that the page carries. Without
// this the week table stands. What it says is what the kiosk says (src/kiosk/part.c).
(function () {
  'use strict';

  // Days are counted from 1970, so that summer time does not matter.
  function number(date) {
    return Date.parse(date + 'T00:00:00Z') / 86400000;
  }

  function dateOf(number) {
    return new Date(number * 86400000).toISOString().slice(0, 10);
  }

  function weekday(date) {
    return (number(date) + 3) % 7; // 0: Monday, as 1 January 1970 was a Thursday
  }

  function now(zone, moment) {
    var parts = {};
    new Intl.DateTimeFormat('en', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'
    }).formatToParts(moment).forEach(function (part) { parts[part.type] = part.value; });
    return { date: parts.year + '-' + parts.month + '-' + parts.day, minute: parts.hour * 60 + Number(parts.minute) };
  }

  // null: nobody knows.
  function slotsOn(hours, date) {
    if (date < hours.from || date > hours.to) {
      return null;
    }
    return (date in hours.days ? hours.days[date] || [] : hours.week[weekday(date)]);
  }

  var walkIn = 0, phone = 2, horizon = 60;

  function until(slots, minute) {
    var end = -1;
    slots.forEach(function (slot) { // in order of time
      if (slot[2] === walkIn && slot[0] <= Math.max(minute, end) && slot[1] > minute) {
        end = Math.max(end, slot[1]);
      }
    });
    return end;
  }

  // When the door opens next; null: not soon.
  function next(hours, date, minute) {
    for (var ahead = 0; ahead <= horizon; ahead++) {
      var day = dateOf(number(date) + ahead), slots = slotsOn(hours, day) || [];
      for (var i = 0; i < slots.length; i++) {
        if (slots[i][2] === walkIn && (ahead > 0 || slots[i][0] > minute)) {
          return { date: day, minute: slots[i][0], ahead: ahead };
        }
      }
    }
    return null;
  }

  function clock(minute) {
    return Math.floor(minute / 60) + ':' + String(minute % 60).padStart(2, '0');
  }

  function opens(words, when) {
    var time = clock(when.minute);
    if (when.ahead < 2) {
      return [when.ahead ? words.tomorrow : words.today, time];
    }
    if (when.ahead < 7) {
      return [words.on[weekday(when.date)], time];
    }
    var month = words.dates[Number(when.date.slice(5, 7)) - 1];
    return [words.later, month.replace('28', Number(when.date.slice(8))), time];
  }

  function unknown(words, hours, slots, minute) {
    if (!slots || !hours.booked) {
      return { sentences: [[words.ask]] };
    }
    var call = slots.find(function (slot) { return slot[2] === phone && slot[0] <= minute && minute < slot[1]; });
    return { sentences: [call ? [words.phone, clock(call[1])] : [words.booked]] };
  }

  // {state: "open", "closed" or nothing, sentences: [[sentence, values …] …]}
  function status(words, hours, moment) {
    var slots = slotsOn(hours, moment.date), end = slots ? until(slots, moment.minute) : -1;
    if (end >= 0) {
      return { state: 'open', sentences: [[words.open, clock(end)]] };
    }
    var when = slots && next(hours, moment.date, moment.minute);
    var special = slots && moment.date in hours.days, closure = special && hours.days[moment.date] === 0;
    var holiday = special && !closure && !slots.length && words.holidays[moment.date];
    if (holiday) {
      return { state: 'closed', sentences: [[words.holiday, holiday]].concat(when ? [opens(words, when)] : []) };
    }
    if (when) {
      return { state: 'closed', sentences: [opens(words, when)] };
    }
    return closure ? { state: 'closed', sentences: [[words.closed]] } : unknown(words, hours, slots, moment.minute);
  }

  if (typeof document === 'undefined') {
    self.hours = { now: now, status: status }; // for the tests
    return;
  }

  // Each value is an isolate in its sentence: "%s", "%1$s".
  function write(line, sentence) {
    var count = 0;
    sentence[0].split(/(%(?:\d\$)?s)/).forEach(function (part) {
      var slot = part.match(/^%(?:(\d)\$)?s$/), value = document.createElement('bdi');
      if (slot) {
        value.textContent = sentence[slot[1] || ++count];
      }
      line.append(slot ? value : part);
    });
  }

  function show(words, line) {
    var hours = JSON.parse(line.dataset.hours), moment = now(words.zone, new Date());
    var rows = line.parentElement.querySelectorAll('.week:not(.dates) tr');
    line.hidden = moment.date < words.since; // this clock is wrong
    if (line.hidden) {
      return;
    }
    var said = status(words, hours, moment);
    line.className = 'status ' + (said.state || '');
    line.replaceChildren();
    said.sentences.forEach(function (sentence) {
      var part = document.createElement('span');
      write(part, sentence);
      line.append(part, ' ');
    });
    rows.forEach(function (row, i) {
      row.classList.toggle('today', i === Math.min(weekday(moment.date), rows.length - 1) && !(moment.date in hours.days));
    });
  }

  function showAll() {
    var words = JSON.parse(document.querySelector('script[type="application/json"]').textContent);
    document.querySelectorAll('.status').forEach(function (line) { show(words, line); });
  }

  showAll();
  setInterval(showAll, 60000);
  document.addEventListener('visibilitychange', showAll);
}());
