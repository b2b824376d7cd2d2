"""Hexapla: several sources about one event, side by side, every quotation proved."""
