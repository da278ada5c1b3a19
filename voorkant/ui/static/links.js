/* What the address says: which of its changes are steps of the back button, and links that take over a choice.

   A choice in a part of the page draws that part alone; links elsewhere on the page take it over from the address. */
"use strict";
(() => {
  // What a page makes of its own link on arrival is no step of the reader, nor what the sidebar's choices make of it: a
  // page that gets them back writes one after the other, and the back button would lead past each of them.
  const SIDEBAR = "gebied gemeente inzet niveau openbaar periode pilot programma tot uitkomst van".split(" ");
  let touched = false;
  for (const kind of ["pointerdown", "keydown"])
    addEventListener(kind, () => { touched = true; }, { capture: true, once: true });
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  history.replaceState = (...asked) => { replace(...asked); follow(); };
  history.pushState = (...asked) => { (isStep(asked[2]) ? push : replace)(...asked); follow(); };

  function isStep(url) {
    const next = new URL(url ?? location.href, location.href), now = new URLSearchParams(location.search);
    const keys = [...now.keys(), ...next.searchParams.keys()].filter((key) => !SIDEBAR.includes(key));
    const chosen = touched && keys.some((key) => now.get(key) !== next.searchParams.get(key));
    return next.pathname !== location.pathname || chosen;
  }

  addEventListener("popstate", follow);

  /* As the server writes them: first what parts of the page let choose, then the choices of the sidebar. */
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
    if (!field) return;  // a button of a window that looks like it
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

  /* The sidebar begins with the menu: who asks for the choices is brought to them, once it is there. */
  function open() {
    document.querySelector("[data-testid=stExpandSidebarButton]")?.click();
    bring(20);
  }

  function bring(tries) {
    const bar = document.querySelector("[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarContent]");
    const choices = bar?.querySelector("[data-testid=stSidebarUserContent]");
    if (choices) bar.scrollTop += choices.getBoundingClientRect().top - bar.getBoundingClientRect().top;
    else if (tries) window.setTimeout(() => bring(tries - 1), 50);
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest("button.vk-copy");
    if (button) copy(button);
    if (target?.closest("button.vk-open")) open();
  });
})();
