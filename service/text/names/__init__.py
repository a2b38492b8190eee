"""Names of people: their parts, titles, endings, variants, and who is the same person."""
