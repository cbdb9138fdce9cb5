/** Whose account, which networks, who reads it, and when. */

/** Gives a function that tells what is chosen; `onChange` is called when that changes. */
export function choices(root, onChange) {
  const one = (name) => root.querySelector(`input[name=${name}]:checked`)?.value;
  const readers = root.querySelector("[data-readers]");
  const at = root.querySelector("[data-at]");

  const told = () => ({
    as: one("as"),
    networks: [...root.querySelectorAll("input[name=network]:checked")].map(({ value }) => value),
    at: at.value || null,
  });
  const showReaders = () => {
    for (const each of readers.children) each.hidden = each.dataset.for !== one("readers");
  };
  root.addEventListener("change", ({ target }) => {
    if (target.name === "readers") showReaders();
    else if (["as", "network"].includes(target.name) || target === at) onChange();
  });
  showReaders();
  return told;
}
