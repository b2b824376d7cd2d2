"""Article → Document: limits, decoding, cleaning, paragraphs and passages."""

from tui.documents.model import ArticleError, Document, Notice, Paragraph, Passage, Span

__all__ = ["ArticleError", "Document", "Notice", "Paragraph", "Passage", "Span"]
