"""Pure functions on text: spans, placeholders, slots, streams. No I/O, no state between calls."""
