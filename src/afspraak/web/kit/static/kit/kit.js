// What pages have more of with JavaScript: a button that copies, and menus that close by themselves.

for (const button of document.querySelectorAll(".copyable button")) {
  const code = button.parentElement.querySelector("[data-copy]");
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = button.dataset.copied;
  });
}

const open = () => document.querySelectorAll("header details[open]");
document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
