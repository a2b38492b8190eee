"""Parts of German addresses: house numbers, floors, post codes and towns."""

from __future__ import annotations

from recognizers.address.towns import GERMAN_TOWN
from recognizers.base.writing import BLANKS, DASHES

BLANK = f"[{BLANKS}]"
# A house number is no year, time, price or measure.
NUMBER = (
    rf"(?!(?:1[5-9]|20)[0-9]{{2}}(?![0-9]))[1-9][0-9]{{0,3}}(?:{BLANK}?[a-zA-Z](?!\w|\.\w))?"
    rf"(?:{BLANK}?[/+{DASHES}]{BLANK}?(?:Top{BLANK}?)?[0-9]{{1,4}}(?:{BLANK}?[a-zA-Z](?!\w|\.\w))?"
    rf"(?!\w)){{0,3}}"
    rf"(?![\w%€$]|[.,:][0-9]|{BLANK}?[%€$°]|{BLANK}(?:km|m|cm|mm|kg|g|Uhr|Euro|EUR|Meter|Kilometer"
    r"|Minuten|Stunden|Tage|Jahre|Mal|mal|Prozent|Grad|Punkte|Mio|Millionen|Autos|Personen)\b)"
)
LINE = rf"(?:{BLANK}{{0,3}}[,;·|]{BLANK}{{0,3}}|{BLANK}{{0,3}}\r?\n{BLANK}{{0,4}}|{BLANK}{{1,3}})"
FLOOR = (
    rf"(?:{LINE}(?:[0-9]{{1,2}}\.{BLANK}?(?:OG|UG|Stock|Etage|Obergeschoss)|EG|DG|Erdgeschoss"
    rf"|Dachgeschoss|Hinterhaus|Vorderhaus|Seitenflügel|HH|VH|Top{BLANK}[0-9]{{1,4}}"
    rf"|(?:Wohnung|Whg\.?|WE|Apartment|Apt\.?|App\.|Haus|Aufgang|Tür|Stiege){BLANK}(?:Nr\.{BLANK})?[0-9]{{1,4}})"
    rf"(?:{BLANK}(?:links|rechts|mitte|Mitte|li\.|re\.))?)"
)
CARE_OF = rf"(?:{LINE}c/o{BLANK}[^\n,;0-9]{{2,50}})"
WORD = r"[A-ZÄÖÜ][a-zäöüßéè]{1,40}(?:[-/][A-ZÄÖÜ][a-zäöüßéè]{1,40}|-[a-zäöüß]{2,5}(?=-)){0,4}"
# A second word belongs to the town only where the first one asks for it.
TOWN = (
    rf"(?!(?:Euro|EUR|Einwohner|Stück|Menschen|Mitarbeiter)\b)(?:(?:Bad|Sankt|St\.|Groß|Klein|Alt|Neu|Markt|Lutherstadt|Hansestadt|Stadt|Burg|Hohen)"
    rf"{BLANK})?(?:{WORD}|[A-ZÄÖÜ]{{3,40}})(?![\w])"
    rf"(?:{BLANK}?\([A-ZÄÖÜ][\w.{BLANKS}]{{1,20}}\)|/{WORD}"
    rf"|{BLANK}(?:am|an{BLANK}der|an{BLANK}den|im|in{BLANK}der|ob{BLANK}der|vor{BLANK}der"
    rf"|in{BLANK}(?=(?:Ober|Nieder)bayern|Holstein|Westfalen|Hessen|Sachsen|Thüringen)"
    rf"|bei|a\.{BLANK}?d\.|v\.{BLANK}?d\.|a\.|i\.){BLANK}?{WORD})?"
)
# "3000 Bern 7": the number of the post office, at the end of its line.
DISTRICT = rf"(?:{BLANK}[1-9][0-9]?(?=[,;)]|\.?{BLANK}{{0,3}}(?:\r?\n|\Z)))?"
COUNTRY = (
    rf"(?:{LINE}(?:Deutschland|Germany|Österreich|Austria|Schweiz|Switzerland|DEUTSCHLAND|GERMANY"
    r"|ÖSTERREICH|AUSTRIA|SCHWEIZ|SWITZERLAND)\b)?"
)
PREFIX = rf"(?:D|DE|A|AT|CH|FL){BLANK}?[{DASHES}]{BLANK}?"
POST_CODE = rf"(?:(?:{PREFIX})?[0-9]{{5}}|(?:{PREFIX})?[1-9][0-9]{{3}})(?![0-9])"
# What may follow the house number: a floor, a host, then post code and town.
TAIL = (
    rf"{FLOOR}{{0,3}}{CARE_OF}?"
    rf"(?P<town>(?:{LINE}|{BLANK}in{BLANK})(?:(?:D|A|CH){BLANK})?{POST_CODE}{BLANK}{{1,3}}{TOWN}"
    rf"{DISTRICT}{COUNTRY}|{LINE}[0-9]{{5}}(?![\w-]|[.,][0-9]|{BLANK}?[A-ZÄÖÜ€%])"
    rf"|,{BLANK}{GERMAN_TOWN})?"
)
