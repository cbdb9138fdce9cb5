"""How it goes, in counts only: reading by edition, and which rules people report."""
