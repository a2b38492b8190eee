"""File numbers (Aktenzeichen) of German courts and prosecutors: chamber, register, number, year.

Source: Aktenordnungen of the Länder, https://de.wikipedia.org/wiki/Aktenzeichen_(Deutschland)
"""

from __future__ import annotations

from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK, DASHES

REGISTERS = words("court_registers")
# One letter is also a unit or a size: such a number needs more to be a case.
SINGLE = f"[{''.join(mark for mark in REGISTERS if len(mark) == 1)}]"
LONG = alternation(mark for mark in REGISTERS if len(mark) > 1)
ROMAN = "(?:XII|VIII|VII|XI|IX|VI|IV|III|II|X|V|I)"
BEGIN = rf"(?<![^\W_])(?<![0-9][.,/])(?<!§{BLANK})(?<![^\W_][{DASHES}])"
GAP = rf"(?:{BLANK}{{1,2}}|{BLANK}?\r?\n{BLANK}{{0,3}})"
CHAMBER = (
    rf"(?:(?:\([0-9]{{1,4}}\)|(?:I{{1,3}}[{DASHES}])?[0-9]{{1,4}})[a-z]?"
    rf"(?:{BLANK}?\([0-9]{{1,3}}\))?|{ROMAN}[a-z]?)"
)
YEAR = r"(?:(?:19|20)[0-9]{2}|[0-9]{2})"
SUFFIX = rf"""(?x:
    (?:
        \.[A-Z]{{1,3}}(?!\w)                                           # the court: 4 K 2345/22.F
        | {BLANK}(?:B{BLANK}ER|ER|PKH|NZB|EK|eA|R|B|E|jug|KLs|Ls|Ds|Cs)
            (?![\w.])                                                  # the kind: S 12 AS 345/20 ER
        | {BLANK}?\((?:PKH|[0-9]{{1,4}}(?:/[0-9]{{2}})?)\)             # (PKH), (3/21)
        | {BLANK}?[{DASHES}]{BLANK}?[0-9]{{1,3}}(?![\w/.,])            # a part of the file: - 12
    )?
)"""
END = r"(?![^\W_]|[/][0-9]|[.,][0-9])"
CASE = rf"[0-9]{{1,6}}/{YEAR}(?![0-9]|/){SUFFIX}{END}"
DOUBLE = rf"(?:{GAP}[0-9]{{1,6}}{GAP}(?:Js|UJs|OJs|OWi|VRs|AR))?"
PATENT = rf"(?:{BLANK}?\([A-Za-z]{{2,4}}\))?"
SOCIAL = rf"[SLB]{GAP}[0-9]{{1,3}}{GAP}[A-Z]{{1,2}}{GAP}{CASE}"
SURE = rf"{BEGIN}(?:{CHAMBER}{GAP}(?:{LONG}){PATENT}{DOUBLE}{GAP}{CASE}|{SOCIAL})"
SURE_PATENT = rf"{BEGIN}[0-9]{{1,2}}{GAP}(?:W|Ni|ZA){BLANK}?\((?:pat|EP|EU)\){GAP}{CASE}"
RECENT = r"(?:20[0-9]{2}|[0-3][0-9]|[89][0-9])"
OF_ONE_LETTER = (
    rf"{BEGIN}{CHAMBER}{GAP}(?:[OURXP]{GAP}[0-9]{{1,6}}|{SINGLE}{GAP}[0-9]{{3,6}})/{RECENT}"
    rf"(?![0-9]|/|{BLANK}?(?:V|A|W|Hz|mm|cm|kg|Stück)\b){SUFFIX}{END}"
)
# Administrative courts also write 4 C 12.20 and, in Bavaria, M 12 K 20.1234.
DOTTED = rf"[0-9]{{1,5}}\.[0-9]{{2,5}}(?![0-9]|\.[0-9])(?:{BLANK}A)?{END}"
NAMED = (
    rf"{BEGIN}(?:[A-Z]{{1,2}}{GAP})?(?:{CHAMBER}{GAP})?(?:{LONG}|{SINGLE}){PATENT}{DOUBLE}{GAP}"
    rf"(?:{CASE}|{DOTTED})"
)
FEWEST_DIGITS = 3
LABEL = r"""(?xi:
    (?:
        (?<![^\W_])az                                                  # Az.: 4711/22
        | aktenzeichen | geschäftszeichen | geschäftsnummer | geschäftsnr | gesch\.-z
        | (?<![^\W_])gz                                                # GZ
        | aktennummer | akten-nr | aktennr
        | case[ ](?:number|no) | file[ ](?:number|no) | docket[ ]no
        | case_number | file_number | docket[ ]number
    )
    (?![^\W_])
)"""
SIGNS = r"[0-9A-Za-zÄÖÜ][0-9A-Za-zÄÖÜ./_-]{0,30}"
NEXT = rf"(?=(?:[A-Z]{{1,5}}{BLANK}){{0,3}}[^\s,;]{{0,30}}[0-9]){SIGNS}"
ANY = rf"""(?x:
    {LABEL}\.?[\"'*]{{0,3}}
    (?:
        {BLANK}{{0,2}}[:=\#]                                           # Aktenzeichen: 4711/22-B
        | {BLANK}(?:lautet|ist|is)                                     # das Aktenzeichen lautet …
    )?
    [\s\"'*]{{0,4}}
    (?P<value>{NEXT}(?:{BLANK}(?:[{DASHES}]{BLANK})?{NEXT}){{0,4}}(?<=[0-9A-Za-z]))
)"""
EUROPEAN = rf"{BEGIN}[CTF][{DASHES}][0-9]{{1,4}}/[0-9]{{2}}(?:{BLANK}P)?{END}"
ECLI = rf"{BEGIN}ECLI:[A-Z]{{2}}:[A-Z0-9]{{1,7}}:[0-9]{{4}}:[A-Z0-9.]{{1,24}}[A-Z0-9]"


