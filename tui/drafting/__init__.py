"""Bare articles → a drafted briefing: sections, statements and differences in the articles' own words."""

from tui.drafting.draft import Draft, DraftError, draft
from tui.drafting.opened import opened
from tui.drafting.writer import yaml_text

__all__ = ["Draft", "DraftError", "draft", "opened", "yaml_text"]
