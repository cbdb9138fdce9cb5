"""`python -m afspraak` is `afspraak`."""

from afspraak.cli import main

main()
