"""Finds brands that are also names of people, by what stands beside them.

`Knoll-Stuhl`, `boots by Clarks`, `per Hermes verschickt`, `Norton blocks it`: the word alone counts
nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recognizers.base.lexicon import by_tag
from recognizers.public_name import person_guards
from recognizers.public_name.spelling import Word, plain

NEAR = 60  # code points around a carrier that are searched for what it carries
SHORTEST_END = 4  # letters of what a compound may end with: `Bürostuhl`, not `Manhut`
OF = frozenset(["von", "vom", "by", "from"])
BRAND = frozenset(["marke", "marken", "brand", "hersteller", "fabrikat"])
# A list of customers names none of these after its owner: "Wagner Pizza", unlike "Wagner Klavier".
BOUGHT = frozenset(["food", "drink", "tool"])
BLANK = re.compile(r"[ \t\u00a0]+|[ \t]?\n[ \t]*")

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

CITED = re.compile(
    r"((?:[ ]?[/-][ ]?[^\W\d_]{2,30}){0,3}),?[ ](?:(?:BGB|StGB|StPO|ZPO|HGB|GG|VwGO|VwVfG|EStG|AO"
    r"|AktG|InsO|GmbHG|KSchG|WEG)(?!\w)|§|Art\.|Rn\b|Rdnr|Rz\.|Einf|Einl|Vorb|\d{1,3}\. Aufl)"
)


class BrandsInContext:
    """The brands and their goods, as `spelling` spells them."""

    def __init__(self) -> None:
        self._marks: dict[str, set[str]] = {}
        for mark, brands in by_tag("brands_in_context").items():
            for brand in brands:
                self._marks.setdefault(plain(brand), set()).add(mark)
        goods = {
            kind: frozenset(map(plain, names)) for kind, names in by_tag("brand_goods").items()
        }
        whole = goods.pop("whole")
        self._goods = goods
        self._ends = {
            kind: tuple(one for one in names - whole if len(one) >= SHORTEST_END)
            for kind, names in goods.items()
        }

    def end(self, text: str, words: Sequence[Word], number: int) -> int:
        """Return where the brand at that word ends, or its compound; 0 where nothing tells it."""
        value, start, end = words[number]
        marks = self._marks.get(value)
        if marks is None:
            return 0
        cited = CITED.match(text, end) if "law" in marks else None
        found = cited.end(1) if cited else self._told(text, words, number, marks)
        last = cited.end() if cited else end
        if found and not person_guards.is_somebodys(text, start, end, compound=True, last=last):
            return found
        return 0

    def _told(self, text: str, words: Sequence[Word], number: int, marks: set[str]) -> int:
        _, start, end = words[number]
        found = self._behind(text, words, number, marks)
        if found:
            return found
        is_before = text[start].isupper() and self._before(text, words, number, marks)
        return end if is_before or _told(text, words, number, marks) else 0

    def _behind(self, text: str, words: Sequence[Word], number: int, marks: set[str]) -> int:
        end = words[number][2]
        if number + 1 >= len(words):
            return 0
        noun, start, noun_end = words[number + 1]
        gap = text[end:start]
        if not self._is_good(noun, marks):
            return 0
        if gap == "-":
            return noun_end
        if not BLANK.fullmatch(gap) or "given" in marks:
            return 0
        if "common" in marks and not marks & BOUGHT:
            return 0
        return end

    def _before(self, text: str, words: Sequence[Word], number: int, marks: set[str]) -> bool:
        _, start, end = words[number]
        if not number or not BLANK.fullmatch(text[words[number - 1][2] : start]):
            return False
        before = words[number - 1][0]
        if before in BRAND:
            return True
        if before not in OF or number == 1 or not marks.isdisjoint(("common", "given")):
            return False
        if person_guards.NEXT.match(text, end):
            return False
        good = words[number - 2]
        is_near = BLANK.fullmatch(text[good[2] : words[number - 1][1]])
        return bool(is_near) and self._is_good(good[0], marks)

    def _is_good(self, noun: str, marks: set[str]) -> bool:
        """Return whether a brand with these marks makes such a thing."""
        kinds = marks & self._goods.keys()
        return any(noun in self._goods[kind] or noun.endswith(self._ends[kind]) for kind in kinds)


def _told(text: str, words: Sequence[Word], number: int, marks: set[str]) -> bool:
    """Return whether the words around tell of a carrier, a program, a book of law, or a house."""
    _, start, end = words[number]
    is_carrier = "carrier" in marks
    if not text[start].isupper() and not is_carrier:
        return False
    if is_carrier:
        line = text[max(0, start - NEAR) : start].rpartition("\n")[2]
        line += " " + text[end : end + NEAR].partition("\n")[0]
        return SHIPPING.search(line.lower()) is not None
    if "code" in marks and "given" not in marks and RUNS.match(text, end):
        return True
    before = words[number - 1] if number else ("", 0, 0)
    is_behind = before[0] in {"im", "the"} and BLANK.fullmatch(text[before[2] : start])
    return "housed" in marks and bool(is_behind)


@cache
def brands_in_context() -> BrandsInContext:
    """Return the brands, read when the first text asks for them."""
    return BrandsInContext()
