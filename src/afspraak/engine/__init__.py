"""The checker: compile a protocol to a rule pack, run a pack on a post. Pure: no files, no clock."""
