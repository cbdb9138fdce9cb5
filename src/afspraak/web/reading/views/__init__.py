"""Pages about reading: one's own, the receipt, how it goes, and what the editor does."""
