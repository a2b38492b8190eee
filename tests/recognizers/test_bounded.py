"""No text may keep a recognizer busy: four times the text costs about four times the time.

Each recognizer reads the worst texts we know, 10 kB of each; `make test-bounded` reads 50 kB. What
takes little time is not looked at further. Of what takes more, the least of several times is
compared with the least for a quarter of the text, both in processor time: a pattern that is linear
gives 4, one that is quadratic 16, whatever else the machine does.
"""

from __future__ import annotations

import base64
import math
import random
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest

from recognizers.base.recognizer import Recognizer
from tests.recognizers.finding import FINDING

SHORT, LONG = 10_000, 50_000  # code points
PARTS = 4
STEEP = 8.0
REPEATS, ROUNDS = 3, 5
# At 10 kB. What is quadratic and takes less takes less than a second at 50 kB.
LITTLE_SECONDS = 0.03
HANGING_SECONDS = 30.0
# fmt: off
UNITS = (
    ".", "1", "0", " ", "\n", "-", "_", "*", "+", "(", '"', ":", "@", "a", "ä", "A ",
    "Aa ", "1 ", "1-",
    "1:", "1/1/", "a.", "a@", "(0", "0170 ", "0170 1234567, ", "0170 123456\n", "4111 ", "4111",
    "DE89 ", "AB12CD34", "123456789 ", "SSN 900123456 ", "1.2.3.", "v 1.2.3.4 ", "12.03.1985 ",
    "geb. am ", "born in Berlin Mitte ", "Am Markt ", "Straße ", "Straße 1 ", "Straße 1 c/o ",
    "1 A St ", "12345 Berlin, ", "http://", "www.", "%40", "a%40", "a [at] ", "sk-", "eyJ",
    "eyJaaaaa.", "-----BEGIN PRIVATE KEY-----\n", "-----END PRIVATE KEY-----", "Ausweis L01X00T47 ",
    "Tel ", "Max Muster wohnt in der Straße und ruft an ", "c/o ", "\\n",
    "first_name:", "Vorname: A ", "Straße;", "a;b\nName;", '"street": "', "<name>", "name='",
    '{"last_name": "A B", "street": "1 A", "city": "A"}', "Vorname: A\n",
    'user="A ', "user=Aa ", "a-by: ", "TODO(a", "AA^", "AA, ", "by AA, ", "Frau ", "Frau von ",
    "Via ", "Via Aa ", "Aa utca 1 ", "12 rue Aa ", "one ", "one-", "Gut Aa, ", "City: Aa ",
    "Straße 1 EG", "Straße 1 in ", "Musterstr. 1, Aa", "2 Heol ", "Aa House, 1 A St, ", "Frau Aa ",
    "LG\n", "Liebe Grüße\n\n", "Hi Aa ", "Aa: b\nBb: c\n", "10:15 Aa: b\n",
    "Mozart ", "Johann ", "St. ", "Dr. Mozart ", "Karl Marx <", "Robert-Koch-Institut ", "Aa-",
    '{"geburtsdatum": "1985-03-12", "tel": "0170 1234567", "ip": "192.0.2.1"}, ',
)
# fmt: on
Find = Callable[[str], Iterable[object]]


def texts(size: int) -> Iterator[str]:
    """Yield the worst texts we know."""
    noise = random.Random(1)  # noqa: S311  not a secret
    for unit in UNITS:
        yield unit * (size // len(unit))
    yield base64.b64encode(noise.randbytes(size * 3 // 4)).decode()
    yield noise.randbytes(size // 2).hex()
    yield "http://a?" + ")" * size
    yield "QUJDRA==\n" * (size // 9) + "-----END PRIVATE KEY-----"


def seconds(find: Find, text: str) -> float:
    """Return the processor time of one search."""
    start = time.thread_time()
    for _ in find(text):
        pass
    return time.thread_time() - start


def least(find: Find, text: str) -> float:
    """Return the least time of several searches, each in another text, so that none is cached."""
    return min(seconds(find, text[: len(text) - cut]) for cut in range(REPEATS))


def steepness(find: Find, text: str) -> float:
    """Return how many times as long the text takes as its quarter does; 0 if it takes little.

    What seems steep is measured again: the more often, the less does the machine matter.
    """
    if seconds(find, text) < LITTLE_SECONDS:
        return 0.0
    whole = quarter = math.inf
    for _ in range(ROUNDS):
        whole = min(whole, least(find, text))
        quarter = min(quarter, least(find, text[: len(text) // PARTS]))
        if whole < STEEP * quarter:
            break
    return whole / quarter if whole >= LITTLE_SECONDS else 0.0


@contextmanager
def not_hanging(most: float = HANGING_SECONDS) -> Iterator[None]:
    """Raise TimeoutError in a search that would not end: `re` looks for signals as it goes."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("one", FINDING, ids=lambda one: one.entity)
def test_no_text_keeps_a_recognizer_busy(one: Recognizer, long_form: bool) -> None:
    for text in texts(LONG if long_form else SHORT):
        with not_hanging():
            assert steepness(one.find, text) < STEEP, text[:20]


def found_by(pattern: str) -> Find:
    return re.compile(pattern).finditer


def test_a_quadratic_pattern_is_seen() -> None:
    find = found_by(r"[a-z]+!")
    assert max(steepness(find, text) for text in texts(SHORT)) > STEEP


def test_a_slow_but_linear_pattern_is_none() -> None:
    assert 0 < steepness(found_by(r"a|b"), "a" * 3_000_000) < STEEP


def test_a_search_without_end_is_stopped() -> None:
    with pytest.raises(TimeoutError), not_hanging(0.1):
        seconds(found_by(r"(a|aa)+b"), "a" * 100)
