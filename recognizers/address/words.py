"""Words around numbers that are an address, and words that only look like a street."""

from __future__ import annotations

from recognizers.base.context import Context

ADDRESS_CONTEXT = (
    "*adresse*", "*anschrift*", "wohnhaft*", "wohnt", "wohne", "wohnen", "wohnort*",
    "*wohnsitz*", "plz", "postleitzahl*", "straße", "strasse", "hausnummer*", "umzug*", "zieht",
    "umgezogen", "address*", "lives", "live", "living", "resides", "residing", "ship to",
    "deliver*",
    "moved to", "zip", "postcode", "post code", "postal code", "lieferung an", "c/o", "herrn",
    "street", "tenant*", "mieter*", "resident*",
)  # fmt: skip
ADDRESS_WORDS = Context(ADDRESS_CONTEXT)
# Adjectives that stand before the name of a street; endings vary.
ROADS = (
    "alte", "neue", "große", "grosse", "kleine", "obere", "untere", "hintere", "vordere", "lange",
    "kurze", "hohe", "breite", "innere", "äußere", "linke", "rechte", "mittlere", "dr", "prof",
)  # fmt: skip
_NO_STREET_NAME = """
    der die das den dem des ein eine einer in im am an auf aus bei von vom zu zum zur und oder
    frau herr herrn familie fam er sie es wir ich ihr adresse anschrift wohnhaft wohnt straße
    firma unser unsere unserer mein meine meiner dein deine diese dieser dieses jede jeder nach
    über unter vor hinter neben dort hier haus is the at to address lives deutsche
"""
# Ends like a street and is none, or is one that nobody lives in.
_NO_STREET = """
    bundesstraße nationalstraße europastraße
    landesstraße staatsstraße kreisstraße landstraße schnellstraße autostraße
    bundesstrasse überholweg umweg ausweg rückweg hinweg heimweg schulweg arbeitsweg abweg
    rechtsweg dienstweg postweg lebensweg bremsweg feldweg radweg gehweg parkplatz sitzplatz
    stellplatz arbeitsplatz stehplatz liegeplatz spielplatz sportplatz bauplatz speicherplatz
    startplatz tabellenplatz ausbildungsplatz studienplatz kitaplatz fensterplatz zeltplatz
    schlafplatz rastplatz golfplatz therapieplatz nürburgring hockenheimring lausitzring
    sachsenring salzburgring ehering ohrring schlüsselring dichtungsring boxring wettbewerb
    gleisdamm vorweg firewall wassergraben schützengraben monitoring engineering hosting
    controlling wiring tailoring refactoring string during
"""
# Things that are numbered or counted: "Im Kapitel 3", "in 12345 Fällen".
_COUNTED = """
    sommersemester wintersemester
    jahr jahre jahren kapitel ende anfang abschnitt absatz artikel alter januar februar märz
    april mai juni juli august september oktober november dezember raum zimmer saal gebäude fall
    falle fälle fällen punkt schritt schritte schritten teil band heft modul semester quartal
    monat monate monaten tag tage tagen woche wochen stunde stunden minute minuten sekunden
    durchschnitt schnitt mittel zeitraum zeitpunkt beispiel bereich level seite seiten tabelle
    tabellen position stelle stellen ausgabe klasse version zeile zeilen spalte abbildung nummer
    gruppe stufe etage runde phase folge regel stock stockwerk spiel spieltag platz rang team euro
    eur dollar franken einwohner einwohnern stück menschen personen haushalte haushalten meter
    metern kilometer kilometern mitarbeiter mitarbeitern teilnehmer teilnehmern kunden nutzer
    nutzern zuschauer zuschauern besucher besuchern wörter wörtern zeichen datensätze
    datensätzen tonnen liter litern kilogramm mitglieder mitgliedern studierende studierenden
    studenten schüler schülern arbeitsplätze arbeitsplätzen prozent grad watt kilowatt volt
    hertz autos fahrzeuge fahrzeugen unternehmen betriebe betrieben wohnungen stimmen punkte
    punkten aktien anträge anträgen patienten fans follower soldaten flüchtlinge kinder kindern
    frauen männer bytes pixel token tokens übrigen folgenden rahmen bundesliga vergleich vorjahr
    gesamtjahr gleis terminal gate montag dienstag mittwoch donnerstag freitag samstag sonntag
    people users rows words lines tests files items records points votes participants employees
"""

NO_STREET_NAME = frozenset(_NO_STREET_NAME.split())
NO_STREET = frozenset(_NO_STREET.split())
COUNTED = frozenset(_COUNTED.split())
