"""Tenants: their keys and terms, and how much each of them used."""
