/* A choice in a part of the page draws that part alone: links elsewhere take it over from the address. Links are copied here too. */
"use strict";
(() => {
  for (const name of ["pushState", "replaceState"]) {
    const go = history[name].bind(history);
    history[name] = (...asked) => { go(...asked); follow(); };
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

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest("button.vk-copy");
    if (button) copy(button);
    if (target?.closest("button.vk-open")) document.querySelector("[data-testid=stExpandSidebarButton]")?.click();
  });
})();
