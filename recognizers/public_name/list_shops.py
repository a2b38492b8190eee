"""Brands of several words: restaurants, food, sweets, dishes, cosmetics, instruments."""

from __future__ import annotations

PHRASES = """
    Franziskaner Weißbier, Paulaner, Hacker-Pschorr, Schneider Weisse, Schneider Weiße, Maisel's
    Weisse, Maisels Weisse, Gutmann Weizen, König Pilsener, König Ludwig Dunkel, König Ludwig
    Weissbier, Prinzregent Luitpold, Kaiserdom, Herforder Pils, Hansa Pils, Peters Kölsch, Früh
    Kölsch, Sion Kölsch, Päffgen Kölsch, Schumacher Alt, Frankenheim Alt, Füchschen Alt, Bolten Alt,
    Ottakringer, Augustiner Bräu, Dr Pepper Zero, Mountain Dew, Canada Dry, Ginger Ale Thomas Henry,
    Thomas Henry Tonic, Fever-Tree, Fever Tree Tonic, R. White's lemonade, R. Whites, Ben Shaws,
    Barr's Irn-Bru, Capri-Sonne, Capri Sun, Granini, Hohes C, Valensina, Punica, Vöslauer,
    Römerquelle, Teinacher, Franken Brunnen, Fürst Bismarck Quelle, Adelheid Quelle, Staatl.
    Fachingen, Kaiser Friedrich Heilquelle, San Pellegrino, Lady Grey, Prince of Wales tea, Queen
    Mary tea, Barry's Tea, Lyons Tea, Bewley's, Robert Roberts coffee, Taylors of Harrogate,
    Yorkshire Tea, Betty's Tea Room, Bettys Tea Rooms, Harney & Sons, Eilles Tee, Eilles Kaffee,
    Jacobs Krönung, Idee Kaffee, Mr. Coffee, Chock full o'Nuts, Peet's Coffee, Caribou Coffee, Caffè
    Nero, Costa Coffee, Pret A Manger, Tim Horton's, Insomnia Coffee, Einstein Kaffee, Balzac
    Coffee, Coffee Fellows, Kochlöffel, Wienerwald Hendl, Hans im Glück, Peter Pane Burger, Jim
    Block, Block House, L'Osteria, Café del Sol, Extrablatt, Alex Brasserie, Frankie & Benny's,
    Frankie and Benny's, TGI Friday's, TGI Fridays, Bella Italia, Jamie's Italian, Carluccio's,
    Zizzi, Pizza Express, Papa Murphy's, Little Caesars, Little Caesar's, Domino's, Domino's Pizza,
    Round Table Pizza, Shakey's, Chuck E. Cheese, Godfather's Pizza, Tony's Pizza, Jersey Mike's,
    Jimmy John's, Jimmy Johns, Arby's, Wendy's, Hardee's, Carl's Jr., Carl's Jr, Dairy Queen,
    Culver's, Bojangles, Church's Chicken, Popeyes, Raising Cane's, Zaxby's, Roy Rogers Restaurant,
    Long John Silver's, Captain D's, Cracker Barrel, Denny's, Perkins restaurant, Friendly's, Ruby
    Tuesday, Applebee's, Chili's, O'Charley's, Logan's Roadhouse, Ruth's Chris, Fleming's
    Steakhouse, Morton's Steakhouse, Smith & Wollensky, P.F. Chang's, Panda Express, Dave &
    Buster's, Dave and Buster's, Dave's Hot Chicken, Harry Ramsden's, Harry Ramsdens, J D
    Wetherspoon, JD Wetherspoon, Toby Carvery, Miller & Carter, Brewers Fayre, Nando's, Leon
    restaurant, Mac Donald's, Mc Donald's, Mc Donalds, Mäcces, Marché Mövenpick, Nordsee Filiale,
    Ritz-Carlton, Ritz Carlton, Four Seasons, Hilton Garden Inn, DoubleTree, Crowne Plaza, Holiday
    Inn, Premier Inn, Best Western, Motel One, Motel 6, Howard Johnson hotel, Red Roof Inn, La
    Quinta, Steigenberger Hotel, Vier Jahreszeiten, Bayerischer Hof, Hotel Adlon, Hotel Sacher,
    Hotel Vier Jahreszeiten, Raffles Hotel, Claridge's, Brown's Hotel, Shelbourne Hotel, Jurys Inn,
    Thomas Cook Reisen, Neckermann Reisen, Alltours, Berge & Meer, Studiosus Reisen, Hapag-Lloyd,
    Hapag Lloyd, Lunn Poly, Trailfinders, Hays Travel, Kuoni, Ruefa, Hertz Mietwagen, Hertz rental,
    Europcar, Enterprise Rent-A-Car, Budget rental, Enterprise Rent, Buchbinder Mietwagen, Starcar,
    Alamo rental, Trans-o-flex, Hermes Paketshop, Hermes Versand, Hermes Paket, Hermes Bote,
    Hermes-Bote, Hermes parcel, Hermes courier, Royal Mail, An Post, City Link, DB Schenker,
    Schenker Spedition, Kühne + Nagel, Kühne & Nagel, Kuehne+Nagel, Dachser Spedition, Fiege
    Logistik, Hellmann Logistics, Norbert Dentressangle, Stobart lorry, J.B. Hunt, J. B. Hunt, Ryder
    truck, Old Dominion Freight, Schneider National, Mayflower Transit, Haribo Goldbären, Ritter
    Sport Nougat, Merci Schokolade, Milka Lila, Lindt Goldhase, Storck Riesen, Werther's Original,
    Werthers Echte, Dickmann's, Super Dickmann's, Dickmanns, Choco Crossies, Niederegger Marzipan,
    Hachez Schokolade, Sarotti Mohr, Manner Schnitten, Mozartkugel, Mozartkugeln, Bethmännchen,
    Bahlsen, De Beukelaer Prinzenrolle, Prinzen-Rolle, Leibniz Butterkeks, Leibniz-Keks, Brandt
    Zwieback, Lorenz Bahlsen, Lambertz Printen, Dr. Quendt, Halloren Kugeln, Reese's, Reese's
    Pieces, Hershey's, Hershey's Kisses, Baby Ruth, Oh Henry! bar, Mary Jane candy, Mike and Ike,
    Good & Plenty, Milk Duds, Clark Bar, Mr. Goodbar, Charleston Chew, Bit-O-Honey, See's Candies,
    Russell Stover, Fannie May, Ghirardelli, Terry's Chocolate Orange, Terry's All Gold, Fry's
    Turkish Delight, Fry's Chocolate Cream, Barratt's sweets, Bassett's Allsorts, Bertie Bassett,
    Jelly Babies, Uncle Joe's Mint Balls, Uncle Joe's, Fox's Glacier Mints, Fox's biscuits, Callard
    & Bowser, Percy Pig, Percy Pigs, Colin the Caterpillar, Cuthbert the Caterpillar, Mr. Kipling
    cakes, Mr Kipling's, Tunnock's Teacakes, Garibaldi biscuit, Garibaldi biscuits, Bourbon biscuit,
    Bath Oliver, Victoria sandwich, Battenberg cake, Chelsea bun, Bakewell tart, Peach Melba, Anna
    Pavlova cake, Simnel cake, Dundee cake, Madeira cake, Sachertorte, Sacher-Torte,
    Esterházy-Schnitte, Esterhazyschnitte, Esterházy-Torte, Kaiserschmarrn, Prinzregententorte,
    Malakofftorte, Bismarckhering, Bismarck-Hering, Rollmops, Falscher Hase, Kalter Hund, Arme
    Ritter, Strammer Max, Tote Oma, Schillerlocke, Schillerlocken, Schillerwein, Linzer Auge,
    Spitzbuben, Zigeunerschnitzel, Jägerschnitzel, Kaisersemmel, Berliner Pfannkuchen, Berliner
    Luft, Götterspeise, Rote Grütze, Mohr im Hemd, Errötendes Mädchen, Omas Apfelkuchen, Poire Belle
    Hélène, Birne Helene, Crêpe Suzette, Crêpes Suzette, Crepe Suzette, Tarte Tatin, Apple
    Charlotte, Bananas Foster, Cherries Jubilee, Oysters Rockefeller, Lobster Thermidor, Lobster
    Newburg, Chicken Marengo, Chicken Tetrazzini, General Tso's chicken, General Tso, Cobb salad,
    Waldorf-Salat, Waldorfsalat, Reuben sandwich, Philly Cheesesteak, Sloppy Joe, Sloppy Joes, Monte
    Cristo sandwich, Croque Monsieur, Croque Madame, Fettuccine Alfredo, Alfredo sauce, Caesar
    dressing, Cesar-Salat, Cäsarsalat, Steak Diane, Tournedos Rossini, Chateaubriand, Veal Oscar,
    Beef Stroganoff, Bœuf Stroganow, Bœuf Stroganov, Boeuf Stroganow, Kaiserfleisch, Leipziger
    Allerlei, Himmel un Ääd, Coronation chicken, Scotch woodcock, Toad in the hole, Mrs Beeton, Mrs
    Beeton's, Delia's How to Cook, Harvey Wallbanger, John Collins cocktail, Rob Roy cocktail, Roy
    Rogers mocktail, Shirley Temple, Shirley Temple drink, Arnold Palmer iced tea, Arnold Palmer
    drink, Mary Pickford cocktail, Bellini Cocktail, Hugo Cocktail, Hugo Spritz, Aperol Spritz,
    Moscow Mule, Dark 'n' Stormy, Margarita cocktail, Singapore Sling, Tequila Sunrise, White
    Russian, Pink Lady cocktail, Irish Coffee, Pharisäer, Rüdesheimer Kaffee, Virgin Mary cocktail,
    Horse's Neck, Harry's Bar, Harry's New York Bar, Mrs Butterworth's, Mrs. Butterworth's, Mrs.
    Fields, Mrs Fields, Mrs Baird's, Mrs. Dash, Mrs Crimble's, Mrs Elswood, Aunt Bessie's, Aunt
    Bessies, Uncle Ben's Reis, Ben's Original, Orville Redenbacher, Oscar Mayer, Bob Evans sausage,
    Hebrew National, Hormel Chili, Chef Boyardee, Stouffer's, Stouffers, Swanson dinner, Banquet
    dinner, Hungry-Man, Newman's Own, Paul Newman dressing, Annie's Homegrown, Amy's Kitchen,
    Campbell's soup, Campbell's, Heinz Ketchup, Heinz Beans, Heinz baked beans, Baxters soup, Crosse
    & Blackwell, Lea & Perrins, Lea and Perrins, Colman's Mustard, Keen's mustard, Grey Poupon,
    French's mustard, Hellmann's, Duke's mayonnaise, Smucker's, Welch's grape juice, Land O'Lakes,
    Land O Lakes, Philadelphia Frischkäse, Kerrygold, Bel Paese, Babybel, Laughing Cow, La vache qui
    rit, Caprice des Dieux, Rotkäppchen Camembert, Géramont, Saint Albray, St. Agur, Saint Agur,
    Bresso, Grünländer, Old Amsterdam, Frau Antje, Frau Antje Käse, Monterey Jack, Monterey Jack
    cheese, Pepper Jack, Colby Jack, Colby cheese, Bernard Matthews turkey, Richmond sausages,
    Wall's sausages, Cumberland sausage, Walls ice cream, Wall's ice cream, Carte D'Or, Carte d'Or,
    Häagen Dazs, Mövenpick Eis, Rügenwalder Mühle, Rügenwalder Teewurst, Gustavo Gusto, Gustavo
    Gusto Pizza, Wagner Steinofenpizza, Original Wagner, Dr. Oetker Ristorante, Käpt'n Iglo
    Fischstäbchen, Fischstäbchen Käpt'n Iglo, Homann Salat, Popp Salat, Meica Curryking, Curry King,
    Müller Milch, Müllermilch, Müller Milchreis, Müller Joghurt, Müller yogurt, Müller Light, Müller
    Corner, Muller Light, Muller Corner, Zott Monte, Ehrmann Almighurt, Bauer Joghurt, Weihenstephan
    Milch, Bärenmarke, Landliebe Joghurt, Mestemacher Brot, Lieken, Golden Toast, Harry Toast,
    Harry-Brot, Kamps Bäckerei, Le Crobag, Hans Freitag Kekse, Coppenrath & Wiese, Coppenrath und
    Wiese, Bofrost, Eismann Tiefkühl, Frosta, Bürger Maultaschen, Henglein Knödel, Pfanni Knödel,
    Kühne Gurken, Hengstenberg Kraut, Develey Senf, Händlmaier, Händlmaier Senf, Thomy Senf,
    Bautz'ner, Bautzner Senf, Löwensenf, Born Senf, Schwartau Konfitüre, Mövenpick Konfitüre,
    d'arbo, Darbo Marmelade, Zentis Marmelade, Staud's, Robertson's jam, Hartley's jam, Tiptree jam,
    Frank Cooper's, Frank Cooper's Oxford Marmalade, Rose's Lime, Rose's lime cordial, Rose's
    marmalade, Jordans cereal, Dorset Cereals, Quaker Oats, Cap'n Crunch, Captain Crunch, Tony the
    Tiger, Count Chocula, Snap Crackle and Pop, Ronald McDonald, Ronald McDonald House, Colonel
    Sanders, Kentucky Fried Chicken, Michelin Man, Michelin-Männchen, Mr. Clean, Mr Sheen, Mr Matey,
    Mrs Hinch, Mr Porky, Mr Whippy, Mr. Whippy, Meister Proper Reiniger, General Bergfrühling,
    Weißer Riese, Dr. Beckmann Fleckenteufel, Sil Fleckensalz, Tante Käthe Schnellküche, Johnson's
    Wax, S. C. Johnson, SC Johnson, Reckitt Benckiser, Colgate-Palmolive, Procter and Gamble, Henkel
    Persil, Church & Dwight, Arm & Hammer, Arm and Hammer, Dawn dish soap, Mrs. Meyer's, Mrs.
    Meyer's Clean Day, Burt's Bees, Burts Bees, Tom's of Maine, Dr. Bronner's, Dr Bronner's, Dr.
    Bronner, Dr. Squatch, Dr. Teal's, Dr Teal's, Dr. Jart, Paula's Choice, Mario Badescu, Sunday
    Riley, Peter Thomas Roth, Kate Somerville, Bobbi Brown, Charlotte Tilbury, Laura Mercier, Trish
    McEvoy, Kat Von D, Pat McGrath Labs, Fenty Beauty, Elizabeth Arden Red Door, Mary Kay lipstick,
    Jo Malone, Penhaligon's, Molton Brown, Neal's Yard, Neal's Yard Remedies, Liz Earle, Liz Earle
    cleanser, Sarah Chapman skincare, Elemis, Crabtree & Evelyn, Crabtree and Evelyn, Roger &
    Gallet, Acqua di Parma, Acqua di Gio, Britney Spears Parfum, Bruno Banani, Otto Kern Parfum,
    Laura Biagiotti Roma, Gabriela Sabatini Parfum, Tosca Parfum, 4711 Kölnisch Wasser, Johann Maria
    Farina, Farina gegenüber, Mülhens, Irisch Moos, Tabac Original, Sir Irisch Moos, Old Spice, John
    Frieda, Paul Mitchell shampoo, Tony & Guy, Toni & Guy, Toni and Guy, Vidal Sassoon, Nicky Clarke
    hairdryer, Umberto Giannini, Lee Stafford, Trevor Sorbie, Frédéric Fekkai, Aunt Jackie's,
    Alberto Balsam, Alberto VO5, Schwarzkopf Taft, Drei Wetter Taft, Gard Haarspray, Dr. Hauschka
    Creme, Annemarie Börlind, Dr. Rimpler, Dr. Grandel Ampullen, Dr. Spiller, Dr. Eckstein, Doctor
    Eckstein, Ellen Betrix, Margaret Astor, Jade Maybelline, Manhattan Lippenstift, Max Factor
    Mascara, Estee Lauder Parfum, Helena Rubinstein Mascara, Lancaster Sun, Madame Rochas, Coco
    Mademoiselle, Steinway & Sons, Steinway and Sons, Carl Bechstein, C. Bechstein,
    Grotrian-Steinweg, Wilhelm Steinberg Klavier, Schimmel Pianos, Julius Blüthner, August Förster
    Klavier, Gibson Les Paul, Les Paul Gitarre, Les Paul guitar, Fender Stratocaster, Fender
    Telecaster, Fender Rhodes, Paul Reed Smith, PRS guitar, Ernie Ball, Ernie Ball Saiten, Ernie
    Ball strings, D'Addario, Martin D-28, C.F. Martin, C. F. Martin, Taylor Guitars, Taylor guitar,
    Taylor-Gitarre, Marshall amp, Marshall Verstärker, Marshall-Verstärker, Marshall stack, Seymour
    Duncan, Seymour Duncan pickup, Floyd Rose, Hammond organ, Hammond-Orgel, Hammondorgel, Leslie
    speaker, Leslie-Lautsprecher, Selmer Saxophon, Henri Selmer, Vandoren, Rico reeds, Meyer
    mouthpiece, Vincent Bach Trompete, Bach Stradivarius, Bach-Trompete, Buffet Crampon, Gebrüder
    Alexander, Gebr. Alexander, C. G. Conn, Denis Wick, Adams Marimba, Pearl Drums, Ludwig drums,
    Ludwig Snare, Matth. Hohner, Hohner Mundharmonika, Blues Harp, Moog synthesizer, Suzuki method,
    Suzuki-Methode, Kodály method, Orff-Instrumente, Orff-Schulwerk, Carl Orff Schulwerk, Ton
    Koopman CD, Glenn Gould, John Thompson's Easiest Piano Course, Alfred's Basic Piano, Bastien
    piano, Bärenreiter, Henle Verlag, Edition Peters, Schott Music, Boosey & Hawkes, Faber Music,
    Chester Music, Carl Fischer Music, Hal Leonard, Guitar Pro, Czerny Etüden, Hanon exercises,
    Burgmüller Etüden, Kreutzer Etüden, Waggon Wheels, Essential Elements, at John Lewis, from John
    Lewis, John Lewis store, John Lewis voucher, John Lewis order, Ernest Jones jewellers, H. Samuel
    jewellers, Fritz Hansen Stuhl, Walter Knoll Sofa, Walter Knoll Sessel, Ann Taylor dress, Josef
    Seibel Schuhe, Timothy Taylor's Landlord, Pavlova cake, Thorntons chocolate
"""
