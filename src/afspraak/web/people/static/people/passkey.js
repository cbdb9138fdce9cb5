// Passkeys need a script, so what uses one shows itself here; and what goes wrong is said on the
// page. Loaded after allauth's own scripts, which do the work.
(() => {
  for (const form of document.querySelectorAll("#passkey-form")) {
    form.hidden = !window.PublicKeyCredential;
  }
  document.addEventListener("allauth.error", (event) => {
    const trouble = document.getElementById("passkey-trouble");
    if (!trouble) return;
    event.preventDefault();
    trouble.hidden = false;
  });
})();
