"""`afspraak proof`: receipts, verified without a database or a network."""
