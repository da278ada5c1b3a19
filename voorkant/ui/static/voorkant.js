/* Makes Streamlit's own words Dutch, sets its addresses, and copies links. */
"use strict";
(() => {
  const root = new URL("..", document.currentScript.src).href;  // the address of the app, also below a path
  window.__streamlit = { BACKEND_BASE_URL: root, HOST_CONFIG_BASE_URL: root, MAIN_PAGE_BASE_URL: root };
  window.prerenderReady = false;

  // A field for a date writes it as the browser does, whatever the language of the page.
  Object.defineProperty(navigator, "language", { get: () => "nl-NL" });
  Object.defineProperty(navigator, "languages", { get: () => ["nl-NL"] });

  // What a page makes of its own link on arrival is no step of the reader, nor what the sidebar's choices make of it: a
  // page that gets them back writes one after the other, and the back button would lead past each of them.
  const SIDEBAR = "gebied gemeente inzet niveau openbaar periode pilot programma tot uitkomst van".split(" ");
  const push = history.pushState.bind(history);
  let touched = false;
  for (const kind of ["pointerdown", "keydown"])
    addEventListener(kind, () => { touched = true; }, { capture: true, once: true });
  history.pushState = (state, title, url) => {
    const next = new URL(url ?? location.href, location.href), now = new URLSearchParams(location.search);
    const here = next.pathname === location.pathname;
    const keys = [...now.keys(), ...next.searchParams.keys()].filter((key) => !SIDEBAR.includes(key));
    const step = touched && keys.some((key) => now.get(key) !== next.searchParams.get(key));
    if (here && !step) history.replaceState(state, title, url);
    else push(state, title, url);
  };

  const WORDS = {
    "About": "Over",
    "Add files": "Bestanden toevoegen",
    "Add row": "Rij toevoegen",
    "An error has occurred, please try again.": "Er ging iets mis. Probeer het opnieuw.",
    "App pages": "Pagina's",
    "Ascending": "Oplopend",
    "Ask ChatGPT": "",
    "Ask Google": "",
    "Autosize": "Breedte aanpassen",
    "Button action menu": "Meer keuzes",
    "CONNECTING": "Verbinden",
    "Cancel": "Annuleren",
    "Choose a date": "Kies een datum",
    "Choose date": "Kies een datum",
    "Choose a date range": "Kies een periode",
    "Choose an option": "Kies",
    "Choose options": "Kies",
    "Choose or add an option": "Kies of voeg toe",
    "Add an option": "Voeg toe",
    "Clear all": "Alles wissen",
    "Clear cache": "Geheugen legen",
    "Clear date": "Datum wissen",
    "Clear entry": "Wissen",
    "Clear selection": "Keuze wissen",
    "Clear value": "Wissen",
    "Close": "Sluiten",
    "Close Search": "Zoeken sluiten",
    "Close fullscreen": "Volledig scherm sluiten",
    "Collapse sidebar": "Keuzes inklappen",
    "Connecting": "Verbinden",
    "Connection error": "Geen verbinding",
    "Connection timed out.": "De verbinding duurde te lang.",
    "Copied": "Gekopieerd",
    "Copied!": "Gekopieerd",
    "Copy": "Kopieer",
    "Copy column name": "Kopieer kolomnaam",
    "Copy to clipboard": "Kopieer",
    "Dataframe column menu": "Kolomkeuzes",
    "Date range": "Periode",
    "Decrement": "Lager",
    "Delete row(s)": "Rijen verwijderen",
    "Descending": "Aflopend",
    "Deploy": "",
    "Dismiss": "Sluiten",
    "Download as CSV": "Download als CSV",
    "Download as PNG": "Download als PNG",
    "Download failed": "Downloaden is niet gelukt",
    "Error": "Storing",
    "Error:": "Fout:",
    "Expand sidebar": "Keuzes openen",
    "File change.": "De app is vernieuwd.",
    "Fullscreen": "Volledig scherm",
    "Get help": "Hulp",
    "Hide column": "Kolom verbergen",
    "Increment": "Hoger",
    "Link to heading": "Link naar deze kop",
    "Loading...": "Laden ...",
    "Main menu": "Menu",
    "Navigate to home page": "Naar het begin",
    "Network Error": "Geen verbinding",
    "Next Result": "Volgende",
    "Next month": "Volgende maand",
    "Next page": "Volgende pagina",
    "No content": "Geen inhoud",
    "No data": "Geen gegevens",
    "No options to select": "Niets te kiezen",
    "No options to select.": "Niets te kiezen",
    "No results": "Niets gevonden",
    "Not enough data": "Te weinig gegevens",
    "Notifications": "Meldingen",
    "OK": "OK",
    "Open": "Openen",
    "Page not found": "Pagina niet gevonden",
    "Pagination": "Bladeren",
    "Pin column": "Kolom vastzetten",
    "Unpin column": "Kolom losmaken",
    "Press Enter to apply": "Druk op Enter",
    "Press Enter to submit form": "Druk op Enter om te versturen",
    "Previous Result": "Vorige",
    "Previous month": "Vorige maand",
    "Previous page": "Vorige pagina",
    "Print": "Afdrukken",
    "Record a screencast": "Scherm opnemen",
    "Remove": "Verwijderen",
    "Report a bug": "Fout melden",
    "Rerun": "Opnieuw",
    "Running": "Bezig",
    "Running...": "Bezig ...",
    "RUNNING...": "Bezig ...",
    "Script execution error": "Er ging iets mis",
    "Scroll tabs left": "Naar links",
    "Scroll tabs right": "Naar rechts",
    "Search": "Zoeken",
    "Select all": "Alles kiezen",
    "Select...": "Kies",
    "Selected values": "Gekozen",
    "Settings": "Instellingen",
    "Show chart": "Toon grafiek",
    "Show data": "Toon gegevens",
    "Show/hide columns": "Kolommen tonen of verbergen",
    "Show password text": "Wachtwoord tonen",
    "Hide password text": "Wachtwoord verbergen",
    "Sidebar": "Menu en keuzes",
    "Skip to main content": "Naar de inhoud",
    "Sort ascending": "Sorteer oplopend",
    "Sort descending": "Sorteer aflopend",
    "Sort column": "Sorteer",
    "Stop": "Stop",
    "Stop script": "Stop",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Voorkant antwoordt niet. Staat het programma nog aan?",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Staat Voorkant nog aan? Zo niet, start het opnieuw:",
    "Toggle fullscreen": "Volledig scherm",
    "Try again": "Opnieuw proberen",
    "Upload": "Bestand kiezen",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Ga met de pijltjes langs de dagen. De spatiebalk kiest, Escape sluit.",
    "View fullscreen": "Volledig scherm",
    "View less": "Minder tonen",
    "Browse files": "Bestand kiezen",
    "add icon": "toevoegen",
    "empty": "leeg",
    "file upload": "bestanden om in te lezen",
    "yyyy": "jjjj",
  };
  const PATTERNS = [
    [/^Selected (.*)\. (.*)$/, "Gekozen: $1. $2"],
    [/^Remove (.+)$/, "Verwijder $1"],
    [/^View (\d+) more$/, "Nog $1 tonen"],
    [/^Add: (.+)$/, "Toevoegen: $1"],
    [/^Page (\d+)$/, "Pagina $1"],
    [/^Choose date, (.+)$/, "Kies een datum, $1"],
    [/^day, (.+)$/, "dag, $1"],
    [/^month, (.+)$/, "maand, $1"],
    [/^year, (.+)$/, "jaar, $1"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "Meer dan $1 kan niet: haal er eerst een weg."],
    [/^(?:Error: )?Number is above.* less than or equal to (.+)\.$/, "Dit getal is te hoog. Kies hooguit $1."],
    [/^(?:Error: )?Number is below.* greater than or equal to (.+)\.$/, "Dit getal is te laag. Kies minstens $1."],
    [/^(?:Error: )?Number is outside.* between (.+) and (.+)\.$/, "Kies een getal van $1 tot en met $2."],
    [/^(?:Error: )?Invalid data type$/, "Dit is geen getal."],
    [/^Help for (.+)$/, "Uitleg bij $1"],
    [/^Select (\d+) matches$/, "Kies de $1 gevonden"],
    [/^(\d+) results?$/, "$1 gevonden"],
    [/^(\d+) of (\d+) results?$/, "$1 van $2 gevonden"],
    [/^Download as (\w+)$/, "Download als $1"],
    [/^1 option available\.$/, "1 keuze"],
    [/^(\d+) options available\.$/, "$1 keuzes"],
    [/^(.+), selected$/, "$1, gekozen"],
    [/^Entered group (.+), with (\d+) options?\. (.+)$/, "Groep $1 met $2 keuzes. $3"],
    [/^Drag and drop (?:a file|files?) here$/, "Sleep een bestand hierheen"],
    [/^(?:Limit )?(\d+) ?(\w+) per file(.*)$/, "Hoogstens $1 $2 per bestand$3"],
    [/^(\d+)\.(\d+) ?([KMG]?B)$/, "$1,$2 $3"],
    [/^(\S+) files are not allowed\.$/, "Bestanden van de soort $1 kunnen niet worden ingelezen."],
    [/^File must be (\d+)(?:\.0)? ?(\w+) or smaller\.$/, "Een bestand mag hoogstens $1 $2 groot zijn."],
    [/^You have requested page \/(.*), but no corresponding file was found in the app's pages\/ directory\. Running the app's main page\.?$/,
      "De pagina /$1 bestaat niet (meer), of is er niet voor deze gebruiker. Hier staat de beginpagina."],
    [/^The page that you have requested does not seem to exist\. Running the app's main page\.?$/,
      "Deze pagina bestaat niet (meer), of is er niet voor deze gebruiker. Hier staat de beginpagina."],
  ];
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-roledescription"];

  /* A field of one line cannot wrap: what stands in it is told to the box around it, which shows the whole (reach.css). */
  function whole(field) {
    if (field.tagName !== "INPUT") return;  // first: it is asked of every element that comes
    const box = field.closest("[data-testid=stSelectbox] [role=group], [data-testid=stTextInputRootElement]");
    if (!box) return;
    const words = field.getAttribute("value") || field.placeholder;
    if (box.dataset.whole !== words) box.dataset.whole = words;
    box.toggleAttribute("data-empty", !field.getAttribute("value"));
    if (field.value !== box.dataset.typed) box.removeAttribute("data-typed");
  }

  /* Who searches a list sees what they type, where they type it. */
  document.addEventListener("input", (event) => {
    event.target.closest("[role=group][data-whole]")?.setAttribute("data-typed", event.target.value);
  });

  function dutch(text) {
    const bare = text.trim();
    if (!bare) return text;
    if (Object.hasOwn(WORDS, bare)) return text.replace(bare, () => WORDS[bare]);
    for (const [pattern, words] of PATTERNS) {
      if (pattern.test(bare)) return bare.replace(pattern, words);
    }
    return text;
  }

  function attributes(element) {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value) {
        const words = dutch(value);
        if (words !== value) element.setAttribute(name, words);
      }
    }
    whole(element);
  }

  /* The menu is a list of sections in which each section is a list: say so, or a screen reader hears a broken list. */
  function menu(element) {
    const items = element.closest("[data-testid=stSidebarNavItems]") || element.querySelector("[data-testid=stSidebarNavItems]");
    if (!items || !items.querySelector(":scope > div")) return;
    items.setAttribute("role", "presentation");
    for (const section of items.querySelectorAll(":scope > div")) {
      section.setAttribute("role", "list");
      section.setAttribute("aria-label", section.querySelector("header")?.innerText.trim().split("\n")[0] || "Menu");
    }
  }

  /* Code that is wider than its box scrolls: let the keyboard reach it. */
  function code(element) {
    for (const box of element.querySelectorAll("[data-testid=stCode] pre")) box.setAttribute("tabindex", "0");
  }

  /* What we wrote ourselves or may not touch. Charts are Dutch already, and redraw two thousand nodes at a time. */
  const SKIP = "script, style, pre, code, textarea, [data-letterlijk], .js-plotly-plot";

  function say(text) {
    const words = dutch(text.nodeValue);
    if (words !== text.nodeValue) text.nodeValue = words;
  }

  function inside(element) {
    attributes(element);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) say(child);
      else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(SKIP)) inside(child);
    }
  }

  function arrived(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!element || element.closest(SKIP)) return;
    if (element !== node) return say(node);
    inside(element);
    menu(element);
    code(element.parentElement || element);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") attributes(change.target);
      else if (change.type === "characterData") arrived(change.target);
      else change.addedNodes.forEach(arrived);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...ATTRIBUTES, "value"],
  });

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
