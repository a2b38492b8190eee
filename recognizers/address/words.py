"""Words around numbers that are an address, and words that only look like a street."""

from __future__ import annotations

from recognizers.base.context import Context
from recognizers.base.lexicon import words

ADDRESS_WORDS = Context(words("labels", "address"))
# Adjectives that stand before the name of a street; endings vary.
ROADS = words("street_adjectives")
NO_STREET_NAME = frozenset((*words("function_words", "street"), *words("no_names", "street")))
# Ends like a street and is none, or is one that nobody lives in.
NO_STREET = frozenset(words("no_streets"))
# Things that are numbered or counted: "Im Kapitel 3", "in 12345 Fällen".
COUNTED = frozenset(words("counted_things"))
