"""Customer numbers, beside a label or in a column that has one.

Source: Art. 4 No. 1 GDPR (identification number), https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

from recognizers.shared.named_numbers import numbered

recognizer = numbered(
    "CUSTOMER_NUMBER",
    "customer_number",
    nouns=(
        "*kunden",
        "*kunde",
        "kundin",
        "kd",
        "debitor",
        "debitoren",
        "mandanten",
        "*customer",
    ),
    words=(
        "account id",
        "client number",
        "client no",
        "accountid",
        "customer account number",
        "cust id",
        "cust no",
    ),
    examples=(
        "Kundennummer: «4711081»",
        "Kd.-Nr. «10 20 30 40»",
        "Ihre Kundennummer bei uns lautet «K-1234567»",
        '{"customer_id": "«C0012345»", "plz": "01067"}',
        "Name;Kundennummer;Ort\nMuster;«4711081»;Köln",
        "customer no. «12/34567-8»",
        "account id «123456789012»",
        "«4711081» (Kundennummer)",
    ),
    counterexamples=(
        "Bestellung 1234567890",
        "Kundennummer: 12.03.2024",
        "Die Kundennummer hat 10 Stellen.",
        "customer notes 2024",
        "Kundenidee 4711081",
        "Kundennummer, Telefon 030 1234567",
        "Name;Kundennummer;Ort\nMuster;unbekannt;01067 Dresden",
    ),
)
