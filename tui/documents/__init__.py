"""Article → Document: limits, decoding, cleaning, paragraphs and passages."""

from tui.documents.cleaning import Cleaned, clean, clean_line, cleaned
from tui.documents.limits import Limits
from tui.documents.loading import from_text, load
from tui.documents.model import ArticleError, Document, Notice, Paragraph, Passage, Span
from tui.documents.quoting import quoted

__all__ = [
    "ArticleError",
    "Cleaned",
    "Document",
    "Limits",
    "Notice",
    "Paragraph",
    "Passage",
    "Span",
    "clean",
    "clean_line",
    "cleaned",
    "from_text",
    "load",
    "quoted",
]
