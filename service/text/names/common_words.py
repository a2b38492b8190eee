"""Names that are ordinary words as well: they count only where a text writes them like a name.

Names of trades that are read as nothing but names today, such as Schmidt, do not stand here.
"""

from __future__ import annotations

from recognizers.base.lexicon import words

PLAIN = frozenset(words("names_and_words"))
# What holds one of these is no name, whatever a model says.
NEVER = frozenset((*words("function_words", "never"), *words("no_names", "never")))


def is_plain(word: str) -> bool:
    """Return whether `word`, in any case, is an ordinary word too."""
    return word.lower() in PLAIN


def is_never(word: str) -> bool:
    """Return whether `word`, in any case, is an ordinary word and nothing else."""
    return word.lower() in NEVER
