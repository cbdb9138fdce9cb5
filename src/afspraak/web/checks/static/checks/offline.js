/** Keeps the page for when there is no connection, and says which edition holds. */

const EDITION = "afspraak.edition";
const WORKER = "/sw.js";

const place = document.querySelector("[data-offline]");

/** Names the one script that this page may start beside itself. */
const named = globalThis.trustedTypes?.createPolicy("afspraak-worker", {
  createScriptURL(url) {
    if (url !== WORKER) throw new TypeError(url);
    return url;
  },
});

async function keep() {
  if (!navigator.serviceWorker) return;
  const script = named ? named.createScriptURL(WORKER) : WORKER;
  await navigator.serviceWorker.register(script, { scope: "/", updateViaCache: "none" });
  await navigator.serviceWorker.ready;
  show("ready");
}

function show(name, isShown = true) {
  place.querySelector(`[data-${name}]`).hidden = !isShown;
}

/** Says it once when another edition holds than the last time on this device. */
function compareEditions() {
  const { edition } = place.dataset;
  let before;
  try {
    before = localStorage.getItem(EDITION);
    if (edition) localStorage.setItem(EDITION, edition);
  } catch {
    // A browser that keeps nothing has no last time.
    return;
  }
  if (edition && before && before !== edition) show("new-edition");
}

function tellConnection() {
  show("away", !navigator.onLine);
}

/** A browser that can put the page on the home screen offers it; then there is a button. */
function offerInstalling() {
  const button = place.querySelector("[data-install]");
  globalThis.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    button.hidden = false;
    button.addEventListener("click", () => {
      event.prompt();
      button.hidden = true;
    });
  });
}

if (place) {
  compareEditions();
  tellConnection();
  offerInstalling();
  globalThis.addEventListener("online", tellConnection);
  globalThis.addEventListener("offline", tellConnection);
  keep().catch(() => {
    // Without it the check works as well, as long as there is a connection.
  });
}
