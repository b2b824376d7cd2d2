"""Tests of the real program in a real pseudo-terminal."""
