"""What the kind `respect` knows: its lexicon, and the parts made of it."""
