"""`python -m reporter` is the command `bilan`."""

from reporter.cli import main

main()
