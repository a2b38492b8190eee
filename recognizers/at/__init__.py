"""Austria: one module for each entity."""
