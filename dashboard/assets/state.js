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
  function changed(name, value, key) {
    if (last[name] === key) return window.dash_clientside.no_update;
    last[name] = key;
    return value;
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
      last = { booted: true };
      return [{ lang: html.lang, parts, embedded: /\/embed\/?$/.test(location.pathname) }, screen()];
    },
    split() {
      const params = asked();
      const common = { search: location.search, lang: html.lang, theme: theme(), narrow: narrow.matches, flat };
      const look = common.theme + common.narrow + common.lang;
      const events = kept(params, (name) => !["id", "page", "sort", "map", "theme", "lang"].includes(name));
      const rows = kept(params, (name) => !["id", "map", "theme", "lang"].includes(name));
      return [
        changed("events", common, events + look),
        changed("list", common, rows + common.lang),
        changed("card", common, (params.get("id") || "") + (params.get("calendar") || "") + common.lang),
      ];
    },
    theme,
    fill() {
      const params = asked();
      return [
        params.get("q") || "", inWords(params.get("from")), inWords(params.get("to")),
        several(params, "actor"), several(params, "place"), params.get("sure") === "1",
      ];
    },
    order: () => (asked().get("sort") === "newest" ? "newest" : "oldest"),
    show: (card) => Boolean(card && new URLSearchParams(card.search).get("id")),

    choose(q, actor, place) {
      const name = (window.dash_clientside.callback_context.triggered_id || "").replace("filter-", "");
      const value = { q: (q || "").trim(), actor: actor || [], place: place || [] }[name];
      if (value !== undefined) put({ [name]: value });
    },
    check: (sure) => put({ sure: sure ? "1" : null }),
    sort: (order) => put({ sort: order === "newest" ? "newest" : null }),
    type(from, to) {
      const name = (window.dash_clientside.callback_context.triggered_id || "").replace("filter-", "");
      const text = { from, to }[name];
      if (text === undefined || text === null) return window.dash_clientside.no_update;
      if (text === inWords(asked().get(name))) return window.dash_clientside.no_update;
      return { name, text, lang: html.lang };
    },
    put_date: (read) => { if (read) put({ [read.name]: read.value }); },
    go: (search) => { if (typeof search === "string") merge(search); },
    close: (opened) => { if (opened === false && asked().get("id")) put({ id: null }); },
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
      last = { booted: true };
      window.dash_clientside.set_props("screen", { data: screen() });
    }, () => {}), 3000);
  }
  window.fetch = (...request) => ask(...request).catch((problem) => {
    if (problem.name !== "AbortError") lost(true);
    throw problem;
  });

  html.setAttribute("data-mantine-color-scheme", theme());
})();
