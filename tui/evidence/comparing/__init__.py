"""Documents compared: links, groups, what one source alone carries, and differences."""

from tui.evidence.comparing.compare import compare
from tui.evidence.comparing.model import Band, Comparison, FoundDifference, FoundValue, Link, Place

__all__ = ["Band", "Comparison", "FoundDifference", "FoundValue", "Link", "Place", "compare"]
