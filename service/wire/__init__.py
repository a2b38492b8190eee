"""The APIs that we stand in front of: what in a request is text, and how answers are restored."""
