"""Resolved briefing → Markdown that can be cited."""

from tui.export.markdown import UnknownSectionError, markdown

__all__ = ["UnknownSectionError", "markdown"]
