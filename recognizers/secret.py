"""Keys and tokens that open something: known by the prefix that their provider gives them.

Source: https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
and RFC 7519 (JWT), RFC 7468 (PEM)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Match, SearchRecognizer

TOKEN = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])"  # AWS access key id
    r"|gh[pousr]_[A-Za-z0-9_]{20,255}"  # GitHub
    r"|github_pat_[A-Za-z0-9_]{20,255}"
    r"|glpat-[A-Za-z0-9_-]{20,255}"  # GitLab
    r"|xox[abeprs]-[A-Za-z0-9-]{10,255}"  # Slack
    r"|xapp-[A-Za-z0-9-]{20,255}"
    # OpenAI, Anthropic and those who copy them; a class of a style sheet holds no digit.
    r"|sk-(?=[A-Za-z0-9_-]{0,80}[0-9])[A-Za-z0-9_-]{16,255}"
    r"|AIza[A-Za-z0-9_-]{30,64}"  # Google
    r"|[sr]k_(?:live|test)_[A-Za-z0-9_]{10,255}"  # Stripe
    r"|whsec_[A-Za-z0-9+/=]{20,255}"
    r"|hf_[A-Za-z0-9]{30,64}"  # Hugging Face
    r"|npm_[A-Za-z0-9]{36}"
    r"|pypi-[A-Za-z0-9_-]{32,255}"
    r"|SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}"  # SendGrid
    r"|eyJ[A-Za-z0-9_-]{5,}+\.[A-Za-z0-9_-]{5,}+\.[A-Za-z0-9_-]*+"  # JWT
    r")"
)
# The other half of an AWS key has no prefix; its name stands before it.
NAMED = re.compile(
    r"(?i:secret_?access_?key)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?P<value>[A-Za-z0-9/+=]{40})"
)
BEGIN = re.compile(r"-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----")
END = re.compile(r"-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----")
# What stands in a key block, also with line breaks as JSON writes them, and its clear-text heads.
INSIDE = r"A-Za-z0-9+/=\s\\"
BODY = re.compile(rf"(?:[{INSIDE}:,.]|-(?!-))*+")
NO_BODY = re.compile(rf"[^{INSIDE}]")
SCORE = 0.9


def _search(text: str) -> Iterator[Match]:
    for found in TOKEN.finditer(text):
        yield Match(found.start(), found.end(), SCORE)
    for found in NAMED.finditer(text):
        yield Match(*found.span("value"), SCORE)
    yield from _key_blocks(text)


def _key_blocks(text: str) -> Iterator[Match]:
    """Give private keys, also one that a window over the text cut at its front or back."""
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
    ),
)
