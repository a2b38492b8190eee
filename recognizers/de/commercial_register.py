"""Numbers of the German registers of companies, cooperatives, partnerships and associations.

Source: § 9 HGB, HRV, https://de.wikipedia.org/wiki/Handelsregister_(Deutschland)
"""

from __future__ import annotations

from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK, BLANKS, DASHES

BEGIN = rf"(?<![^\W_])(?<![^\W_][{DASHES}])"
NR = rf"(?:{BLANK}?[-{DASHES}]?{BLANK}?(?:Nr|NR|nr|No)\.?|{BLANK}?[-{DASHES}]?{BLANK}?[Nn]ummer)?"
JOINT = rf"(?:{BLANK}{{0,2}}[:#-]?(?:{BLANK}|\r?\n){{0,2}})"
# Some courts took over registers and mark their numbers: Berlin with B, Kiel with KI.
MARK = rf"(?:{BLANK}(?:BHV|HB|FL|KI|PI|HL|FF|CB|NP|B|P)(?![\w.{DASHES}]))?"
END = rf"(?![0-9]|[.,][0-9]|{BLANK}?%)"
NUMBER = rf"(?:[1-9][0-9]{{0,2}}[{BLANKS}.][0-9]{{3}}|[0-9]{{1,6}}){END}{MARK}(?!\w)"
COURT = (
    rf"(?:(?:AG|Amtsgericht|Registergericht|Local{BLANK}Court){BLANK}[A-ZÄÖÜ][^\W\d_.-]{{2,30}}"
    rf"(?:{BLANK}?[(/]?[^\W\d_.)]{{2,20}}\)?){{0,2}}[,:(]?{BLANK}{{1,2}}\(?)"
)
COMPANIES = rf"(?:HR{BLANK}?[{DASHES}]?{BLANK}?[AB]|GnR|GsR)"
NAME = r"(?i:(?:handels|vereins|genossenschafts|partnerschafts|gesellschafts|unternehmens)register)"

recognizer = PatternRecognizer(
    entity="DE_COMMERCIAL_REGISTER",
    label="register_number",
    forms=(
        Form(pattern=rf"{BEGIN}{COMPANIES}{NR}{JOINT}{NUMBER}", score=0.85),
        Form(
            pattern=rf"{BEGIN}(?i:hr[ab]|gnr|gsr|vr|pr){NR}{JOINT}{NUMBER}",
            score=0.8,
            needs_context=True,
        ),
        Form(pattern=rf"{COURT}(?P<value>(?:VR|PR|GR){NR}{JOINT}{NUMBER})", score=0.85),
        Form(
            pattern=rf"{NAME}(?:{BLANK}?[{DASHES}]?{BLANK}?(?i:nummer|nr\.?|no\.?))?{JOINT}"
            rf"(?P<value>(?:[AB]{BLANK})?(?!0)[0-9]{{2,6}}{END}(?!\w){MARK})",
            score=0.7,
        ),
    ),
    context=(
        "*amtsgericht*", "registergericht*", "handelsregister*", "vereinsregister*", "register*",
        "genossenschaftsregister*", "partnerschaftsregister*", "gesellschaftsregister*", "e.v",
        "commercial register*", "trade register*", "local court*", "district court*",
        "eingetragen*", "geschäftsführer*",
    ),
    examples=(
        "Amtsgericht München «HRB 12345 B»",
        "«HRA 4711»",
        "eingetragen unter «HRB-Nr. 98765»",
        "«GnR 123» beim Amtsgericht Köln",
        "AG Charlottenburg, «VR 12345 B»",
        "Partnerschaftsregister «PR 1234»",
        "Handelsregister: «hrb 12345»",
        "Handelsregister-Nr. «B 98765»",
        "«HR B 123 456»",
        "«GsR 77»",
    ),
    counterexamples=(
        "VR 360", "PR 1234", "HRB folgt", "HRT 100", "HRB 1234567", "die VR-Bank 1234",
    ),
)  # fmt: skip
