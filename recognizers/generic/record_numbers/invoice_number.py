"""Invoice numbers, beside a label or in a column that has one.

They name a transaction rather than a person, and answers often hinge on them: strict only.
Source: § 14 (4) No. 4 UStG, https://www.gesetze-im-internet.de/ustg_1980/__14.html
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "INVOICE_NUMBER",
    "invoice_number",
    nouns=("*rechnungs", "*rechnung", "rg", "faktura", "invoice", "bill"),
    words=(
        "re-nr",
        "rech-nr",
        "inv no",
    ),
    standard=False,
    examples=(
        "Rechnungsnummer: «RE-2024-00123»",
        "Rechnung Nr. «2023-001234»",
        "Rg.-Nr. «4711/24»",
        "invoice no. «INV-10023»",
        "invoice_number=«20240012»",
    ),
    counterexamples=(
        "Rechnung vom 12.03.2024",
        "Rechnung über 120,50 Euro",
        "invoice notes 2024",
        "Rechnungsnummer: 12.03.2024",
    ),
)
