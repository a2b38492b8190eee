"""Text to claims: the analyzer, the language model, and what users bring to search for."""
