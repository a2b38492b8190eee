"""Entities that are the same in every country; the folder does not count in their names."""
