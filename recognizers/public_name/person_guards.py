"""What around a public name says that a living person is called so, or that it is no name there."""

from __future__ import annotations

import re

AROUND = 60  # code points that are looked at before a name
# A person who is spoken to or of: a title, a greeting, or what somebody is to the writer.
_TITLES = (
    r"Frau|Fr\.|Fräulein|Herrn?|Hr\.|Hrn\.|Mrs?\.?|Ms\.?|Mx\.?|Miss|Madam|Dr\.?|Dres\.|Doktor|Prof\.?"
    r"|Professor(?:in)?|Dipl\.-\w+\.?|Mag\.|Ing\.|PD|Rev\.?|(?:med|jur|phil|rer|nat|dent|vet)\.|Familie"
    r"|Fam\.|Eheleute|Ehepaar|Family|geb\.|geborene[rn]?|née|alias"
)
_GREETINGS = (
    r"(?:Sehr )?[Gg]eehrte[rn]?|Liebe[rs]?|Dear|Hallo|Hi|Hey|Hello|Moin|Servus"
    r"|Guten (?:Tag|Morgen|Abend)"
    r"|Good (?:morning|afternoon|evening)|(?:[Ii]ch )?hei(?:ß|ss)e|[Nn]ame (?:ist|is|lautet)"
    r"|[Ii]ch bin"
    r"|I am|I[’']m|[Tt]his is|Hier (?:ist|spricht)|[Gg]r(?:ü|ue)(?:ß|ss)en?|Gruß|LG|VG|MfG"
    r"|[Rr]egards"
    r"|[Ss]incerely|[Yy]ours|Cheers|gez\.|i\. ?A\.|i\. ?V\."
)
_ROLES = """
    kunde kunden kundin patient patienten patientin mieter mieterin mieters mandant mandanten
    mandantin klient klienten klientin bewerber bewerberin mitarbeiter mitarbeiterin mitarbeiters
    kollege kollegen kollegin schüler schülerin teilnehmer teilnehmerin kläger klägerin beklagte
    beklagter beklagten zeuge zeugen zeugin antragsteller antragstellerin nutzer nutzerin empfänger
    empfängerin absender absenderin unterschrift unterzeichner unterzeichnerin versicherte
    versicherter versicherten nachbar nachbarn nachbarin betreuer betreuerin opa oma onkel tante
    bruder schwester sohn tochter mutter vater mama papa ehemann ehefrau customer client tenant
    employee applicant claimant defendant plaintiff witness attendee attendees assignee reporter
    sender recipient user contact colleague neighbour neighbor uncle aunt grandma grandpa brother
    sister son daughter mother father husband wife mum mom dad signed attn signature
"""
ROLES = frozenset(_ROLES.split())
# These tell it with a colon alone: "von Mozart" and "to Haribo" name no sender.
LABELS = frozenset({"from", "to", "cc", "bcc", "von", "an", "member", "manager", "account"})
QUOTES = r"[\"'“„‚‘«»(\[]{0,2}"
PERSONAL = re.compile(rf"(?<!\w)(?:{_TITLES}|{_GREETINGS})[,!:]?{QUOTES}\s+{QUOTES}\Z")
ROLE = re.compile(rf"(?<!\w)([^\W\d_]+)(?:(?P<label>\"?\s?[:=])\s*|[,!]?{QUOTES}\s+){QUOTES}\Z")
# Somebody's password or user name, which may be any word: on the same line.
SECRET = re.compile(
    r"(?:passwor[dt]|kennwort|passphrase|losungswort|codewort|pwd|(?<![a-z])pin|login"
    r"|user ?name|benutzername|nutzername)(?![a-z])[^\n]{0,40}\Z"
)
ADDRESSED = re.compile(
    r"(?:[- ]?(?:stra(?:ß|ss)e|str\.|platz|weg|allee|gasse|ring|ufer|damm|chaussee"
    r"|promenade|stieg|park)"
    r"|[- ](?:street|st\.?|road|rd\.?|avenue|ave\.?|drive|dr\.?|lane|ln\.?|close|court|way|square"
    r"|terrace"
    r"|crescent|gardens|boulevard|blvd\.?|mews|place))(?!\w)",
    re.IGNORECASE,
)
MAILED = re.compile(
    r"[ \t]{0,4}(?:[<(\[{,;|][ \t]{0,4}){1,2}(?:[\w.+-]{1,64}@|at[\])}])"
    r"|[ \t]{1,4}(?:at|ät)[ \t]{1,4}[\w-]{1,64}(?:\.\w|[ \t]{1,4}(?:dot|punkt)(?!\w))"
)
PREVIOUS = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(\.?)[ \t\u00a0]+\Z")
NEXT = re.compile(r"[ \t\u00a0]+[A-ZÄÖÜ]")
GLUED_BEFORE = frozenset("@_/\\.=#-–&+%~$")
GLUED_AFTER = re.compile(r"[\w@\\=%~\u0300-\u036f]|[./+&][^\W_]|[-–][^\W_]|/|\(\)")
FOLLOWED = re.compile(r"[\w@\\=%~\u0300-\u036f]|[./+&][^\W_]|/|\(\)")
# Words that are written large at the beginning of a sentence, or before what is no person.
_FUNCTION_WORDS = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine meinen
    dein deine sein seine ihr ihre unser unsere euer dieser diese dieses jeder jede jedes alle im
    am zum zur beim vom ins in an auf bei mit nach von zu aus für gegen ohne um über unter vor
    durch wie als ob wenn weil dass und oder aber doch auch nur noch schon nicht so da dann denn
    heute gestern morgen jetzt hier dort nun also ist war sind waren hat hatte wird wurde kann mag
    magst kennst kennt hören hört hörst lesen liest spielt spielte schrieb kaufe kaufen bestelle
    bestellt vergiss laut seit während wegen trotz statt außer neben zwischen bis sogar selbst
    vielleicht natürlich nie immer oft manchmal wer was wo wann warum wieso welche welcher the a an
    this that these those my your his her its our their every each some any no at by for from in
    into of on off onto over to under with without about after against before between like and or
    but nor so yet if because as than when while where who what which why how is was are were has
    had have does did do can could will would should may might must today yesterday tomorrow now
    then here there only even just also both either neither not never always often read love loved
    see saw hear heard play played plays wrote
