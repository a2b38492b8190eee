"""The German tax number (Steuernummer): ten or eleven digits by state, thirteen in all Germany.

Source: https://de.wikipedia.org/wiki/Steuernummer, § 139a AO
"""

from __future__ import annotations

from collections.abc import Iterator

from stdnum.de import stnr

from recognizers.base.context import Context
from recognizers.base.recognizer import Form, Match, SearchRecognizer
from recognizers.base.writing import BLANK, compact
from recognizers.shared.labelled_number import BEGIN, END, digits, labelled

WORDS = (
    "*steuernummer*", "*steuer-nummer*", "*steuer nummer*", "*steuer-nr*", "*steuer nr*",
    "*steuernr*", "*steuer_nr*", "st.-nr", "st-nr", "st.nr", "st. nr", "st nr", "stnr*",
    "finanzamt*", "tax number*", "tax no*", "tax-number*", "tax_number*", "taxnumber*",
)  # fmt: skip
SLASH = rf"{BLANK}?/{BLANK}?"
LAST = rf"(?:{BLANK}?[0-9])"  # some offices set the check digit apart
FIVE = rf"[0-9]{{4}}{LAST}"
CONTEXT = Context(WORDS)
FORMS = (
    # Bavaria and most of the east write 3/3/5: nothing else is written so.
    Form(pattern=rf"(?<!/){BEGIN}[0-9]{{3}}/[0-9]{{3}}/{FIVE}(?!/){END}", score=0.6),
    Form(
        pattern=rf"{BEGIN}(?:[0-9]{{2,3}}{SLASH}[0-9]{{3}}{SLASH}{FIVE}"
        rf"|[0-9]{{3}}{SLASH}[0-9]{{4}}{SLASH}[0-9]{{3}}{LAST}|[0-9]{{5}}{SLASH}{FIVE})(?!/){END}",
        score=0.85,
        needs_context=True,
    ),
)


def _score(value: str) -> float:
    return 0.8 if stnr.is_valid(compact(value)) else 0.0


NAMED = [labelled(digits(count), WORDS, (), _score) for count in (13, 11, 10)]


def _search(text: str) -> Iterator[Match]:
    for form in FORMS:
        yield from form.find(text, CONTEXT)
    for named in NAMED:
        yield from named(text)


recognizer = SearchRecognizer(
    entity="DE_TAX_NUMBER",
    label="tax_number",
    search=_search,
    examples=(
        "Steuernummer: «93815/08152»",
        "«181/815/08155»",
        "St.-Nr. «21/815/08150»",
        "Steuer-Nr. «75 815 08152» (Bremen)",
        "tax number «013 815 08153»",
        "Steuernr.: «133/8150/8159»",
        '{"steuernummer": "«2893081508152»"}',
        "«22/815/08154» (Steuernummer)",
    ),
    counterexamples=(
        "12/345/67890",
        "12/2023/4567",
        "am 12/03/2023",
        "133/8150/8159",
        "93815/08152",
        "Auftrag 2893081508152",
        "Steuernummer folgt, Telefon 030 12345678",
        "Seiten 181/815/08155/7",
    ),
)
