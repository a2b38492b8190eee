"""Switzerland: one module for each entity."""
