"""Benchmarks: each prints a table that the docs may quote."""
