"""Names that are ordinary words as well: they count only where a text writes them like a name.

Names of trades that are read as nothing but names today, such as Schmidt, do not stand here.
"""

from __future__ import annotations

GERMAN = """
    adler alt anker apel arm aurora bach bader balke bauer baum beck becker berg berger
    bernstein best bischof blum blume bock born brand brandt braun breit brock brot bruder
    brunnen buch busch bär böhm bürger christian dachs dick distel dominik dorn drechsler ehre
    ehrlich eiche engel engels erde ernst esel esser falke fasan feld fels fest feuer fiedler
    fink finke fischer fleisch fleischer frank franke frech frei freitag freund fromm frost
    fröhlich fuchs funke färber fürst gans garten geier geiger gerber gern glas glaser gloria
    glück gold graf gross groß gruber grund grün gut hahn halm hammer harry hart hase hauer
    haupt haus heger heide heil heinze held hell herbst herzog hirsch hirt hof hofer holz horn
    huber huhn hund hut ina jahr jana jung junge jäger kai kaiser kalb kamm kammer kant karg
    kater kaufmann keller kern kessel kind kirche kirsch klar klee klein klinge klug knecht
    knopf koch kohl korb korn kraft kranz kraus krebs kreis kreuz krieg krieger krone krug
    kugel kuhn kunst kunze kurz könig kühn lamm land lang lange lehrer licht lieb lied linda
    linde links luft luna lustig löffel löwe mai maler mann markt marx maurer max mehl meister
    messer metzger mia mira mohr mond montag moos morgen munter mut mühle nagel narr neu nolte
    nora nuss nuß ost oster otter pabst papst patient paul pech pelz pfaff pfarrer pfeffer
    pfeifer pflug platz post preis prinz probst quelle rabe rad rat rau rauch recht rede regen
    reh reich rein reiter richter riese ring ritter roman rosa rose rot roth ruhe rund sack
    salz sand sattler sauer schaf schatz schein schenk schick schiff schild schiller schimmel
    schlegel schlosser schlüssel schmied schnabel schnee schneider schnell schreiber schreiner
    schuhmacher schumacher schuster schwab schwan schwarz schwarze schwarzer schäfer schön
    schütz schütze see seiler silber sommer sonnabend sonne sonntag sorge specht sperling
    spiegel spieler spitz stadler stahl stamm stark stein steiner stella stern stich stiller
    stock stoll storch strauch strauß streit strom stumm sturm sänger süss süß tag tal tanne
    taube teufel thoma tim tischler tom traube traum treu tropf trost tuch turm töpfer uta
    vater viola vogel vogt volk voll voß wald wall walter wand weg weih weiler weise weiss
    weiß welt wenig werk werner west wetter wiese wild winkel winter wirt wolf wolff wolke
    wunder wurm zahn zander zeit zeller ziegler ziel zimmer zorn zucker zunge
"""
ENGLISH = """
    abbey abbot alder amber angel april archer art ash august autumn bacon bailey baker ball
    banker banks barber bard baron barrel bass baxter bay beach bean bear bell bench berry
    best bill bird bishop black blank blaze blue bond booth bow bowler boy brand bridge
    bridges brook brooks brown buck bud bull burn burns bush butcher butler buzz camp cannon
    care carol carpenter carter case cash castle chance chapel chapman charity chase cherry
    chip christian church clarity clay clerk cliff close cloud coffee cole comfort cook cope
    counts court cox craft crane cross crow crystal curry daisy dale dash dawn day dean
    destiny diamond dove drake draper drew duck duke dusty dyer earl east eden english eve
    ever fair faith falcon farmer fence fern field fields finch fish fisher flint flora flower
    flowers ford forest forester fowler fox france frank freeman friend frost fuller gage
    garden gardener garland garner gay gem gene gentle gift ginger glass glen glover gold
    golden good goodman grace grain grant grave graves gray green grey grove guest guide gun
    guy hall ham hand happy harbour hardy harmony harp harper hart harvest haven hawk hawkins
    hay hazel head heart heath heather hedge hero hicks high hill hills holiday holland holly
    holmes honey honor hood hook hope hopper horn horse house howl hunt hunter ice iris iron
    ivory ivy jack jade jasmine jasper jay jean jet jewel jordan josh joy judge july june
    junior justice justin kay keen kent kid kind king kings kit kite knife knight lake lamb
    lance land lane large laurel law leaf lee lemon liberty light lily lion little lock london
    long lord love low luck lynch madison major mann march mark marks marsh marshall mason
    masters matt max may mayor melody mercer mercy merry mike miles mill miller mills minor
    mint mister mitch moody moon more morning moss mount nail nash new newman night noble noel
    north nova nurse oak oakes ocean olive opal orange otter owl page paige painter paris
    parish park parker parks parson parsons pat patience patient payne peace peach peacock
    pearl pepper perry piper pitt plank plum pole pond pool poole pope porter post potter
    potts power powers pratt presley price pride priest prince prior prudence queen rain raven
    ray reader reed rice rich richer ring rivers road rob robin robins rock rod roman root
    rose rosemary ross rowe royal ruby rush rusty sage sailor sales salt sandy savage savannah
    sawyer seal self sergeant sexton shade shadow sharp shepherd shore short silver singer
    skinner skipper sky skye slater small smart smith snow son spark sparks spear speed spice
    spring star steel sterling stern steward still stone storm story street strong sue sugar
    summer summers sun sunny swan sweet swift tailor tanner temple terry thorn thorne tiger
    tinker tiny tower townsend trinity trip tucker turk turner twist tyler underwood vale van
    victor vine viola violet wade wait wall waller ward warden warner wash waters watts way
    weaver webb webster wells west wheat wheeler white whitney wild wilder will willow wills
    win wind winter winters wise wolf wolfe wood wooden woods woody word worth wren wright
    yard york young zion
"""
PLAIN = frozenset(f"{GERMAN} {ENGLISH}".split())
# What holds one of these is no name, whatever a model says.
_NEVER = """
    a abend aber about account address admin administrator adresse after against als also always am
    and anfrage antwort antworte arbeitet are at auch auf aus be because been bei bericht
    beste besten betreff bin bis bist bitte but by call client contract could customer da
    danke darf das dass datum dear dein deine deinem deinen deiner dem den denn der des dich
    die dir dokument dort durch ein eine einem einen einer eines email er erinnere erkläre
    erstelle es euch euer eure explain false fasse find finde firma for fragt freundliche
    freundlichen from für geehrte geehrten geehrter gegen geht gestern gruß grüße gute guten
    guter habe haben had hallo has hat hatte have heiße heißt hello herzliche herzlichen heute
    hi hier hinter his how i iban ich if ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
    ins into invoice is ist it its ja kann kein keine keinen kommt konto kunde kundin können
    liebe lieben lieber liegt macht mag mail manager mandant me mein meine meinem meinen
    meiner meines mich mieter mieterin might mir mit muss must my möchte nach nachname name
    nein nenne never nicht nie no noch none not null number nummer nur ob oder of office ohne
    on only or our patientin phone please prüfe rechnung regards report rufe ruft sagt schicke
    schon schreib schreibe schreibt sehr seid sein seine seinem seinen seiner seit send sende
    shall she should show sich sie sincerely sind soll sollte sondern steht suche summarize
    support system tag telefon telefonnummer tell termin test tester thank thanks that the their
    them these they this those to translate true um und uns unser unsere unserem unseren
    unserer unter us user vertrag viele vielen vom von vor vorname wann war waren warum was we
    weil wenn wer werden were what when where who why wie wiederhole wir wird with without wo
    wohne wohnt would write wurde yes you your zeige zu zum zur über übersetze
"""
NEVER = frozenset(_NEVER.split())


def is_plain(word: str) -> bool:
    """Say whether `word`, in any case, is an ordinary word too."""
    return word.lower() in PLAIN


def is_never(word: str) -> bool:
    """Say whether `word`, in any case, is an ordinary word and nothing else."""
    return word.lower() in NEVER
