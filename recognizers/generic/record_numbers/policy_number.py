"""Numbers of insurance policies and claims, beside a label or in a column that has one.

Source: § 3 VVG (Versicherungsschein), https://www.gesetze-im-internet.de/vvg_2008/__3.html
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "POLICY_NUMBER",
    "policy_number",
    nouns=(
        "versicherungsschein",
        "versicherungs",
        "*police",
        "*policen",
        "versicherungspolice",
        "vsnr",
        "schaden",
        "*schadens",
        "insurance policy",
        "insurance claim",
    ),
    words=(
        "vs-nr",
        "vs nr",
        "vsnr",
        "policy number",
        "policy no",
        "policy nr",
        "policy_number",
        "policynumber",
        "insurance number",
        "insurance no",
        "claim number",
        "claim no",
    ),
    examples=(
        "Versicherungsschein-Nr. «LV-123.456.789-0»",
        "Policen-Nr.: «70 123 456»",
        "policy no. «POL-4471022»",
        "Schadennummer «2024-0815-77»",
        'policyNumber: "«HX1234567»"',
    ),
    counterexamples=(
        "Versicherung 2024",
        "policy 4711",
        "Die Police Nr. 12 läuft",
        "Schaden von 4711 Euro",
        "firewall policy id 4711",
    ),
)
