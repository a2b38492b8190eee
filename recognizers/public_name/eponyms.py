"""Names that stand for a thing: `Robert-Koch-Institut`, `Colles' fracture`, `Morbus Crohn`.

The noun tells it. Where people have such a thing of their own (a test, a score, a house), only
names of the list count, or in German two names and more before the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.public_name import list_medicine, list_science

UPPER = r"[A-ZÄÖÜ]"
PART = rf"{UPPER}[a-zäöüßéèêáàâíóôúčćšžøåñç]\w*+"
APART = r"(?<![\w@/\\.\-–])"
_SCIENCE = """
    syndrom krankheit erkrankung fraktur luxation griff manöver test zeichen reflex skala score
    index klassifikation lymphom sarkom tumor karzinom prothese katheter kanüle zange lähmung
    anämie hernie zyste virus bakterium infektion phänomen effekt gesetz prinzip paradoxon theorem
    lemma konstante gleichung ungleichung transformation verteilung funktion kurve algorithmus
    experiment hypothese vermutung täuschung pyramide formel diagramm zahl methode reaktion
    synthese katalysator färbung motor zelle röhre käfig teleskop strahlung institut gymnasium
    universität observatorium denkmal museum medaille sonate sinfonie symphonie kantate oper
    ouvertüre quartett biografie biographie büste statue roman verfilmung
"""
_OWNED = """
    gesellschaft stiftung schule realschule gesamtschule grundschule hauptschule berufsschule
    oberschule kolleg klinik klinikum krankenhaus haus heim halle saal bau turm hochschule akademie
    archiv preis orden plakette therapie diät kur schiene plastik jahr verlag bibliothek zentrum
    werk kreis raum filter band film buch ausgabe abend konzert inszenierung zitat
"""
_NARROW = "verfahren regel satz modell plan operation naht lappen diät kur schiene plastik patient"
ENGLISH_SURE = (
    r"syndrome|palsy|lymphoma|sarcoma|thyroiditis|theorem|conjecture|inequality|lemma|catheter"
    r"|contracture|chorea|aphasia|gangrene|hypothesis|transform|polynomial|cipher|virus"
)
ENGLISH_OWN = (  # what is called by a name with `'s`, and hardly anybody has
    rf"{ENGLISH_SURE}|disease|sign|fracture|principle|law|laws|reflex|dementia|anaemia|anemia"
    r"|tumou?r|cyst|hernia|constant|equations?|paradox|phenomenon|triad|node|nodes|granulomatosis"
    r"|(?:o)?esophagus|man(?:oeuvre|euver)|criteria|classification"
)
ENGLISH = (
    rf"{ENGLISH_OWN}|score|test|scale|effect|index|position|procedure|operation|repair|disorder"
    r"|ulcer|tube|forceps|retractor|splint|cast|distribution|curve|diagram|number|function|model"
    r"|algorithm|machine|engine|process|method|reaction|stain|coefficient|correlation|plot|staging"
    r"|patients?|sufferers?|nurse|prize|award|scholarship|lecture|medal|colitis|neuralgia|gait"
    r"|purpura|loop"
)
GERMAN_AFTER = (
    r"(?:Krankheit|Syndrom|Patient(?:en|in|innen)?|Demenz|Erkrankung|Effekt|Fraktur|Test)"
)
_KNOWN = """
    abbe adson alzheimer angelman apgar apley arrhenius asperger avogadro babinski babinsky barrett
    barthel bartholin bartlett basedow bayes bechterew beighton bernoulli bessel bland-altman
    boltzmann boole bouchard bragg broca brown-séquard brugada bunsen burkitt burrows-wheeler
    carnot casimir celsius chagas charcot charlson chvostek coanda cobb colles coombs coriolis
    corti coulomb courvoisier creutzfeldt-jakob crohn dandy-walker debye doppler duchenne
    dunning-kruger dupuytren ebbinghaus ehlers-danlos eisenmenger epley epstein-barr erlenmeyer
    euler fabry fallot faraday fermat fermi fibonacci finkelstein fleischer fourier frank-starling
    fresnel friedreich froment galeazzi ganser gaucher gauss gauß gerstmann gleason goodhart
    goodpasture grignard guillain-barre guillain-barré hallpike hamming hashimoto hawthorne
    heaviside heberden hegar heimlich heisenberg henoch henoch-schönlein hertzsprung hilbert
    hill-sachs hirschsprung hodgkin huffman huntington jaccard janeway joule kaplan-meier kaposi
    karnofsky kartagener kepler kernig klinefelter klumpke kolmogorov-smirnov korotkow korsakoff
    korsakow kruskal-wallis kussmaul lachman lachmann laffer lagrange langerhans laplace larmor
    lasegue lasègue lauge-hansen lewy likert lisfranc lorentz ludloff lyme mallory-weiss
    mann-whitney mantoux marfan markov markowitz maslow mcburney mcmurray meckel meigs meniere
    menière mensendieck milgram miller-fisher mohr mohs monteggia munchausen ménière münchhausen
    neer nyquist ohm ohrenthal osgood-schlatter pancoast papanicolaou pareto pavlov pawlow peltier
    perthes peyronie phalen planck poincaré poisson ponseti prader-willi pulitzer purkinje
    pythagoras queckenstedt quincke raynaud rett riemann rinne rorschach röntgen sapir-whorf
    schirmer schrödinger seebeck shapiro-wilk sjogren sjögren snellen spearman spurling strouhal
    sturge-weber sudeck tinel tinetti tourette trendelenburg trousseau tukey turing valsalva venn
    venturi virchow volkmann waldenström wechsler wernicke whipple wilcoxon wolff-parkinson-white
    yates yerkes-dodson zeeman zener zenker zollinger-ellison
