"""Names in medicine, nursing and psychology: diseases, signs, tests, scales, operations, drugs."""

from __future__ import annotations

# They count before a noun that tells of the thing; surnames of many stand in `PHRASES` with it.
KNOWN = """
    aarskog abderhalden achard adamantiades adams-stokes adie aicardi albers-schönberg aldrich
    alport alström alvarado amsler arnold-chiari aschoff asherman auspitz avellis balint bannayan
    bartter beckwith beckwith-wiedemann behcet behçet bence-jones bernard-soulier bielschowsky
    billroth binswanger birbeck birt-hogg-dubé blalock-taussig blumberg bochdalek boerhaave
    bourneville bouveret braak braden bragard broselow brudzinski brunnstrom buerger budd-chiari
    burow bywaters capgras caroli castleman charcot-marie-tooth charles-bonnet chediak-higashi
    cheyne-stokes child-pugh chilaiditi churg-strauss cloquet cockayne cockcroft-gault codman
    conradi cormack cornelia-de-lange corrigan cotard cowden crigler-najjar cushing darier
    de-quervain dejerine denis-browne dercum devic diamond-blackfan digeorge dieulafoy donders
    dravet dubin-johnson ebstein erb-duchenne esmarch fagerström fanconi fazekas feldenkrais felty
    fitz-hugh-curtis fox-fordyce freiberg gaenslen gerota gianotti-crosti gilbert-meulengracht
    gilles-de-la-tourette girdlestone glisson golgi gottron grawitz grey-turner guedel gullstrand
    hailey-hailey hartnup hawkins-kennedy heerfordt hesselbach hilgenreiner hippel-lindau
    hoffmann-tinel holmes-adie holt-oram homans howell-jolly hurler hutchinson-gilford ishihara
    jacksonian jadassohn jarisch-herxheimer jendrassik jervell jobe jod-basedow kanavel kearns-sayre
    kellgren-lawrence kienböck kimmelstiel klippel-feil klippel-trenaunay kleihauer kleine-levin
    koebner köbner koplik kostmann krukenberg kugelberg-welander kussmaul laennec lambert-eaton
    landau-kleffner legg-calvé-perthes leigh lennox-gastaut lenke lermoyez lesch-nyhan lhermitte
    libman-sacks lloyd-davies louis-bar lund-browder lutembacher madelung maffucci mallampati
    marchiafava marcus-gunn marjolin maroteaux mayer-rokitansky mcardle mccune-albright meissner
    melkersson-rosenthal mendel-mantoux menkes meynert mikulicz milkman miller-kurzrok milroy
    mirizzi möbius moebius montgomery-åsberg morquio moyamoya müllerian nissen noonan ollier
    ortolani osler-weber-rendu ottawa paget-schroetter papez parinaud pendred peutz-jeghers
    pfannenstiel pierre-robin pierre-marie plummer-vinson prinzmetal ramsay-hunt ranson ranvier
    recklinghausen refsum roemheld romano-ward romberg rosving rovsing rubinstein-taybi rumpel-leede
    sandhoff salter-harris sanfilippo schatzki schönlein-henoch schwartz-bartter seldinger semont
    sertoli sezary sheehan shy-drager sjögren-larsson smith-lemli-opitz stanford-binet stargardt
    steele-richardson stein-leventhal stensen stewart-treves stevens-johnson stokes-adams sturge
    swan-ganz sydenham takayasu takotsubo tay-sachs thiemann thiersch tietze tolosa-hunt tossy
    treacher-collins trömner troisier tzanck uhthoff vaughan-jackson verner-morrison vineland
    von-hippel-lindau von-willebrand waardenburg waterhouse-friderichsen weber-ramstedt
    weber-christian weil-felix werdnig-hoffmann whitnall wiedemann williams-beuren wilms
    wiskott-aldrich yergason zellweger zinsser zung åstrand beck-depression bender-gestalt bobath
    brazelton cattell dreikurs eysenck kohlberg kübler-ross piaget plutchik rosenzweig stroop szondi
    thorndike waterlow wender zarit zimbardo bowlby zeigarnik
"""
DISEASES = """
    Adamantiades Ahlbäck Albers-Schönberg Alibert Bang Barlow Batten Behçet Behcet Behterew Berger
    Besnier Biermer Binswanger Blount Bourneville Bruton Budd Buerger Canavan Castleman
    Charcot-Marie-Tooth Clouston Crouzon Cowden Darier Dercum Devic Down Duhring Dühring Duchenne
    Favre Fahr Farber Fölling Forestier Freiberg Friedreich Gilbert Glanzmann Gorham Grawitz Grover
    Günther Haglund Hailey-Hailey Hippel-Lindau Hoffa Hunter Hurler Jadassohn Jüngling Kahler
    Kienböck Kimura Klippel Köhler Krabbe Kugelberg Kümmell Kussmaul Legg Leiner Little Madelung
    Marie McArdle Meige Menetrier Ménétrier Menkes Miescher Moeller Mondor Morquio Mucha Ollier
    Ormond Osgood Osler-Weber-Rendu Panner Parrot Pellegrini-Stieda Pfaundler Pfeiffer Plaut Pott
    Quervain Refsum Ritter Roger Rosai Sandhoff Sanfilippo Schaumann Schimmelbusch Schlatter
    Schlatter-Osgood Schönlein Sever Simmonds Steinert Stargardt Strümpell Sinding-Larsen Tay
    Tay-Sachs Thiemann Thomsen Tietze Unverricht Vaquez Verneuil Weil Westphal Whitmore Wilms
    Winiwarter Wolman Yamaguchi
"""
# What a chart says of nobody: `Cushing ruled out`, `V. a. Addison`, `Lasègue negativ`.
CHARTED = """
    addison alzheimer asperger babinski barré basedow bechterew behcet behçet boas bragard
    brudzinski brugada budd-chiari buerger chvostek courvoisier creutzfeldt-jakob crohn cushing
    duchenne dupuytren ehlers-danlos epstein-barr fallot finkelstein froment gaucher guillain-barré
    guillain-barre hashimoto heberden hirschsprung hodgkin homans horner huntington kaposi kernig
    klinefelter klippel-feil korsakow korsakoff kussmaul lachman lasègue lasegue lhermitte
    mallory-weiss marfan mcburney mcmurray meckel meigs ménière menière meniere mingazzini mirizzi
    non-hodgkin ortolani osgood-schlatter pancoast parkinson payr perthes peyronie phalen
    prader-willi raynaud rinne romberg rovsing scheuermann sheehan sjögren sjogren spurling sudeck
    takayasu takotsubo tay-sachs tinel tourette trendelenburg trousseau unterberger valsalva
    waldenström wallenberg wernicke zenker zollinger-ellison
"""
PHRASES = """
    Bishop score, Bishop-Score, Aldrete score, Aldrete-Score, Ramsay sedation score, Richmond
    Agitation Sedation Scale, Glasgow Blatchford score, Rockall score, Centor score, Centor
    criteria, McIsaac score, Alvarado score, Gleason score, Gleason grade, Breslow thickness, Clark
    level, Clark-Level, Tumordicke nach Breslow, Mallampati class, Mallampati III, Hunt and Hess
    grade, Cormack-Lehane, Cormack Lehane, Fisher grade, Rankin scale, modified Rankin scale,
    Rankin-Skala, Barthel index, Barthel-Index, Katz index, Lawton scale, Tinetti test, Berg balance
    scale, Morse fall scale, Norton-Skala, Braden-Skala, Bradenskala, Nortonskala, Waterlow-Skala,
    Edmonton Symptom Assessment, Edinburgh Postnatal Depression Scale, Hamilton Anxiety Scale,
    Hamilton-Skala, Young Mania Rating Scale, Yale-Brown, Yale-Brown Obsessive Compulsive Scale,
    Montgomery-Asberg, Beck Anxiety Inventory, Beck-Angst-Inventar, Conners scale, Raven's matrices,
    Raven's Progressive Matrices, Raven-Matrizen, Bender-Gestalt-Test, Bayley scales, Griffiths
    scales, Denver scale, Kaufman Assessment Battery, Wisconsin Card Sorting Test, Boston Naming
    Test, Addenbrooke's Cognitive Examination, Rey-Osterrieth, Rey Figur, Benton-Test, Benton test,
    Wartegg-Zeichentest, Lüscher-Test, Lüscher color test, Sceno-Test, Freiburger
    Persönlichkeitsinventar, Roper-Logan-Tierney, Roper Logan Tierney, Orem's theory, Peplau's
    theory, Kübler-Ross, Kubler-Ross, Tuckman's stages, Gibbs' reflective cycle, Gibbs reflective
    cycle, Kolb's learning cycle, Johari window, Johari-Fenster, Yerkes-Dodson, Erikson's stages,
    Piaget's stages, Kohlberg's stages, Bloom's taxonomy, Maslow's pyramid, Maslows
    Bedürfnispyramide, Skinner box, Skinner-Box, Stroop effect, Stroop test, Zeigarnik effect,
    Pygmalion effect, Rosenthal effect, Rosenthal-Effekt, Lucifer effect, Florence Nightingale
    effect, Stockholm syndrome, Rosenhan experiment, Stanford prison experiment, Asch experiment,
    Little Albert experiment, Bobo doll, Harlow's monkeys, Münchhausen-Syndrom, Peter Pan syndrome,
    Peter-Pan-Syndrom, Alice in Wonderland syndrome, Alice-im-Wunderland-Syndrom, Othello syndrome,
    Othello-Syndrom, Ophelia syndrome, Pickwick-Syndrom, Pickwickian syndrome, Rapunzel syndrome,
    Napoleon complex, Napoleon-Komplex, Ödipuskomplex, Oedipus complex, Elektra-Komplex, Electra
    complex, Cinderella complex, Kain-Komplex, Achillessehne, Achillodynie, Adamsapfel, Caput
    Medusae, Caput medusae, Peyer's patches, Peyer patches, Peyer-Plaques, Meissner's corpuscle,
    Pacinian corpuscle, Vater-Pacini, Merkel cells, Merkel cell carcinoma, Merkelzellkarzinom,
    Reed-Sternberg, Sternberg-Reed, Auer rods, Auer-Stäbchen, Heinz bodies, Heinz-Körper,
    Howell-Jolly, Lewy bodies, Lewy body dementia, Lewy-Körperchen, Mallory bodies, Bence Jones
    protein, Bence-Jones-Protein, Ziehl-Neelsen, Giemsa stain, Wright stain, Papanicolaou smear, Pap
    smear, Pap-Abstrich, Gram-negativ, Gram-positiv, Gram negative, Gram positive, Coombs test,
    Coombs-Test, Kleihauer-Betke, Guthrie test, Guthrie-Test, Schellong-Test, Mantoux test,
    Mendel-Mantoux, Heaf test, Tzanck test, Schick test, Trendelenburg position,
    Trendelenburg-Lagerung, Sims position, Sims-Lagerung, Lloyd-Davies position, Fowler-Lagerung,
    Semi-Fowler, Kocher incision, Kocher-Schnitt, Pfannenstiel incision, Pfannenstiel-Schnitt, Lanz
    incision, McBurney's point, McBurney-Punkt, Lanz-Punkt, Murphy drip, Kehr's sign, Cullen's sign,
    Grey Turner's sign, Homans' sign, Homans-Zeichen, Payr-Zeichen, Blumberg-Zeichen, Rovsing's
    sign, Psoas-Zeichen, Levine's sign, Hoover's sign, Gowers' sign, Battle's sign, Battle sign,
    Turner sign, Nikolsky's sign, Nikolski-Zeichen, Auspitz sign, Janeway lesions, Osler's nodes,
    Osler nodes, Osler-Knötchen, Roth spots, Roth's spots, Koplik spots, Koplik's spots,
    Koplik-Flecken, Beau's lines, Beau lines, Mees' lines, Muehrcke's lines, Terry's nails, Lisch
    nodules, Bitot's spots, Kayser-Fleischer, Kayser-Fleischer ring, Brushfield spots, Virchow's
    node, Virchow's triad, Virchow-Trias, Virchow-Drüse, Sister Mary Joseph nodule, Charcot's triad,
    Charcot joint, Charcot foot, Charcot-Fuß, Beck's triad, Beck-Trias, Cushing's triad,
    Cushing-Trias, Whipple's triad, Whipple's procedure, Whipple procedure, Whipple-OP, Hutchinson's
    triad, Merseburger Trias, Samter's triad, Hartmann's procedure, Hartmann-Operation, Hartmann-OP,
    Nissen fundoplication, Nissen-Fundoplikatio, Fundoplicatio nach Nissen, Billroth I, Billroth II,
    Roux-en-Y, Kasai procedure, Ross procedure, Fontan circulation, Fontan-Zirkulation, Norwood
    procedure, Blalock-Taussig shunt, Bentall procedure, Bentall-Operation, David-Operation, Maze
    procedure, Swan Ganz, Swan-Ganz-Katheter, Hickman line, Hickman-Katheter, Broviac-Katheter,
    Port-a-Cath, Quinton catheter, Tenckhoff catheter, Shaldon-Katheter, Sheldon-Katheter,
    Foley-Katheter, Tiemann-Katheter, Nélaton-Katheter, Dauerkatheter nach Foley, Fogarty catheter,
    Fogarty-Katheter, Sengstaken-Blakemore, Sengstaken tube, Linton-Nachlas, Minnesota tube, Ryles
    tube, Ryle's tube, Redon-Drainage, Redondrainage, Robinson-Drainage, Bülau-Drainage,
    Jackson-Pratt, Jackson-Pratt drain, Penrose drain, Blake drain, Kehr-Drainage, Monaldi-Drainage,
    Guedel airway, Guedel-Tubus, Wendl-Tubus, Magill forceps, Magill-Zange, Magill-Tubus, Macintosh
    blade, Macintosh-Spatel, Miller blade, Mapleson circuit, Mapleson C, Bain circuit, Ambu bag,
    Ambu-Beutel, Laerdal-Beutel, Yankauer sucker, Yankauer suction, Kocher clamp, Kocher-Klemme,
    Pean-Klemme, Péan-Klemme, Backhaus-Klemme, Langenbeck retractor, Langenbeck-Haken, Roux-Haken,
    Allis forceps, Babcock forceps, Babcock-Klemme, Kelly clamp, Mayo scissors, Mayo stand,
    Metzenbaum scissors, Metzenbaum-Schere, Adson forceps, Adson-Pinzette, Volkmann-Löffel,
    Luer-Lock, Luer lock, Luer-Spritze, Redon-Flasche, Kirschner wire, Kirschner-Draht, K-Draht nach
    Kirschner, Steinmann pin, Steinmann-Nagel, Ilizarov frame, Ilizarov-Fixateur, Küntscher-Nagel,
    Gilchrist-Verband, Gilchrist bandage, Desault-Verband, Velpeau bandage, Thomas splint,
    Thomas-Schiene, Braun-Schiene, Böhler-Schiene, Kramer-Schiene, Cramer-Schiene, Zimmer splint,
    Denis Browne bar, Pavlik harness, Pavlik-Bandage, Milwaukee brace, Chêneau-Korsett,
    Boston-Korsett, Sarmiento brace, Aircast boot, Robert Jones bandage, Robert-Jones-Verband, Unna
    boot, Zinkleimverband nach Unna, Esmarch bandage, Esmarch-Handgriff, Leopold-Handgriffe,
    Leopold's manoeuvres, McRoberts manoeuvre, McRoberts-Manöver, Bracht-Manöver, Credé-Handgriff,
    Kristeller-Handgriff, Naegele-Regel, Naegele's rule, Nägele-Regel, Bracht-Entbindung, Braxton
    Hicks, Braxton-Hicks, Braxton Hicks contractions, Kielland forceps, Wrigley's forceps, Simpson
    forceps, Shirodkar-Cerclage, Shirodkar suture, McDonald suture, Bakri balloon, Lamaze classes,
    Leboyer, Doppler scan, Doppler-Sonographie, Billings method, Knaus-Ogino, Pearl-Index, Pearl
    Index, Tanner stage, Tanner-Stadium, Tanner stages, Apgar-Score, Apgar 9/10, Petrussa-Index,
    Silverman score, Moro reflex, Moro-Reflex, Babinski reflex, Galant-Reflex, Gesell scale, Ballard
    score, Dubowitz score, Vojta-Therapie, Bobath-Konzept, Bobath-Therapie, Vojta therapy, Castillo
    Morales, Affolter-Modell, Perfetti-Konzept, Alexander technique, Alexander-Technik,
    Feldenkrais-Methode, Dorn-Methode, Dorn-Therapie, Breuß-Massage, McKenzie exercises,
    McKenzie-Methode, Maitland-Konzept, Mulligan concept, Schroth-Therapie, Brügger-Therapie,
    Rolfing, Pilates, Kinesio-Taping, Jacobson-Entspannung, Progressive Muskelentspannung nach
    Jacobson, Autogenes Training nach Schultz, Buteyko method, Kegel exercises, Kegel-Übungen,
    Mayr-Kur, F.X.-Mayr-Kur, Buchinger-Fasten, Gerson therapy, Hildegard-Medizin, Bachblüten, Rescue
    Remedy, Schüßlersalze, Kneippkur, Kneippbad, Priessnitz-Wickel, Prießnitz-Wickel, Ringer
    lactate, Ringer-Acetat, Ringerlösung, Hartmann solution, Tyrode solution, Burow's solution,
    Lugol's solution, Lugolsche Lösung, Lugol's iodine, Dakin's solution, Castellani-Lösung,
    Whitfield's ointment, Fowler's solution, Tincture of Benzoin, Franzbranntwein, Klosterfrau
    Melissengeist, Doppelherz, Wick VapoRub, Vicks VapoRub, Dr. Theiss, Dr. Scheffler, Dr. Loges,
    Dr. Wolz, Dr. Beckmann, Dr. Belter, Dr. Grandel, Dr. Jacob's, Dr. Niedermaier, Dr. Best, Abtei
    Vitamine, Tetesept, Hermes Cevitt, Emser Pastillen, Isla Moos, Ricola, Em-eukal, Fisherman's
    Friend, Fishermans Friend, Anusol, Gaviscon, Rennie tablets, Rennie Tabletten, Alka-Seltzer,
    Andrews Salts, Carter's pills, Beecham's powders, Beechams powders, Lemsip, Calpol, Nurofen,
    Anadin, Bisodol, Milk of Magnesia, Germolene, Savlon, Sudocrem, Bonjela, Dentinox, Infacol,
    Gripe water, Woodward's gripe water, Fybogel, Senokot, Dulcosoft, Piriton, Benadryl, Otrivin,
    Olbas Oil, Strepsils, Halls Soothers, Tylenol, Excedrin, Pepto-Bismol, Tums, Robitussin, Dr.
    Kade, Aspirin Bayer, Buscopan, Iberogast, Meditonsin, Umckaloabo, Gelomyrtol, Sinupret, Prospan,
    Mucosolvan, ACC akut, Thomapyrin, Dolormin, Togal, Vivimed, Neuralgin, Paracetamol Stada,
    Grippostad, Wick MediNait, Baldriparan, Neurexan, Vomex, Riopan, Talcid, Kohletabletten Caesar,
    Perenterol, Lopedium, Kytta Salbe, Traumeel, Mobilat, Doc Salbe, Pferdesalbe, Zovirax,
    Lomaherpan, Fenistil, Soventol, Bepanthol, Wobenzym, Centrum Vitamine, Orthomol, Tebonin,
    Femibion, Elevit, Clearblue, Durex, Billy Boy Kondome, Billy Boy, Ritex, Wrigley's, Elastoplast,
    Band-Aid, Steri-Strip, Opsite, Mepilex, Allevyn, Aquacel, Comfeel, Jobst Strümpfe, Jobst
    stockings, Medi Kompressionsstrümpfe, Bauerfeind Bandage, Ofa Bamberg, Ottobock, Invacare,
    Sunrise Medical, Meyra, Permobil, Stannah stairlift, Stannah, Lifta Treppenlift, Coloplast,
    ConvaTec, B. Braun, Braun Melsungen, Fresenius Medical Care, Philips Respironics, ResMed, Dräger
    Beatmung, Dräger Evita, Siemens Healthineers, Zeiss Mikroskop, Leitz Ordner, Heine Otoskop,
    Littmann stethoscope, Littmann Stethoskop, Welch Allyn, Riester RR, Stryker Trage, Stollenwerk
    Trage, Hillrom, Hill-Rom, Medtronic, Boston Scientific, St. Jude Medical, Edwards Lifesciences,
    Zimmer Biomet, Smith & Nephew, Smith and Nephew, DePuy Synthes, Richard Wolf Endoskop, Olympus
    Endoskop, Becton Dickinson, Baxter Healthcare, Abbott Laboratories, Bard catheter, Cook Medical,
    Beckman Coulter, Roche Diagnostics, Quest Diagnostics, LabCorp, Hanks' balanced salt,
    Krebs-Henseleit, Krebs cycle, Krebs-Zyklus, Calvin cycle, Calvin-Zyklus, Cori cycle,
    Cori-Zyklus, Bohr effect, Bohr-Effekt, Haldane effect, Frank-Starling, Starling's law, Starling
    curve, Monro-Kellie doctrine, Wiggers diagram, Einthoven triangle, Einthoven-Dreieck, Wilson
    leads, Goldberger-Ableitung, Nehb-Ableitung, Sokolow-Lyon, Sokolow-Lyon-Index,
    Lown-Klassifikation, Killip class, Killip-Klassifikation, Levine scale, Fontaine-Stadium,
    Rutherford classification, Stanford A, Stanford B, DeBakey type, DeBakey-Klassifikation, Ann
    Arbor staging, Ann-Arbor-Klassifikation, Duke's staging, Dukes stage, Dukes' stage, Binet stage,
    Rai stage, Child-Pugh, Child-Pugh-Score, Cockcroft-Gault, Tiffeneau-Index, Horowitz-Index,
    Horovitz-Quotient, Quick-Wert, Quick-Test, Rinne-Versuch, Weber-Versuch, Rinne test, Weber test,
    Schwabach-Versuch, Unterberger-Tretversuch, Romberg-Test, Romberg-Versuch, Barany test,
    Frenzel-Brille, Landolt-Ringe, Landolt C, Snellen chart, Snellen-Tafel, Jaeger chart, Ishihara
    plates, Ishihara-Tafeln, Amsler grid, Amsler-Gitter, Goldmann tonometer, Goldmann-Tonometrie,
    Schirmer-Test, Hertel exophthalmometer, Adie's pupil, Adie-Pupille, Horner's syndrome,
    Holmes-Adie, Argyll Robertson, Schober-Zeichen, Ott-Zeichen, Schober-Maß, Mennell-Zeichen,
    Lasègue-Zeichen, Bragard-Zeichen, Apley test, Apley-Test, Thessaly test, Pivot-Shift, Neer test,
    Neer's sign, Neer-Test, Speed test, Speed's test, Yergason's test, Jobe-Test, Patte-Test,
    Hawkins-Test, Phalen's test, Phalen-Test, Tinel's sign, Hoffmann-Tinel-Zeichen, Froment's sign,
    Froment-Zeichen, Durkan's test, Finkelstein's test, Eichhoff-Test, Allen-Test, Thompson-Test,
    Simmonds' test, Thomas-Handgriff, Drehmann-Zeichen, Barlow test, Ortolani test,
    Ortolani-Zeichen, Patrick-Test, Patrick's test, FABER test, Gaenslen's test, Vorlauftest, Adams
    forward bend test, Adams-Test, Gartland classification, Garden classification, Garden III,
    Pauwels-Klassifikation, Weber-B-Fraktur, Weber B fracture, Danis-Weber, Salter-Harris, Salter
    Harris II, Gustilo-Anderson, Mason fracture, Essex-Lopresti, Galeazzi-Fraktur,
    Monteggia-Fraktur, Bennett-Fraktur, Rolando-Fraktur, Rolando fracture, Barton-Fraktur,
    Chauffeur's fracture, Boxer's fracture, Segond-Fraktur, Segond fracture, Tillaux fracture, Pilon
    fracture, Maisonneuve-Fraktur, Maisonneuve fracture, Lisfranc injury, Lisfranc-Gelenk,
    Chopart-Gelenk, Chopart joint, Hill-Sachs, Hill-Sachs-Läsion, Bankart lesion, Bankart-Läsion,
    Bankart repair, Latarjet procedure, Putti-Platt, Tossy III, Rockwood III, Chance fracture,
    Jefferson-Fraktur, Hangman's fracture, Le Fort, Le Fort I, Le Fort II, Schatzker type, Baker's
    cysts, Sever's disease, Blount's disease, Köhler's disease, Freiberg's disease, Kienböck's
    disease, Scheuermann's disease, Perthes' disease, Perthes disease, Gilbert's syndrome, Gilbert
    syndrome, Barlow's disease, Hand-Foot-Mouth, Bornholm disease, Legionnaires' disease, Lou
    Gehrig's disease, Lou Gehrig disease, Weil's disease, Chagas disease, Lyme disease,
    Lyme-Borreliose, Ebola, Zika, Coxsackie, Coxsackie virus, Norwalk virus, Hanta, Epstein-Barr,
    Epstein Barr, Marburg-Virus, Sweet's syndrome, Sweet-Syndrom, Hunter syndrome, Edwards syndrome,
    Edwards-Syndrom, Patau syndrome, Turner-Syndrom, Turner syndrome, Williams syndrome,
    Alport-Syndrom, Bloom syndrome, Werner syndrome, Rett-Syndrom, West-Syndrom, Dravet-Syndrom,
    Lennox-Gastaut, Jackson-Anfall, Jacksonian seizure, Todd's paresis, Todd-Parese, Bell's
    phenomenon, Wallenberg-Syndrom, Weber-Syndrom, Benedikt-Syndrom, Broca's area, Broca-Areal,
    Wernicke's area, Wernicke-Areal, Brodmann area, Brodmann-Areal, Sylvian fissure, Rolandic
    fissure, circle of Willis, Heschl's gyrus, Papez circuit, Golgi apparatus, Golgi-Apparat,
    Hering-Breuer, Bezold-Jarisch, Bainbridge reflex, Wolff-Parkinson-White, Lown-Ganong-Levine,
    Romano-Ward, Jervell Lange-Nielsen, Austin Flint murmur, Graham Steell murmur, Korotkoff sounds,
    Korotkow-Geräusche, Erb's point, Erb-Punkt, Kerley B lines, Kerley-Linien, Kerley lines,
    Westermark sign, Hampton's hump, Ghon focus, Ghon complex, Simon-Spitzenherd, Pancoast-Tumor,
    Kulchitsky cells, Clara cells, Kupffer-Zellen, Ito cells, Space of Disse, Disse-Raum, Glisson's
    capsule, Oddi-Sphinkter, sphincter of Oddi, papilla of Vater, Papilla Vateri, Ductus
    Wirsungianus, Wirsung duct, Santorini duct, Hartmann's pouch, Morison's pouch, Morrison-Pouch,
    pouch of Douglas, Pouch of Douglas, Douglas-Raum, Douglasraum, Calot's triangle, Calot-Dreieck,
    Hesselbach's triangle, Scarpa's triangle, Cooper's ligament, Cloquet's node, Hunter's canal,
    Alcock's canal, Guyon's canal, Guyon-Loge, Gerota's fascia, Gerota-Faszie, Denonvilliers fascia,
    Camper's fascia, Scarpa's fascia, Colles' fascia, Buck's fascia, Cowper's gland, Cowper-Drüse,
    Skene's gland, Bartholin's cyst, Bartholin-Zyste, Bartholinitis, Montgomery glands, Nabothian
    cyst, Naboth-Ei, Müllerian duct, Müller-Gang, Wolffian duct, Wolff-Gang, Gartner's duct,
    Graafian follicle, Graaf-Follikel, Call-Exner bodies, Barr body, Barr-Körperchen
"""
