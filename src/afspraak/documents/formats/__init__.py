"""One file a format. A format is a module with `write(handbook) -> bytes`."""
