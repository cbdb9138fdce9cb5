"""The verbs about protocols, a file each."""
