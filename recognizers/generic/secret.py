"""Keys and tokens that open something: known by the prefix that their provider gives them.

Source: https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
and RFC 7519 (JWT), RFC 7468 (PEM)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log2

from recognizers.base.lexicon import table
from recognizers.base.recognizer import Match, SearchRecognizer
from recognizers.base.writing import lowered

# Whatever its order: no two of them begin alike.
TOKEN = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(row[1] for row in table('provider_tokens'))})")
WEBHOOK = re.compile(
    r"https://(?:hooks\.slack\.com/(?:services|workflows)|discord(?:app)?\.com/api/webhooks)/"
    r"[A-Za-z0-9_/-]{16,200}"
)
# What has no prefix is known by its name, and by looking like chance.
NAMED = re.compile(
    r"""
    (?:
        (?:api|access|account|secret|private|shared|signing|encryption|master|app|service)
            [ _-]?(?:access[ _-]?)?key(?:_id)?                         # api_key, SharedAccessKey
        | token | secret | authorization
    )
    \\?[\"']?\s{0,3}
    (?: := | => | [:=] | \s(?:lautet|ist|is)\s )                       # token: x, token ist x
    \s{0,3}(?:(?:bearer|basic)\s)?                                     # authorization: bearer x
    \\?[\"'`]?
    (?P<value>[a-z0-9+/=_.~-]{16,512}+)(?![(\[@])                      # no call, no address
    """,
    re.VERBOSE,
)
BEARER = re.compile(r"(?:Bearer|Basic)\s(?P<value>[A-Za-z0-9+/=_.~-]{16,4096})")
BEGIN = re.compile(r"-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----")
END = re.compile(r"-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----")
# What stands in a key block, also with line breaks as JSON writes them, and its clear-text heads.
INSIDE = r"A-Za-z0-9+/=\s\\"
BODY = re.compile(rf"(?:[{INSIDE}:,.]|-(?!-))*+")
NO_BODY = re.compile(rf"[^{INSIDE}]")
SCORE = 0.9
LEAST_ENTROPY = 3.0  # bits per character
# From letters to digits, or from small to capital letters in the middle of a word.
CHANGE = re.compile(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[a-z])(?=[A-Z])")
FEWEST_CHANGES = 3


def _search(text: str) -> Iterator[Match]:
    for found in TOKEN.finditer(text):
        yield Match(found.start(), found.end(), SCORE)
    for found in WEBHOOK.finditer(text) if "://" in text else ():
        yield Match(*found.span(), SCORE)
    for pattern, written in ((NAMED, lowered(text)), (BEARER, text)):
        for found in pattern.finditer(written):
            start, end = found.span("value")
            end -= len(text[start:end]) - len(text[start:end].rstrip(".,"))
            if _looks_random(text[start:end]):
                yield Match(start, end, SCORE)
    yield from _key_blocks(text)


def _looks_random(value: str) -> bool:
    """Return whether letters and digits are mixed as in no word, and spread as chance does it."""
    letters, digits = sum(map(str.isalpha, value)), sum(map(str.isdigit, value))
    mixed = (letters and digits) or (not value.islower() and not value.isupper() and letters)
    counts = Counter(value).values()
    entropy = -sum(count / len(value) * log2(count / len(value)) for count in counts)
    changes = len(CHANGE.findall(value))
    return bool(mixed) and entropy >= LEAST_ENTROPY and changes >= FEWEST_CHANGES


def _key_blocks(text: str) -> Iterator[Match]:
    """Yield private keys, also one that a window over the text cut at its front or back."""
    last = 0
    for begin in BEGIN.finditer(text):
        body = BODY.match(text, begin.end())
        stop = body.end() if body else begin.end()
        end = END.match(text, stop)
        last = end.end() if end else _trimmed(text, begin.end(), stop)
        yield Match(begin.start(), last, SCORE)
    end = END.search(text)
    if end and not BEGIN.search(text, 0, end.start()):
        yield Match(_start_of_rest(text, end.start()), end.end(), SCORE)


def _trimmed(text: str, start: int, stop: int) -> int:
    """Return the end of the key that starts a line after `start`, before any prose."""
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def _start_of_rest(text: str, stop: int) -> int:
    """Return where the lines begin that look like the inside of a key and end at `stop`."""
    start = stop
    while start > 0:
        line = text.rfind("\n", 0, start - 1) + 1
        if " " in text[line:start] or NO_BODY.search(text, line, start):
            break
        start = line
    return start


recognizer = SearchRecognizer(
    entity="SECRET",
    label="secret",
    search=_search,
    examples=(
        "aws: «AKIAIOSFODNN7EXAMPLE»",
        "token=«ghp_EXAMPLENOTAREALGITHUBTOKEN0000000000»",
        "«github_pat_EXAMPLE_NOT_A_REAL_TOKEN_0000»",
        "SLACK=«xoxb-00000-00000-EXAMPLENOTAREALTOKEN»",
        "Authorization: Bearer «sk-proj-EXAMPLE-NOT-A-REAL-KEY-0000»",
        "«sk-ant-api03-EXAMPLE-NOT-A-REAL-KEY-0000»",
        "key=«AIzaEXAMPLE-NOT-A-REAL-KEY-000000000000»",
        "«sk_live_EXAMPLENOTAREALKEY0000»",
        'api_key = "«q7Zp2Xv9Lk4Tb8Wn3Rd6»"',
        "X-Api-Key: «3f9a1c7e5b2d8a4f6e0c»",
        "«eyJhbGciOiJub25lIn0.eyJzdWIiOiJleGFtcGxlIn0.EXAMPLE»",
        "«-----BEGIN PRIVATE KEY-----\nRVhBTVBMRQ==\n-----END PRIVATE KEY-----»\n",
        '"«-----BEGIN RSA PRIVATE KEY-----\\nRVhBTVBMRQ==\\n-----END RSA PRIVATE KEY-----»\\n"',
    ),
    counterexamples=(
        "class sk-fading-circle-container",
        "AKIA",
        "ghp_short",
        "-----BEGIN CERTIFICATE-----\nRVhBTVBMRQ==\n-----END CERTIFICATE-----",
        "pk_live_EXAMPLENOTAREALKEY0000",
        "eyJub3QifQ",
        'api_key = "your-api-key-goes-here"',
        "api_key = os.environ['DECKNAME_API_KEY']",
        "token: 20240112-143000-000000",
    ),
)
