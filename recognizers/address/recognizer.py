"""Postal addresses, from the house number to the country, as one span.

Streets of Germany, Austria and Switzerland, of Britain and of the United States, and such as other
languages write with a word for street; the language model adds what it calls an address.
Source: DIN 5008,
https://de.wikipedia.org/wiki/Postanschrift; ISO 3166-2:US for the states
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from recognizers.address import (
    english,
    english_blocks,
    fields,
    foreign,
    german,
    house_numbers,
    spelled_out,
)
from recognizers.base.recognizer import Match, SearchRecognizer, named

DIGIT = re.compile(r"[0-9]")
# What the model calls an address must hold a number and a word, and be none of these, which look
# like one to it.
NUMBER_AND_WORD = re.compile(
    r"""
    \A
    (?!
        (?i:                                                           # Waterlow 18, Zimmer 12
            waterlow | braden | norton | barthel | apgar | score | index | skala | stufe
            | pflegegrad | zimmer | raum | station | bett | seite | kapitel
            | version | level | room | bed | ward | page | chapter | line | port
        )
        \W{1,2}\w+\Z
    )
    (?!\d+\.\s?\w+\Z)                                                  # 4. Stock
    (?![^\W\d_]{1,5}[.,]{0,2}[ ]\d+\Z)                                 # Pos. 1
    (?!\d{1,4}[ ]\S+\Z)                                                # 7448 Mbps
    (?!\S+[ ]\d{4,}\Z)                                                 # offset 611669
    (?!.*\w\()                                                         # render(12, main)
    (?=.*[0-9])(?=.*[^\W\d_]{3})(?=.*\S\s+\S)                          # a number and a word
    """,
    re.DOTALL | re.VERBOSE,
)


# Most texts hold no digit, and are done with the first ones.
WITHOUT_DIGITS = {
    "fields": fields.parts,
    "spelled_out": spelled_out.addresses,
    "english_blocks": english_blocks.named,
}
WITH_DIGITS = {
    "foreign": foreign.addresses,
    "spelled_out": spelled_out.addresses,
    "german": german.addresses,
    "english": english.addresses,
    "english_blocks": english_blocks.addresses,
    "house_numbers": house_numbers.addresses,
    "fields": fields.parts,
}


def _search(text: str) -> Iterator[Match]:
    forms = WITH_DIGITS if DIGIT.search(text) else WITHOUT_DIGITS
    return chain.from_iterable(named(form, find(text)) for form, find in forms.items())


recognizer = SearchRecognizer(
    entity="ADDRESS",
    label="Adress",
    search=_search,
    model_labels=frozenset({"ADDRESS"}),
    model_must_hold=NUMBER_AND_WORD,
    examples=(
        "wohnhaft «Musterstraße 12, 80331 München»",
        "«Robert-Koch-Str. 5a, D-80331 München» ist neu",
        "«Berliner Allee 7-9\n40212 Düsseldorf»",
        "Er wohnt «Am Alten Markt 3, 01067 Dresden».",
        "«Unter den Linden 77»",
        "«Mustergasse 5/2/14, 1010 Wien, Österreich»",
        "«Musterweg 3, CH-8001 Zürich»",
        "«Musterstr. 4, 3. OG links, 60311 Frankfurt am Main»",
        "Max Muster, «10115 Berlin»",
        "PLZ «80331 München»",
        "«221B Baker Street, London NW1 6XE»",
        "«1600 Pennsylvania Ave NW, Washington, DC 20500»",
        "ship to «12 Sample Road, Apt 4, Springfield, IL 62704»",
        "«Straße des 17. Juni 135»",
        "«Postfach 12 34 56, 53113 Bonn»",
        "«Postfach 12 34 56\nD-53113 Bonn»",
        "Muster GmbH, «PF 1234, 53113 Bonn»",
        "Post an: «Postfach 10 11 12».",
        "«Postfach Nr. 5, 8021 Zürich»",
        "send it to «P.O. Box 123, Springfield, IL 62704-1234»",
        "«PO BOX 12»",
        "«Flat 2, 14 Sample Gardens, Leeds LS1 4AP»",
        "«14 The Sample, Leeds LS1 4AP»",
        "«Rose Cottage, Church Lane, Sampletown AB1 2CD»",
        "«1 Sample Loop, Springfield, IL 62704»",
        "«1200 Sample Street #6, San Francisco», by the park",
        "«Block C, 112 Sample Terrace, Glasgow»",
        "«Postfach 120\n3000 Bern 7»",
        "auf «Gut Musterstein, 14823 Musterstein/Fläming»",
        "sie wohnt «Musterallee 112, Frankfurt am Main»",
        "«Musterstraße 12, Hinterhaus, 3. Stock links, 60311 Frankfurt»",
        "«Musterstraße 5 in 12345 Musterstadt»",
        "wohnt «mustergasse 9 in 31134 musterstadt»",
        "lakcím: «1011 Budapest, Minta utca 3»",
        "mieszka: «ul. Przykładowa 5/7, 00-123 Warszawa»",
        "abita in «Via Esempio 12»",
        "habite «12 rue de l'Exemple, 75001 Paris»",
        "of «2 Heol y Enghraifft, Sampletown»",
        "«Sample House, 3 Orchard Close, Sampletown AB1 2CD»",
        "«12 Sample Street, 3rd Floor, Springfield, IL»",
        "City/ZIP: «Brooklyn 11218»",
        "of «Three-oh-four Sample Road, Springfield, Illinois»",
        "Nr;Straße;Ort\n1;«Am Muster»;",
        '{"street": "«Sample Parade»", "zip": ""}',
        '{"address": "«12 Upper Sample, Second Floor»", "town": ""}',
        "Die Nachbarin aus «Nr. 14» klopft.",
        "our neighbours at «no. 7b» complained",
        "Treppe vor «Hausnummer 3»",
        "left with the neighbour at «16»",
        "Eircode: «A94 ZZ10»",
        "ZIP «00001-0001»",
        "we live at «twelve Sample Road», just off the park",
        "«14 Sample Grove\nTestham\nEast Exshire»\n\nDear Sir",
        "The tenant lives at «The Old Forge, Sample Road, Testham».",
        "«3 Sample Park, Dublin 14»",
        "«Sample St, Testham, Co. Mayo»",
        "«Lot 44, Sample Springs Rd, Testham TX»",
    ),
    counterexamples=(
        "Robert-Koch-Straße",
        "am 3. März",
        "Im Jahr 2020",
        "am Ende 5",
        "auf Platz 3",
        "Im Kapitel 12 steht mehr.",
        "Der Weg 3 km lang",
        "Nürburgring 2024",
        "in 12345 Fällen",
        "Parkplatz 17",
        "Bundesstraße 27",
        "Bahnhof 5",
        "In 2019 Wall Street fell.",
        "on 3 May Dr. Sample left",
        "Hauptstraße 5 km lang",
        "im Postfach 3 Nachrichten",
        "im Postfach 1234 neue Nachrichten",
        "Postfach 12.03.2024",
        "a P.O. Box in Springfield",
        "In IN 12345 lines were read.",
        "The House Rules changed",
        "in der Straße 5 km",
        "Pos. 1: 100 Nägel",
        "Waterlow 18",
        "Burg Musterfels, 1200 Jahre alt",
        "Via Email 12 mal",
        "Muster et al. Nature 5",
        "The tenants have number 12.5 of the list",
        "Wohnen ist Thema. Nr. 3 folgt.",
        "Seite Nr. 14",
        "Die Nachbarn in 3 Wochen",
        "Testham Hall, Sample Street",
        "12 Sample Close\nThe end",
        "Brooklyn 11218 viewers",
        "gasse 9 in 31134 zeilen",
        "Two Main Street banks",
        "at 12 place orders",
        "PLZ;Ort;Einwohner\n01067;Musterstadt;12345",
        '{"address": "0x1f 2a", "city": "Sampletown 1"}',
        '{"street": "string", "zip": "string1"}',
        'address: str = "json", form: str = "text plain"',
        '{"address": "sample 1@example.org"}',
    ),
)
