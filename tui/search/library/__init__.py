"""Many articles on disk, searched without a briefing; needs the extra `hexapla[library]`."""

from __future__ import annotations

from tui.search.library.errors import BusyError, DamagedError, LibraryError, MissingExtraError
from tui.search.library.library import Library
from tui.search.library.model import Progress, Status, Summary

__all__ = ["BusyError", "DamagedError", "Library", "LibraryError", "MissingExtraError", "Progress", "Status", "Summary"]
