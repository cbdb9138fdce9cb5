/** From what a person types to the handle itself; see engine/account/address.py. */

/**
 * Where in the folded text the handle stands (`local`), on which network, and what the rest says:
 * `own`, `likeness` and `page` are stretches too.
 */
export function findAddress({ text }, lexicon, network) {
  let [start, end] = trim(text, [0, text.length], " \t\r\n<>\"'");
  let isUrl = false;
  const skip = (prefix) => {
    const isThere = text.slice(start, end).startsWith(prefix);
    if (isThere) start += prefix.length;
    return isThere;
  };
  for (const scheme of lexicon.data.addresses.schemes) if (skip(scheme)) isUrl = scheme.endsWith("/");
  if (skip("www.")) isUrl = true;
  while (skip("/") || skip("u/"));
  const host = [start, firstOf(text, [start, end], "/")];
  if (isUrl || (host[1] < end && text.slice(...host).includes("."))) {
    return fromUrl(text, host, end, lexicon, network);
  }
  return plain(text, [start, end], lexicon, network);
}

/** Whether `host` is a web address of the organisation, or lies under one. */
export function isOwn(host, { data }) {
  return data.domains.some((own) => own && isUnder(host, own));
}

/** The network whose profiles live at `host`, or nothing. */
export function networkOf(host, { data }) {
  const isIt = ([, { hosts }]) => hosts.some((known) => isUnder(host, known));
  return Object.entries(data.networks).find(isIt)?.[0] ?? "";
}

const isUnder = (host, known) => host === known || host.endsWith(`.${known}`);

function fromUrl(text, [start, slash], end, lexicon, network) {
  const host = [start, firstOf(text, [start, slash], "?#:")];
  const segments = segmentsOf(text, host[1], end);
  const name = text.slice(...host);
  const tagged = segments.find(([from]) => text[from] === "@");
  if (isOwn(name, lexicon)) {
    const local = trim(text, tagged ?? segments.at(-1) ?? [host[1], host[1]], "@");
    return { local, network, own: host };
  }
  const there = networkOf(name, lexicon);
  if (there) {
    const { company, skip } = lexicon.data.addresses;
    const isIn = (words) => (segment) => words.includes(text.slice(...segment));
    const page = segments.find(isIn(company));
    const rest = segments.find((each) => !isIn(company)(each) && !isIn(skip)(each));
    return { ...plain(text, rest ?? [end, end], lexicon, network || there), page };
  }
  if (!tagged) return plain(text, host, lexicon, network);
  return { ...plain(text, tagged, lexicon, network), likeness: like(text, host, lexicon) };
}

function plain(text, stretch, lexicon, network) {
  const [start, end] = trim(text, stretch, "@ ");
  const at = start + text.slice(start, end).lastIndexOf("@");
  if (at <= start) return domain(text, [start, end], lexicon, network);
  const server = [at + 1, end];
  const [own, likeness] = isOwn(text.slice(...server), lexicon)
    ? [server]
    : [undefined, like(text, server, lexicon)];
  return { local: [start, at], network, own, likeness };
}

function domain(text, stretch, lexicon, network) {
  const [start, end] = stretch;
  const handle = text.slice(start, end);
  const { domains, networks, addresses } = lexicon.data;
  const own = domains.find((each) => each && isUnder(handle, each));
  if (own) {
    const cut = end - own.length;
    return { local: [start, Math.max(start, cut - 1)], network, own: [cut, end] };
  }
  for (const [key, { suffix }] of Object.entries(networks)) {
    if (suffix && handle.endsWith(suffix)) {
      return { local: [start, end - suffix.length], network: network || key };
    }
  }
  const { marks = "", business = false } = network ? lexicon.rules(network) : {};
  const dot = handle.lastIndexOf(".");
  if (dot > 0 && !marks.includes(".") && addresses.endings.includes(handle.slice(dot + 1))) {
    return { local: [start, start + dot], network };
  }
  return { local: business ? withoutNumber(text, stretch) : stretch, network };
}

/** Without the code that business networks put behind a name to keep two people apart. */
function withoutNumber(text, [start, end]) {
  const dash = start + text.slice(start, end).lastIndexOf("-");
  const code = [...text.slice(dash + 1, end)];
  const isCode = dash > start && code.length >= 4 && code.some((mark) => /[0-9]/.test(mark));
  return [start, isCode ? dash : end];
}

/** A label of the host that is the organisation's name, at an address that is not its own. */
function like(text, [start, end], { byJoined }) {
  for (const label of text.slice(start, end).split(".")) {
    const name = byJoined.get(label.replaceAll("-", ""));
    if (name && name.level !== "known") return [start, start + label.length];
    start += label.length + 1;
  }
  return undefined;
}

function segmentsOf(text, start, end) {
  const segments = [];
  for (const part of text.slice(start, firstOf(text, [start, end], "?#")).split("/")) {
    if (part) segments.push([start, start + part.length]);
    start += part.length + 1;
  }
  return segments;
}

/** Where the first of `marks` stands, or the end. */
function firstOf(text, [start, end], marks) {
  while (start < end && !marks.includes(text[start])) start++;
  return start;
}

function trim(text, [start, end], marks) {
  while (start < end && marks.includes(text[start])) start++;
  while (end > start && marks.includes(text[end - 1])) end--;
  return [start, end];
}
