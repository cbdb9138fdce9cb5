"""The dossier for the works council. It stands above the features: it tells of several."""
