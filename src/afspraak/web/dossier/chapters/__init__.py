"""The chapters of a dossier: one file each, a function of what it is about and the language."""
