/** From what handle, name and profile each say to one reading; see engine/account/verdict.py. */

const AT_WORK = ["works", "listed", "employer", "link"];
const PAST = ["former", "denied"];
const OUTSIDE = [...PAST, "customer", "family", "hoped"];

/** Everything that was read of one account. */
export class Seen {
  constructor(seen) {
    Object.assign(this, seen);
    this.namesUs = this.handle.namesUs || this.name.namesUs || this.ownServer || this.ownSite;
  }

  /** Whether the profile says one of these. */
  says(...keys) {
    return this.facts.some(({ says }) => keys.includes(says));
  }

  /** Whether the handle or the name makes one of these impressions. */
  either(...kinds) {
    return kinds.includes(this.handle.kind) || kinds.includes(this.name.kind);
  }
}

/** The reading of an account, and the reason by which advice is chosen. */
export function decide(seen) {
  const steps = [nothing, mock, former, professional, corporate, affiliated, open];
  const reason = steps.reduce((found, step) => found || step(seen), "") || alone(seen);
  const own = ["professional", "corporate", "affiliated", "private"];
  const reading = reason === "private-named" ? "private" : own.find((each) => each === reason);
  return { reading: reading ?? "unclear", reason };
}

const alone = (seen) =>
  seen.says(...OUTSIDE) || seen.either("former") ? "private-named" : "private";

const nothing = (seen) => seen.empty && "empty";

function mock(seen) {
  const isAboutUs = seen.namesUs || seen.facts.some(({ says }) => says !== "parody");
  const isAtWork = seen.says(...AT_WORK) && !seen.namesUs;
  return (seen.either("mock") || (seen.says("parody") && isAboutUs && !isAtWork)) && "mock";
}

const former = (seen) =>
  seen.either("former") && !seen.says(...AT_WORK, "speaks") && "private-named";

function professional(seen) {
  const isAtWork = seen.says(...AT_WORK);
  const speaks = seen.says("speaks");
  if (seen.ownServer || seen.either("professional")) {
    if (seen.handle.kind === "corporate" && !seen.ownServer) return "conflict";
    return seen.says(...OUTSIDE) && !isAtWork && !speaks ? "conflict" : "professional";
  }
  const isForWork = seen.says("work-account") || (seen.business && seen.either("person", "surname"));
  return (speaks || (isAtWork && isForWork)) && "professional";
}

function corporate(seen) {
  const isClaimed = seen.says("official");
  if (!(seen.ownSite || isClaimed || seen.either("corporate"))) return "";
  const isMine = seen.facts.some(({ isFirst, says }) => isFirst && AT_WORK.includes(says));
  const isNamed =
    seen.name.kind === "surname" && seen.name.signs.some(([says]) => says === "person");
  const isSomeone =
    (seen.either("person") || isNamed) && !(isClaimed && seen.namesUs) && !seen.page;
  return isSomeone || isMine || seen.says(...PAST, "no-voice") ? "conflict" : "corporate";
}

const affiliated = (seen) => seen.says(...AT_WORK) && "affiliated";

function open(seen) {
  const found = ["other", "town", "surname"].find((kind) => seen.either(kind));
  if (found) return found;
  if (seen.either("maybe") || seen.likeness) return "maybe";
  if (seen.says("no-voice", "neutral")) return "mentioned";
  return seen.page && "page";
}
