"""Numbers of members of clubs, parties and programmes, beside a label.

Source: Art. 4 No. 1 GDPR (identification number), https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "MEMBER_NUMBER",
    "member_number",
    nouns=(
        "*mitglieds",
        "*mitglied",
        "*member",
        "*membership",
        "subscriber",
        "frequent flyer",
        "loyalty",
    ),
    examples=(
        "Mitgliedsnummer: «1234567»",
        "Mitglieds-Nr. «12-34567»",
        "member id «M4471022»",
        "membership number is «900 123 456»",
        "memberId=«44710»",
    ),
    counterexamples=(
        "Mitglied seit 2019",
        "members: 4711",
        "Mitglieder 12345",
        "member notes 2024",
    ),
)
