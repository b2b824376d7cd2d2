"""Documents compared: links, groups, what one source alone carries, and differences; `compare.compare` finds them."""

from tui.evidence.comparing.model import Band, Comparison, FoundDifference, FoundValue, Link, Place

__all__ = ["Band", "Comparison", "FoundDifference", "FoundValue", "Link", "Place"]
