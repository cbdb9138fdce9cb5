"""Pages of agreeing."""
