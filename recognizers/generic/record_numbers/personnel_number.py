"""Personnel numbers of employees, beside a label or in a column that has one.

Source: Art. 88 GDPR, https://gdpr-info.eu/art-88-gdpr/
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "PERSONNEL_NUMBER",
    "personnel_number",
    nouns=(
        "personal",
        "personalstamm",
        "pers",
        "*mitarbeiter",
        "mitarbeiterin",
        "employee",
        "staff",
        "payroll",
        "personnel",
    ),
    words=(
        "stammnummer",
        "emp id",
        "emp no",
        "empid",
        "dienstnummer",
    ),
    examples=(
        "Personalnummer «00471108»",
        "Pers.-Nr.: «4711»",
        "employee ID: «E-10234»",
        "Mitarbeiter-ID «123456»",
        "staff_number=«77821»",
    ),
    counterexamples=(
        "Personal 2024",
        "Personalausweisnummer C01X00T47",
        "Mitarbeiter: 4711",
        "employee notes 10234",
    ),
)
