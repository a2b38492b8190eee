"""Deckname: the service that keeps personal data away from language models."""
