"""Names that belong to everybody: people of history, figures of tales, brands, things called so.

No policy masks them. In `standard` they shield: what the model takes for a person there is none.
Source: Recital 27 GDPR (the dead are not protected), https://gdpr-info.eu/recitals/no-27/
"""

from __future__ import annotations

from recognizers.base.recognizer import SearchRecognizer
from recognizers.public_name.matcher import public_names

recognizer = SearchRecognizer(
    entity="PUBLIC_NAME",
    label="PublicName",
    standard=False,
    shield=True,
    search=public_names,
    examples=(
        "Am Abend spielt sie die Partita von «Johann Sebastian Bach».",
        "ein Präludium von «J.S. Bach»",
        "Die Schüler lesen «Karl\nMarx».",
        "«Jane Austen»'s novels",
        "Ein Stück wie «Emilia Galotti»",
        "Wir hören «Mozart».",
        "«Shakespeare»s Dramen",
        "Hast du bei «ikea» bestellt?",
        "Das Regal ist von «IKEA».",
        "Ein «Robert-Koch-Institut» gibt es nur einmal.",
        "Verdacht auf «Morbus Crohn»",
        "It may be «Crohn's disease».",
        "ein «Harry-Potter-Film»",
        "a «Foley catheter» was placed",
        "«jack daniels» oder Wasser",
        "ein «Billy-Regal» kaufen",
        "Das Paket kommt per «Hermes».",
        "«Norton» blocks the page.",
        "«Cushing» ruled out",
        "Komponisten wie «Bach»",
        "Es gilt «Donoghue v. Stevenson».",
        "«Petri Heil» und bis morgen",
    ),
    counterexamples=(
        "Frau Mozart hat angerufen.",
        "Hans Mozart hat angerufen.",
        "H. Mozart hat angerufen.",
        "Sehr geehrte Frau Jane Austen,",
        "Dear Karl Marx,",
        "Kundin: Jane Austen",
        "Jane Austen <jane@example.org>",
        "karl.marx@example.org",
        "Karl-Marx-Straße 5",
        "Beethoven Platz 3",
        "die Müller-Akte",
        "Schmidts Haus",
        "Anna's test",
        "das Müller-Haus",
        "Napoleon Muster",
        "Passwort: Winnetou",
        "Herr Hermes bringt das Paket.",
        "Der Stuhl von Frau Knoll",
        "Norton kommt um acht.",
        "Frau Cushing ausgeschlossen",
        "Wagner und Weber",
        "Das Wetter ist schön.",
    ),
)
