"""More brands that nobody is called by, and names of what people wear, drive and drink."""

from __future__ import annotations

WORDS = """
    evri yodel parcelforce postnl bpost correos sendcloud packlink anpost royalmail gofundme hülsta
    musterring himolla koinor interlübke rolfbenz usm kartell poltrona fritzhansen muuto bulthaup
    siematic nobilia alno schmidtküchen poco möbelkraft jysk maisons wayfair dfs furniturevillage
    scs made.com dunelm argos wilko b&m b&q toolstation toolstream travisperkins buildbase homedepot
    menards acehardware petsmart petco petsathome tjmaxx homegoods bestbuy macys bloomingdales
    nordstrom jcpenney kmart costcutter londis centra supervalu dunnesstores superquinn morrisons
    somerfield budgens farmfoods lidlplus aldisüd billa netto famila tegut marktkauf denns bioland
    demeter alnatura veganz migros interdiscount digitec galaxus willhaben mömax weltbild medimops
    rebuy momox bücher.de eurobuch buecher zvab waterstones whsmith hmv currys pcworld carphone
    phones4u vodafone threeuk giffgaff voxi lebara lycamobile talktalk plusnet virginmedia bskyb
    nowtv britbox itvx eir sky.de magenta blau.de simyo klarmobil mobilcom debitel netcologne
    swisscom yallo a1 tmobile verizon at&t xfinity comcast eprimo yello lichtblick naturstrom
    polarstern entega mainova rheinenergie stadtwerke gasag octopus ovo npower scottishpower utilita
    utilitywarehouse electricireland bordgais airtricity energia conedison pge wienenergie westnetz
    adobe autodesk autocad solidworks catia ansys matlab simulink labview spss stata minitab jmp
    latex overleaf zotero mendeley endnote citavi mathematica geogebra desmos wolframalpha obsidian
    evernote onenote todoist canva webex gotomeeting jitsi bigbluebutton mattermost rocketchat
    threema viber wechat weibo mastodon bluesky tumblr quora substack patreon kickstarter indiegogo
    fiverr upwork xing stepstone glassdoor kununu totaljobs reed.co.uk adzuna irishjobs linkedin
    taskrabbit myhammer checkatrade trustpilot trustedshops checkfox check24 verivox idealo geizhals
    billiger moneysupermarket comparethemarket gocompare confused.com uswitch rightmove zoopla
    immoscout immobilienscout immowelt immonet daft.ie myhome autoscout24 carwow autotrader gumtree
    kleinanzeigen quoka vinted depop shpock poshmark etsy notonthehighstreet moonpig funkypigeon
    photobox cewe snapfish myspace friendster stackoverflow jetbrains webstorm phpstorm goland
    resharper sublime vscode neovim emacs eclipse netbeans xcode cocoapods homebrew npm webpack
    rollup esbuild eslint prettier typescript javascript nodejs deno angular redux nextjs nuxt
    jquery lodash tailwind fastapi pydantic sqlalchemy alembic pytest mypy scikit-learn scipy
    matplotlib keras huggingface langchain llamaindex ollama pinecone weaviate qdrant milvus faiss
    opensearch logstash filebeat fluentd prometheus grafana influxdb timescaledb clickhouse
    snowflake bigquery redshift databricks airflow dagster dbt fivetran powerbi qlik metabase
    superset sqlite couchdb couchbase neo4j dynamodb firestore supabase firebase planetscale
    cockroachdb memcached haproxy traefik apache2 iis openresty wireguard openvpn tailscale nordvpn
    expressvpn surfshark protonvpn protonmail tutanota posteo mailbox.org gmx web.de hotmail aol
    icloud thunderbird roundcube zimbra keepass keepassxc bitwarden 1password lastpass dashlane
    yubikey okta keycloak auth0 crowdstrike sentinelone carbonblack trendmicro fortinet fortigate
    paloalto checkpoint zyxel netgear linksys tp-link ubiquiti unifi mikrotik synology qnap seagate
    sandisk kioxia razer steelseries hyperx thrustmaster wacom epson canon lexmark kyocera ricoh
    konica olympus fujifilm pentax hasselblad tamron manfrotto rollei agfa telefunken medion grundig
    blaupunkt salesforce servicenow netsuite odoo quickbooks xero freshbooks datev wiso taxfix
    smartsteuer steuerbot lexoffice fastbill easybill billomat bamboohr workable recruitee sipgate
    placetel zendesk freshdesk hubspot pipedrive mailchimp brevo sendgrid twilio adyen sumup zettle
    izettle n26 bunq scalable flatex comdirect dkb norisbank sparda volksbank sparkasse
    raiffeisenbank hypovereinsbank unicredit nordlb helaba bayernlb apobank triodos umweltbank
    postfinance zkb cler creditsuisse bawag easybank citibank barclays hsbc firstdirect tsb
    virginmoney aib permanenttsb ulsterbank kbc bankofireland creditunion ebs coinbase kraken
    binance bitpanda bitstamp robinhood etoro degiro hdi huk r+v lvm vhv devk arag barmenia debeka
    dkv mecklenburgische swisslife helsana swica groupama baloise uniqa axa aviva directline
    morethan irishlife fbd aetna cigna unitedhealthcare geico statefarm allstate metlife aok kkh ikk
    hek hkk bkk vdek svlfg sbk viactiv mhplus ibuprofen paracetamol aspirin nurofen voltarol
    canesten clotrimazole xarelto eliquis marcumar ramipril metformin januvia jardiance forxiga
    wegovy mounjaro trulicity victoza lantus humalog novorapid actrapid levemir tresiba toujeo
    byetta xanax valium tavor temazepam zopiclone ambien prozac zoloft lexapro cipralex citalopram
    venlafaxine seroquel zyprexa risperdal abilify ritalin concerta elvanse strattera medikinet
    lyrica gabapentin keppra lamictal tegretol orfiril humira enbrel remicade stelara cosentyx
    xolair methotrexate prednisolon decortin salbutamol ventolin symbicort spiriva seretide berodual
    pulmicort singulair nexium pantoprazol omeprazol losec zantac l-thyroxin euthyrox thyroxine
    lipitor crestor simvastatin atorvastatin amlodipine bisoprolol metoprolol beloc concor valsartan
    candesartan torasemid lasix furosemide dytide clexane heparin plavix clopidogrel cialis levitra
    botox comirnaty spikevax vaxzevria shingrix gardasil prevenar tamiflu paxlovid amoxicillin
    augmentin ciprofloxacin clindamycin tramadol tilidin novaminsulfon metamizol oxycontin targin
    fentanyl durogesic morphine sevredol naloxone suboxone methadone nicorette nicotinell champix
    antabuse campral vaseline carmex blistex eucerin cetaphil cerave neutrogena syoss l'occitane
    kiehl's kiehls sephora notino flaconi niche-beauty budnikowsky bipa marionnaud superdrug
    feelunique lookfantastic beautybay elizabetharden hunkemöller intimissimi calzedonia tezenis
    esprit tomtailor s.oliver takko bonprix aboutyou asos boohoo prettylittlething missguided shein
    uniqlo oldnavy forever21 hollister abercrombie superdry primark matalan bonmarché jdsports
    sportsdirect footlocker footasylum decathlon intersport sportscheck globetrotter bergfreunde
    bergzeit gooutdoors millets cotswold trespass jack-wolfskin quechua arcteryx haglöfs fjällräven
    norrøna icebreaker odlo gonso maloja ortovox lowe-alpine osprey thermarest trangia jetboil petzl
    edelrid komperdell fischer-ski tecnica k2 burton-boards shimano sram campagnolo magura abus
    hornit zwift strava komoot garmin peloton concept2 technogym fitx mcfit clever-fit puregym
    gymbox cannondale pinarello colnago ktm woom islabikes hasseröder wernesgrüner radeberger
    köstritzer lübzer holsten jever könig-pilsener dab tannenzäpfle augustinerbräu hofbräu
    tegernseer chiemseer ayinger weihenstephaner schöfferhofer sternburg ur-krostitzer
    berliner-kindl gaffel mühlenkölsch sanmiguel kingfisher tsingtao sapporo budweiser coors
    michelob tennents kilkenny stolichnaya kahlua cointreau disaronno limoncello pernod absinth jägi
    fernet cynar cinzano noilly freixenet rotkäppchensekt fürstmetternich irn-bru irnbru lilt tizer
    tropicana ocean-spray snapple gatorade powerade mezzo-mix afri-cola fritz-kola sinalco almdudler
    rivella ovomaltine nesquik caotina horlicks teekanne meßmer yogitee tetley pg-tips typhoo
    yorkshire-tea pukka tazo teavana whittard dallmayr eduscho tchibo segafredo celestial-seasonings
    kenco douwe-egberts carte-noire maxwell-house folgers dunkin kitkat milkyway maltesers smarties
    quality-street wispa twirl crunchie curlywurly toblerone nimm2 werther's werthers ahoj mentos
    fisherman's pez chupa-chups hubba-bubba wrigley's balisto duplo hanuta kinderbueno yogurette
    raffaello maoam vivil ricola em-eukal pulmoll tunnock's tunnocks hobnobs mcvities digestive tuc
    ritz-cracker pringles funny-frisch chio crunchips walkers-crisps tyrrells tayto doritos fritos
    ruffles tostitos wotsits quavers monster-munch hula-hoops nik-naks weetos shreddies cheerios
    kellogg's kelloggs frosties smacks kölln-flocken dr.oetker pfanni mondamin fuchs-gewürze
    bertolli buitoni sarotti milka alpia wawel lenor weichspüler omo pril meister-proper vanish
    calgon calgonit somat domestos harpic dettol febreze zewa hakle charmin andrex kleenex cushelle
    tampax pampers huggies aptamil milupa bebivita britax maxi-cosi cybex bugaboo stokke silvercross
    mothercare babywalz jako-o vertbaudet toysrus bruder-spielwaren airfix bratz transformers
    pokémon pokemon digimon yugioh monopoly cluedo carcassonne scrabble kniffel yahtzee rummikub
    warcraft starcraft overwatch fortnite minecraft roblox pubg valorant skyrim metroid playstation
    xbox gameboy gog ubisoft rockstar-games škoda škodas kodiaq enyaq kamiq karoq touareg tiguan
    arteon t-roc scirocco jetta phaeton amarok multivan twingo mégane scénic kangoo captur sandero
    berlingo xsara punto multipla doblò ducato fiorino almera corolla avensis auris prius hilux rav4
    landcruiser civic cr-v jimny ignis impreza outback lancer outlander sportage picanto tucson
    ioniq mondeo kuga ecosport vectra zafira meriva insignia mokka astravan macan taycan panamera
    boxster cayman freelander evoque wrangler cherokee durango silverado f-150 unimog actros atego
    sprinter crafter ssangyong byd polestar nio saic lynk carthago eura-mobil lmc fendt-caravan
    swift-caravans bailey-caravans bombardier alstom siemens-mobility talgo pendolino desiro
    flixtrain thalys eurostar railjet westbahn odeg metronom vlexx agilis erixx vueling wizzair wizz
    tuifly tui eurowings aerlingus loganair jet2 klm iberia alitalia etihad qantas finnair jobcenter
    bafin bafög aqa edexcel wjec cambridge-igcse illy abellio yaris qashqai scalextric sprite vitara
    gls
"""
PHRASES = """
    Rolf Benz, Hans Wegner Stuhl, Arne Jacobsen Stuhl, Arne Jacobsen chair, Herman Miller, Hermann
    Miller Stuhl, Charles Eames, Ray Eames, Eames chair, Eames Lounge Chair, Vitra Eames, Barcelona
    chair, Egon Eiermann, Eiermann-Tisch, Marcel Breuer, Verner Panton, Panton Chair, Philippe
    Starck Stuhl, USM Haller, Wilkhahn, Wolfgang Joop Parfum, Frank Walder Bluse, Peter Hahn
    Katalog, Jimmy Dean sausage, Bob Evans Restaurant, Franck Muller Uhr, Avis Mietwagen, Otto Kern
    Hemd, Steelcase, Knoll International, Humanscale, Ligne Roset, Roche Bobois, George Nelson lamp,
    Poul Henningsen, Louis Poulsen, Tom Dixon lamp, Anglepoise, Laura Ashley, Orla Kiely, Cath
    Kidston, John Lewis & Partners, Peter Jones Sloane Square, Harvey Nichols, House of Fraser,
    Debenhams, Brown Thomas, Marks & Sparks, Selfridges, Liberty London, Bon Marché, Kaiser's
    Tengelmann, Kaiser's Kaffee, Saks Fifth Avenue, Neiman Marcus, Bergdorf Goodman, Lord & Taylor,
    Bloomingdale's, Macy's, Kohl's, Dillard's, Harris Teeter, Piggly Wiggly, Stop & Shop,
    Winn-Dixie, Whole Foods, Albertsons, Raley's, Ralphs grocery, Sam's Club, BJ's Wholesale, Dick's
    Sporting Goods, Lowe's, Michaels craft store, Jo-Ann Fabrics, Joann Fabrics, Hobby Lobby, Crate
    & Barrel, Crate and Barrel, Pottery Barn, Ethan Allen, Ashley Furniture, La-Z-Boy, Raymour &
    Flanigan, Rooms To Go, Mattress Firm, Tempur-Pedic, Casper mattress, Emma Matratze, Emma
    mattress, Philippe Starck, Ideal Standard, Armitage Shanks, Villeroy & Boch, Jacob Delafon, Gira
    Schalter, Busch-Jaeger, Busch Jaeger, Albrecht Jung Schalter, Eberle Thermostat, Danfoss,
    Black+Decker, Stanley Black & Decker, Henry hoover, Henry Hoover, Henry vacuum, Bob Vila tools,
    Snap-on, Johnson Controls, Otis elevator, Otis Aufzug, Schindler Aufzug, Schindler lift, Thyssen
    Aufzug, Kone Aufzug, Jungheinrich Stapler, Linde Stapler, Still Stapler, Toyota Stapler,
    Rolls-Royce Motor Cars, Land Rover Defender, Range Rover, Austin Healey, Austin Mini, Morris
    Minor, Morris Oxford, Mini Cooper, Triumph Herald, Triumph Spitfire, Hillman Imp, Reliant Robin,
    Ford Anglia, Ford Cortina, Ford Edsel, Henry Ford Museum, Ford Fiesta, Ford Focus, Ford Escort,
    Ford Ka, Ford Kuga, Ford Puma, Ford Galaxy, Ford Transit, Ford Mustang, Ford Mondeo, Ford
    Ranger, Ford Capri, Ford Taunus, Ford Granada, Ford Explorer, Opel Astra, Opel Corsa, Opel Adam,
    Opel Karl, Opel Kadett, Opel Manta, Opel Zafira, Opel Vivaro, Opel Antara, Vauxhall Astra,
    Vauxhall Corsa, Vauxhall Adam, Vauxhall Victor, Renault Clio, Renault Zoe, Renault Mégane,
    Renault Megane, Renault Twingo, Renault Laguna, Renault Clio V, Seat Leon, Seat Ibiza, Seat
    Arona, Seat Toledo, Seat Cordoba, Seat Marbella, Skoda Octavia, Skoda Fabia, Skoda Felicia,
    Skoda Kamiq, Škoda Octavia, Škoda Fabia, Alfa Giulia, Alfa Romeo Giulia, Alfa Romeo Giulietta,
    Alfa Giulietta, Fiat Tipo, Fiat Bravo, Lancia Delta, Lancia Flavia, Lancia Fulvia, Lancia Thema,
    Citroën Xantia, Citroen Saxo, Peugeot Partner, Nissan Leaf, Nissan Micra, Nissan Juke, Nissan
    Almera, Toyota Camry, Toyota Celica, Toyota Carina, Toyota Corolla, Honda Jazz, Honda Civic,
    Mazda Carol, Hyundai Kona, Hyundai Elantra, Kia Rio, Kia Carens, Chevrolet Aveo, Chevrolet
    Camaro, Chevrolet Malibu, Chevy Nova, Dodge Ram, Dodge Charger, Plymouth Fury, Lincoln
    Continental, Lincoln Navigator, Lincoln Town Car, Mercedes Vito, Mercedes Viano, Mercedes
    Maybach, Mercedes Citan, VW Sharan, VW Polo, VW Golf, VW Passat, VW Käfer, VW Bulli, VW Jetta,
    VW Tiguan, VW Caddy, VW Eos, VW Lupo, VW Fox, VW Vento, VW Corrado, Volvo Amazon, Volvo Penta,
    Tesla Model, Rover 75, Porsche Carrera, Porsche Cayenne, Lotus Elise, Lotus Elan, Lotus Evora,
    Lotus Esprit, Bentley Continental, Bentley Arnage, Ferrari Enzo, Ferrari Dino, Isetta,
    Goggomobil, Borgward Isabella, Lloyd Alexander TS, DKW Junior, NSU Prinz, Hanomag Henschel,
    Massey-Ferguson, Lanz Bulldog, Heinrich Lanz, Deutz-Fahr, New Holland, Case IH, David Brown
    tractor, Fordson Major, Claas Lexion, Royal Enfield, Moto Guzzi, Triumph Bonneville, Norton
    Commando, Norton Motorcycles, Vincent Black Shadow, Simson Schwalbe, Kreidler Florett, Zündapp,
    Brough Superior, Indian Scout, Hymer Eriba, Winnebago, Airstream, Riese & Müller, Riese und
    Müller, Tony Hawk skateboard, Stevens Bikes, Giant Bicycles, Raleigh Chopper, Dawes Galaxy, Hugo
    Boss Anzug, Ralph Lauren, Polo Ralph Lauren, Calvin Klein, Tommy Hilfiger, Michael Kors, Marc
    Jacobs, Kate Spade, Tory Burch, Vera Bradley, Vera Wang, Donna Karan, Kenneth Cole, Jimmy Choo,
    Manolo Blahnik, Christian Louboutin, Alexander McQueen, Stella McCartney, Paul Smith shirt, Paul
    Smith Hemd, Vivienne Westwood, Karen Millen, Ted Baker London, Fred Perry, Ben Sherman, Jack &
    Jones, Jack and Jones, Jack & Jones Jeans, Tom Ford, Tom Ford Parfum, Yves Saint Laurent, Saint
    Laurent, Pierre Cardin, Guy Laroche, Jean Paul Gaultier, Jean-Paul Gaultier, Paco Rabanne,
    Hermès Birkin, Birkin Bag, Kelly Bag, Lady Dior, Miss Dior, Nina Ricci, Carolina Herrera,
    Roberto Cavalli, Giorgio Armani, Emporio Armani, Armani Exchange, Dolce & Gabbana, Dolce und
    Gabbana, Salvatore Ferragamo, Bruno Magli, Ermenegildo Zegna, Gianni Versace, Elisabetta
    Franchi, Philipp Plein, Jil Sander, Karl Lagerfeld, Rena Lange, Bogner Jacke, Marc Cain, Gerry
    Weber, Gerry Weber Bluse, Betty Barclay Bluse, Walbusch Hemd, Atelier Goldner, Ulla Popken,
    Peter Kaiser Schuhe, Paul Green Schuhe, Josef Seibel Schuhe, Think! Schuhe, Hans Herrmann
    Schuhe, Heinrich Dinkelacker, Eduard Dressler, Daniel Hechter, Daniel Wellington, Thomas Sabo,
    Thomas Sabo Kette, Guido Maria Kretschmer, Steve Madden, Nine West, Naturalizer, Cole Haan,
    Johnston & Murphy, Allen Edmonds, Brooks Brothers Shirt, Eddie Bauer, L.L.Bean, L.L. Bean,
    Lands' End, Lands End, J.Crew, J. Crew, J.Jill, Banana Republic, Levi's, Levi's 501, Levis 501,
    Lee Jeans, Wrangler Jeans, Pepe Jeans, Mustang Jeans, Calvin Klein Jeans, Helly Hansen, Marmot
    Jacke, Patagonia Jacket, Columbia Sportswear, Peter Storm jacket, Craghoppers, Mountain
    Warehouse, Bergans of Norway, Hanwag Stiefel, Doc Marten's, Dr Martens, Dr. Martens, Dr.
    Marten's, Church's shoes, Crockett & Jones, Edward Green shoes, John Lobb, John Lobb shoes,
    Charles Tyrwhitt, T.M. Lewin, Turnbull & Asser, Gieves & Hawkes, Hackett London, Moss Bros,
    Austin Reed, Daniel Footwear, Russell Athletic, Kurt Geiger, Kurt Geiger boots, Jones Bootmaker,
    Dune London, Sam Brown belt, Joseph Ribkoff, Jan Vanderstorm, Charles Vögele, Bobby Jones polo,
    Vera Moda, Vero Moda, Marc O'Polo Hemd, Harry Winston, Van Cleef & Arpels, Tiffany & Co, Tiffany
    & Co., Beaverbrooks, Goldsmiths jewellers, Kay Jewelers, Christ Juwelier, Jacques Lemans,
    Frederique Constant, Maurice Lacroix, Raymond Weil, Ulysse Nardin, Vacheron Constantin,
    Jaeger-LeCoultre, Girard-Perregaux, Richard Mille, Roger Dubuis, F.P. Journe, Glashütte
    Original, Junghans Max Bill, Max Bill Uhr, Baume & Mercier, Georg Jensen silver, Ole Lynggaard,
    Pet food Felix, Felix cat food, Felix Katzenfutter, Sheba Katzenfutter, Cesar Hundefutter, Royal
    Canin, Hill's Science Plan, James Wellbeloved, Lily's Kitchen, Harringtons dog food, Bakers
    Complete, Arden Grange, Butcher's dog food, Pedigree Chum, Mera Dog, Josera Hundefutter, Rinti
    Hundefutter, Happy Dog, Happy Cat, Dr. Clauder's, Bosch Hundefutter, Silver Cross, Maxi-Cosi,
    Tommee Tippee, Dr. Brown's, Dr Brown's, Dr. Brown's Flasche, Johnson's baby, Ella's Kitchen, Cow
    & Gate, Beech-Nut, Fisher-Price, Fisher Price, Melissa & Doug, American Girl doll, Barbie and
    Ken, Barbie und Ken, Sylvanian Families, Käthe Kruse, Käthe-Kruse-Puppe, Sigikid, Annabell
    Puppe, Baby Annabell, Baby Born, Bobby-Car, Raggedy Ann, Tonka truck, Matchbox cars, Hot Wheels,
    Little Tikes, Mr Potato Head, Mr. Potato Head, Action Man, G.I. Joe, Johnnie Walker Black, Jim
    Beam Bourbon, Evan Williams bourbon, Maker's Mark, Woodford Reserve, Wild Turkey, Old Forester,
    Buffalo Trace, Pappy Van Winkle, Jack Daniel's Honey, Southern Comfort, Famous Grouse, William
    Grant & Sons, William Lawson's, Chivas Regal, Ballantine's, Teacher's whisky, Bell's whisky,
    Dewar's, Whyte & Mackay, John Jameson, Tullamore Dew, Tullamore D.E.W., Paddy whiskey, Powers
    whiskey, Old Bushmills, Writers' Tears, Gordon's Gin, Gordon's gin, Hendrick's, Hendrick's Gin,
    Hendricks Gin, Bombay Sapphire, Tanqueray, Plymouth Gin, Sipsmith, Monkey 47, Siegfried Gin,
    Siegfried Rheinland, Roku Gin, Greenall's, Whitley Neill, Warner's gin, Aviation Gin, Captain
    Morgan Rum, Sailor Jerry, Mount Gay, Admiral Rodney, Lamb's Navy Rum, Pusser's Rum, Havana Club,
    Don Papa, Ron Zacapa, Botucal, Jose Cuervo, José Cuervo, Don Julio, Patrón tequila, Rémy Martin,
    Remy Martin, Martell Cognac, Hennessy Cognac, Asbach Uralt, Wilthener Goldkrone, Mariacron,
    Chantré, Doornkaat, Nordhäuser Doppelkorn, Fürst Bismarck Korn, Berentzen Apfelkorn, Kleiner
    Feigling, Klopfer Likör, Dr. Jägermeister, Grand Marnier, Tia Maria, Drambuie, Baileys Irish
    Cream, Harvey's Bristol Cream, Harveys Bristol Cream, Croft Original, Taylor's Port, Taylor's
    port, Graham's Port, Sandeman Port, Dow's Port, Martini Rosso, Mumm Sekt, Kessler Sekt, Fürst
    von Metternich, Fürst Metternich Sekt, Fürst von Metternich Sekt, Louis Roederer, Pol Roger,
    Laurent-Perrier, Laurent Perrier, Charles Heidsieck, Piper-Heidsieck, Veuve Cliquot,
    Perrier-Jouët, Nicolas Feuillatte, Jacob's Creek, Robert Mondavi, Ernest & Julio Gallo, Ernest
    and Julio Gallo, Kendall-Jackson, Charles Shaw wine, Two-Buck Chuck, Penfolds Grange, Wolf
    Blass, Lindeman's, Peter Lehmann wine, Blue Nun, Black Tower, Mouton Cadet, Georges Duboeuf,
    Louis Jadot, Joseph Drouhin, Château Lafite, Philippe de Rothschild, Käfer Sekt, Samuel Smith
    pub, Sam Adams beer, John Smith's Bitter, Timothy Taylor's Landlord, Greene King, Greene King
    IPA, Shepherd Neame, Theakston's Old Peculier, Old Speckled Hen, Marston's Pedigree, Fuller's
    London Pride, Newcastle Brown, Bishop's Finger, Arthur Guinness, Beamish stout, Murphy's Stout,
    Murphy's stout, O'Hara's stout, Sixt Mietwagen, Honeywell Thermostat, Hollister jeans
"""
