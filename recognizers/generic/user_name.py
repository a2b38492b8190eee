"""Names of accounts: handles on social networks, and what stands after "Benutzername" or "login".

Source: Art. 4 No. 1 GDPR (online identifier), https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.context import Context
from recognizers.base.recognizer import Match, SearchRecognizer
from recognizers.shared.credentials import values

# Both are looked for in the lower-case text.
NAME = re.compile(
    r"""
    (?<![^\W\d_])
    (?:
        (?:be)?nutzer(?:name|konto)?                                   # Benutzername
        | user(?:[ _-]?name)? | login(?:[ _-]?name)?                   # user_name
        | nick | anmeldename | account[ _-]?name | kontoname
        | screen[ _-]?name | nick[ _-]?name | handle | gamertag
        | skype(?:[ -]?name)? | insta(?:gram)? | twitter | tiktok      # Twitter: maxmuster
        | telegram | snapchat | discord | github
    )
    (?![^\W_])
    """,
    re.VERBOSE,
)
IDENTIFIER = re.compile(
    r"(?<![^\W\d_])(?:(?:be)?nutzer(?:kennung|[ _-]?id)|user[ _-]?id|login[ -]?id)(?![^\W_])"
)
HANDLE = re.compile(
    r"(?<![\w@./:+=\\-])@(?P<value>[A-Za-z_](?:[\w.-]{0,38}\w)?)(?![\w@(/:=]|\.[A-Za-z])", re.ASCII
)
REDDIT = re.compile(r"(?<![\w/])/?u/(?P<value>[A-Za-z0-9_-]{3,20})(?![\w/-])")
NO_HANDLE = re.compile(
    r"""
    (?:
        property | abstractmethod | overload | cached_property         # Python
        | media                                                        # CSS
        | dataclass | override | test | autowired | staticmethod | classmethod
        | param | return | see | throws                                # Javadoc
        | everyone | here | channel                                    # whoever reads a chat
        | import | include | charset | keyframes | supports
        | deprecated | author | app | pytest | fixture
        | nullable | entity | bean | service | component | inject | id | type
        | todo | all | alle
    )s?
    """,
    re.IGNORECASE | re.VERBOSE,
)
NETWORKS = Context(
    (
        "instagram*", "insta", "twitter*", "tweet*", "x.com", "tiktok*", "mastodon*", "telegram*",
        "github*", "gitlab*", "threads", "bluesky", "snapchat*", "discord*", "youtube*",
        "facebook*", "linkedin*", "twitch*", "reddit*", "slack*", "skype*", "folgt", "folge",
        "folgen", "follow*", "handle*", "*account*", "*profil*", "profile*", "dm", "gepostet",
        "posted", "post", "retweet*", "story", "nutzer", "user*", "nickname*", "social media",
        "kanal", "schrieb", "wrote", "thanks", "danke", "cc",
    )
)  # fmt: skip
LABELLED, SOCIAL = 0.8, 0.7
SHORTEST = 3


def _search(text: str) -> Iterator[Match]:
    for match in values(text, IDENTIFIER, LABELLED, SHORTEST):
        yield from _without_at(text, match)
    for match in values(text, NAME, LABELLED, SHORTEST):
        if not text[match.start : match.end].isdigit():  # alone it may be anything
            yield from _without_at(text, match)
    for pattern in (HANDLE, REDDIT) if "@" in text or "u/" in text else ():
        for found in pattern.finditer(text):
            is_word = NO_HANDLE.fullmatch(found["value"])
            if not is_word and NETWORKS.near(text, *found.span()):
                yield Match(*found.span("value"), SOCIAL)


def _without_at(text: str, match: Match) -> Iterator[Match]:
    at = text[match.start] == "@"
    value = text[match.start + at : match.end]
    if "@" not in value and "://" not in value:  # those have entities of their own
        yield Match(match.start + at, match.end, match.score)


recognizer = SearchRecognizer(
    entity="USER_NAME",
    label="user_name",
    search=_search,
    examples=(
        "Benutzername: «mmuster77»",
        "username=«max.muster»",
        "login «mmuster77» gesperrt",
        "folgt mir auf Instagram: @«max_muster»",
        "Twitter @«maxmuster», danke",
        '{"user_name": "«mmuster»"}',
        "Discord: «muster#1234»",
        "Reddit u/«max_muster»",
        "User: «mmuster»",
        "user_id=«4711081»",
    ),
    counterexamples=(
        "@property\ndef user(self):",
        "@media screen",
        "Benutzername: bitte eingeben",
        "username: str",
        "login failed",
        "user = get_user()",
        "username=$USER",
        "npm i @angular/core, siehe GitHub",
        "Benutzer: Er kann sich anmelden",
        "User: 12345",
        "die Nutzer folgen @media",
    ),
)
