"""Germany: one module for each entity."""
