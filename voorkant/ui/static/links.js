/* Keeps links, the back button and what is copied to the choices on screen. */
"use strict";
(() => {
  // What a page makes of its own link on arrival is no step of the reader: without this the back button leads nowhere.
  const push = history.pushState.bind(history);
  let touched = false;
  for (const kind of ["pointerdown", "keydown"])
    addEventListener(kind, () => { touched = true; }, { capture: true, once: true });
  history.pushState = (state, title, url) => {
    const here = new URL(url ?? location.href, location.href).pathname === location.pathname;
    if (touched || !here) push(state, title, url);
    else history.replaceState(state, title, url);
    follow();
  };
  addEventListener("popstate", follow);

  /* A choice in a part of the page draws that part alone: links elsewhere take it over from the address. */
  function follow() {
    const now = new URLSearchParams(location.search);
    const own = document.querySelector(".vk-header")?.dataset.own.split(" ") ?? [];
    for (const link of document.querySelectorAll("[data-link], a.vk-link-here, a.vk-keep")) {
      const name = link.dataset.link === undefined ? "href" : "data-link";
      const there = new URL(link.getAttribute(name), location.href);
      const chosen = own.filter((key) => now.has(key)).map((key) => [key, now.get(key)]);
      const others = [...there.searchParams].filter(([key]) => !own.includes(key));
      const asked = new URLSearchParams([...chosen, ...others]).toString();
      if (asked !== there.searchParams.toString()) {
        there.search = asked;
        link.setAttribute(name, there.href);
      }
    }
  }

  async function copy(button) {
    const field = button.parentElement.querySelector(".vk-link");
    const said = button.parentElement.querySelector("[role=status]");
    const link = button.dataset.text || new URL(button.dataset.link || "", location.href).href;
    field.value = link;
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = "Gekopieerd";
    } catch {
      field.hidden = false;
      field.select();
      said.textContent = button.dataset.text ? "Kopieer met Ctrl+C" : "Kopieer de link met Ctrl+C";
    }
    window.clearTimeout(button.fade);
    button.fade = window.setTimeout(() => { said.textContent = ""; }, 5000);
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest("button.vk-copy");
    if (button) copy(button);
    if (target?.closest("button.vk-open")) document.querySelector("[data-testid=stExpandSidebarButton]")?.click();
  });
})();
