"""Numbers of patients and cases in hospitals and practices, beside a label.

Source: HIPAA, 45 CFR 164.514(b)(2)(i)(H), https://www.law.cornell.edu/cfr/text/45/164.514
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "PATIENT_NUMBER",
    "patient_number",
    nouns=(
        "*patienten",
        "*patient",
        "patientin",
        "fall",
        "behandlungsfall",
        "aufnahme",
        "medical record",
        "chart",
    ),
    words=(
        "mrn",
        "pat id",
        "pat nr",
    ),
    examples=(
        "Patienten-Nr. «0012345»",
        "Fallnummer: «2024 0012 3456»",
        "patient id «P-99123»",
        "MRN: «00123456»",
        '"patientId": «4711081»',
    ),
    counterexamples=(
        "Fall 4711",
        "Patient 47 Jahre",
        "patient no longer takes 100 mg",
        "Fallnummern werden ab 2024 vergeben",
        "Unfall Nr. 4711081",
    ),
)
