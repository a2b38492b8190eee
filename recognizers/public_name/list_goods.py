"""What the brands of `_public_classes` make, whole or at the end of a compound."""

from __future__ import annotations

GOODS = {
    "home": """
        regal regale schrank schränke stuhl stühle sofa sofas sessel tisch tische bett betten
        matratze matratzen küche küchen kommode lampe lampen leuchte leuchten hocker couch möbel
        chair chairs shelf shelves bookcase wardrobe desk desks table mattress lamp kitchen drawers
        geschirr teller tassen gläser pfanne töpfe topf messer besteck waschbecken toilette armatur
        armaturen wasserhahn wanne badewanne spülkasten dusche mug mugs plates saucepan knives
        cutlery teapot tap taps basin bath toilet cistern sink shower
    """,
    "tool": """
        bohrer bohrmaschine bohrhammer säge schrauber akkuschrauber schleifer dübel schrauben leiter
        zange mäher rasenmäher kettensäge werkzeug werkzeuge staubsauger sauger hochdruckreiniger
        schere axt fräse drill saw screwdriver hammer mower chainsaw toolbox hoover vacuum sander
        wrench strimmer ladder pliers axe cleaner akku bohrkrone schlauch
    """,
    "device": """
        waschmaschine iron spülmaschine geschirrspüler kühlschrank backofen herd ofen trockner
        fernseher radio rasierer zahnbürste kaffeemaschine kaffeevollautomat vollautomat mixer
        toaster washing dishwasher fridge freezer oven hob dryer shaver razor toothbrush kettle
        blender wasserkocher bügeleisen föhn lautsprecher kopfhörer anlage verstärker plattenspieler
        drucker printer scanner laptop notebook monitor taschenrechner calculator speaker speakers
        headphones turntable amplifier therme heizung heizkessel wärmepumpe brenner boiler
        thermostat staubsauger tv
    """,
    "car": """
        lkw transporter kombi cabrio werkstatt händler autohaus motor getriebe bremsen bremse reifen
        winterreifen sommerreifen traktor schlepper trecker mähdrescher wohnmobil wohnwagen fahrrad
        rad rennrad ebike bike motorrad roller anhänger kindersitz van vans truck lorry tractor
        combine engine gearbox brakes dealer dealership caravan motorhome bicycle motorcycle tyres
        tires hatchback saloon sedan estate coupe diesel benziner hybrid limousine transit focus
        fiesta mondeo kuga escort mustang galaxy puma kadett cooper clubman civic jazz enfield
        bonneville continental explorer ranger fortwo forfour pickup suv tdi tsi
    """,
    "wear": """
        schuh schuhe stiefel stiefeletten sandalen sneaker pumps halbschuhe wanderschuhe jacke
        jacken hose hosen jeans hemd hemden bluse kleid mantel pullover pulli shirt shirts socken
        unterwäsche gürtel tasche taschen handtasche rucksack schal tuch krawatte anzug mütze bh
        parka weste pyjama strumpfhose boots shoes trainers sneakers heels jacket coat trousers
        dress blouse sweater jumper hoodie socks scarf belt bag handbag backpack cap hat suit tie
        wellies wellingtons sandals perfume parfum parfüm polo poloshirt tshirt leggings brille
        sonnenbrille sunglasses koffer suitcase
    """,
    "jewel": """
        uhr uhren ring armbanduhr watch watches armband ringe kette schmuck ohrringe anhänger
        bracelet necklace charm charms earrings pendant chronograph trauringe
    """,
    "drink": """
        bier tee ale pils weizen weißbier kölsch alt radler kasten kiste flasche flaschen dose
        whisky whiskey gin rum sekt champagner wein likör schnaps kaffee espresso teebeutel wodka
        cognac weinbrand hefeweizen helles sprudel mineralwasser beer lager stout bitter pint pints
        bottle tonic vodka sherry port prosecco champagne wine coffee tea teabags brandy bourbon
        cider brewery brauerei kapseln reserve
    """,
    "food": """
        pizza schokolade riegel kekse zwieback senf ketchup gurken wurst würstchen suppe brühe
        joghurt jogurt milchreis pudding butter käse chips müsli marmelade konfitüre brot bonbons
        pralinen mayonnaise mayo knäckebrot rotkohl sauerkraut lebkuchen marzipan eis kartoffelsalat
        soup beans crisps biscuits crackers cereal cornflakes bread chocolate mustard jam yoghurt
        yogurt cheese sausages bacon gravy custard oats pretzels popcorn muffins cookies dressing
        salsa ham fish nudeln spaghetti soße sauce buttermilch reis tofu porridge
    """,
    "care": """
        creme cremes handcreme shampoo duschgel deo parfum parfüm seife lotion makeup lippenstift
        mascara filiale drogerie drogeriemarkt cream soap perfume lipstick moisturiser moisturizer
        sunscreen toothpaste zahnpasta rasierer razor razors aftershave talc cologne eau haarspray
        spülung conditioner nagellack foundation serum advantage
    """,
    "pet": """
        futter katzenfutter hundefutter nassfutter trockenfutter katzenstreu leckerli leine geschirr
        kibble pouches petfood catfood dogfood halsband aquarium filter
    """,
    "baby": """
        brei gläschen milch folgemilch anfangsmilch flasche schnuller kinderwagen buggy kindersitz
        babyschale windeln pram stroller pushchair bottle dummy formula rattle teddy teddybär puppe
        puppen doll dolls pouch milchpumpe spielzeug
    """,
    "music": """
        klavier flügel piano gitarre egitarre bass verstärker amp trompete posaune saxophon saxofon
        klarinette geige akkordeon mundharmonika orgel keyboard synthesizer synth schlagzeug becken
        snare blockflöte fagott horn mikrofon guitar trumpet trombone sax saxophone clarinet violin
        organ drums cymbal cymbals harmonica accordion microphone mouthpiece mundstück saiten
        strings reeds
    """,
    "book": """
        verlag lehrbuch schulbuch wörterbuch atlas auflage gesetzestexte lexikon arbeitsheft
        textsammlung dictionary textbook publisher publishers edition thesaurus verlags taschenbuch
        reiseführer abiturtraining encyclopaedia
    """,
    "house": """
        hotel restaurant pub burger filiale suite lobby hotels gardens inn resort breakfast drive
        drivethru outlet carvery pizzeria steakhouse
    """,
    "money": """
        bank versicherung mortgage versicherungen lebensversicherung bausparvertrag insurance
        krankenversicherung depot sparkonto bausparkasse savings banking haftpflicht hausrat
        brokerage
    """,
    "code": """
        pipeline code job jobs build builds cluster topic topics broker plugin template templates
        framework query queries datenbank container image node version release api library
        bibliothek modul script skript repo sprachassistent skill chatbot antivirus virenscanner
        firewall lizenz licence license server instanz instance dashboard exporter playbook chart
        operator migration migrations compiler programm notebook package wrapper client security
        subscription gpu gpus schema keyspace index listener consumer producer endpoint webhook
        runner worker queue testsuite
    """,
}
# These end other words too: `during`, `committee`, `Postcode`.
WHOLE = (
    "ring tee ale iron code bath horn hose bass card tap rum radio seat node topic image version"
)
# Too many are called so: "Pizza von Wagner" is the cook's, "Wagner Pizza" is bought.
COMMON = """
    adams alexander andrea astor austin bach bailey barry bauer baxter beck bell betty bill block
    brandt braun brooks brown bruder bruno burns burton busch campbell carl charles charlotte church
    clark collins conrad daniel dave davidson dieter douglas ella ellis emma felix fischer ford
    foster fox frank franz fritz fuller gordon graham grant greene hamilton hans harrison harry
    hauck heine heinz henry hermann herman hunter jacob jacobs jamie jimmy jo johnson joseph julia
    julius karl kay kaiser keller kessler king könig krause krone krug laura lee leon leonardo lily
    lindner ludwig marco marie marsh marshall martin mary matthews max maxwell michael miller
    mitchell moore morgan morris müller neff nelson neumann newman nolte norman oscar otto paul
    peter powers ralph richmond ritter robert robertson rose roy russell sarah sauter schmidt
    schneider schubert schumacher scott seiler simon smith stark stella stevens stone swift taylor
    teacher thomas timothy tom toni tony vincent volk wagner walter weiss wise wolf young zoe
"""
# First names: with a blank behind them they own the thing ("Julia App"), with a hyphen hardly.
GIVEN = """
    travis samuel drew stanley jackson ava jasmin sinon kelly bailey ada alexa andrea annabell annie
    amy anna astro bill bob bruno carl carlos charles charlotte claude daniel dave denis dieter
    edward elixir ella elmo emma ernest evan felix fritz gabriela grace hans hazel heidi henry
    herman hermann hugo jack jacques jade jamie jared jasmine jasper jimmy jo joey john josef joseph
    jules julia julius karl karma käthe kay ken laura leon leonardo lily madeleine marco marcus
    marie martin mary max michael miranda neal oscar otto paul peter phoenix ralph rick robert roy
    ruby sarah simon sophie stella thomas timothy tom tommy toni tony vincent victoria walter wendy
    zoe betty bella bert brother merlin dylan norman lee toby harry dreams chloe celine
"""