"""
KNOWN = frozenset(f"{_KNOWN} {list_medicine.KNOWN} {list_science.KNOWN}".split())
# These are surnames of many: with `'s` behind them, what follows is somebody's own.
_SURNAMES = """
    barrett bartlett bouchard cobb epley fleischer finkelstein goodhart hashimoto janeway lachman
    lachmann lorentz mohr schirmer virchow volkmann wechsler yates
"""
SURNAMES = frozenset(_SURNAMES.split())
_DISEASES = """
    Addison Alzheimer Basedow Bechterew Boeck Bowen Chagas Charcot Coats Conn Crohn Cushing
    Dupuytren Fabry Gaucher Hansen Hirschsprung Hodgkin Huntington Kawasaki Ledderhose Menière
    Meniere Ménière Meulengracht Osgood-Schlatter Osler Paget Parkinson Perthes Peyronie Pick Pompe
    Raynaud Recklinghausen Reiter Scheuermann Still Sudeck Waldenström Wegener Werlhof Whipple
    Wilson
"""
DISEASES = "|".join(
    sorted(map(re.escape, f"{_DISEASES} {list_medicine.DISEASES}".split()), reverse=True)
)
SHORTENED = "Alzheimer|Basedow|Bechterew|Crohn|Dupuytren|Hodgkin|Menière|Parkinson|Perthes|Sudeck"
# Nouns before a hyphen that are no names: `Corona-Test`, `Online-Verfahren`.
_NO_NAMES = """
    corona covid online offline antigen antikörper schnell reizdarm burnout fatigue stress drogen
    alkohol blut haut herz lungen leber nieren hirn kopf rücken knie hüft schulter karpaltunnel
    schwangerschafts sturz risiko software hardware unit system penetrations stich hör seh gen
    kunst musik film sport tanz fahr ski volks grund haupt real privat welt stadt land kinder
    jugend alten frauen männer studenten ferien wohn eltern kranken mutter vater euro dollar
    bitcoin benzin gas strom öl energie klima umwelt wetter aktien dax jahres monats tages kauf
    verkaufs sonder spezial standard basis test probe eignungs einstellungs deutsch englisch mathe
    latein landes bundes staats europa eu us uno nato ddr brd berlin hamburg münchen köln bonn
    frankfurt leipzig dresden bremen wien zürich bern basel london paris the this that a an our
    your his her their my its his no each every any some what which such these those and or of
