// What makes the editor quicker. Every page works without it: Save, Preview and Run are buttons.
const LOOK_AFTER = 250; // ms after the last key
const TRY_AFTER = 300;

for (const form of document.querySelectorAll("form[data-editor]")) {
  guard(form);
  rows(form);
  if (form.dataset.look) looks(form);
  if (form.dataset.try) examples(form);
  for (const button of form.querySelectorAll("[data-no-script]")) button.hidden = true;
}
toLine();
// On a phone a text and how it looks do not fit beside each other, so one asks for the second.
if (matchMedia("(max-width: 34rem)").matches) {
  for (const each of document.querySelectorAll("details.looks")) each.open = false;
}

/** Asks before somebody leaves with something unsaved, and saves on Ctrl+S or ⌘S. */
function guard(form) {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  form.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".save button"));
    }
  });
}

/** A button for one more row at the end of each list. */
function rows(form) {
  for (const several of form.querySelectorAll("[data-several]")) {
    const more = several.querySelector("[data-more]");
    if (!more) continue;
    more.hidden = false;
    more.addEventListener("click", () => {
      const all = several.querySelectorAll("[data-row]");
      const last = all[all.length - 1];
      const next = last.cloneNode(true);
      for (const box of next.querySelectorAll("textarea, select")) {
        const label = next.querySelector(`label[for="${CSS.escape(box.id)}"]`);
        box.id = `${box.id}-${all.length}`;
        if (label) label.htmlFor = box.id;
        if (box.tagName === "TEXTAREA") box.value = "";
        const named = box.getAttribute("aria-label");
        if (named) box.setAttribute("aria-label", oneOn(named, all.length + 1));
        if (label) label.textContent = oneOn(label.textContent, all.length + 1);
      }
      const mark = next.querySelector("[data-mark]");
      if (mark) { mark.textContent = ""; mark.className = "mark"; }
      last.after(next);
      next.querySelector("textarea").focus();
    });
  }
}

function oneOn(label, number) {
  return label.replace(/\d+(?=\D*$)/u, String(number));
}

/** How each text will look, and what the linter says of it, while it is typed. */
function looks(form) {
  form.addEventListener("input", later(LOOK_AFTER, async (signal) => {
    const answer = await post(form, form.dataset.look, new FormData(form), signal);
    if (!answer) return;
    for (const place of form.querySelectorAll("[data-shown]")) {
      place.replaceChildren(...nodesOf(answer.shown[place.dataset.shown] ?? ""));
    }
    for (const place of form.querySelectorAll("[data-remarks]")) {
      for (const old of place.querySelectorAll("[data-lint]")) old.remove();
      for (const hint of answer.hints.filter((each) => each.field === place.dataset.remarks)) place.append(remark(hint));
    }
  }));
}

function remark({ level, problem, help }) {
  const box = document.createElement("div");
  box.className = `remark ${level}`;
  box.dataset.lint = "";
  const says = document.createElement("p");
  const strong = document.createElement("strong");
  strong.append(...nodesOf(problem));
  says.append(strong);
  const what = document.createElement("p");
  what.append(...nodesOf(help));
  box.append(says, what);
  return box;
}

/** What the rule as typed does with its examples as typed. */
function examples(form) {
  const outcome = form.querySelector("[data-outcome]");
  const run = later(TRY_AFTER, async (signal) => {
    const answer = await post(form, form.dataset.try, new FormData(form), signal);
    if (answer) show(answer);
  });
  form.addEventListener("input", run);
  run();

  function show({ problems, finds, clear }) {
    marks("finds", finds, true);
    marks("clear", clear, false);
    const all = [...finds, ...clear];
    outcome.classList.toggle("wrong", problems.length > 0 || all.includes(false));
    if (problems.length > 0) {
      const list = document.createElement("ul");
      for (const each of problems) {
        const item = document.createElement("li");
        const strong = document.createElement("strong");
        strong.append(...nodesOf(each.problem));
        item.append(strong);
        if (each.help) item.append(document.createElement("br"), ...nodesOf(each.help));
        list.append(item);
      }
      outcome.replaceChildren(list);
      return;
    }
    const said = document.createElement("p");
    said.textContent = !all.length ? form.dataset.none : all.includes(false) ? form.dataset.some : form.dataset.all;
    outcome.replaceChildren(said);
  }

  /** `wanted` is whether the rule must find something; `holds` says whether each does as it must. */
  function marks(key, holds, wanted) {
    const several = form.querySelector(`[data-several="${key}"]`);
    if (!several) return;
    let place = 0;
    for (const row of several.querySelectorAll("[data-row]")) {
      const mark = row.querySelector("[data-mark]");
      const held = row.querySelector("textarea").value.trim() ? holds[place++] : undefined;
      mark.className = held === undefined ? "mark" : held ? "mark good" : "mark wrong";
      mark.textContent = held === undefined ? "" : held === wanted ? form.dataset.found : form.dataset.nothing;
    }
  }
}

/** Puts the reader at the line that a remark is about. */
function toLine() {
  const box = document.getElementById("text");
  if (!box) return;
  const go = (line) => {
    const lines = box.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    box.focus({ preventScroll: true });
    box.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    box.scrollTop = Math.max(0, (line - 6) * (box.scrollHeight / Math.max(1, lines.length)));
    box.scrollIntoView({ block: "nearest" });
  };
  if (box.dataset.to) go(Number(box.dataset.to));
  for (const link of document.querySelectorAll("[data-line]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(Number(link.dataset.line));
    });
  }
}

/** Runs `work` once it has been quiet for a while; an answer that comes too late is not used. */
function later(wait, work) {
  let timer = 0;
  let running = new AbortController();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running.abort();
      running = new AbortController();
      work(running.signal).catch(() => {});
    }, wait);
  };
}

async function post(form, address, body, signal) {
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(address, { method: "POST", body, signal, headers: { accept: "application/json" } });
  return answer.ok ? answer.json() : undefined;
}

/** What our own server made of a text: every word of it was escaped there. */
function nodesOf(html) {
  return new DOMParser().parseFromString(html, "text/html").body.childNodes;
}
