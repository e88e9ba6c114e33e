/* The page inside somebody's iframe: tells its height and state, takes filters. docs/embed.md has the protocol. */
(function () {
  'use strict';
  const SOURCE = 'events-timeline';
  const VERSION = 1;
  const MANY = ['actor', 'type', 'status', 'place'];
  const ONE = ['from', 'to', 'bbox', 'q', 'sure', 'calendar', 'map', 'lang', 'sort'];
  const THEMES = ['light', 'dark', 'auto'];
  const LONGEST = 200;
  const MOST = 50;

  const meta = document.querySelector('meta[name="embed-origins"]');
  if (!meta || window.parent === window) return;
  const allowed = meta.content.split(' ').filter(Boolean).concat(location.origin);

  /* "https://*.news.example" and "http://localhost:*" are patterns, as in frame-ancestors. */
  function matches(pattern, origin) {
    if (pattern === '*') return /^https?:/.test(origin);
    const part = /^(https?:)\/\/(\*\.)?([^:]+)(?::(.+))?$/.exec(pattern);
    if (!part) return false;
    let url;
    try { url = new URL(origin); } catch (problem) { return false; }
    const host = part[2] ? url.hostname.endsWith('.' + part[3]) : url.hostname === part[3];
    const port = part[4] === '*' || (part[4] || '') === url.port;
    return url.protocol === part[1] && host && port;
  }

  function trusted(origin) {
    return allowed.some(function (pattern) { return matches(pattern, origin); });
  }

  /* Whom to answer: the page around the frame, as the browser tells it, or whoever spoke first. */
  function surrounding() {
    const told = location.ancestorOrigins && location.ancestorOrigins[0];
    if (told) return told;
    try { return new URL(document.referrer).origin; } catch (problem) { return ''; }
  }
  let host = trusted(surrounding()) ? surrounding() : '';

  function say(type, content) {
    if (!host) return;
    window.parent.postMessage(Object.assign({}, content, { source: SOURCE, version: VERSION, type: type }), host);
  }

  function complain(code, message, request) {
    say('error', { code: code, message: message, request: request });
  }

  function count() {
    const shown = document.getElementById('count');
    const told = shown && shown.querySelector('[data-events]');
    const number = told ? told.dataset.events : undefined;
    return number === undefined ? null : Number(number);
  }

  function state() {
    const query = new URLSearchParams(location.search);
    const filters = {};
    query.forEach(function (value, name) {
      if (MANY.includes(name)) filters[name] = (filters[name] || []).concat(value);
      else if (ONE.includes(name)) filters[name] = value;
    });
    return { filters: filters, search: location.search, count: count() };
  }

  function go(query) {
    const search = query.toString() ? '?' + query.toString() : '';
    if (search === location.search) return;
    history.pushState(null, '', location.pathname + search);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }

  function words(value) {
    const list = Array.isArray(value) ? value : [value];
    const good = list.length <= MOST && list.every(function (item) {
      return ['string', 'number', 'boolean'].includes(typeof item) && String(item).length <= LONGEST;
    });
    return good ? list.map(String) : null;
  }

  const take = {
    setFilters: function (message) {
      const filters = message.filters;
      if (!filters || typeof filters !== 'object' || Array.isArray(filters)) {
        return complain('bad-message', 'setFilters needs `filters`, an object of names and values', message.request);
      }
      const query = new URLSearchParams(location.search);
      if (message.replace === true) MANY.concat(ONE, 'page').forEach(function (name) { if (name !== 'lang') query.delete(name); });
      for (const name of Object.keys(filters)) {
        if (!MANY.includes(name) && !ONE.includes(name)) return complain('unknown-filter', 'no filter is called ' + name.slice(0, LONGEST), message.request);
        const values = filters[name] === null || filters[name] === '' ? [] : words(filters[name]);
        if (!values || (values.length > 1 && ONE.includes(name))) return complain('bad-value', 'this value of ' + name + ' cannot be used', message.request);
        query.delete(name);
        values.forEach(function (value) { query.append(name, name === 'sure' && value === 'true' ? '1' : value); });
      }
      query.delete('page');
      go(query);
    },
    setTheme: function (message) {
      if (!THEMES.includes(message.theme)) return complain('bad-value', 'theme is light, dark or auto', message.request);
      const query = new URLSearchParams(location.search);
      query.set('theme', message.theme);
      go(query);
    },
    select: function (message) {
      const query = new URLSearchParams(location.search);
      const id = message.id === null ? [] : words(message.id);
      if (!id || id.length > 1) return complain('bad-value', 'select needs the `id` of an event, or null', message.request);
      query.delete('id');
      id.forEach(function (value) { query.set('id', value); });
      go(query);
    },
    getState: function (message) { say('state', Object.assign(state(), { request: message.request })); },
  };

  window.addEventListener('message', function (event) {
    const message = event.data;
    if (event.source !== window.parent || !trusted(event.origin)) return;
    if (!message || typeof message !== 'object' || message.source !== SOURCE) return;
    host = event.origin;
    if (message.version !== VERSION) return complain('bad-version', 'this page speaks version ' + VERSION, message.request);
    if (!Object.prototype.hasOwnProperty.call(take, message.type)) return complain('unknown-type', 'no message is called ' + String(message.type).slice(0, LONGEST), message.request);
    take[message.type](message);
    return undefined;
  });

  /* What the reader does is told too: the URL is the state, and the count follows it. */
  let told = '';
  let selected = new URLSearchParams(location.search).get('id');
  let ready = false;
  let height = 0;

  function look() {
    const root = document.getElementById('react-entry-point');
    const tall = root ? Math.ceil(root.getBoundingClientRect().height) : 0;
    if (ready && tall && tall !== height) {
      height = tall;
      say('height', { height: height });
    }
    if (!ready) {
      if (count() === null) return;
      ready = true;
      told = JSON.stringify(state());
      say('ready', state());
      look();
      return;
    }
    const now = JSON.stringify(state());
    if (now === told) return;
    told = now;
    say('state', state());
    const id = new URLSearchParams(location.search).get('id');
    if (id !== selected) {
      selected = id;
      say('select', { id: id });
    }
  }

  function watch() {
    const root = document.getElementById('react-entry-point') || document.body;
    new ResizeObserver(look).observe(root);
    new MutationObserver(look).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-events'] });
    window.addEventListener('popstate', function () { setTimeout(look, 0); });
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', watch);
  else watch();
})();
