"""What `make bench` runs: everything is measured in one run, in rounds, as ratios."""
