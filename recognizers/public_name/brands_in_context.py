"""Finds brands that are also names of people, by what stands beside them.

`Knoll-Stuhl`, `boots by Clarks`, `per Hermes verschickt`, `Norton blocks it`: the word alone counts
nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from recognizers.public_name import list_classes, list_goods, person_guards

Word = tuple[str, int, int]  # without marks and in small letters, and where it stands
Plain = Callable[[str], str]

NEAR = 60  # code points around a carrier that are searched for what it carries
SHORTEST_END = 4  # letters of what a compound may end with: `Bürostuhl`, not `Manhut`
OF = frozenset(["von", "vom", "by", "from"])
BRAND = frozenset(["marke", "marken", "brand", "hersteller", "fabrikat"])
# A list of customers names none of these after its owner: "Wagner Pizza", unlike "Wagner Klavier".
BOUGHT = frozenset(["food", "drink", "tool"])
BLANK = re.compile(r"[ \t\u00a0]+|[ \t]?\n[ \t]*")

CARRIERS = frozenset(["hermes"])
SHIPPING = re.compile(
    r"paket|päckchen|sendung|lieferung|geliefert|liefert|zugestellt|zustell|verschick|versand"
    r"|retoure|abgeholt|parcel|deliver|courier|shipped|shipping|tracking|package"
)
# `Norton blocks the page`, `Cassandra 4.1`: nothing that a person does, or bears.
_VERBS = (
    r"blocks|blocked|blockt|blockiert|scans|scannt|quarantined|flagged|expired|crashes|crashed"
    r"|deinstallier\w{1,4}|uninstall|installed|installieren"
)
RUNS = re.compile(rf"[ \t]+(?:(?:{_VERBS})(?!\w)|v?\d{{1,3}}\.\d{{1,3}}(?:\.\d{{1,3}})?(?![.\d]))")

_LAW = """
    palandt schoenfelder sartorius habersack grueneberg zoeller putzo maunz duerig baumbach erman
    staudinger jauernig soergel kopp schenke schoenke troendle lackner larenz canaris medicus brox
    wessels beulke rengier creifelds musielak hopt heymann klein tipke kruse dreier sachs jarass
    pieroth stelkens bonk meyer kropholler looschelders hueffer koch raiser thomas
"""
LAW = frozenset(_LAW.split())
CITED = re.compile(
    r"((?:[ ]?[/-][ ]?[^\W\d_]{2,30}){0,3}),?[ ](?:(?:BGB|StGB|StPO|ZPO|HGB|GG|VwGO|VwVfG|EStG|AO"
    r"|AktG|InsO|GmbHG|KSchG|WEG)(?!\w)|§|Art\.|Rn\b|Rdnr|Rz\.|Einf|Einl|Vorb|\d{1,3}\. Aufl)"
)
_LOOKED_UP = """
    pschyrembel netter sobotta herold duden brockhaus palandt schoenfelder sartorius habersack
    creifelds stryer gerthsen bronstein hilton ritz marriott sheraton hyatt steigenberger maritim
    adlon kempinski sacher savoy dorchester waldorf wetherspoon whitaker
"""
LOOKED_UP = frozenset(_LOOKED_UP.split())
COMMON = frozenset(list_goods.COMMON.split())
WHOLE = frozenset(list_goods.WHOLE.split())
GIVEN = frozenset(list_goods.GIVEN.split())


class Beside:
    """The brands and their goods, spelt as `plain` spells the words of a text."""

    def __init__(self, plain: Plain) -> None:
        """Read the lists."""
        self._makers: dict[str, set[str]] = {}
        for kind, makers in list_classes.MAKERS.items():
            for maker in makers.split():
                self._makers.setdefault(plain(maker), set()).add(kind)
        self._goods = {
            kind: frozenset(plain(one) for one in goods.split())
            for kind, goods in list_goods.GOODS.items()
        }
        self._ends = {
            kind: tuple(one for one in goods if len(one) >= SHORTEST_END and one not in WHOLE)
            for kind, goods in self._goods.items()
        }

    def end(self, text: str, words: Sequence[Word], number: int) -> int:
        """Return where the brand at that word ends, or its compound; 0 where nothing tells it."""
        value, start, end = words[number]
        kinds = self._makers.get(value)
        if kinds is None and value not in LAW and value not in LOOKED_UP and value not in CARRIERS:
            return 0
        cited = CITED.match(text, end) if value in LAW else None
        found = cited.end(1) if cited else self._told(text, words, number, kinds or set())
        last = cited.end() if cited else end
        if found and not person_guards.is_somebodys(text, start, end, compound=True, last=last):
            return found
        return 0

    def _told(self, text: str, words: Sequence[Word], number: int, kinds: set[str]) -> int:
        _, start, end = words[number]
        found = self._behind(text, words, number, kinds)
        if found:
            return found
        is_before = text[start].isupper() and self._before(text, words, number, kinds)
        return end if is_before or _told(text, words, number, kinds) else 0

    def _behind(self, text: str, words: Sequence[Word], number: int, kinds: set[str]) -> int:
        value, _, end = words[number]
        if number + 1 >= len(words):
            return 0
        noun, start, noun_end = words[number + 1]
        gap = text[end:start]
        if not any(self._is_good(noun, kind) for kind in kinds):
            return 0
        if gap == "-":
            return noun_end
        if not BLANK.fullmatch(gap) or value in GIVEN:
            return 0
        if value in COMMON and not kinds & BOUGHT:
            return 0
        return end

    def _before(self, text: str, words: Sequence[Word], number: int, kinds: set[str]) -> bool:
        value, start, end = words[number]
        if not number or not BLANK.fullmatch(text[words[number - 1][2] : start]):
            return False
        before = words[number - 1][0]
        if before in BRAND:
            return True
        if before not in OF or number == 1 or value in COMMON or value in GIVEN:
            return False
        if person_guards.NEXT.match(text, end):
            return False
        good = words[number - 2]
        is_near = BLANK.fullmatch(text[good[2] : words[number - 1][1]])
        return bool(is_near) and any(self._is_good(good[0], kind) for kind in kinds)

    def _is_good(self, noun: str, kind: str) -> bool:
        return noun in self._goods[kind] or noun.endswith(self._ends[kind])


def _told(text: str, words: Sequence[Word], number: int, kinds: set[str]) -> bool:
    """Say whether the words around tell of a carrier, a program, a book of law, or a house."""
    value, start, end = words[number]
    if not text[start].isupper() and value not in CARRIERS:
        return False
    if value in CARRIERS:
        line = text[max(0, start - NEAR) : start].rpartition("\n")[2]
        line += " " + text[end : end + NEAR].partition("\n")[0]
        return SHIPPING.search(line.lower()) is not None
    if "code" in kinds and value not in GIVEN and RUNS.match(text, end):
        return True
    before = words[number - 1] if number else ("", 0, 0)
    is_housed = before[0] in {"im", "the"} and BLANK.fullmatch(text[before[2] : start])
    return value in LOOKED_UP and bool(is_housed)


@cache
def beside(plain: Plain) -> Beside:
    """Return the brands, read when the first text asks for them."""
    return Beside(plain)
