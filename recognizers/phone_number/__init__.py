"""PHONE_NUMBER: digits with a prefix, or with a word that calls them a telephone number."""
