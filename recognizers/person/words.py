"""What names are made of, and capitalised words that are none: roles, companies, things."""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽȘȚ"
LETTER = r"[^\W\d_]"
WORD = rf"[{UPPER}](?:{LETTER}|['’-](?={LETTER})){{1,30}}+"
INITIAL = rf"[{UPPER}]\.(?!\w)"
PARTICLE = (
    r"(?:von|vom|van|zu|zur|zum|de|del|della|di|da|dos|du|den|der|ten|ter|al|el|bin|ibn|la|le)"
)
ONE = rf"(?:{WORD}|{INITIAL})"
# One to four words; particles stand before any of them, and never at the end.
NAME = rf"(?:{PARTICLE} ){{0,2}}{ONE}(?: (?:{PARTICLE} ){{0,2}}{ONE}){{0,3}}"
FULL_NAME = rf"{ONE}(?: (?:{PARTICLE} ){{0,2}}{ONE}){{1,3}}"
PARTICLES = re.compile(PARTICLE)
DEGREE = r"(?:M?Mag|Dr|Prof|Ing|Dipl\.-[A-Z][a-z]{1,5})\."
# For somebody else: im Auftrag, in Vertretung, per procura, gezeichnet.
DEPUTY = r"i\. ?[AV]\.|ppa\.|gez\.|sgd\."
MIXED = re.compile(r"(?:Mc|Mac|De|Di|Le|La|O['’]|D['’])?[^\W\d_][^\W\d_A-ZÄÖÜ]+")
LONGEST_ACRONYM = 4  # letters
SHORTEST_NOUN = 7  # letters; shorter words end like these and are names: Jung, Simon
NOUN_ENDINGS = (
    "ung", "ungen", "heit", "keit", "schaft", "tion", "tions", "tionen", "ierung", "ness", "ware",
    "ismus", "ität", "anlage", "stelle", "center", "zentrum", "klinik", "dienst", "leitung",
    "abteilung", "verwaltung", "service", "konto", "nummer", "datum", "liste", "bericht", "gmbh",
    "betreuung", "vertrag", "rechnung", "ology", "ability", "ement", "kasse", "bank", "amt",
    "verein", "verlag", "izer", "werke",
    "technik", "beauftragte", "beauftragter", "leiter", "leiterin",
)  # fmt: skip

