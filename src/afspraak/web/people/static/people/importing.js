// Looks every few seconds whether the import is done, and moves on then. Without it there is a link.

const page = document.querySelector("[data-importing]");
const PAUSE = 2000;

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (answer?.ok) {
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const going = found.querySelector("[data-importing]");
    if (!going || answer.redirected) {
      page.querySelector("[role=status]").textContent = page.dataset.done;
      setTimeout(() => location.replace(answer.url), PAUSE / 2);
      return;
    }
    page.querySelector(".progress").replaceWith(going.querySelector(".progress"));
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
