"""Every finding about a briefing: its form, its sources, its quotations and what an analyst would object to."""

from tui.check.fixing import Fixes, fixes
from tui.check.report import Report, check

__all__ = ["Fixes", "Report", "check", "fixes"]