"""
_NOUNS_BEFORE = """
    komponist dichter maler philosoph denker autor schriftsteller kaiser könig königin fürst
    feldherr herrscher diktator prophet gott göttin held ritter zauberer detektiv figur roman film
    oper drama stück buch serie spiel märchen musical ballett sage mythos sinfonie sonate lied
    gedicht museum theater festival abend konzert firma marke konzern unternehmen hersteller
    händler laden kette filiale shop app software programm tool server konto rechnung bestellung
    lieferung paket gutschein kundendienst kundenservice support hotline aktie aktien produkt
    modell gerät kühlschrank waschmaschine tüte regal schuhe schuh tasche jeans uhr auto wagen
    handy drucker bus bahn krankheit diagnose morbus planet stadt schiff composer poet painter
    philosopher author writer emperor king queen god goddess hero knight wizard detective character
    novel movie play book series game opera symphony sonata company brand store shop supermarket
    chain order invoice parcel voucher app software server stock shares model machine fridge shoes
    bag watch car phone printer disease planet
"""
NOUN = re.compile(
    r".*(?:ung|ungen|keit|keiten|heit|heiten|schaft|schaften|ion|ionen|tät|ismus|konzern|laden|markt"
    r"|konto|kunde|roman|romane|opern?|filme?|musik|werke?|bilder?|dramen?|sonaten?|sinfonien?"
    r"|symphonien?|konzerte?|stücke?|gedichte?|briefe?|gemälde|büste|statue|shop|filiale|kasse)"
)
PASSES = frozenset(f"{_FUNCTION_WORDS} {_NOUNS_BEFORE}".split())
_FIRST_NAMES = """
    adam alexander andrea andreas angela anja anna anne anton antonia arthur barbara ben benjamin
    bernd birgit brigitte carl caroline charles charlotte christa christian christina christine
    christoph claudia clara daniel david dennis dieter dirk dominik edward elena elisabeth
    elizabeth ella emil emily emma erik erika ernst eva felix finn florian frank franz franziska
    friedrich fritz gabriele george georg gerd gerhard grace greta hanna hannah hannes hans harald
    harry heike heinrich heinz helena helga helmut hermann holger horst ida ingrid jack jakob james
    jan jana jane jasmin jens joachim johann johanna johannes john jonas josef joseph julia julian
    jürgen karin karl karla katharina katja kevin klara klaus kurt lara laura lea lena leo leon
    leonie lina linda lisa louis louise luca lucas lucy luis luisa lukas manfred manuela maria
    marie mark markus marlene martin martina mary matthias max maximilian mia michael michaela mila
    moritz monika nadine nele nicole nina noah oliver olivia oscar oskar otto patrick paul paula
    peter petra philipp rainer ralf renate richard robert ruth sabine samuel sandra sarah sebastian
    silke simon sofia sophia sophie stefan stefanie stephan susan susanne sven theo theresa thomas
    tim tobias tom torsten ulrich ursula ute uwe walter werner wilhelm william wolfgang
