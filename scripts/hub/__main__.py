"""`python -m hub VERB`: the scripts call it."""

import sys

from hub.cli import main

sys.exit(main(sys.argv[1:]))
