"""`python -m tui` is the `hexapla` command."""

import sys

from tui.cli import run

if __name__ == "__main__":
    sys.exit(run())
