"""Ireland: one module for each entity."""
