/* The URL is the state. Controls change it through put(); what the views ask follows from it.
 * No view listens to a control, so there are no loops: put() does nothing where nothing changes. */
(function () {
  "use strict";
  const html = document.documentElement;
  const none = window.dash_clientside && window.dash_clientside.no_update;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const narrow = window.matchMedia("(max-width: 640px)");
  const flat = !document.createElement("canvas").getContext("webgl2"); // then no map can be drawn
  const SEVERAL = new Set(["actor", "type", "status", "place"]);
  const GROUPS = {
    time: ["from", "to", "sure"], actors: ["actor"], types: ["type"], statuses: ["status"], places: ["place"],
    bbox: ["bbox"], q: ["q"], all: ["from", "to", "sure", "actor", "type", "status", "place", "bbox", "q"],
  };
  // A change of these shows the same events; any other begins at the first page again.
  const KEEP_PAGE = new Set(["page", "id", "map", "theme", "lang", "calendar"]);

  const asked = () => new URLSearchParams(location.search);
  const told = (params) => {
    const text = params.toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/\+/g, "%20");
    return text ? "?" + text : "";
  };
  const sorted = (search) => JSON.stringify([...new URLSearchParams(search)].sort());

  /* Go to a query. `quietly` leaves no step to go back to: for what is dragged. */
  function go(search, quietly) {
    if (sorted(search) === sorted(location.search)) return;
    const target = location.pathname + search + location.hash;
    history[quietly ? "replaceState" : "pushState"](null, "", target);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  /* Set some parameters: null, "" and [] take one away. */
  function put(changes, quietly) {
    const params = asked();
    for (const [name, value] of Object.entries(changes)) {
      params.delete(name);
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== null && one !== undefined && one !== "") params.append(name, one);
      }
    }
    // Controls that the URL has filled in tell their values again: these change nothing, and the page stays.
    const shows = (query) => kept(query, (name) => !KEEP_PAGE.has(name));
    if (shows(params) !== shows(asked())) params.delete("page");
    go(told(params), quietly);
  }

  function several(params, name) {
    const all = params.getAll(name);
    if (name === "place") return all.map((one) => one.toLowerCase()); // an ISO code may be written in capitals
    return name === "actor" ? all : all.flatMap((one) => one.split(",")).filter(Boolean);
  }

  function toggle(name, value) {
    const all = several(asked(), name);
    put({ [name]: all.includes(value) ? all.filter((one) => one !== value) : [...all, value] });
  }

  function theme() {
    const wanted = asked().get("theme");
    if (wanted === "dark" || wanted === "light") return wanted;
    return dark.matches ? "dark" : "light";
  }

  function panel(open) {
    const aside = document.getElementById("filters");
    if (!aside) return;
    document.body.classList.toggle("panel-open", open);
    const opener = document.querySelector(".opener");
    if (open) (aside.querySelector("button, input") || aside).focus();
    else if (opener && narrowPanel.matches) opener.focus();
  }
  const narrowPanel = window.matchMedia("(max-width: 900px)");

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-put],[data-toggle],[data-loosen],[data-panel],[data-theme],[data-lang]");
    if (!pressed || pressed.disabled) return;
    const { put: set, toggle: turn, loosen, panel: side, theme: shade, lang } = pressed.dataset;
    if (set !== undefined) put({ [set.slice(0, set.indexOf("="))]: set.slice(set.indexOf("=") + 1) });
    if (turn !== undefined) toggle(turn.slice(0, turn.indexOf("=")), turn.slice(turn.indexOf("=") + 1));
    if (loosen !== undefined) put(Object.fromEntries(GROUPS[loosen].map((name) => [name, null])));
    if (side !== undefined) panel(side === "open");
    if (shade !== undefined) put({ theme: theme() === "dark" ? "light" : "dark" });
    if (lang !== undefined) {
      event.preventDefault();
      const params = asked();
      params.set("lang", lang);
      location.assign(location.pathname + told(params));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("panel-open")) panel(false);
  });

  /* Dates as the page says them, in Latin digits; the server reads the same words back. */
  function inWords(date) {
    if (!date) return "";
    const parts = date.split("-").map(Number);
    const form = [{ year: "numeric" }, { year: "numeric", month: "long" }, { year: "numeric", month: "long", day: "numeric" }];
    if (parts.length === 1 || !/^\d{4}(-\d\d){0,2}$/.test(date)) return date;
    const moment = new Date(Date.UTC(2000, parts[1] - 1, parts[2] || 1));
    moment.setUTCFullYear(parts[0]);
    const locale = html.lang === "ar" ? "ar-u-nu-latn-ca-gregory" : "en-GB";
    return new Intl.DateTimeFormat(locale, { ...form[parts.length - 1], timeZone: "UTC" }).format(moment);
  }

  const screen = () => ({ dark: dark.matches, narrow: narrow.matches });
  let last = {};
  // What a view is asked stands beside what it was asked before, not beside a memory of it: Dash may drop an answer of
  // ours when the URL moves again at once, and a memory would then hold what the page never got.
  function changed(before, value, key) {
    const turn = key + (last.turn || 0);
    return before && before.key === turn ? window.dash_clientside.no_update : { ...value, key: turn };
  }
  const HELD = ["q", "from", "to", "actor", "place", "sure"];
  const held = (filled, name) => (filled || [])[HELD.indexOf(name)];
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const triggered = (prefix) => (window.dash_clientside.callback_context.triggered_id || "").replace(prefix, "");

  /* Only a hand on a control changes the URL. A control that the URL has filled in tells its value again, perhaps after
   * the URL has moved on, and a search box whose choices are renewed drops what is no longer among them: taken for the
   * reader's choice, such an echo makes two states chase each other for ever. */
  const touched = new Set();
  function touch(event) {
    const option = event.target.closest('[role="option"]');
    const list = option && option.closest('[role="listbox"]');
    const box = event.target.closest('[class*="MultiSelect-root"]');
    const input = list ? document.querySelector(`[aria-controls="${list.id}"]`) : box ? box.querySelector("input[id]") : event.target;
    if (event.type === "pointerdown" && !option && !event.target.closest("button")) return;
    if (event.type === "keydown" && !["Enter", "Backspace", "Delete"].includes(event.key)) return;
    if (input && input.id.startsWith("filter-")) touched.add(input.id.replace("filter-", ""));
  }
  for (const kind of ["pointerdown", "keydown", "input", "change"]) document.addEventListener(kind, touch, true);

  /* A box that shows what the URL does not hold is filled in again, at most a few times for one URL. */
  function mend(name) {
    const before = (last.mended || {})[name];
    const turn = before && before.search === location.search ? before.turn + 1 : 1;
    last.mended = { ...last.mended, [name]: { search: location.search, turn } };
    const value = () => (name === "q" ? asked().get("q") || "" : several(asked(), name));
    if (turn <= 5) setTimeout(() => window.dash_clientside.set_props("filter-" + name, { value: value() }), 60);
  }
  function kept(params, names) {
    return JSON.stringify([...params].filter(([name]) => names(name)).sort());
  }

  function follow(graphChanged) {
    const update = () => window.dash_clientside.set_props("screen", { data: screen() });
    dark.addEventListener("change", update);
    narrow.addEventListener("change", update);
  }

  const page = {
    boot() {
      const params = asked();
      const parts = (params.get("parts") || "").split(",").filter((part) => /^(timeline|map|table|filters)$/.test(part));
      if (!last.booted) follow();
      last.booted = true;
      last.turn = (last.turn || 0) + 1;
      return [{ lang: html.lang, parts, embedded: /\/embed\/?$/.test(location.pathname) }, screen()];
    },
    split(_search, _screen, events_before, list_before, card_before) {
      const params = asked();
      const common = { search: location.search, lang: html.lang, theme: theme(), narrow: narrow.matches, flat };
      const look = common.theme + common.narrow + common.lang;
      const events = kept(params, (name) => !["id", "page", "sort", "map", "theme", "lang"].includes(name));
      const rows = kept(params, (name) => !["id", "map", "theme", "lang"].includes(name));
      return [
        changed(events_before, common, events + look),
        changed(list_before, common, rows + common.lang),
        changed(card_before, common, (params.get("id") || "") + (params.get("calendar") || "") + common.lang),
      ];
    },
    theme,
    fill() {
      const params = asked();
      const held = [
        params.get("q") || "", inWords(params.get("from")), inWords(params.get("to")),
        several(params, "actor"), several(params, "place"), params.get("sure") === "1",
      ];
      return [...held, held];
    },
    order() {
      const order = asked().get("sort") === "newest" ? "newest" : "oldest";
      return [order, order];
    },
    show(card) {
      const open = Boolean(card && new URLSearchParams(card.search).get("id"));
      return [open, open];
    },

    choose(q, actor, place, filled) {
      const name = triggered("filter-");
      const value = { q: (q || "").trim(), actor: actor || [], place: place || [] }[name];
      if (value === undefined || same(value, held(filled, name))) return;
      if (touched.delete(name)) put({ [name]: value });
      else mend(name);
    },
    check(sure) { if (touched.delete("sure")) put({ sure: sure ? "1" : null }); },
    sort(order, filled) { if (order !== filled) put({ sort: order === "newest" ? "newest" : null }); },
    type(from, to) {
      const name = triggered("filter-");
      const text = { from, to }[name];
      if (text === undefined || text === null || text === inWords(asked().get(name))) return window.dash_clientside.no_update;
      return touched.delete(name) ? { name, text, lang: html.lang } : window.dash_clientside.no_update;
    },
    put_date: (read) => { if (read) put({ [read.name]: read.value }); },
    go: (search) => { if (typeof search === "string") merge(search); },
    close(opened, filled) { if (opened === false && filled === true && asked().get("id")) put({ id: null }); },
    look(moved) {
      if (!moved || !moved["map.center"]) return;
      clearTimeout(last.look);
      const { lat, lon } = moved["map.center"];
      const zoom = moved["map.zoom"];
      const turned = ((((lon + 180) % 360) + 360) % 360) - 180;
      last.look = setTimeout(() => put({ map: [lat, turned, zoom].map((n) => +n.toFixed(4)).join(",") }, true), 150);
    },
    brush(selected, clicked) {
      const which = (window.dash_clientside.callback_context.triggered[0] || {}).prop_id || "";
      if (which.endsWith("clickData") && clicked) {
        const id = clicked.points[0].customdata;
        if (typeof id === "string") { put({ id }); return window.dash_clientside.no_update; }
        return { points: clicked.points.slice(0, 1).map(({ customdata }) => ({ customdata })) };
      }
      if (which.endsWith("selectedData") && selected && selected.range) return { range: { x: selected.range.x } };
      return window.dash_clientside.no_update;
    },
    point(clicked, selected) {
      const which = (window.dash_clientside.callback_context.triggered[0] || {}).prop_id || "";
      const told = which.endsWith("clickData") ? clicked : selected;
      if (!told) return window.dash_clientside.no_update;
      return { range: told.range, points: (told.points || []).map(({ customdata, location: at }) => ({ customdata: customdata ?? at })), at: Date.now() };
    },
  };

  /* What the server answered holds the events asked for; where the reader looks meanwhile is not its affair. */
  function merge(search) {
    const params = new URLSearchParams(search);
    const now = asked();
    for (const name of ["id", "map", "theme", "lang", "calendar", "parts", "sort"]) {
      params.delete(name);
      for (const value of now.getAll(name)) params.append(name, value);
    }
    go(told(params));
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { page });
  window.eventsPage = { put, toggle, go, asked, theme };

  /* Options of the search boxes: a name in either language finds, whatever its spelling; the count stands beside it. */
  const fold = (text) => (text || "").toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0629/g, "\u0647").replace(/[\u0649\u06cc]/g, "\u064a").replace(/\u06a9/g, "\u0643");
  const functions = (window.dashMantineFunctions = window.dashMantineFunctions || {});
  functions.eitherName = ({ options, search, limit }) => {
    const words = fold(search).split(/\s+/).filter(Boolean);
    const names = (option) => fold(option.label) + " " + fold(option.other) + " " + (option.value || "");
    const found = words.length ? options.filter((option) => words.every((word) => names(option).includes(word))) : options;
    return found.slice(0, limit || 60);
  };
  functions.optionWithCount = ({ option, checked }) => {
    const React = window.React;
    return React.createElement("span", { className: checked ? "option chosen" : "option" },
      React.createElement("span", { dir: "auto" }, option.label),
      option.other && option.other !== option.label ? React.createElement("span", { className: "other", dir: "auto" }, option.other) : null,
      React.createElement("span", { className: "number" }, option.count));
  };

  /* A server that does not answer: say so, and ask the same again once it is back. */
  const ask = window.fetch.bind(window);
  let waiting = 0;
  function lost(is) {
    const banner = document.getElementById("lost");
    if (banner) banner.hidden = !is;
    if (!is || waiting) return;
    waiting = setInterval(() => ask(location.pathname, { method: "HEAD", cache: "no-store" }).then((answer) => {
      if (!answer.ok) return;
      clearInterval(waiting);
      waiting = 0;
      lost(false);
      last.turn = (last.turn || 0) + 1; // the same is asked again
      window.dash_clientside.set_props("screen", { data: screen() });
    }, () => {}), 3000);
  }
  window.fetch = (...request) => ask(...request).catch((problem) => {
    if (problem.name !== "AbortError") lost(true);
    throw problem;
  });

  html.setAttribute("data-mantine-color-scheme", theme());
})();
