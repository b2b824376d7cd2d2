"""Links and differences measured on labelled articles about invented events."""
