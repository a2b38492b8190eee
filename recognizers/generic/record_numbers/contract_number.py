"""Contract numbers, beside a label or in a column that has one.

Source: Art. 4 No. 1 GDPR (identification number), https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "CONTRACT_NUMBER",
    "contract_number",
    nouns=("*vertrags", "*vertrag", "*vertragskonto", "bauspar", "contract", "agreement"),
    examples=(
        "Vertragsnummer: «V-2023-004711»",
        "Vertrag Nr. «12 345 678»",
        "Mietvertrag-Nr.: «123/456/7»",
        "contract no. «CN-4471-22»",
        "contract_id=«88213345»",
        "| Vertragsnr. | Beginn |\n|---|---|\n| «4711081» | 01.01.2024 |",
    ),
    counterexamples=(
        "Vertrag vom 12.03.2024",
        "Vertrag über 12000 Euro",
        "Vertragsnummer folgt 2025",
        "contract note 4711",
    ),
)
