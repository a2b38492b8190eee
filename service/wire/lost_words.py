"""Words where a placeholder belongs: `[Name anonymisiert]`, `[REDACTED]`, `<Name>`.

A word alone in single square brackets is none of them: the rule asks for those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from service.text.repair.finder import WORD, Fix
from service.text.repair.repairer import UNDAMAGED, Tally

LOSS = (
    r"anonymi[sz]|pseudonymi[sz]|redacted|redigiert|schw[äa]e?rzt|unkenntlich|maskiert|masked|zensiert"
    r"|censored|entfernt|removed|ausgeblendet|hidden|withheld|platzhalter|placeholder"
)
LABEL = r"""(?x:
      (?:full|first|last|voller|kunden|vor|nach|familien)?[ _-]?names?   # Name, full name
    | person | patient(?:in)?                                          # Patientin
    | e-?mail | iban                                                   # E-Mail
    | adresse? | address | anschrift                                   # Adresse
    | telefon(?:nummer)? | phone(?:[ _]number)? | rufnummer            # phone number
    | geburtsdatum | date[ _]of[ _]birth                               # date of birth
    | kontonummer | account[ _]number | kundennummer                   # Kontonummer
    | steuer-?id | tax[ _]id                                           # tax id
)"""
INSIDE = r"[^\[\]<>{}\n]{0,40}"
WORDS = re.compile(
    rf"""
      \[\[?{INSIDE}?(?:{LOSS}){INSIDE}\]{{1,2}}      # [Name anonymisiert], [[REDACTED]]
    | <{INSIDE}?(?:{LOSS}){INSIDE}>                  # <redacted>
    | <(?P<tag>(?:{LABEL})(?:[ _]?(?:address|adresse|[0-9]{{1,3}}))?)>  # <Name>, <EMAIL_ADDRESS>
    | \[(?:{LABEL})[ _]?[0-9]{{1,3}}\]               # [PERSON_1]
    | \[\[(?:{LABEL})(?:[ _-]?[0-9]{{1,3}})?\]\]     # [[Name]]
    | █{{3,100}}
    """,
    re.VERBOSE | re.IGNORECASE,
)
CLOSING = re.compile(r"</([\w -]{1,60})>")
OPENERS = re.compile(r"[\[<█]")
LONGEST = 120  # code points of what may be the front of such words


def words_in(text: str) -> Iterator[str]:
    """Yield the words in a text, as they are written there."""
    if OPENERS.search(text):
        for found in WORDS.finditer(text):
            yield found[0]


@dataclass(slots=True)
class LostWords:
    """Watches one channel of text for such words; what stood in the request, `known`, is none."""

    known: Collection[str] = field(default=frozenset(), repr=False)
    _tail: str = field(default="", repr=False)
    _met: dict[str, str] = field(default_factory=dict, repr=False)
    _closed: set[str] = field(default_factory=set, repr=False)

    def feed(self, piece: str) -> None:
        """Read the next piece."""
        if not self._tail and not OPENERS.search(piece):
            return
        text = self._tail + piece
        end = 0
        for found in WORDS.finditer(text):
            if found.end() == len(text):  # it may go on
                end = found.start()
                break
            self._note(found)
            end = found.end()
        self._closed |= {name.casefold() for name in CLOSING.findall(text)}
        opener = OPENERS.search(text, max(end, len(text) - LONGEST))
        self._tail = text[opener.start() :] if opener else ""

    def _note(self, found: re.Match[str]) -> None:
        if found[0].casefold() not in self.known:
            self._met[found[0]] = (found["tag"] or "").casefold()

    @property
    def tally(self) -> Tally:
        """The words that were met so far; a tag that is closed is markup."""
        for found in WORDS.finditer(self._tail):
            self._note(found)
        met = (word for word, tag in self._met.items() if not tag or tag not in self._closed)
        forms = {word: Fix(0, len(word), word, None, WORD) for word in met}
        return Tally(forms) if forms else UNDAMAGED


def known_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand in the texts of a request."""
    return frozenset(word.casefold() for text in texts for word in words_in(text))


def tally_of(text: str, known: Collection[str]) -> Tally:
    """Return the words in a whole text."""
    watching = LostWords(known)
    watching.feed(text)
    return watching.tally
