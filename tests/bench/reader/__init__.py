"""What the reader costs, measured through a real pseudo-terminal; not part of pytest."""
