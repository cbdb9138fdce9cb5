"""Everything kept about me, as a page and as a file."""