_ORGANISATIONS = """
    ag gmbh kg ohg ug mbh gbr ev inc ltd llc llp plc corp co limited company group
    gruppe holding bank sparkasse versicherung versicherungen verein verband stiftung foundation
    institute institut university universität hochschule schule school college klinik klinikum
    krankenhaus hospital praxis kanzlei clinic council court gericht amtsgericht landgericht
    ministerium ministry department dept abteilung team teams staff crew committee board bureau
    office büro redaktion verlag agentur agency labor lab labs studio studios stadtwerke
    gemeinde stadt landkreis bundesamt finanzamt jobcenter behörde polizei police feuerwehr
    church kirche society association trust union hotel restaurant store shop markt solutions
    systems technologies software consulting services industries partners media network networks
    support helpdesk hotline vertrieb einkauf buchhaltung personal personalabteilung verwaltung
    sekretariat marketing sales finance accounting legal hr it human resources operations
    engineering security design development research product products logistics
"""
_ROLES = """
    kunde kunden kundin customer client user users nutzer benutzer admin administrator root system
    bot assistant guest gast manager managerin direktor direktorin director chef chefin boss leiter
    leiterin lead head owner inhaber doktor doctor professor professorin präsident präsidentin
    president minister ministerin kanzler kanzlerin bürgermeister bürgermeisterin mayor senator
    geschäftsführer geschäftsführerin geschäftsführung prokurist prokuristin inhaberin rektor
    rektorin schulleiter schulleiterin bauleiter bauleiterin steuerberater steuerberaterin
    richter richterin staatsanwalt staatsanwältin anwalt anwältin rechtsanwalt rechtsanwältin
    vorsitzender vorsitzende vorsitzenden notar notarin chairman chairwoman chair speaker secretary
    kollege kollegin kollegen kolleginnen mitarbeiter mitarbeiterin mitarbeitende colleague
    colleagues patient patientin patienten student studenten studierende schüler lehrer lehrerin
    teacher pfleger pflegerin arzt ärztin ärzte nurse nurses praktikant azubi developer developers
    engineer engineers architect analyst consultant designer tester intern officer officers agent
    agents inspector sergeant constable detective captain hauptmann oberst leutnant major general
    commander commissioner chief superintendent practitioner specialist coordinator assistent
    assistentin sachbearbeiter sachbearbeiterin ansprechpartner antragsteller antragstellerin
    kläger klägerin beklagter beklagte zeuge zeugin witness mieter mieterin vermieter tenant
    landlord mutter vater mother father eltern parents bruder schwester brother sister sohn tochter
    son daughter frau herr herrn mann dame damen herren familie family sir madam ladies gentlemen
    gentleman freund freunde freundin freundinnen friend friends member members mitglied mitglieder
    leser leserin leserinnen reader readers zuschauer gäste folks guys everyone everybody anyone
    somebody nobody hiring recruiter applicant bewerber bewerberin nachbar nachbarn nachbarin
    nachbarinnen partner kids kinder jungs mädels leute welt world there zusammen alle all both
    sponsor reviewer author autor editor publisher maintainer contributor contributors operator
    service technician techniker fahrer driver pilot superior
    christmas dredd time superstar act noster brown-bag gott
"""
_THINGS = """
    the a an and or of for to in on at by with from is are was be not no yes new old my your our his
    her their its this that these those if then else when while who what where why how please
    der die das den dem des ein eine einer einem einen und oder von mit für auf aus bei zu zum zur
    im am ist sind war nicht kein keine ja nein bitte wenn wann wer wo wie warum welche welcher
    unser unsere mein meine dein deine ihr ihre sein seine wir ich sie er es uns hier dort heute
    morgen gestern today tomorrow yesterday jetzt now later ich'm i'm i hello hallo
    montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday
    friday saturday sunday januar februar märz mai juni juli oktober dezember january february
    march june july september october november december q1 q2 spring summer autumn winter
    login logout failed success successful error errors warning info debug fatal critical notice
    monitor keyboard mouse printer drucker computer laptop server client host desktop screen
    display tastatur maus bildschirm rechner gerät device disk drive memory ram cpu gpu gaming
    terminal console network router switch port update upgrade install installed restart reboot
    started stopped online offline connected disconnected session timeout request response status
    state ready busy idle active inactive aktiv inaktiv gesperrt locked unlocked available
    file files datei dateien folder ordner image images video audio document dokument page pages
    seite title titel name names vorname nachname description beschreibung label text value wert
    type typ kind key spalte column row zeile table tabelle field feld fields index constraint
    primary foreign default test tests testing build builds deploy deployment release run job jobs
    task tasks step steps workflow pipeline action actions branch commit merge pull push code
    source api app application applications web website site page home main menu button link icon
    form input output submit cancel save delete remove add edit create view show hide open close
    back next previous search find filter sort select option options settings config configuration
    preferences profile account dashboard overview summary report reports data database datenbank
    query model models schema version license apache mit gnu bsd public private internal external
    global local remote total amount price preis cost kosten order orders bestellung auftrag
    rechnung invoice payment zahlung versand shipping delivery lieferung adresse address phone
    telefon email mail e-mail message nachricht nachrichten comment kommentar note notiz hinweis
    frage antwort question answer thema topic subject betreff datum date zeit uhrzeit ort place
    location city country land street straße strasse platz gasse weg allee avenue road lane drive
    north south east west nord süd ost haupt alt neu san saint sankt bad berlin hamburg münchen köln
    frankfurt wien zürich london york paris germany deutschland österreich schweiz austria
    switzerland england europe europa america united states kingdom deutsch english german
    visual studio basic standard premium pro plus free trial business enterprise personal
    hand foot head arm blue green red yellow white black light dark big small large first second
    third last best good bad great high low top bottom left right full empty open source general
    special common custom basic advanced simple quick fast slow daily weekly monthly yearly
    training meeting call termin besprechung sitzung protokoll projekt project plan budget event
    conference workshop seminar kurs course class klasse lesson unit chapter kapitel section
    abschnitt teil part anlage appendix figure abbildung example beispiel akte fall case
    beschluss urteil antrag klage bescheid widerspruch kündigung vertrag contract agreement policy
    grüße gruß grüßen dank danke thanks thank regards wishes cheers love sincerely yours faithfully
    liebe lieber beste viele herzliche freundliche freundlichen best kind warm anlage anlagen ps
    tag abend nacht morning afternoon evening night day-one week woche monat month jahr year
    in-charge duty care station ward room zimmer bed bett raum etage floor building gebäude
    practices practice rules rule guide manual handbook tutorial introduction getting how-to faq
    google facebook microsoft amazon apple siri cortana copilot chatgpt gemini python java docker
    linux windows android chrome firefox github gitlab jenkins kubernetes postgres redis node react
    unknown unbekannt none null undefined todo tbd fixme placeholder dummy beispielwert string
    oetker best-practice dates times results ergebnis ergebnisse resultat liste list item items
    artikel position menge anzahl quantity number nummer code id ids reason grund anlass ursache
    befund diagnose therapie medikation anamnese labor vorgeschichte beurteilung empfehlung
    pros cons vorteile nachteile ziel ziele aufgabe aufgaben lösung problem fazit zusammenfassung
    inhalt zutaten zubereitung ingredients method preparation location duration dauer level stufe
    input expected actual given result before after vorher nachher pro contra soll haben
    returns return bugfix bugfixes feature features extends tip tips deprecated required optional
    fix fixes fixed added changed removed yields raises throws params args parameters usage author
    chapter see also pro-tip erwartet tatsächlich regel hint hints caution achtung warnung fehler
    spielzeit color colour farbe größe size width height breite höhe
    länge gewicht weight mobil mobile fax tel www http https url bank iban bic konto saldo summe
    vielen herzlichen mfg lg vg
"""
ROLES = frozenset(_ROLES.split())
ROLE_ENDINGS = ("kanzler", "kanzlerin", "minister", "ministerin", "präsident", "präsidentin")
NO_NAME = frozenset(f"{_ORGANISATIONS} {_ROLES} {_THINGS}".split())


def is_other(word: str) -> bool:
    """Say whether a capitalised word is known to be no part of a person's name."""
    lower = word.lower().rstrip(".")
    if lower in NO_NAME or any(part in NO_NAME for part in lower.split("-")[-1:]):
        return True
    return len(lower) >= SHORTEST_NOUN and lower.endswith(NOUN_ENDINGS)


def is_role(word: str) -> bool:
    """Say whether `word` is what somebody is: it may stand between a title and the name."""
    lower = word.lower()
    return lower in ROLES or lower.endswith(ROLE_ENDINGS)


def is_name(value: str) -> bool:
    """Say whether words that are written like a name can be one: no ordinary word among them.

    In capitals alone only what has more than four letters counts: the rest are abbreviations.
    """
    words = [word for word in value.split() if not PARTICLES.fullmatch(word)]
    if not words or not any(len(word.rstrip(".")) > 1 for word in words):
        return False
    return not any(map(is_other, words)) and all(map(_is_written_so, words))


def _is_written_so(word: str) -> bool:
    if word.endswith(".") or len(word) == 1:
        return True
    return all(MIXED.fullmatch(part) or part.isupper() for part in word.split("-")) and not (
        word.isupper() and len(word) <= LONGEST_ACRONYM
    )
