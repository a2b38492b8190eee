"""Invented letters with values that nobody owns, for tests of the whole service."""

GERMAN = (
    "Sehr geehrte Frau Dr. Krämer,\n\nbitte überweisen Sie den Betrag auf das Konto"
    " DE89 3704 0044 0532 0130 00. Rückfragen an Jonas Brettschneider,"
    " jonas.brettschneider@example.org, Tel. +49 30 23125 042.\n\nMit freundlichen Grüßen\n"
    "Sabine Krämer\nLindenweg 7\n80331 München"
)
ENGLISH = (
    "Dear Mr Whitfield,\n\nyour card 4111 1111 1111 1111 was charged. Call +1 202-555-0143 or"
    " write to john.whitfield@example.com.\n\nKind regards,\nEleanor Ashcombe"
)
GERMAN_VALUES = (
    "Krämer",
    "DE89 3704 0044 0532 0130 00",
    "Jonas Brettschneider",
    "jonas.brettschneider@example.org",
    "+49 30 23125 042",
    "Lindenweg 7",
    "80331 München",
)
ENGLISH_VALUES = (
    "Whitfield",
    "4111 1111 1111 1111",
    "+1 202-555-0143",
    "john.whitfield@example.com",
    "Eleanor Ashcombe",
)
