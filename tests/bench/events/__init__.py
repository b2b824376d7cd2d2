"""Links and differences measured on labelled articles about four invented events."""
