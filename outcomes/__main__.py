"""``python -m outcomes``: the same verbs as the pages, without a browser."""

import sys

from outcomes.cli import main

if __name__ == "__main__":
    sys.exit(main())
