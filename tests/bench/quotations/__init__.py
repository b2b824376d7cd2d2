"""How well quotations are placed, measured on seeded cases over texts found on the machine; not part of pytest."""
