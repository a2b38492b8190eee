"""The forms that a damaged placeholder takes: patterns on the text, and what a form spells.

A form is openers, a body and closers. Every pattern takes a character at a time, so what it matches
of a text never changes when the text goes on behind a character that it did not take.
"""

from __future__ import annotations

import html
import re
import unicodedata

# Characters that are not seen: soft hyphen, joiners, marks of direction, variation selectors.
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d\uff3f"
GAP = rf"[\s{UNSEEN}]"
# kind -> how it is opened and closed: as it is, its code in hexadecimal, its names in HTML.
BRACKETS = {
    "square": (("[［⟦【〔〚「『", "5b", "lbrack|lsqb"), ("]］⟧】〕〛」』", "5d", "rbrack|rsqb")),
    "curly": (("{｛", "7b", "lbrace|lcub"), ("}｝", "7d", "rbrace|rcub")),
    "angle": (("<＜⟨〈《", "3c", "lt"), (">＞⟩〉》", "3e", "gt")),
    "round": (("(（", "28", "lpar"), (")）", "29", "rpar")),
}
ENTITY = r"&(?:amp;)?"


def _spellings(signs: str, code: str, names: str) -> str:
    """Return a pattern for every way to write a bracket."""
    either = "".join(f"[{one}{one.upper()}]" if one.isalpha() else one for one in code)
    return (
        rf"[{re.escape(signs)}]|\\{{1,4}}(?:{re.escape(signs[0])}|u00{either}|x{either})"
        rf"|{ENTITY}(?:#0{{0,3}}{int(code, 16)}|#[xX]0{{0,3}}{either}|{names});|%(?:25)?{either}"
    )


def _kinds(side: int, latex: str) -> str:
    kinds = (f"(?P<{kind}>{_spellings(*both[side])})" for kind, both in BRACKETS.items())
    return rf"(?:(?P<latex>{latex})|{'|'.join(kinds)})"


OPENER = re.compile(_kinds(0, r"\{\[\}"))
CLOSER = re.compile(_kinds(1, r"\{\]\}"))
_OPEN, _CLOSE = (re.sub(r"\?P<\w+>", "?:", one.pattern) for one in (OPENER, CLOSER))
OPENERS = re.compile(rf"{_OPEN}(?:{GAP}{{0,2}}{_OPEN}){{0,5}}")
CLOSERS = re.compile(rf"{_CLOSE}(?:{GAP}{{0,2}}{_CLOSE})?")
ESCAPE = re.compile(
    rf"""(?x:
    \\{{1,4}}
    (?:
        u(?P<u>[0-9a-fA-F]{{4}})                                       # \u005b
        | x(?P<x>[0-9a-fA-F]{{2}})                                     # \x5b
        | (?P<sign>[*_`~\-:.\#\"'])                                    # \_, as in Markdown
    )
    | (?P<entity>
        {ENTITY}
        (?:\#[0-9]{{1,6}}|\#[xX][0-9a-fA-F]{{1,5}}|[A-Za-z]{{1,20}})   # &#91; &#x5b; &lbrack;
        ;
    )
    | %(?:25)?(?P<percent>[0-9a-fA-F]{{2}})                            # %5B, %255B
    )"""
)
_NO_BRACKET = re.sub(r"\?P<\w+>", "?:", ESCAPE.pattern)
_PART = rf"(?:[\w{UNSEEN}{DASHES}*`~'\"’:./|#=]|(?!{_OPEN}|{_CLOSE})(?:{_NO_BRACKET}))"
BODY = re.compile(rf"{GAP}{{0,3}}{_PART}{{1,48}}(?:\s{{1,3}}{_PART}{{1,48}}){{0,4}}\s{{0,3}}")
# What may be the front of an escape, or the blanks before one, at the end of a text that goes on.
UNFINISHED = re.compile(
    rf"{GAP}{{0,3}}(?:\\{{1,4}}(?:u[0-9a-fA-F]{{0,3}}|x[0-9a-fA-F]?)?|{ENTITY}[#\w]{{0,20}}"
    r"|%(?:25?)?[0-9a-fA-F]?|\{[\[\]]?)?"
)
SEPARATOR = rf"(?:\\{{0,4}}[{DASHES}_])"
SEEN = str.maketrans(
    dict.fromkeys(code for code in range(0x10000) if re.match(f"[{UNSEEN}]", chr(code)))
)
NOT_ALNUM = re.compile(r"[\W_]+")
# Where a form may begin. The first character comes first, because then most of a text is skipped
# without a look; behind a bracket there are at least five letters before any sign that ends a form.
ANCHOR_SIGNS = r"\[{<(（［｛＜【〔〚「『⟦⟨〈《\\&%"
BRACKET_ANCHOR = r"""(?x:
    (?<=[\[{<])                                                        # a bracket: [[Person-…
        (?![\d\]}>\"/!=;,)$]|[\w\s:.=/-]{0,4}[\]}>,;()!?@$^+\"])       # but no index, set, element
    | (?<=\()(?=\s{0,2}(?:[(\\&%]|\Z))                                 # a round one before another
    | (?<=[［｛＜【〔〚「『⟦⟨〈《])                                     # one of other scripts
    | (?<=（)(?=（|\Z)
    | (?<=\\)(?=\\{0,3}(?:[\[({<ux]|\Z))                               # escaped: \[, \u005b
    | (?<=&)(?=[\#l]|a(?:m(?:p;?)?)?\Z|amp;|\Z)                        # in HTML: &lbrack;, &#91;
    | (?<=%)(?=[2357]|\Z)                                              # in a URL: %5B
)"""


def spelled(source: str) -> str:
    """Return what a piece of a form spells: escapes resolved, full-width folded, nothing unseen."""
    if "\\" in source or "&" in source or "%" in source:
        source = ESCAPE.sub(_resolved, source)
    if source.isascii():
        return source
    return unicodedata.normalize("NFKC", source.translate(SEEN))


def letters(text: str) -> str:
    """Return the letters and digits of a text in capitals, and nothing else."""
    return NOT_ALNUM.sub("", text).upper()


def kind_of_damage(source: str, placeholder: str) -> str:
    """Name what was done to a placeholder whose letters are all there."""
    said = spelled(source)
    if ESCAPE.search(source) or OPENERS.sub("", source).count("\\") or "{[}" in source:
        return "escape"
    if said != source:
        return "look_alike"
    if re.search(r"\s", source):
        return "space"
    if re.search(r"[*`~'\"]", source):
        return "mark"
    if NOT_ALNUM.sub("", placeholder) != NOT_ALNUM.sub("", source):
        return "case"
    return "separator" if source[:2] + source[-2:] == "[[]]" else "bracket"


def _resolved(found: re.Match[str]) -> str:
    code = found["u"] or found["x"] or found["percent"]
    if code:
        return chr(int(code, 16))
    return found["sign"] or html.unescape(html.unescape(found["entity"]))
