"""Streets of other countries, by their words for one: Polish, Hungarian, Italian, French, Welsh.

Source: the addressing systems of the Universal Postal Union,
https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match
from recognizers.base.writing import BLANKS
from recognizers.person.words import LETTER, UPPER

SCORE = 0.85
BLANK = f"[{BLANKS}]"
WORD = rf"[{UPPER}](?:{LETTER}|['’.-](?={LETTER})){{1,30}}+"
SMALL = r"(?:de|du|des|del|della|delle|dei|degli|di|da|do|la|le|les|los|las|y|yr|san|santa)"
LINKED = rf"(?:(?:{SMALL}{BLANK}){{0,2}}(?:[dl]['’])?)"
NAME = rf"{LINKED}{WORD}(?:{BLANK}{LINKED}{WORD}){{0,3}}"
NUMBER = (
    r"[1-9][0-9]{0,3}(?:[ ]?[a-zA-Z](?![\w.]))?(?:[/-][0-9]{1,4}[a-zA-Z]?)?"
    r"(?![\w%€$]|[.,:][0-9])"
)
NO_MEASURE = rf"(?!{BLANK}(?:km|m|cm|kg|g|Uhr|Euro|EUR|Stück|Minuten|Tage|Prozent|Personen)\b)"
END = rf"{NUMBER}{NO_MEASURE}"
CODE = r"(?:[0-9]{2}-[0-9]{3}|(?:[A-Z]{1,2}-)?[0-9]{4,5})"
TOWN = (
    rf"(?:{BLANK}?,{BLANK}?|{BLANK}?\r?\n|{BLANK}){CODE}{BLANK}{WORD}(?:{BLANK}{WORD})?"
    rf"(?:{BLANK}\([A-Z]{{2}}\))?"
)
COMMA_TOWN = rf",{BLANK}{WORD}(?=[.,;)\n]|\Z)"
TAIL = rf"(?:{TOWN}|{COMMA_TOWN})?"
FRONT = r"(?<![\w.-])"
POLISH = (
    rf"{FRONT}(?<!et )(?:[uU]l\.|[aA]l\.|[uU]lica|[aA]leja){BLANK}(?:[0-9]{{1,2}}{BLANK})?"
    rf"{NAME}{BLANK}{END}(?:{BLANK}m\.{BLANK}?[0-9]{{1,3}})?{TAIL}"
)
ROMANCE = (
    rf"{FRONT}(?:Via|Viale|Vicolo|Piazza|Piazzale|Corso|Calle|Avenida|Avda\.|Paseo|Plaza|Rua|Rue"
    rf"|Chemin|Avenue|Boulevard|Quai|Impasse|Allée|Route){BLANK}{NAME},?{BLANK}"
    rf"(?:n\.?º?{BLANK}?)?{END}{TAIL}"
)
FRENCH = rf"""(?x:
    (?<![\w.,/:€$£\#-])
    [1-9][0-9]{{0,3}}(?:{BLANK}?(?:bis|ter))?,?{BLANK}                 # 12 bis,
    (?:
        (?:rue|boulevard|bd|chemin|impasse|allée|quai){BLANK}{NAME}    # rue de l'Exemple
        | (?:avenue|place|route|cours){BLANK}                          # also English: avenue de la
            (?:de{BLANK}|du{BLANK}|des{BLANK}|d['’])(?:la{BLANK}|l['’])?
            {WORD}(?:[ -]{WORD}){{0,2}}
    )
    {TAIL}
)"""
WELSH = (
    rf"(?<![\w.,/:€$£#-])[1-9][0-9]{{0,3}}[a-z]?{BLANK}"
    r"(?:Heol|Ffordd|Stryd|Lôn|Maes|Rhodfa|Clos|Cae)"
    rf"(?:{BLANK}(?:y|yr|'r))?{BLANK}{WORD}(?:{BLANK}{WORD})?{TAIL}"
)
HUNGARIAN = rf"""(?x:
    (?:utca|útja|út|tér|tere|köz|körút|krt\.|sétány|fasor|u\.)         # Minta utca
    {BLANK}[1-9][0-9]{{0,3}}(?:[/-][0-9A-Za-z]{{1,3}})?                # 3, 3/b
    (?![\w%€$]|[.,:][0-9])\.?
    (?:
        {BLANK}?,?{BLANK}[0-9]{{1,2}}\.{BLANK}(?:em|emelet)\.?         # 2. emelet: the floor
        (?:{BLANK}[0-9]{{1,3}}\.?)?                                    # 5.: the door
    )?
)"""
TURKISH = (
    rf"(?:Sokak|Sokağı|Sok\.|Sk\.|Caddesi|Cad\.|Bulvarı),?{BLANK}(?:[Nn]o[:.]?{BLANK}?)?{NUMBER}"
)
AFTER_NAME = re.compile(rf"(?<={BLANK})(?:{HUNGARIAN}|{TURKISH})(?:,{BLANK}{CODE}{BLANK}{WORD})?")
NAME_BEFORE = re.compile(
    rf"(?<![\w.-])(?:{CODE}{BLANK}{WORD},?{BLANK})?{WORD}(?:{BLANK}{WORD}){{0,1}}{BLANK}\Z"
)
FORMS = (re.compile(POLISH), re.compile(ROMANCE), re.compile(FRENCH), re.compile(WELSH))
# "Via Email 12", "Route Info 3": no street, but the way that something takes.
NO_STREET = re.compile(
    r"(?:Via|Route|Plaza|Corso) (?:E-?[Mm]ail|Mail|Fax|Telefon|Post|Web|API|App|SMS|Port|Link"
    r"|Info|Nr|HTTP|Nummer|Version|Slack|Teams|Zoom|Python|Bus|Bahn|Zug)\b"
)
LOOK_BACK = 80


def addresses(text: str) -> Iterator[Match]:
    """Yield the streets with their numbers, and the towns behind them."""
    for form in FORMS:
        for found in form.finditer(text):
            if not NO_STREET.match(found[0]):
                yield Match(found.start(), found.end(), SCORE)
    for found in AFTER_NAME.finditer(text):
        name = NAME_BEFORE.search(text, max(0, found.start() - LOOK_BACK), found.start())
        if name:
            yield Match(name.start(), found.start() + len(found[0].rstrip(".")), SCORE)
