/* What opens beside a button stands at the end of the page: the Tab key goes into it from its button, and on from there. */
"use strict";
(() => {
  // once left, its parts are taken out of the order, and say in data-tabindex what they were
  const STOPS = "button, input, textarea, a[href], summary, [tabindex='0']";

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.altKey || event.ctrlKey || event.metaKey) return;
    const button = document.querySelector("[data-testid=stPopoverButton][aria-expanded=true]");
    const stops = [...document.querySelectorAll(`[data-testid=stPopoverBody] :is(${STOPS})`)]
      .filter((stop) => (stop.dataset.tabindex ?? stop.tabIndex) >= 0 && !stop.disabled && stop.checkVisibility());
    if (!button || !stops.length) return;
    const at = document.activeElement, to = event.shiftKey ? button : stops[0];
    if (at === (event.shiftKey ? stops[0] : button)) {
      event.preventDefault();
      to.focus();
    } else if (at === stops.at(-1) && !event.shiftKey) {
      button.focus();  // from where the browser itself goes on
    }
  }, true);
})();
