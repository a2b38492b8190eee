"""The United Kingdom: one module for each entity."""
