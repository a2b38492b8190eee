"""Logs, metrics and traces of a request's stages; none of them can hold text."""