"""
NO_NAMES = frozenset(_NO_NAMES.split())


SCIENCE, OWNED = frozenset(_SCIENCE.split()), frozenset(_OWNED.split())
NARROW = frozenset(_NARROW.split())
ENDINGS = ("", "s", "es", "e", "en", "n", "er")
COMPOUND = re.compile(rf"{APART}{PART}(?:-(?:{PART}|von|van|und)){{1,6}}(?!\w)")
SURE = re.compile(rf"{APART}(?P<front>{PART}(?:[-–]{PART}){{0,3}}) (?:{ENGLISH_SURE})(?!\w)")
FRONT = re.compile(rf"{APART}(?P<front>{PART}(?:[-–]{PART}){{0,3}})(?=['’ ])")
NAMED = re.compile(rf"{APART}{PART}(?:-{PART}){{0,3}}(?![\w-])")
OWNED_AFTER = re.compile(rf"['’]s? (?:{ENGLISH_OWN})(?!\w)")
ENGLISH_AFTER = re.compile(rf" (?:{ENGLISH})(?!\w)")
GERMAN_BLANK = re.compile(rf" {GERMAN_AFTER}(?!\w)")
MORBUS = re.compile(
    rf"{APART}(?:(?:Morbus|Mb\.|Maladie) (?:{DISEASES})|M\. ?(?:{SHORTENED}))(?!\w)"
)
CHARTED = frozenset(list_medicine.CHARTED.split())
CHARTED_BEFORE = re.compile(
    r"(?:V\. ?a\.?|Z\. ?n\.?|Verdacht auf|Zustand nach|DD:?|D/D|[Dd]iagnosen?:?|Dx:?|ddx:?|h/o|r/o"
    r"|[Hh]istory of|[Rr]ule out|[Ss]uspected|[Qq]uery|[Bb]ekannte[rs]?|[Kk]nown|Ausschluss"
    r"|[Pp]ositive[rs]?|[Nn]egative[rs]?|\?)[ \t]\Z"
)
CHARTED_AFTER = re.compile(
    r",?[ \t](?:(?:sign|bds\.|beidseits|bilateral(?:ly)?|rechts|links|re\.|li\.)[ \t])?"
    r"(?:is[ \t]|was[ \t]|ist[ \t])?(?:ruled[ \t]out|excluded|suspected|ausgeschlossen|gesichert"
    r"|diagnostiziert|erkrankt|neg(?:ative?|\.)?(?!\w)|positive?(?!\w)|pos\.|\+ve|-ve|\+\+?)"
)
AROUND = 20  # code points that are looked at before a name in a chart
BARE = re.compile(
    rf"{APART}(?:Alzheimer|Asperger|Crohn|Hodgkin|Huntington|Parkinson|Raynaud|Tourette)['’]s(?!\w)"
)


def eponyms(text: str) -> Iterator[tuple[int, int]]:
    """Give where names stand that mean a thing; some of them overlap."""
    for found in COMPOUND.finditer(text):
        length = _public_length(found[0])
        if length:
            yield found.start(), found.start() + length
    for found in SURE.finditer(text):
        if found["front"].lower() not in NO_NAMES:
            yield found.span()
    for pattern in (MORBUS, BARE):
        yield from (found.span() for found in pattern.finditer(text))
    yield from _charted(text)
    for found in FRONT.finditer(text):
        front = found["front"].lower().replace("–", "-")
        if front in KNOWN or (front.endswith("s") and front[:-1] in KNOWN):
            end = _behind(text, found.end(), front)
            if end:
                yield found.start(), end


def _charted(text: str) -> Iterator[tuple[int, int]]:
    """Give the diseases and signs that a chart names without a noun."""
    for found in NAMED.finditer(text):
        if found[0].lower() in CHARTED and (
            CHARTED_BEFORE.search(text[max(0, found.start() - AROUND) : found.start()])
            or CHARTED_AFTER.match(text, found.end())
        ):
            yield found.span()


def _behind(text: str, end: int, front: str) -> int:
    """Return where the thing ends whose known name ends at `end`; 0 where none is told."""
    found = ENGLISH_AFTER.match(text, end) or GERMAN_BLANK.match(text, end)
    if not found and front not in SURNAMES:
        found = OWNED_AFTER.match(text, end)
    return found.end() if found else 0


def _public_length(compound: str) -> int:
    """Return how much of `compound` is a name that stands for a thing; 0 where nothing tells it."""
    parts = compound.split("-")
    lowered = [part.lower() for part in parts]
    for number in range(len(parts) - 1, 0, -1):
        if lowered[0] not in NO_NAMES and _is_public(lowered[:number], lowered[number]):
            return sum(map(len, parts[: number + 1])) + number
    return 0


def _is_public(names: list[str], noun: str) -> bool:
    """Say whether `names` before `noun` are nobody's who has such a thing."""
    stems = {noun.removesuffix(ending) for ending in ENDINGS}
    if stems & SCIENCE or (len(names) > 1 and stems & OWNED):
        return True
    return "-".join(names) in KNOWN and bool(stems & (OWNED | NARROW))
