"""Passwords, PINs and one-time codes, beside the word that names them.

Source: OWASP, https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer
from recognizers.base.writing import lowered
from recognizers.shared.credentials import values

# Both are looked for in the lower-case text.
WORD = re.compile(
    r"""
    (?:
        passwor[dt] | passwd | kennwort | passphrase                   # also in db_password
        | (?<![^\W\d_])(?:
            pwd | passcode
            | pass(?=[\"']?\s?[:=])                                    # pass: but not "pass 12"
            | pw | losungswort
        )
    )
    (?![^\W\d_]|_?(?:field|hash|file))                                 # no passwords, password_hash
    (?:[_\s]?[0-9]{1,2}(?=[\"']?\s?[:=]))?                             # password2=
    """,
    re.VERBOSE,
)
# Digits that open something: PIN, TAN, card code, one-time code.
CODE = re.compile(
    r"""
    (?<![^\W\d_])
    (?:
        pin
        | (?:(?:sms|m|i|push|chip|photo)-?)?tan                        # mTAN, Push-TAN
        | puk
        | cvv2? | cvc2?                                                # of a card
        | otp
        | (?:prüf|sicherheits|zugangs|bestätigungs|freischalt|entsperr|sms-|verifizierungs)
            (?:code|ziffer|nummer)
        | einmal(?:code|passwort|kennwort)
        | (?:verification|security|access|one-time|unlock|backup|2fa)[ -](?:code|pin)
    )
    (?:[-_\s]?(?:code|nummer|nr\.?|number))?(?![^\W_])                 # PIN-Nummer
    [\"'*_]{0,2}
    (?:
        \s?[:=|]\s?[\"'*_]{0,2}                                        # PIN: 1234, | PIN | 1234 |
        | \s(?:lautet|ist|is|war|was)\s?:?\s[\"']?                     # die PIN lautet 1234
        | \s\(?                                                        # CVC 123
    )
    (?P<value>[0-9]{3,10}|[0-9]{3}[ -][0-9]{3})                        # 482913, 482 913
    (?![\w%]|[.,:-][0-9]|\s[0-9]|\s?(?:€|eur))                         # no price, time or date
    """,
    re.VERBOSE,
)
SCORE = 0.85
SHORTEST = 3


def _search(text: str) -> Iterator[Match]:
    yield from values(text, WORD, SCORE, SHORTEST)
    for found in CODE.finditer(lowered(text)):
        yield Match(*found.span("value"), SCORE)


recognizer = SearchRecognizer(
    entity="PASSWORD",
    label="password",
    search=_search,
    examples=(
        "Passwort: «Sommer2024!»",
        "password=«hunter2»",
        "Das Kennwort lautet «Geheimnis».",
        '{"password": "«korrekt pferd batterie»"}',
        "DB_PASSWORD='«s3cr3t&x»'",
        "pwd: «geheim», Nutzer: max",
        "PIN: «1234»",
        "Ihre TAN ist «482913».",
        "user=max&password=«abc%21»&x=1",
        "Mein Passwort ist «abc-123-XYZ».",
        "CVC «123»",
        "<password>«hunter2»</password>",
        "verification code: «482 913»",
    ),
    counterexamples=(
        "Passwort vergessen?",
        "Passwort: bitte eingeben",
        "Das Passwort ist abgelaufen.",
        "password: str",
        "password = get_password(user)",
        "password=$DB_PASSWORD",
        "password: ********",
        "password = os.environ['X']",
        "Kennwort: Es muss mindestens 8 Zeichen haben",
        "Der Pin 13 am Stecker",
        "PIN oder TAN eingeben",
        "password required",
        "tan(1234)",
        "pass 12 Euro",
    ),
)
