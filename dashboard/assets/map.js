/* The map without a wheel: buttons and keys move it, and what it shows can become a filter. */
(function () {
  'use strict';
  const STEP = 80; // pixels for each press of an arrow

  function parts() {
    const graph = document.querySelector('#map .js-plotly-plot');
    const subplot = graph && graph._fullLayout && graph._fullLayout.map && graph._fullLayout.map._subplot;
    return subplot && subplot.map ? { graph: graph, subplot: subplot, map: subplot.map } : null;
  }

  function look(at, zoom) {
    const now = parts();
    if (now) window.Plotly.relayout(now.graph, { 'map.center': { lat: at.lat, lon: at.lng }, 'map.zoom': Math.max(0, Math.min(12, zoom)) });
  }

  const does = {
    closer: function (now) { look(now.map.getCenter(), now.map.getZoom() + 1); },
    farther: function (now) { look(now.map.getCenter(), now.map.getZoom() - 1); },
    whole: function (now) {
      const first = now.subplot.viewInitial;
      look({ lat: first.center.lat, lng: first.center.lon }, first.zoom);
    },
    seen: function (now) {
      const bounds = now.map.getBounds();
      const turned = function (lon) { return ((lon + 180) % 360 + 360) % 360 - 180; };
      const wide = bounds.getEast() - bounds.getWest() >= 360;
      const box = [wide ? -180 : turned(bounds.getWest()), Math.max(-90, bounds.getSouth()), wide ? 180 : turned(bounds.getEast()), Math.min(90, bounds.getNorth())];
      window.eventsPage.put({ bbox: box.map(function (n) { return +n.toFixed(4); }).join(',') });
    },
  };

  document.addEventListener('click', function (event) {
    const pressed = event.target.closest('[data-map]');
    const now = pressed && parts();
    if (now) does[pressed.dataset.map](now);
  });

  const keys = { '+': 'closer', '=': 'closer', '-': 'farther', '0': 'whole' };
  const arrows = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
  document.addEventListener('keydown', function (event) {
    if (event.target.id !== 'map-frame' || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = parts();
    if (!now || !(keys[event.key] || arrows[event.key])) return;
    event.preventDefault();
    if (keys[event.key]) return void does[keys[event.key]](now);
    const canvas = now.map.getCanvas();
    const by = arrows[event.key];
    look(now.map.unproject([canvas.clientWidth / 2 + by[0], canvas.clientHeight / 2 + by[1]]), now.map.getZoom());
  });
})();
