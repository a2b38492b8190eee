"""Brands that are also names of people, by what they make: they count beside its word alone."""

from __future__ import annotations

MAKERS = {
    "home": """
        billy kallax pax malm hemnes knoll thonet vitra hülsta kare artek nolte leicht häcker
        schüller sieger alno dieter bene sedus hermann herman drew roche bolia walter benz ercol
        habitat heal knightsbridge harveys silentnight dreams emma casper dunlopillo thomas
        rosenthal hutschenreuther seltmann arzberg kahla ritzenhoff nachtmann leonardo silit fissler
        zwilling henckels alessi sheffield denby portmeirion wedgwood spode burleigh kohler duravit
        keramag geberit kaldewei grohe hansa dornbracht keuco emco burgbad roca
    """,
    "tool": """
        bosch stihl hilti metabo festool einhell makita ryobi stanley wiha wera knipex gedore hazet
        fein kress fischer würth hailo gardena wolf fiskars husqvarna dolmar scheppach henry kärcher
        worx flex mafell steinel spear draper parkside karcher flymo mcculloch zarges krause soehnle
        leifheit vorwerk hoover vax shark gtech numatic milwaukee craftsman snap
    """,
    "device": """
        bosch siemens bauknecht neff braun philips dyson liebherr constructa hoover smeg kenwood
        krups jura severin grundig loewe remington breville tefal russell magimix kitchenaid zanussi
        hotpoint candy miele amica privileg hanseatic clatronic graef ritter bork gorenje medion
        technics marantz denon onkyo dual hertz bose harman klipsch canton teufel nubert metz
        brother xerox epson olivetti nixdorf dell hewlett casio garmin fitbit thomson maxwell
        vaillant viessmann wolf junkers buderus weishaupt remeha baxi worcester ideal glen nest
    """,
    "car": """
        ford mercedes benz daimler bentley austin morris lotus lincoln dodge jaguar morgan smart
        mini seat suzuki honda maybach borgward horch man scania hymer knaus hobby dethleffs fendt
        claas deutz hanomag case kubota steyr krone lemken iveco neoplan setra bianchi scott cube
        giant trek brompton hercules diamant kalkhoff kettler gazelle focus raleigh triumph norton
        royal fiesta corsa astra clio leon ibiza fabia octavia giulia giulietta zoe mégane megane
        kadett manta passat golf polo cayenne carrera tucson kia saab rover vauxhall peterbilt mack
        kenworth pilote adria bailey swift elddis lunar eriba weinsberg bürstner carthago niesmann
        böckmann humbaur westfalia thule römer fulda dunlop goodyear uniroyal metzeler bridgestone
        yamaha brennabor gudereit stevens canyon rose winora haibike riese corratec carver
        specialized cannondale marin orbea pinarello colnago henschel talbot hillman humber wolseley
        lagonda
    """,
    "wear": """
        clarks ecco gabor rieker tamaris lloyd lowa meindl hanwag mammut merrell scott salomon
        brooks hoka vans barbour burton next jules joules benetton diesel guess fossil esprit olsen
        opus brax strellson joop bogner schöffel falke schiesser calida triumph mey wolford levi
        levis wrangler lee carhartt dickies russell champion ellesse kappa hummel jako umbro mizuno
        bench bally loake church churchs grenson hermes chanel dior boss armani zegna camper dune
        faith oasis coast seidensticker eterna olymp tommy hilfiger ralph lauren calvin klein
        michael kors marc jacobs jimmy manolo gerry marco maxmara bruno magli ara waldläufer
        haflinger giesswein birkenstock josef seibel peter kaiser sioux dockers josefseibel legero
        converse lacoste fred perry ben sherman penguin lyle gant napapijri patagonia columbia
        regatta craghoppers helly fjällräven rab odlo löffler maloja ortovox deuter tatonka osprey
        gregory kipling fritz mandarina bree aigner liebeskind picard mulberry radley furla coach
        joseph whistles hobbs phase monsoon jaeger austin reed moss charles tyrwhitt turnbull asser
        eduard dressler roy robson digel wilvorst leineweber stanley stella chloe paul nike jordan
        kenzo givenchy balenciaga valentino fendi moschino missoni etro pierre cardin lanvin celine
        wellensteyn camel tom jack wolfskin marmot bonprix heine klingel witt wenz walbusch
        madeleine uggs hunter dubarry ariat timberland caterpillar kangaroos superfit ricosta
        elefanten
    """,
    "jewel": """
        fossil omega longines tudor junghans sinn tissot cartier tiffany chopard christ pandora
        wempe nomos rado mido oris certina hamilton bulova citizen seiko casio festina skagen daniel
        hublot iwc zenith ebel baume piaget bulgari bvlgari thomas samuel ernest links kay zales
        jared niessing wellendorff fope bering jacques laco stowa junkers boccia lotus
    """,
    "drink": """
        astra beck becks jever holsten hasseröder löwenbräu augustiner franziskaner rothaus gaffel
        früh reissdorf ottakringer stiegl gösser zipfer tuborg corona miller coors foster fosters
        carling tennent tennents smithwick smithwicks murphy murphys jameson bushmills powers paddy
        teacher teachers bell bells grant grants dewar dewars ballantine ballantines chivas gordon
        gordons tanqueray hendrick hendricks beefeater bombay martini henkell rotkäppchen mumm
        deinhard kessler pommery bollinger krug ruinart taylor taylors sandeman graham grahams
        osborne asbach averna underberg doornkaat linie jacobs darboven eduscho jura lipton meßmer
        typhoo barry barrys lyons pukka yogi robert löwen budweiser busch yuengling adams guinness
        greene fuller fullers shepherd theakston theakstons marston marstons hobgoblin brewdog
        wadworth adnams timothy young youngs newcastle kilkenny harp bulmers magners strongbow
        aspall weston westons kopparberg rekorderlig schweppes fever pimm pimms belvedere kilbeggan
        redbreast talisker macallan glenfiddich laphroaig lagavulin bowmore oban ardbeg dalwhinnie
        wild evan woodford maker buffalo gorbatschow stolichnaya puschkin absolut tito titos
        hennessy martell courvoisier remy carlos havana blanchet kröver gallo penfolds jacob lavazza
        illy melitta gala idee mövenpick vittel adelholzener rhodius förstina hassia franz maisel
        schneider weihenstephaner hacker ayinger maisels kulmbacher licher eichbaum hövels
        dinkelacker schwaben fürst füchschen schumacher uerige schlüssel sion päffgen mühlen
    """,
    "food": """
        wagner ritter storck merci milka lindt halloren leibniz brandt hengstenberg kühne develey
        homann herta gutfried meica zimbo reinert knorr maggi erasco pfanni heinz kraft campbell
        campbells kellogg kelloggs mars quaker hartley hartleys robertson robertsons warburton
        warburtons kingsmill walkers tyrrells kettle fox foxs mcvitie jacob jacobs ryvita dole birds
        hellmann hellmanns colman colmans schwartau zentis ehrmann zott bauer weihenstephan müller
        muller onken rama hochland barilla de buitoni sarah lee betty bonne grace branston bisto oxo
        ambrosia baxter baxters crosse batchelors ginsters bernard matthews richmond wall walls
        cumberland galtee denny brennan brennans odlum odlums tayto kerry avonmore hershey hersheys
        reese reeses wonka mrs smucker smuckers welch welchs ragu prego hunts oscar tyson perdue
        hormel stouffer stouffers marie newman newmans annie annies amy amys nabisco keebler martin
        thomas sara entenmann franks lay lays orville wise utz herr ruffles niederegger lambertz
        schmidt wicklein weiss hussel arko hachez feodora sarotti stollwerck sprengel corny balisto
        duplo giotto raffaello küchenmeister aachener mestemacher harry golden lieken wasa burger
        leicht filinchen dr carl kattus popp nadler houdek böklunder wolf könecke block frosta käptn
        costa escal langnese schöller botterbloom magnum cornetto florida schär alnavit davert
        rapunzel allos zwergenwiese sonnentor lebensbaum voelkel beutelsbacher
    """,
    "care": """
        müller rossmann douglas weleda sebamed eucerin vichy caudalie kneipp speick frei balea isana
        schwarzkopf wella garnier guerlain lancaster dove rexona axe nuxe simple boots superdrug
        florena babor annemarie börlind hauschka logona lavera alverde rausch guhl andrea john paul
        mitchell tony toni aveda olaplex redken alcina clarins rubinstein astor jade max factor
        rimmel revlon bourjois essie opi bobbi charlotte jo malone molton neal penhaligon calvin
        davidoff joop jil sander bruno gabriela laura biagiotti lagerfeld tabac irisch fenjal
        duschdas wilkinson gillette braun philips venus harry harrys billie oral sensodyne aronal
        lacalut johnson johnsons simon neutrogena nivea aveeno cetaphil mary avon oriflame imperial
        pears
    """,
    "pet": """
        felix sheba frolic pedigree cesar josera bosch rinti happy whiskas purina hills royal
        eukanuba iams gourmet kitekat perfect animonda macs mera wolfsblut dr bakers harringtons
        lily lilys butcher butchers winalot arden james wellbeloved burns webbox dreamies trixie
        vitakraft tetra sera juwel eheim flexi hunter julius ruffwear kong furminator catsan
    """,
    "baby": """
        hipp milupa aptamil bübchen nuk britax römer maxi stokke hauck teutonia cybex joie chicco
        graco bugaboo silver mamas tommee avent medela philips lansinoh ella alete bebivita holle
        töpfer humana lupilu steiff sigikid käthe haba selecta goki lilliputiens jellycat sophie
        fisher vtech leap schleich bruder siku wiking simba zapf barbie baby annabell ken
    """,
    "music": """
        steinway bechstein blüthner bösendorfer schimmel sauter seiler kawai hohner gibson fender
        martin taylor ibanez marshall selmer buffet jupiter bach amati guarneri roland korg moog
        hammond rhodes wurlitzer ludwig sonor pearl zildjian sabian paiste petrof grotrian pfeiffer
        yamaha weltmeister thürmer feurich ritmüller estonia fazioli höfner hofner framus warwick
        rickenbacker gretsch guild epiphone takamine lakewood hanika hopf vox orange peavey laney
        engl besson conn king getzen stradivarius schreiber heckel miraphone cerveny alexander
        mollenhauer moeck küng schilke denis otto monette gewa pirastro thomastik daddario elixir
        adams nord kurzweil casio shure neumann rode akg beyer
    """,
    "book": """
        palandt schönfelder sartorius habersack grüneberg beck klett cornelsen westermann schroedel
        diesterweg duden langenscheidt brockhaus thieme springer elsevier carlsen fischer rowohlt
        suhrkamp hanser reclam ullstein heyne goldmann dtv piper lübbe könig pearson collins
        chambers hodder macmillan faber bloomsbury penguin wiley longman gray netter pschyrembel
        herold sobotta prometheus silbernagl stryer campbell tipler gerthsen demtröder bronstein
        papula zöller putzo wessels brox medicus maunz dürig baumbach otto luchterhand nomos heymann
        schmidt mohr vahlen gabler kohlhammer haufe insel wagenbach aufbau diogenes kiepenheuer
        droemer knaur bertelsmann herder arena oetinger thienemann dressler loewe beltz merkur raabe
        hueber schubert pons buchner schöningh volk bange stark hauschka cassell puffin ladybird
        oxford cambridge methuen virago picador vintage doubleday scribner knopf norton blackwell
        routledge sage merriam webster roget baedeker marco michelin fodor frommer rick harrison
        davidson kumar guyton lehninger alberts janeway robbins moore rohen fontane atkins mortimer
        clayden riedel vollhardt marieb jost pape klinke halliday feynman blackstone archbold chitty
        clerk treitel smith halsbury winfield stone woolf
    """,
    "house": """
        hilton marriott hyatt sheraton ritz steigenberger maritim kempinski wetherspoon harvester
        wendy wendys denny dennys arby arbys popeyes hooters subway adlon sacher claridge ramada
        lindner dorint leonardo novum wyndham hampton radisson regent savoy dorchester langham
        westin conrad waldorf astoria jurys maldron clayton malmaison toby brewers beefeater pret
        greggs costa nero caffe hans peter block vincent joey leon itsu giraffe carluccio carluccios
        zizzi ask bella jamie frankie franky bill bills gail gails paul betty bettys patisserie
        applebee applebees chili chilis culver culvers carl carls wendel raising harold dave daves
        hardee hardees jimmy papa domino dominos little round marco sonder max maredo marché
    """,
    "money": """
        halifax lloyds coutts vanguard fidelity santander starling tandem hargreaves hiscox hastings
        direct esure liberty prudential gerling janitos volkswohl continentale hallesche inter
        nürnberger iduna helvetia basler baloise concordia provinzial vgh württembergische wüstenrot
        bhw hanseatic berenberg merkur hamburger ergo victoria generali zurich stuttgarter alliance
        aon pictet lombard raiffeisen hypo bawag wiener uniqa grazer donau geico allstate humana
        cigna aetna anthem ally discover axos nationwide
    """,
    "code": """
        jenkins travis circle gradle maven cassandra oracle django flask laravel vaadin jasper
        thanos loki prometheus consul vault nomad hugo jekyll pelican lucene solr kafka storm
        zookeeper hive flink jest cypress mocha selenium playwright babel bert roberta elmo jarvis
        norton celery sidekiq gerrit alma aleph moodle ilias otto elster karaf camel sherlock falcon
        seaborn julia ada ruby perl pascal haskell scala elm swift kotlin eiffel claude alexa siri
        watson gemini cortana bixby joule clippy merlin miranda trillian pidgin adium eliza felix
        karl bruno hazel dijkstra turing hopper ampere volta kepler maxwell fermi tesla lovelace
        blackwell ryzen curie davinci whisper llama mistral gemma phi vicuna alpaca heidi caesar
        sophos eset panda norman symantec gdata sentinel crowdstrike lansweeper argo tekton flux
        helm istio linkerd envoy calico cilium rook harbor keel spinnaker drone bamboo buildkite
        woodpecker renovate snyk sonar sentry bugsnag rollbar datadog dynatrace splunk nagios icinga
        zabbix munin cacti sensu monit puppet chef salt vagrant packer rancher drupal contao neos
        wagtail ghost strapi eleventy gatsby astro svelte ember meteor elixir phoenix erlang clojure
        racket dylan curry nim crystal vala hack delphi lazarus hibernate spring quarkus micronaut
        wicket struts tapestry guava mockito junit jackson gson jasmine karma chai sinon ava
        mercurial darcs fossil perforce bazaar monotone thunderbird eudora pegasus evolution lotus
        domino notes bob tux
    """,
}
