"""Addresses of servers that hold a password: scheme://user:password@host, and Server=…;Password=….

Source: RFC 3986, section 3.2.1, https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 and
https://learn.microsoft.com/dotnet/framework/data/adonet/connection-strings
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer

LINK = re.compile(r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.:-]{1,30}://[^\s<>\"`|«»„“”]++")
CREDENTIALS = re.compile(
    r"://[^:/?#@\[]{0,100}:(?!\*+@|[$<{\[]|[0-9]{1,5}[/?])[^@]{1,200}@"
    r"|[?&;](?i:password|pwd)=(?!password\b|pwd\b|[$<{\[*])[^&;\]]"
)
# Key and value pairs; their run is read once, from its first key.
PAIRS = re.compile(
    r"""
    (?<![\w;])
    (?i:
        server | data[ ]source | host | hostname | addr | address      # Data Source=db
        | driver | dsn
        | uid | user | user[ ]id | username
        | initial[ ]catalog | database
        | password | pwd
        | defaultendpointsprotocol | endpoint | accountname            # storage in a cloud
    )
    \s?=[^;\n\"']{0,200}
    (?:
        ;\s?[A-Za-z][\w ]{1,40}=
        (?:
            '[^'\n]{0,200}'                                            # ;Password='a;b'
            | [^;\s\"']{0,200}                                         # ;Password=geheim
        )
    )++;?
    """,
    re.VERBOSE,
)
SECRET_PAIR = re.compile(
    r"(?:^|;)\s?(?i:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s?=\s?[^;\s*$<{]"
)
CLOSING = ".,;:!?'’)]}*"
SCORE = 0.9


def _search(text: str) -> Iterator[Match]:
    for found in LINK.finditer(text) if "://" in text else ():
        link = found[0].rstrip(CLOSING)
        if CREDENTIALS.search(link):
            yield Match(found.start(), found.start() + len(link), SCORE)
    for found in PAIRS.finditer(text) if ";" in text else ():
        if SECRET_PAIR.search(found[0]):
            yield Match(*found.span(), SCORE)


recognizer = SearchRecognizer(
    entity="CONNECTION_STRING",
    label="connection_string",
    search=_search,
    examples=(
        "DB: «postgres://deckname:geheim@db.example.org:5432/kunden».",
        "«mongodb+srv://max:p%40ss@cluster.example.org/test?w=majority»",
        "«redis://:geheim@cache.example.org:6379/0»",
        '"«Server=db.example.org;Database=k;User Id=sa;Password=g3heim!;»"',
        "«jdbc:postgresql://db.example.org/k?user=max&password=geheim»",
        "«DefaultEndpointsProtocol=https;AccountName=x;AccountKey=RVhBTVBMRQ==;Suffix=example.net»",
        "«Driver={SQL Server};Server=db;Uid=max;Pwd=geheim» im Log",
    ),
    counterexamples=(
        "https://example.org:8080/pfad",
        "postgres://db.example.org/kunden",
        "git+ssh://git@example.org/repo",
        "Server=db;Database=k;Integrated Security=true",
        "postgres://user:${PASSWORD}@db",
        "http://example.org/a:b",
    ),
)
