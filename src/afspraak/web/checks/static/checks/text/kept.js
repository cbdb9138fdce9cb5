/** A text that the writer asked to keep on this device, for a week and for nobody else. */

const KEY = "afspraak.check";
const KEPT_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

/** What is kept for `owner`; what is too old, damaged or somebody else's is thrown away. */
export function kept(owner, now = Date.now()) {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    if (found && found.owner === owner && now < found.until) return found.text;
  } catch {
    // a browser may refuse storage, and anybody may have changed what is in it
  }
  forget();
  return null;
}

/** Keeps a text; false when the browser does not want to. */
export function keep(owner, text, now = Date.now()) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ owner, text, until: now + KEPT_DAYS * DAY }));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // then there is nothing to forget
  }
}
