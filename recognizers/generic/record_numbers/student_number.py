"""Matriculation numbers of students, beside a label or in a column that has one.

Source: § 3 HStatG, https://www.gesetze-im-internet.de/hstatg_1990/
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "STUDENT_NUMBER",
    "student_number",
    nouns=(
        "matrikel",
        "immatrikulations",
        "matr",
        "*studenten",
        "*student",
        "schüler",
        "enrolment",
        "enrollment",
        "matriculation",
    ),
    examples=(
        "Matrikelnummer: «1234567»",
        "Matr.-Nr. «0815471»",
        "student ID: «S1234567»",
        "Name,Matrikelnr\nMuster,«7654321»",
        "enrolment no «20/12345»",
    ),
    counterexamples=(
        "Matrikel 2024",
        "Studenten: 12345",
        "student notes 4711",
        "Immatrikulation 20241",
    ),
)
