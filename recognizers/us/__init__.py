"""The United States: one module for each entity."""
