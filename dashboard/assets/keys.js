/* The timeline without a mouse: arrows go from mark to mark, each is read aloud, Enter opens or picks it. */
(function () {
  "use strict";
  const html = document.documentElement;
  let at = -1;

  /* Every mark with words of its own, in the order of time. */
  function marks(graph) {
    const found = [];
    const seen = new Set();
    (graph._fullData || []).forEach((trace, curve) => {
      (trace.hovertext || []).forEach((text, number) => {
        const id = JSON.stringify(trace.customdata[number]);
        if (seen.has(id) || trace.visible === false) return;
        seen.add(id);
        const begins = trace.base ? trace.base[number] : trace.x[number];
        found.push({ curve, number, text, begins: String(begins), told: trace.customdata[number] });
      });
    });
    return found.sort((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0));
  }

  function plain(text) {
    const parsed = new DOMParser().parseFromString(text.replace(/<br>/g, ". "), "text/html");
    return parsed.body.textContent;
  }

  function say(text) {
    const line = document.getElementById("timeline-said");
    if (line) line.textContent = text;
  }

  function choose(mark) {
    if (typeof mark.told === "string") window.eventsPage.put({ id: mark.told });
    else window.dash_clientside.set_props("brushed", { data: { points: [{ customdata: mark.told }] } });
  }

  document.addEventListener("keydown", (event) => {
    if (!event.target || event.target.id !== "timeline-frame") return;
    const graph = document.querySelector("#timeline .js-plotly-plot");
    const all = graph ? marks(graph) : [];
    if (!all.length) return;
    const later = html.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const earlier = html.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const steps = { [later]: at + 1, [earlier]: at - 1, Home: 0, End: all.length - 1 };
    if (event.key in steps) {
      at = Math.max(0, Math.min(all.length - 1, steps[event.key]));
      window.Plotly.Fx.hover(graph, [{ curveNumber: all[at].curve, pointNumber: all[at].number }]);
      say(plain(all[at].text));
    } else if (event.key === "Enter" && all[at]) choose(all[at]);
    else return;
    event.preventDefault();
  });
  document.addEventListener("focusout", (event) => {
    if (!event.target || event.target.id !== "timeline-frame") return;
    at = -1;
    const graph = document.querySelector("#timeline .js-plotly-plot");
    if (graph && window.Plotly) window.Plotly.Fx.unhover(graph);
  });
})();
