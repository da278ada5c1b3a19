/* Says in time that a session is about to end, and lets who is there go on: nobody is cut off unawares. */
"use strict";
(() => {
  const place = new URL("../inloggen/sessie", document.currentScript.src).href;
  const signIn = new URL("../auth/login", document.currentScript.src).href;
  const WARN = 120, LOOK = 5, SOONEST = 15;  // seconds
  const signedIn = () => document.querySelector(".vk-signed");
  let dialog = null, next = 0;

  async function ask(method) {
    const answer = await fetch(place, { method, headers: { "x-voorkant": "sessie" }, cache: "no-store" });
    return answer.ok ? answer.json() : null;  // over: the page is loaded anew by the server
  }

  function words(left) {
    const minutes = Math.max(1, Math.round(left.rest / 60));
    const when = minutes === 1 ? "Over 1 minuut" : `Over ${minutes} minuten`;
    return left.verlengbaar
      ? ["Ben je er nog?", `Je hebt een tijd niets gedaan. ${when} word je uitgelogd.`, "Blijf ingelogd"]
      : ["Je sessie is bijna afgelopen", `${when} word je uitgelogd. Log opnieuw in om verder te gaan.`, "Opnieuw inloggen"];
  }

  function show(left) {
    const [title, sentence, action] = words(left);
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "vk-ending";
      dialog.setAttribute("aria-labelledby", "vk-ending-title");
      dialog.innerHTML = '<h2 id="vk-ending-title"></h2><p></p><button type="button" class="vk-copy"></button>';
      document.body.append(dialog);
    }
    dialog.querySelector("h2").textContent = title;
    dialog.querySelector("p").textContent = sentence;
    const button = dialog.querySelector("button");
    button.textContent = action;
    button.onclick = left.verlengbaar
      ? () => { dialog.close(); ask("POST").then(plan, later); }
      : () => location.assign(signIn);
    if (!dialog.open) dialog.showModal();
  }

  function plan(left) {
    if (left && left.rest <= WARN) show(left);
    else dialog?.close();
    again(left ? Math.max(SOONEST, left.rest - WARN) : SOONEST);
  }

  function again(seconds) {  // one look to come, also when the button asked in between
    clearTimeout(next);
    next = setTimeout(look, 1000 * seconds);
  }

  const later = () => again(SOONEST);  // no connection: Streamlit says so itself
  const look = () => signedIn() ? ask("GET").then(plan, later) : again(LOOK);
  look();
})();
