/* For the page around the iframe: gives the frame its height and speaks protocol v1 with it. docs/embed.md */
(function () {
  'use strict';
  const SOURCE = 'events-timeline';
  const VERSION = 1;

  function attach(frame) {
    if (frame.eventsTimeline) return frame.eventsTimeline;
    const origin = new URL(frame.src, location.href).origin;
    const asked = {};
    let next = 1;

    function send(type, content) {
      frame.contentWindow.postMessage(Object.assign({}, content, { source: SOURCE, version: VERSION, type: type }), origin);
    }

    window.addEventListener('message', function (event) {
      const message = event.data;
      if (event.source !== frame.contentWindow || event.origin !== origin) return;
      if (!message || message.source !== SOURCE || message.version !== VERSION) return;
      if (message.type === 'height' && !frame.hasAttribute('data-fixed-height')) frame.style.height = Number(message.height) + 'px';
      if (asked[message.request]) {
        asked[message.request](message);
        delete asked[message.request];
      }
      frame.dispatchEvent(new CustomEvent(SOURCE + ':' + message.type, { detail: message, bubbles: true }));
    });

    frame.eventsTimeline = {
      setFilters: function (filters, replace) { send('setFilters', { filters: filters, replace: replace === true }); },
      setTheme: function (theme) { send('setTheme', { theme: theme }); },
      select: function (id) { send('select', { id: id }); },
      getState: function () {
        return new Promise(function (resolve) {
          asked[next] = resolve;
          send('getState', { request: next });
          next += 1;
        });
      },
    };
    frame.addEventListener('load', function () { send('getState', {}); });
    return frame.eventsTimeline;
  }

  function all() {
    document.querySelectorAll('iframe[data-events-timeline]').forEach(attach);
  }
  window.EventsTimeline = { attach: attach };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', all);
  else all();
})();
