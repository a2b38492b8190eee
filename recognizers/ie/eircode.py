"""Irish postcodes (Eircode): a routing key and four characters, one for each address.

Source: https://en.wikipedia.org/wiki/Postal_addresses_in_the_Republic_of_Ireland
"""

from __future__ import annotations

from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK

# A65 is the key of samples.
KEY = (
    "(?:A(?:4[125]|6[357]|75|8[1-6]|9[12468])|C15|D(?:0[1-9]|1[0-8]|2[024]|6W)|E(?:2[15]|3[24]|4[15]"
    "|53|91)|F(?:12|2[368]|3[15]|4[25]|5[26]|9[1-4])|H(?:1[2468]|23|5[34]|6[25]|[79]1)"
    "|K(?:3[246]|45|56|67|78)|N(?:3[79]|[49]1)|P(?:1[247]|2[45]|3[126]|4[37]|5[16]|6[17]|7[25]|8[15])"
    "|R(?:14|21|3[25]|4[25]|5[16]|9[35])|T(?:12|23|34|45|56)|V(?:1[45]|23|3[15]|42|9[2-5])"
    "|W(?:12|23|34|91)|X(?:35|42|91)|Y(?:14|2[15]|3[45]))"
)
SIGN = "[0-9AC-FHKNPRTV-Y]"
MIXED = "(?=[0-9]{0,3}[A-Z])(?=[A-Z]{0,3}[0-9])"

recognizer = PatternRecognizer(
    entity="IE_EIRCODE",
    label="eircode",
    forms=(
        Form(pattern=rf"(?<![\w-]){KEY}{BLANK}{MIXED}{SIGN}{{4}}(?![\w-])", score=0.6),
        Form(
            pattern=rf"(?<![^\W_])(?i:{KEY}(?:{BLANK}|-)?{SIGN}{{4}})(?![^\W_])",
            score=0.7,
            needs_context=True,
        ),
    ),
    context=(
        "eircode*",
        "irish postcode*",
        "ireland*",
        "irland*",
        "dublin*",
        *words("labels", "address"),
    ),
    examples=(
        "«A65 F4E2»",
        "Eircode: «a65f4e2»",
        "Dublin, «D02 X285»",
        "address «A65-F4E2»",
    ),
    counterexamples=(
        "A65 2024",
        "A64 F4E2",
        "A65F4E2",
        "A65 FOUR",
        "D02 ABCD",
    ),
)
