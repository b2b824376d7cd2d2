"""The command line."""


def run() -> None:
    """Entry point."""