def is_file(value: str) -> bool:
    """Return whether `value` is more than a short number."""
    return "/" in value or sum(map(str.isdigit, value)) >= FEWEST_DIGITS


recognizer = PatternRecognizer(
    entity="DE_CASE_NUMBER",
    label="case_number",
    forms=(
        Form(pattern=SURE, score=0.8),
        Form(pattern=SURE_PATENT, score=0.8),
        Form(pattern=OF_ONE_LETTER, score=0.6),
        Form(pattern=NAMED, score=0.85, needs_context=True),
        Form(pattern=ANY, score=0.6, is_valid=is_file),
        Form(pattern=ECLI, score=0.85),
        Form(pattern=EUROPEAN, score=0.7, needs_context=True),
    ),
    context=(
        "az", "aktenzeichen*", "geschäftszeichen*", "gz", "geschäftsnummer*", "urteil*", "urt",
        "beschluss*", "beschl", "bgh", "bverfg", "bverwg", "bag", "bsg", "bfh", "eugh", "olg", "lg",
        "vg", "ovg", "vgh", "arbg", "lag", "lsg", "fg", "bayvgh", "bpatg", "rechtssache*",
        "verfahren*", "*gericht", "*gerichts", "*gerichtshof*", "*staatsanwaltschaft*", "klage*",
        "ermittlung*", "case no", "case number*", "file no", "file number*", "docket*", "court",
        "prosecutor*",
    ),
    examples=(
        "«3 O 123/21»",
        "BVerfG, «1 BvR 16/13»",
        "«II ZR 12/20»",
        "Az.: «4 K 2345/22.F»",
        "Staatsanwaltschaft Köln «12 Js 3456/22»",
        "«5 Ls 12 Js 345/22»",
        "Sozialgericht: «S 12 AS 345/20 ER»",
        "«B 12 KR 3/20 R»",
        "BVerwG «4 C 12.20»",
        "Amtsgericht Bonn, «104 C 5/22»",
        "Geschäftszeichen «IV B 2 - S 1234/12»",
        "«ECLI:DE:BGH:2020:120320UIIZR12.20.0»",
        "case no. «7 AZR 45/19»",
        "«VI R 12/20» (BFH)",
        "«25 W (pat) 12/18»",
        "OLG Düsseldorf - «I-21 U 43/14» -",
        "VGH München, «10 CS 20.1234»",
        "Aktenzeichen: «4711/22-B»",
    ),
    counterexamples=(
        "§ 3 Abs. 2",
        "nach § 12 O 3/4",
        "Art. 6 Abs. 1 lit. f DSGVO",
        "230 V 50/60 Hz",
        "12 V 5/12",
        "am 3. 12/21",
        "Az. folgt",
        "Az 1",
        "3 x 4/12",
        "Seite 3 von 12/20",
        "Größe 5 M 10/12",
    ),
)  # fmt: skip
