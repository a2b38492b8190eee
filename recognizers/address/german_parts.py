"""Parts of German addresses: house numbers, floors, post codes and towns."""

from __future__ import annotations

from recognizers.address.towns import GERMAN_TOWN
from recognizers.base.writing import BLANKS, DASHES

BLANK = f"[{BLANKS}]"
# A house number is no year, time, price or measure.
NUMBER = rf"""(?x:
    (?!(?:1[5-9]|20)[0-9]{{2}}(?![0-9]))                               # no year: 1984
    [1-9][0-9]{{0,3}}(?:{BLANK}?[a-zA-Z](?!\w|\.\w))?                  # 12, 12a, 12 a
    (?:
        {BLANK}?[/+{DASHES}]{BLANK}?(?:Top{BLANK}?)?                   # 7-9, 5/2/14, 12/Top 4
        [0-9]{{1,4}}(?:{BLANK}?[a-zA-Z](?!\w|\.\w))?(?!\w)
    ){{0,3}}
    (?!
        [\w%€$]
        | [.,:][0-9]                                                   # 12.50, 12:30
        | {BLANK}?[%€$°]
        | {BLANK}(?:                                                   # 12 km, 3 Tage
            km | m | cm | mm | kg | g | Uhr | Euro | EUR | Meter | Kilometer
            | Minuten | Stunden | Tage | Jahre | Mal | mal
            | Prozent | Grad | Punkte | Mio | Millionen | Autos | Personen
        )\b
    )
)"""
LINE = rf"(?:{BLANK}{{0,3}}[,;·|]{BLANK}{{0,3}}|{BLANK}{{0,3}}\r?\n{BLANK}{{0,4}}|{BLANK}{{1,3}})"
FLOOR = rf"""(?x:
    {LINE}
    (?:
        [0-9]{{1,2}}\.{BLANK}?(?:OG|UG|Stock|Etage|Obergeschoss)       # 3. OG
        | EG | DG | Erdgeschoss | Dachgeschoss
        | Hinterhaus | Vorderhaus | Seitenflügel | HH | VH             # which part of the house
        | Top{BLANK}[0-9]{{1,4}}                                       # a flat in Austria: Top 4
        | (?:Wohnung|Whg\.?|WE|Apartment|Apt\.?|App\.|Haus|Aufgang|Tür|Stiege)
            {BLANK}(?:Nr\.{BLANK})?[0-9]{{1,4}}                        # Whg. 12, Tür Nr. 3
    )
    (?:{BLANK}(?:links|rechts|mitte|Mitte|li\.|re\.))?
)"""
CARE_OF = rf"(?:{LINE}c/o{BLANK}[^\n,;0-9]{{2,50}})"
WORD = r"[A-ZÄÖÜ][a-zäöüßéè]{1,40}(?:[-/][A-ZÄÖÜ][a-zäöüßéè]{1,40}|-[a-zäöüß]{2,5}(?=-)){0,4}"
# A second word belongs to the town only where the first one asks for it.
TOWN = rf"""(?x:
    (?!(?:Euro|EUR|Einwohner|Stück|Menschen|Mitarbeiter)\b)            # 80331 Einwohner
    (?:
        (?:Bad|Sankt|St\.|Groß|Klein|Alt|Neu|Markt|Lutherstadt|Hansestadt|Stadt|Burg|Hohen)
        {BLANK}                                                        # Bad Muster
    )?
    (?:{WORD}|[A-ZÄÖÜ]{{3,40}})(?![\w])                                # Musterstadt, MUSTERSTADT
    (?:
        {BLANK}?\([A-ZÄÖÜ][\w.{BLANKS}]{{1,20}}\)                      # Muster (Oder)
        | /{WORD}                                                      # Muster/Fläming
        | {BLANK}
            (?:
                am | an{BLANK}der | an{BLANK}den | im | in{BLANK}der   # Frankfurt am Main
                | ob{BLANK}der | vor{BLANK}der
                | in{BLANK}(?=(?:Ober|Nieder)bayern|Holstein|Westfalen|Hessen|Sachsen|Thüringen)
                | bei | a\.{BLANK}?d\. | v\.{BLANK}?d\. | a\. | i\.    # Muster a. d. Oder
            )
            {BLANK}?{WORD}
    )?
)"""
# "3000 Bern 7": the number of the post office, at the end of its line.
DISTRICT = rf"(?:{BLANK}[1-9][0-9]?(?=[,;)]|\.?{BLANK}{{0,3}}(?:\r?\n|\Z)))?"
COUNTRY = (
    rf"(?:{LINE}(?:Deutschland|Germany|Österreich|Austria|Schweiz|Switzerland|DEUTSCHLAND|GERMANY"
    r"|ÖSTERREICH|AUSTRIA|SCHWEIZ|SWITZERLAND)\b)?"
)
PREFIX = rf"(?:D|DE|A|AT|CH|FL){BLANK}?[{DASHES}]{BLANK}?"
POST_CODE = rf"(?:(?:{PREFIX})?[0-9]{{5}}|(?:{PREFIX})?[1-9][0-9]{{3}})(?![0-9])"
# What may follow the house number: a floor, a host, then post code and town.
TAIL = rf"""(?x:
    {FLOOR}{{0,3}}{CARE_OF}?
    (?P<town>
        (?:{LINE}|{BLANK}in{BLANK})(?:(?:D|A|CH){BLANK})?              # , D 12345 Musterstadt
            {POST_CODE}{BLANK}{{1,3}}{TOWN}{DISTRICT}{COUNTRY}
        | {LINE}[0-9]{{5}}(?![\w-]|[.,][0-9]|{BLANK}?[A-ZÄÖÜ€%])       # , 12345
        | ,{BLANK}{GERMAN_TOWN}                                        # , Frankfurt am Main
    )?
)"""
