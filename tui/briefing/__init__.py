"""YAML → Briefing: guarded nodes with positions, findings, frozen dataclasses."""

from tui.briefing.findings import Finding, render
from tui.briefing.model import Briefing
from tui.briefing.reader import BriefingError, Reading, load, read

__all__ = ["Briefing", "BriefingError", "Finding", "Reading", "load", "read", "render"]
