"""Pure functions on text: spans, names, placeholders, JSON source. No I/O, no clock, no state."""
