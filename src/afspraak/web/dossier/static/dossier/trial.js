/* Brings how far a trial is up to date. Without this script there is a link that does the same. */
const SECONDS = 2;
const part = () => document.querySelector("[data-trial]");

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-trial]");
  if (!fresh) return;
  const isUnderway = ["waiting", "running"].includes(fresh.dataset.trial);
  if (!isUnderway) {
    location.reload();
    return;
  }
  const [says, bar] = ["p", "progress"].map((name) => part().querySelector(`[role=status] ${name}`));
  says.textContent = fresh.querySelector("[role=status] p").textContent;
  bar.value = fresh.querySelector("progress").value;
  setTimeout(look, SECONDS * 1000);
}

setTimeout(look, SECONDS * 1000);
