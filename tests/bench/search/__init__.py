"""How well and how fast search finds a known passage. Run: `python -m tests.bench.search --help`."""
