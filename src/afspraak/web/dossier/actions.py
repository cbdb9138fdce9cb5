"""What is logged about trials."""

from afspraak.web.audit.actions import Action

POSTS_OFFERED = Action(
    "dossier.posts-offered",
    {
        "nl": "Berichten van eigen kanalen zijn aangeboden voor een proef met voorstel {number}.",
        "en": "Posts of our own channels were offered for a trial of proposal {number}.",
    },
    facts=("number", "bytes"),
)
TRIAL_DONE = Action(
    "dossier.trial-done",
    {
        "nl": "De proef met voorstel {number} is klaar: {posts} berichten nagekeken.",
        "en": "The trial of proposal {number} is done: {posts} posts checked.",
    },
    facts=("number", "posts"),
)
TRIAL_REFUSED = Action(
    "dossier.trial-refused",
    {
        "nl": "De proef met voorstel {number} kon niet gedaan worden.",
        "en": "The trial of proposal {number} could not be done.",
    },
    facts=("number",),
)
