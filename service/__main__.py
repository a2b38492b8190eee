"""`python -m service` is `deckname`."""

from service.cli import app

app()
