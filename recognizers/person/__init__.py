"""PERSON: names that a form gives away, beside those that the language model finds."""
