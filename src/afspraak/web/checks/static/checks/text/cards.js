/** The findings as a list: what, why, whom to ask, and what can be mended at once. */

/** More would not be read; the rest comes when these are mended. */
const MOST_CARDS = 30;

export class Cards {
  /** `on` is what happens: `go(group)`, which shows its place, and `mend(rewrite)`. */
  constructor(list, { card, clauses, reports, say, on }) {
    Object.assign(this, { list, card, clauses, reports, say, on });
    this.shown = new Map();
  }

  /** Shows the groups; a card that was there stays, and keeps the focus. */
  show(groups) {
    const next = new Map();
    for (const group of groups.slice(0, MOST_CARDS)) {
      const known = this.shown.get(group.key);
      const card = known ?? { element: this.make(group), turn: 0 };
      next.set(group.key, Object.assign(card, { group }));
      this.fill(card);
    }
    for (const [key, { element }] of this.shown) if (!next.has(key)) element.remove();
    let at = this.list.firstElementChild;
    for (const { element } of next.values()) {
      if (element === at) at = at.nextElementSibling;
      else this.list.insertBefore(element, at);
    }
    this.shown = next;
  }

  make(group) {
    const element = this.card.content.firstElementChild.cloneNode(true);
    element.classList.add(group.tone);
    const part = (name) => element.querySelector(`[data-${name}]`);
    part("severity").textContent = this.say(group.tone);
    part("certainty").textContent = this.say(group.certainty);
    const clause = this.clauses.content.querySelector(`[data-clause="${group.clause}"]`);
    if (clause) part("why").append(...clause.cloneNode(true).childNodes);
    // a whole link, made on the server: nothing that is typed can become part of an address
    const report = this.reports.content.querySelector(`[data-report="${group.rule}"]`);
    if (report) part("why").append(report.cloneNode(true));
    const go = part("go");
    go.hidden = !group.hasPlace;
    go.addEventListener("click", () => this.go(group.key));
    return element;
  }

  fill({ element, group }) {
    const part = (name) => element.querySelector(`[data-${name}]`);
    const { places, quote, message, advice } = group;
    write(part("quote"), quote ? shortened(quote) : this.say("from-here"));
    part("quote").dir = "auto";
    write(part("times"), places.length > 1 ? this.say("times", { n: places.length }) : "");
    write(part("message"), message);
    write(part("advice"), advice);
  }

  /** The places of a card one after another. */
  go(key) {
    const card = this.shown.get(key);
    const place = card.group.places[card.turn % card.group.places.length];
    card.turn += 1;
    this.on.go(place);
  }

  /** Offers rewrites with a card. */
  offer(key, rewrites) {
    const card = this.shown.get(key);
    const space = card?.element.querySelector("[data-rewrites]");
    const offered = JSON.stringify(rewrites.map(({ sort, shown }) => [sort, shown]));
    if (!card) return;
    card.rewrites = rewrites;
    if (space.dataset.offered === offered) return;
    space.dataset.offered = offered;
    const buttons = rewrites.map(({ sort, shown }, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "outline small";
      button.textContent = this.say(sort, { text: shortened(shown) });
      button.addEventListener("click", () => this.on.mend(card.rewrites[i]));
      return button;
    });
    space.replaceChildren(...buttons);
  }

  /** The card of a finding at this place in the text. */
  at(caret) {
    const holds = ({ hasPlace, start, end, measure }) =>
      hasPlace && measure !== "length" && start <= caret && caret <= end;
    for (const card of this.shown.values()) {
      const place = card.group.places.find(holds);
      if (place) return { ...card, place };
    }
    return null;
  }

  /** The first rewrite that can be done: of `card`, or of any. */
  rewrite(card) {
    const cards = card ? [card] : [...this.shown.values()];
    return cards.flatMap(({ rewrites = [] }) => rewrites)[0];
  }

  pointAt(card) {
    this.list.querySelector(".here")?.classList.remove("here");
    card?.element.classList.add("here");
  }
}

const MOST_LETTERS = 90;

function shortened(text) {
  const letters = [...text.replace(/\s+/g, " ")];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join("")}…` : text;
}

/** Only what differs is written, so that nothing is read aloud or drawn twice. */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}
