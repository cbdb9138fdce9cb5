"""The checker: compile a protocol to a rule pack, run a pack on a post. No clock, no network."""
