/** What a screen reader is told: when somebody pauses, and never the same twice in a row. */

const PAUSE_MS = 1200;
const AT_PLACE_MS = 500;

export class Voice {
  constructor(region) {
    this.region = region;
    this.told = "";
    this.place = "";
  }

  /** Says this once the writer pauses, unless it was the last thing said of the whole. */
  tell(text) {
    clearTimeout(this.soon);
    if (text === this.told) return;
    this.soon = setTimeout(() => {
      this.told = text;
      this.region.textContent = text;
    }, PAUSE_MS);
  }

  /** Says this of a place in the text, once for as long as the caret stays there. */
  tellOf(place, text) {
    const key = place ? `${place.rule} ${place.start}` : "";
    if (key === this.place) return;
    this.place = key;
    clearTimeout(this.here);
    if (!place) return;
    this.here = setTimeout(() => {
      this.region.textContent = text;
    }, AT_PLACE_MS);
  }

  tellAtOnce(text) {
    clearTimeout(this.soon);
    this.region.textContent = text;
  }
}