"""
FIRST_NAMES = frozenset(_FIRST_NAMES.split())
_ALSO_FIRST = """
    napoleon caesar cäsar aristoteles sokrates kleopatra cleopatra perikles hercules herkules
    perseus theseus odysseus giotto hannibal rembrandt michelangelo ramses lenin stalin seneca
    hamlet othello prospero jupiter saturn tesla ramsey michelin horaz
"""
ALSO_FIRST = frozenset(_ALSO_FIRST.split())


def is_glued(text: str, start: int, end: int, *, compound: bool = False) -> bool:
    """Say whether text[start:end] is a piece of something longer: a word, a path, a mail address.

    With `compound` a hyphen and a word may follow, as in `Ikea-Regal`.
    """
    if start and (text[start - 1].isalnum() or text[start - 1] in GLUED_BEFORE):
        return True
    if start > 1 and text[start - 1] in "'’" and text[start - 2].isalnum():
        return True
    return (FOLLOWED if compound else GLUED_AFTER).match(text, end) is not None


def is_personal(text: str, start: int) -> bool:
    """Say whether a title, a greeting or somebody's role stands before text[start], or a secret."""
    around = text[max(0, start - AROUND) : start]
    if SECRET.search(around.lower()):
        return True
    role = ROLE.search(around)
    if role and (role[1].lower() in ROLES or (role["label"] and role[1].lower() in LABELS)):
        return True
    return PERSONAL.search(around) is not None


def is_reachable(text: str, end: int) -> bool:
    """Say whether text[:end] is a piece of a street's name, or a mail address stands behind it."""
    return bool(ADDRESSED.match(text, end) or MAILED.match(text, end))


def is_surname(text: str, start: int) -> bool:
    """Say whether an initial or a word that may be a first name stands before a single word."""
    found = PREVIOUS.search(text[max(0, start - AROUND) : start])
    if not found or not found[1][0].isupper():
        return False
    if found[2]:
        return len(found[1]) == 1
    before = found[1].lower()
    return before not in PASSES and not NOUN.fullmatch(before)


def is_somebodys(
    text: str, start: int, end: int, *, compound: bool = False, last: int | None = None
) -> bool:
    """Say whether anything around a single word tells that it is a living person's, or no name.

    `last` is where the piece ends that must not be glued to what follows, if later than `end`.
    """
    return (
        is_glued(text, start, end if last is None else last, compound=compound)
        or is_personal(text, start)
        or is_surname(text, start)
        or is_reachable(text, end)
    )


def is_named_before(text: str, start: int) -> bool:
    """Say whether one more first name stands before a whole name."""
    found = PREVIOUS.search(text[max(0, start - AROUND) : start])
    return found is not None and not found[2] and found[1].lower() in FIRST_NAMES


def is_first_name(text: str, start: int, end: int) -> bool:
    """Say whether a single word that serves as a first name too has a surname behind it."""
    return text[start:end].lower() in ALSO_FIRST and NEXT.match(text, end) is not None
