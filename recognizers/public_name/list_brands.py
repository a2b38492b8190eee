"""Brands, shops, companies and software that nobody is called by: single words and phrases."""

from __future__ import annotations

WORDS = """
    adidas reebok asics fila erima uhlsport crocs lacoste h&m c&a kik takko primark bershka
    pull&bear desigual s.oliver gucci prada versace burberry moncler swarovski rolex breitling
    tchibo dallmayr nespresso nescafé nescafe lavazza segafredo starbucks haribo katjes trolli
    nutella kinderriegel toblerone lindor snickers twix hanuta knoppers toffifee bahlsen pringles
    nestlé nestle danone müllermilch landliebe bärenmarke babybel leerdammer iglo frosta ültje
    kölln seitenbacher alnatura coca-cola fanta pepsi redbull gerolsteiner apollinaris selters
    volvic evian perrier bionade heineken carlsberg warsteiner bitburger krombacher veltins
    paulaner erdinger flensburger jägermeister aperol campari baileys bacardi smirnoff aldi lidl
    edeka rewe kaufland tegut budni kaufhof karstadt bauhaus toom hagebau ikea xxxlutz mediamarkt
    notebooksbilliger cyberport zalando zooplus fressnapf hugendubel mömax tedi woolworth fielmann
    mcdonalds burgerking kfc nordsee vapiano lieferando wolt deliveroo foodora hellofresh waitrose
    sainsbury's sainsburys tesco asda ocado currys debenhams matalan poundland halfords homebase
    screwfix greggs nando's nandos wagamama weetabix marmite twinings tetley hovis mcvitie's
    mcvities ribena vimto lucozade doritos cheetos oreo oreos cadbury cadburys maltesers walmart
    costco walgreens safeway kroger publix gamestop bestbuy ebay etsy amazon alibaba aliexpress
    shein temu nivea labello pampers penaten l'oréal maybelline clinique lancôme elmex meridol
    colgate odol dontodent gillette persil perwoll lenor vernel domestos cillit sagrotan vileda
    swiffer febreze tesafilm uhu edding pelikan stabilo faber-castell staedtler moleskine lego
    playmobil ravensburger märklin fischertechnik mattel hasbro nintendo playstation xbox
    tamagotchi miele gaggenau thermomix kärcher tefal wmf rowenta telefunken panasonic toshiba
    samsung huawei xiaomi sony nokia motorola blackberry iphone ipad macbook lenovo acer asus
    logitech fritzbox avm medion kodak nikon leica polaroid gopro garmin tomtom sennheiser sonos
    jbl volkswagen audi bmw opel porsche skoda cupra renault peugeot citroën citroen dacia fiat
    lancia lamborghini maserati bugatti volvo toyota mazda mitsubishi hyundai subaru daihatsu
    chevrolet chrysler cadillac buick pontiac tesla polestar trabant wartburg vespa yamaha kawasaki
    ducati harley-davidson michelin pirelli dekra tüv adac lufthansa ryanair easyjet eurowings
    airbus boeing deutschebahn flixbus flixtrain blablacar uber lyft airbnb expedia tripadvisor
    trivago opodo booking.com dhl dpd gls fedex allianz axa huk-coburg barmenia debeka cosmosdirekt
    aok barmer dak knappschaft bupa aviva commerzbank comdirect consorsbank postbank targobank
    santander barclays barclaycard natwest hsbc monzo revolut paypal klarna mastercard amex schufa
    n26 telekom vodafone telefonica o2 congstar freenet drillisch unitymedia kabeldeutschland e.on
    vattenfall enbw rwe basf evonik thyssenkrupp infineon heidelbergcement beiersdorf fresenius
    ratiopharm hexal stada pfizer biontech astrazeneca novartis sanofi glaxosmithkline voltaren
    novalgin bepanthen dulcolax imodium lefax viagra ozempic kleenex tupperware tupperdose
    samsonite rimowa eastpak jansport vaude salewa karrimor berghaus timberland google youtube
    gmail facebook instagram whatsapp tiktok snapchat twitter linkedin pinterest reddit telegram
    skype msteams spotify netflix disneyplus deezer twitch wikipedia chatgpt openai midjourney
    deepl duolingo parship elitepartner jira trello asana github gitlab bitbucket docker kubernetes
    postgres postgresql mysql mariadb mongodb redis elasticsearch kibana grafana terraform ansible
    rabbitmq hadoop tomcat nginx cloudflare heroku digitalocean ionos datev lexoffice lexware
    sevdesk salesforce zendesk hubspot mailchimp typo3 wordpress joomla shopify magento prestashop
    photoshop indesign coreldraw powerpoint sharepoint onedrive dropbox nextcloud owncloud mcafee
    kaspersky avast avira bitdefender malwarebytes ubuntu debian opensuse centos linux macos
    android intellij pycharm numpy pytorch tensorflow duckduckgo firefox mozilla ecosia zapier
    airtable figma puma tesa hansaplast
"""
PHRASES = """
    Hugo Boss, Dr. Oetker, Dr Oetker, Doktor Oetker, Doc Martens, Dr. Martens Schuhe,
    Dr. Martens Stiefel, Dr Martens boots, Dr. Martens boots, Dr. Martens shoes, Ted Baker,
    Jack Daniel's, Jim Beam, Johnnie Walker, Johnny Walker Whisky, Captain Morgan, Jack Wolfskin,
    Louis Vuitton, Tom Tailor, Marc O'Polo, Marc O Polo, Betty Barclay, Peek & Cloppenburg,
    Peek und Cloppenburg, Ernsting's family, Ernstings Family, Max Mara, Marks & Spencer,
    Marks and Spencer, Ben & Jerry's, Ben and Jerry's, Ben & Jerrys, Mr Kipling, Mr. Kipling,
    Mr Muscle, Mr Proper, Mr. Proper, Meister Proper, Mr. Wash, Dr. Hauschka, Dr Pepper,
    Dr. Pepper, Dr. Scholl's, Käpt'n Iglo, Captain Iglo, Captain Birdseye, Uncle Ben's, Uncle Bens,
    Aunt Jemima, Betty Crocker, Little Debbie, Famous Amos, Marie Callender's, Papa John's,
    Papa Johns, Jack in the Box, Dunkin' Donuts, Tim Hortons, Chick-fil-A, Trader Joe's,
    Bed Bath & Beyond, Victoria's Secret, Abercrombie & Fitch, Brooks Brothers, Procter & Gamble,
    Johnson & Johnson, Rolls-Royce, Rolls Royce, Aston Martin, Alfa Romeo, Land Rover,
    Mercedes-Benz, Mercedes Benz, Harley-Davidson, Harley Davidson, Black & Decker,
    Black and Decker, Smith & Wesson, Bang & Olufsen, Bowers & Wilkins, Ernst & Young,
    Price Waterhouse, PricewaterhouseCoopers, Morgan Stanley, Goldman Sachs, JP Morgan,
    JPMorgan Chase, Wells Fargo, Merrill Lynch, Lehman Brothers, Standard & Poor's, Lloyds Bank,
    Lloyd's of London, Deutsche Bank, Sotheby's, Fortnum & Mason, Holland & Barrett, Harrods,
    Hamleys, John Deere, Massey Ferguson, Estée Lauder, Estee Lauder, Elizabeth Arden,
    Helena Rubinstein, Mary Kay Cosmetics, Max Factor, Yves Rocher, Johnson's Baby, Oral-B,
    Head & Shoulders, Oil of Olaz, Mont Blanc, Montblanc Füller, Patek Philippe, A. Lange & Söhne,
    Lange & Söhne, TAG Heuer, Audemars Piguet, Ritter Sport, Lindt & Sprüngli, Mon Chéri,
    Ferrero Rocher, Toffifee, Kinder Bueno, Mr. Tom, Bahlsen Leibniz, Prinzenrolle, Prinzen Rolle,
    De Beukelaer, Bonne Maman, Schwartau Extra, Miracoli, Buitoni, Barilla Pasta, Bertolli,
    Mövenpick, Schöller Eis, Langnese Eis, Häagen-Dazs, Haagen-Dazs, Baskin-Robbins, Krispy Kreme,
    Burger King, Hans im Glück Burgergrill, Bei McDonald's, zu McDonald's, at McDonald's,
    to McDonald's, from McDonald's, McDonald's Restaurant, Peter Pane, Coca-Cola, Coca Cola,
    Red Bull, Jever Pils, Beck's, Guinness Beer, Samuel Adams Beer, Stella Artois, Moët & Chandon,
    Moet & Chandon, Veuve Clicquot, Dom Pérignon, Dom Perignon, Earl Grey, Lady Grey Tea,
    Lipton Tee, Tee Gschwendner, Harry Brot, Lieken Urkorn, Kamps Backstube, Alfred Ritter,
    Jacobs Krönung, Melitta Kaffee, Tante Emma Laden, Tante-Emma-Laden, Ernst Klett Verlag,
    Julius Springer Verlag, Rowohlt Verlag, Suhrkamp Verlag, Fischer Verlag, S. Fischer Verlag,
    Reclam, Carl Hanser Verlag, Axel Springer Verlag, C.H. Beck, C. H. Beck, Penguin Books,
    Simon & Schuster, HarperCollins, Barnes & Noble, Marvel Comics, Warner Brothers, Warner Bros,
    Walt Disney World, Metro-Goldwyn-Mayer, Universal Studios, Hanna-Barbera, Madame Tussauds,
    Peter Stuyvesant, John Player Special, Benson & Hedges, Prince Denmark, Levi Strauss & Co,
    Chuck Taylors, Chuck Taylor All Star, Air Jordan, Air Jordans, Stan Smith Sneaker,
    Stan Smith sneakers, Fred Perry Polo, Ray-Ban, Ray Ban, Ray-Bans, Clarks Schuhe,
    Russell & Bromley, Crew Clothing, Cath Kidston Ltd, Joe Browns, Miss Selfridge, Topshop,
    Marks & Sparks, Robert Dyas, TK Maxx, TJ Maxx, Carl Zeiss Jena, Heckler & Koch, Blohm & Voss,
    Blohm und Voss, Rheinmetall, Krauss-Maffei, Krauss Maffei, Rohde & Schwarz,
    Giesecke & Devrient, Villeroy & Boch, Villeroy und Boch, Hansgrohe, Grohe Armatur,
    Viessmann Heizung, Vaillant Heizung, Stiebel Eltron, Heidelberger Druck, Robert Bosch GmbH,
    Boehringer Ingelheim, Fresenius Kabi, B. Braun Melsungen, Karl Storz Endoskop,
    Paul Hartmann AG, Fielmann Brille, Eli Lilly, Bristol Myers Squibb, Bristol-Myers Squibb,
    Merck Sharp & Dohme, Johnson Matthey, Alexa Echo, Amazon Alexa, Microsoft Teams,
    Microsoft Word, Microsoft Outlook, Google Maps, Google Home, Apple Watch, Cortana,
    Google Gemini, Apache Kafka, Apache Maven, Apache Tomcat, Raspberry Pi, Ruby on Rails,
    Visual Studio, Android Studio, Jupyter Notebook, Linux Mint, Elastic Search, Captain Future,
    Deutsche Post, Postbank Giro, Sankt-Martins-Umzug, Max und Moritz Preis,
    Techniker Krankenkasse, R+V, HUK Coburg, Signal Iduna, Gothaer Versicherung, Wüstenrot,
    Schwäbisch Hall, Bayer Leverkusen, Bayer 04, Borussia Mönchengladbach, Hertha BSC,
    Victoria Köln, Alemannia Aachen, Aston Villa, Carrefour, Crystal Palace, Charlton Athletic,
    Leeds United, Preston North End, Sheffield Wednesday, Kit Kat, KitKat, M&M's, M&Ms, Tic Tac,
    Jaffa Cakes, Jammie Dodgers, Bassett's Liquorice, Victoria Sponge, Eccles cake, Peach Melba,
    Pfirsich Melba, Birne Helene, Eggs Benedict, Caesar Salad, Caesar-Salat, Cesar Salad,
    Beef Wellington, Filet Wellington, Boeuf Stroganoff, Bœuf Stroganoff, Chicken Kiev,
    Bloody Mary, Tom Collins Cocktail, Shirley Temple Cocktail, Margherita Pizza, Pizza Margherita,
    Sauce Béchamel, Waldorf Salad, Salisbury steak, Sally Lunn, Fürst-Pückler-Eis,
    Fürst Pückler Eis, Kaiser Roll, Fleißiges Lieschen, Fleissiges Lieschen, Black-eyed Susan,
    Busy Lizzie, Sweet William, Jack Russell Terrier, King Charles Spaniel,
    Cavalier King Charles Spaniel, Dandie Dinmont, Labrador Retriever, Granny Smith, Bramley apple,
    Victoria plum, Williams Christ, Williams-Christ-Birne, King Edward potatoes, Maris Piper,
    Linda Kartoffel, Empire State Building, Brandenburger Tor, Nelson's Column, Cleopatra's Needle,
    Charing Cross, King's Cross, Covent Garden, Madison Square Garden, Carnegie Hall,
    Royal Albert Hall, Checkpoint Charlie, Lake Victoria, Lake Michigan, Victoria Falls,
    Mount Everest, Ayers Rock, Prince Edward Island, Georgia Tech, Hornbach Baumarkt,
    Hetzner Cloud, Philip Morris International, Birkenstock Sandalen, Birkenstock sandals,
    Deichmann Schuhe, C&A, Otto Katalog, OTTO Versand, Milka Schokolade, Milka Tafel, Zara Store,
    Zara Kleid, Visa Card
"""
