"""What models do to placeholders: kinds of damage, for any style of placeholder.

`KINDS` can be undone; `BEYOND` cannot, or not without guessing: there a text must stay as it is.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from dataclasses import dataclass

BRACKETS = "[]{}<>()«»"


@dataclass(frozen=True)
class Parts:
    """A placeholder in its parts."""

    open: str
    label: str
    separator: str
    id: str
    close: str

    @property
    def body(self) -> str:
        """What stands between the brackets."""
        return f"{self.label}{self.separator}{self.id}"

    @property
    def whole(self) -> str:
        """The placeholder."""
        return self.around(self.body)

    def around(self, body: str) -> str:
        """Return another body in the same brackets."""
        return f"{self.open}{body}{self.close}"

    def named(self, label: str) -> str:
        """Return the placeholder with another label."""
        return self.around(f"{label}{self.separator}{self.id}")

    def numbered(self, id_: str) -> str:
        """Return the placeholder with another hash or number."""
        return self.around(f"{self.label}{self.separator}{id_}")

    def spelt(self, write: Callable[[str], str]) -> str:
        """Return the placeholder with each bracket written otherwise."""
        return "".join(write(one) if one in BRACKETS else one for one in self.whole)


@dataclass(frozen=True)
class Kind:
    """One kind of damage; `after` is what stands there with the value put back."""

    name: str
    write: Callable[[Parts, random.Random], str]
    after: str = "{}"
    labels: tuple[str, ...] = ()  # only these, where it makes no sense for others


def _wrong(text: str, place: int, draw: random.Random) -> str:
    others = [one for one in string.ascii_uppercase + string.digits if one != text[place].upper()]
    return text[:place] + draw.choice(others) + text[place + 1 :]


def _at(text: str, draw: random.Random) -> int:
    return draw.randrange(len(text))


def _one_wrong(parts: Parts, draw: random.Random) -> str:
    return parts.numbered(_wrong(parts.id, _at(parts.id, draw), draw))


def _two_wrong(parts: Parts, draw: random.Random) -> str:
    first = _wrong(parts.id, 0, draw)
    return parts.numbered(_wrong(first, len(first) - 1, draw))


def _one_lost(parts: Parts, draw: random.Random) -> str:
    place = _at(parts.id, draw)
    return parts.numbered(parts.id[:place] + parts.id[place + 1 :])


def _one_doubled(parts: Parts, draw: random.Random) -> str:
    place = _at(parts.id, draw)
    return parts.numbered(parts.id[:place] + parts.id[place] + parts.id[place:])


def _exchanged(parts: Parts, draw: random.Random) -> str:
    places = [n for n in range(len(parts.id) - 1) if parts.id[n] != parts.id[n + 1]]
    if not places:
        return _one_lost(parts, draw)
    place = draw.choice(places)
    two = parts.id[place : place + 2]
    return parts.numbered(parts.id[:place] + two[::-1] + parts.id[place + 2 :])


def _inside(parts: Parts, sign: str, draw: random.Random) -> str:
    place = draw.randrange(1, len(parts.body))
    return parts.around(parts.body[:place] + sign + parts.body[place:])


def _wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


NAMES = {"[": "&lbrack;", "]": "&rbrack;", "<": "&lt;", ">": "&gt;", "«": "&laquo;", "»": "&raquo;"}

KINDS = (
    Kind("lower case", lambda p, _: p.whole.lower()),
    Kind("upper case", lambda p, _: p.whole.upper()),
    Kind("label in lower case", lambda p, _: p.named(p.label.lower())),
    Kind("label in title case", lambda p, _: p.named(p.label.title())),
    Kind("blanks inside the brackets", lambda p, _: p.around(f" {p.body} ")),
    Kind("blanks between the brackets", lambda p, _: " ".join(p.open) + p.body + " ".join(p.close)),
    Kind("blanks everywhere", lambda p, _: f"{' '.join(p.open)} {p.body} {' '.join(p.close)}"),
    Kind("blanks around the hyphen", lambda p, _: p.around(f"{p.label} {p.separator} {p.id}")),
    Kind("one bracket on each side", lambda p, _: f"{p.open[0]}{p.body}{p.close[0]}"),
    Kind("no brackets", lambda p, _: p.body),
    Kind("brackets in front lost", lambda p, _: p.body + p.close),
    Kind("brackets behind lost", lambda p, _: p.open + p.body),
    Kind("one bracket behind lost", lambda p, _: p.open + p.body + p.close[1:]),
    Kind("one bracket in front lost", lambda p, _: p.open[1:] + p.body + p.close),
    Kind("curly brackets, double", lambda p, _: "{{" + p.body + "}}"),
    Kind("curly brackets, single", lambda p, _: "{" + p.body + "}"),
    Kind("angle brackets", lambda p, _: f"<{p.body}>"),
    Kind("angle brackets, double", lambda p, _: f"<<{p.body}>>"),
    Kind("round brackets, double", lambda p, _: f"(({p.body}))"),
    Kind("round brackets of the sentence", lambda p, _: f"({p.body})", "({})"),
    Kind("lenticular brackets", lambda p, _: f"【{p.body}】"),
    Kind("mathematical brackets", lambda p, _: f"⟦{p.body}⟧"),
    Kind("Markdown escapes", lambda p, _: p.spelt(lambda one: f"\\{one}")),
    Kind(
        "Markdown escapes inside",
        lambda p, _: p.around(p.body.replace("_", "\\_").replace("-", "\\-")),
    ),
    Kind(
        "Markdown escapes, no brackets", lambda p, _: p.body.replace("_", "\\_").replace("-", "\\-")
    ),
    Kind("LaTeX groups", lambda p, _: p.spelt(lambda one: "{" + one + "}")),
    Kind("bold inside", lambda p, _: p.around(f"**{p.body}**")),
    Kind("code inside", lambda p, _: p.around(f"`{p.body}`")),
    Kind("quotation marks inside", lambda p, _: p.around(f'"{p.body}"')),
    Kind("bold for brackets", lambda p, _: f"**{p.body}**", "**{}**"),
    Kind("code for brackets", lambda p, _: f"`{p.body}`", "`{}`"),
    Kind("HTML entities, decimal", lambda p, _: p.spelt(lambda one: f"&#{ord(one)};")),
    Kind("HTML entities, hexadecimal", lambda p, _: p.spelt(lambda one: f"&#x{ord(one):X};")),
    Kind("HTML entities, names", lambda p, _: p.spelt(lambda one: NAMES.get(one, one))),
    Kind("angle brackets as HTML", lambda p, _: f"&lt;{p.body}&gt;"),
    Kind("URL encoding", lambda p, _: p.spelt(lambda one: f"%{ord(one):02X}")),
    Kind("URL encoding, twice", lambda p, _: p.spelt(lambda one: f"%25{ord(one):02X}")),
    Kind("JSON escapes", lambda p, _: p.spelt(lambda one: f"\\u{ord(one):04x}")),
    Kind("soft hyphen", lambda p, draw: _inside(p, "\u00ad", draw)),
    Kind("zero-width space", lambda p, draw: _inside(p, "\u200b", draw)),
    Kind("byte order mark", lambda p, draw: _inside(p, "\ufeff", draw)),
    Kind("full-width forms", lambda p, _: _wide(p.whole)),
    Kind("line break after the hyphen", lambda p, _: p.around(f"{p.label}{p.separator}\n{p.id}")),
    Kind("line break inside", lambda p, draw: _inside(p, "\n", draw)),
    Kind("translated label", lambda p, _: p.named("Name")),
    Kind("guessed label", lambda p, _: p.named("Adresse")),
    Kind("label of two words", lambda p, _: p.named("Vollständiger Name")),
    Kind("label lost", lambda p, _: p.around(p.id)),
    Kind("letter of the label lost", lambda p, _: p.named(p.label[:2] + p.label[3:])),
    Kind("label twice", lambda p, _: p.named(f"{p.label}{p.separator}{p.label}")),
    Kind("underscore for hyphen", lambda p, _: p.around(f"{p.label}_{p.id}")),
    Kind("dash for hyphen", lambda p, _: p.around(f"{p.label}–{p.id}")),
    Kind("non-breaking hyphen", lambda p, _: p.around(f"{p.label}\u2011{p.id}")),
    Kind("colon for hyphen", lambda p, _: p.around(f"{p.label}:{p.id}")),
    Kind("blank for hyphen", lambda p, _: p.around(f"{p.label} {p.id}")),
    Kind("hyphen lost", lambda p, _: p.around(f"{p.label}{p.id}")),
    Kind("one wrong character", _one_wrong),
    Kind("one lost character", _one_lost),
    Kind("one doubled character", _one_doubled),
    Kind("two exchanged characters", _exchanged),
    Kind("number behind", lambda p, _: p.numbered(f"{p.id}-1")),
    Kind("genitive behind", lambda p, _: f"{p.whole}s", "{}s", ("Person",)),
    Kind("possessive behind", lambda p, _: f"{p.whole}'s", "{}'s"),
    Kind("compound behind", lambda p, _: f"{p.whole}-Akte", "{}-Akte"),
    Kind("salutation before", lambda p, _: f"Herrn {p.whole}", "Herrn {}", ("Person",)),
    Kind("genitive inside", lambda p, _: p.around(f"{p.body}s"), "{}s", ("Person",)),
    Kind("possessive inside", lambda p, _: p.around(f"{p.body}'s"), "{}'s"),
    Kind("compound inside", lambda p, _: p.around(f"{p.body}-Akte"), "{}-Akte"),
    Kind("genitive on an e-mail address", lambda p, _: f"{p.whole}s", "{}", ("email",)),
    Kind(
        "text of a link",
        lambda p, _: f"[{p.body}](https://example.org)",
        "[{}](https://example.org)",
    ),
)
BEYOND = (
    Kind("two wrong characters", _two_wrong),
    Kind("cut off", lambda p, _: p.whole[: len(p.open) + len(p.label) + 4]),
    Kind("explained", lambda p, _: p.around(f"{p.label} | {p.id[:3]}")),
)
