"""More persons of tales, films, games and songs; sayings and greetings that look like names."""

from __future__ import annotations

PHRASES = """
    Petri Heil, Petri Dank, Weidmannsheil, Waidmannsheil, Waidmanns Heil, Weidmanns Heil,
    Waidmannsdank, Gut Holz, Glück auf, Horrido, Helau und Alaaf, Grüß Gott, Pfiat di, Hals- und
    Beinbruch, Mast- und Schotbruch, Otto Normalverbraucher, Otto Normalbürger, Lieschen Müller,
    Lieschen Müllers, Hinz & Kunz, Krethi & Plethi, Hempels unterm Sofa, Hempels Sofa, Bei Hempels,
    Tante Emma, Tante-Emma-Läden, Tante Emma Läden, Vater Staat, Mutter Natur, Mutter Erde, Mutter
    Gottes, Vater Rhein, Vater unser, Väterchen Frost, Frau Holles, Frau Welt, Bruder Leichtfuß,
    Meister Lampe, Meister Petz, Isegrim, Freund Hein, Gevatter Hein, Schlemihl, Prinz Eisenherz,
    Prinz Charming, Hans Guckindieluft, Hansguckindieluft, Heinzelmännchen, Schlaraffenland,
    Sandmännchen, Pechmarie, Goldmarie, Goldmarie und Pechmarie, Zappelphilippe, Trödelliese,
    Heulsuse, Transuse, Quasselstrippe, Meckerliese, Schmierfink, Dummer August, Dumme August, Der
    dumme August, Kasperle, Kasperl, Kaspar Melchior und Balthasar, Caspar Melchior und Balthasar,
    Caspar Melchior Balthasar, C+M+B, C M B, Klein Fritzchen, Klein Erna, Fritzchen-Witz, Tünnes und
    Schäl, Hännesken, Hein und Fietje, Graf Bobby, Herr und Frau Österreicher, Frau und Herr
    Österreicher, Graf Koks, Graf Rotz, Lackaffe, Prahlhans, Schmalhans Küchenmeister, Schmalhans,
    Hans Huckebeins, Hans im Pech, Hanswurst, Faxenmacher Hans, Struwwelliese, Feuerzangenbowle,
    Pfeiffer mit drei F, Dinner for One, Miss Sophie, Freddie Frinton, Admiral von Schneider, Ekel
    Alfred, Herr Rossi, Herr Nilsson, Herr Müller-Lüdenscheidt, Müller-Lüdenscheidt, Opa
    Hoppenstedt, Familie Hoppenstedt, Erwin Lindemann, Herr Klöbner, Dr. Klöbner, Bernd das Brot,
    Käpt'n Blaubärs, Pumuckls, Meister Eder, Herr Tur Tur, Frau Waas, Herr Ärmel, Urmel aus dem Eis,
    Wawuschels, Mullewapp, Franz von Hahn, Johnny Mauser, Waldemar Schwein, Petzi und Pelle, Jim
    Panse, Lars der kleine Eisbär, Kleiner Eisbär, Der Regenbogenfisch, Rabe Socke, Der kleine Rabe
    Socke, Raupe Nimmersatt, Elmar der Elefant, Felix der Hase, Briefe von Felix, Der kleine
    Maulwurf, Lotta aus der Krachmacherstraße, Ferien auf Saltkrokan, Kinder aus Bullerbü,
    Lillebror, Karlsson auf dem Dach, Kalle Wirsch, Emma die Lokomotive, Nepomuk Halbdrache, Hanni
    und Nanni, Dolly Schulgeschichten, Fünf Freunde, TKKG, Justus Jonas, Peter Shaw und Bob Andrews,
    Die drei Fragezeichen, Die drei ???, Die drei !!!, Greg Heffley, Gregs Tagebuch, Lotta-Leben,
    Leo Lausemaus, Bobo Siebenschläfer, Caillou, Bob der Baumeisters, Feuerwehrmann Sams, Benjamin
    Blümchens, Karla Kolumna, Graf Falko, Prinzessin Lillifee, Yakari, Almöhi, Geißenpeter, Wickie
    und Halvar, Flipper und Sandy, Fury Pferd, Lassie, Black Beauty, Boomer der Streuner, Horst
    Schimanski, Kommissar Rex, Der Alte Kress, Bulle von Tölz, Der Bulle von Tölz, Kommissar
    Brunetti, Guido Brunetti, Kommissar Wallander, Kurt Wallander, Kommissar Dupin, Kommissar
    Kluftinger, Martin Beck Krimi, Lisbeth Salander, Mikael Blomkvist, Commissario Montalbano,
    Inspector Morse, Inspektor Morse, Endeavour Morse, Inspector Barnaby, Inspector Rebus, John
    Rebus, Adam Dalgliesh, Inspector Lynley, Father Brown, Pfarrer Braun, Perry Mason, Ellery
    Queens, Kinsey Millhone, Jack Reacher, Lincoln Rhyme, Jason Bourne, Austin Powers, Johnny
    English, Ethan Hunt, Lara Crofts, Duke Nukem, Solid Snake, Chris Redfield, Jill Valentine,
    Claire Redfield, Cloud Strife, Tifa Lockhart, Princess Peach, Prinzessin Peach, Prinzessin
    Zelda, Princess Zelda, Mario and Luigi, Mario Party, Luigi Mansion, Crash Bandicoot, Sonic the
    Hedgehog, Dr. Eggman, Dr. Robotnik, Dr. Mario, Professor Layton, Phoenix Wright, Ace Attorney,
    Tom Nook, Tom Nooks, Animal Crossing, Geralt von Riva, Geralt of Rivia, Commander Shepard,
    Master Chief, Marcus Fenix, Ezio Auditore, Steve Minecraft, Kratos, Professor Eich, Professor
    Oak, Ash Ketchum, Team Rocket, Yu-Gi-Oh, Seto Kaiba, Son Goku, Son Gohan, Naruto Uzumaki, Monkey
    D. Ruffy, Monkey D. Luffy, Light Yagami, Edward Elric, Eren Yeager, Sailor Moon, Usagi Tsukino,
    Shinichi Kudo, Detektiv Conan, Totoro, Captain Tsubasa, Lupin III, Arsène Lupin, Arsene Lupin,
    Mary Jane Watson, Iron Man, Captain America, Thor Odinson, Bruce Banners, Natasha Romanoff,
    Black Widow, Wanda Maximoff, Stephen Strange, Doctor Strange, Dr. Strange, Matt Murdock, Luke
    Cage, Wade Wilson Deadpool, Charles Xavier, Professor X, Otto Octavius, Doctor Octopus, Norman
    Osborn, Victor von Doom, Doctor Doom, Reed Richards, Diana Prince, Wonder Woman, Alfred
    Pennyworth, Commissioner Gordon, Selina Kyle, Harley Quinn, Oswald Cobblepot, Edward Nygma,
    Jimmy Olsen, Archie Andrews, Betty and Veronica, Dennis the Menace, Beano, Desperate Dan, Minnie
    the Minx, Andy Capp, Charlie Brown, Linus van Pelt, Lucy van Pelt, Peppermint Patty, Dick Tracy,
    Flash Gordon, Buck Rogers, Modesty Blaise, Judge Dredd, Tank Girl, Corto Maltese, Prince
    Valiant, Hägar der Schreckliche, Gaston Lagaffe, Spirou und Fantasio, Professor Bienlein,
    Professor Calculus, Cuthbert Calculus, Kapitän Haddock, Captain Haddock, Schulze und Schultze,
    Thomson and Thompson, Bianca Castafiore, Isnogud, Clever und Smart, Phantomias, Onkel Donald,
    Oma Duck, Dussel Duck, Gitta Gans, Klaas Klever, Mac Moneysac, Primus von Quack, Goofy,
    Panzerknacker, Ahörnchen und Behörnchen, Chip und Chap, Susi und Strolch, Bernard und Bianca,
    Cap und Capper, Aristocats, Thomas O'Malley, Shir Khan, Shere Khan, Peter Pans, Käpt'n Hooks,
    Mr. Smee, Robin Hoods, Little John, Prinz John, Cruella De Vil, Cruella de Vil, Jafar,
    Prinzessin Jasmin, Arielle die Meerjungfrau, Prinz Eric, Gaston und LeFou, Lumière und Von
    Unruh, Mike Wazowski, Lightning McQueen, Nemo und Dorie, Findet Nemo, Finding Nemo, Wall-E, Carl
    Fredricksen, Mr. Incredible, Olaf der Schneemann, Kristoff und Sven, Ralph reichts, Vanellope,
    Shaun das Schaf, Shaun the Sheep, Wallace and Gromit, Wallace & Gromit, Timmy Time, Fireman
    Sams, Postman Pats, Mr Tumble, Mr Bean, Mr. Bean, Andy Pandy, Bagpuss, Basil Brush, Sooty and
    Sweep, Zippy and George, Pugsley, Captain Pugwash, Roland Rat, Worzel Gummidge, Aunt Sally,
    Rupert Bear, Rupert the Bear, Thomas and Friends, Bob the Builders, Ben 10, Ben & Holly, Daddy
    Pig, George Pig, Suzy Sheep, Hey Duggee, Bing Bunny, Peter Rabbits, Mr Tod, Tom Kitten, Mrs
    Tittlemouse, Mr. Men, Little Miss Sunshine, Mr Tickle, Mr. Bump, Horrid Henrys, Perfect Peter,
    Tracy Beaker, Danny the Champion of the World, Fantastic Mr Fox, Fantastic Mr. Fox, George's
    Marvellous Medicine, Miss Honey, Bruce Bogtrotter, Augustus Gloop, Veruca Salt, Violet
    Beauregarde, Mike Teavee, Adrian Mole, Bridget Jones, Jeeves and Wooster, Bertie Wooster,
    Reginald Jeeves, Hyacinth Bucket, Victor Meldrew, Captain Mainwaring, Private Pike, Rodney
    Trotter, Sybil Fawlty, Edmund Blackadder, Arnold Rimmer, Dave Lister, Father Ted, Dougal
    McGuire, Mrs Brown's Boys, Mrs. Brown's Boys, Ali G, Hyacinth Buckets, Margo Leadbetter, Tom and
    Barbara Good, Hilda Ogden, Ena Sharples, Dot Cotton, Peggy Mitchell, Lord Grantham, Lady Mary
    Crawley, Downton Abbey, Tommy Shelby, Peaky Blinders, Doctor Foster went to Gloucester, Jack and
    Jill, Jack Sprat, Bobby Shafto, Lucy Locket, Solomon Grundy, Mother Hubbard, Polly put the
    kettle on, Mary had a little lamb, Oranges and Lemons St Clement's, Old MacDonald, Old
    Macdonald, Old MacDonald had a farm, Yankee Doodle, John Brown's Body, Johnny Appleseed, Paul
    Bunyan, John Henry ballad, Davy Jones, Jack Tar, Jack o'Lantern, Jack-o'-lantern, Jack of all
    trades, Jack the Lad, Jack-in-the-box, Jack in a box, Union Jack, Jumping Jack, Jack Ketch,
    Before you can say Jack Robinson, Tom Dick or Harry, Every Tom Dick and Harry, Joe Bloggs, Joe
    Public, Joe Average, Joe Sixpack, Joe Soap, Joe the Plumber, Fred Bloggs, John Q. Public, John Q
    Public, John Bull, put your John Hancock, Uncle Toms Cabin, Nosy Parker, Nosey Parker, Peeping
    Tom, Doubting Thomas, Ungläubiger Thomas, Ungläubige Thomas, Smart Alec, Smart Aleck, Simple
    Simons, Silly Billy, Big Brother, Big Ben, Big Bertha, Dicke Bertha, Bloody Marys, Billy
    No-Mates, Billy no mates, Johnny-come-lately, Johnny Foreigner, Plain Jane, Calamity Janes,
    Debbie Downer, Negative Nancy, Nervous Nellie, Typhoid Mary, Moaning Minnie, Contrary Mary,
    Aunty Beeb, Auntie Beeb, Bob's your uncle, Murphy's laws, Even Stevens, Even Steven, Keeping up
    with the Joneses, The Joneses, Hobson's choices, Heath Robinson, Rube Goldberg, Rube Goldberg
    machine, Goody Two-Shoes, Mickey Finn, Walter Mitty, Pollyanna, Man Friday, Girl Friday, Darby
    and Joan, Punch and Judy, Kasper und Gretel, Harlekin, Pierrot und Columbine, Pantalone,
    Pulcinella, Guy Fawkes Day, Morris dance, Morris dancing, Morris dancers, Charley horse, Charlie
    horse, Roger that, Roger Wilco, Victor Charlie, Charlie Foxtrot, Oscar Mike, Whiskey Tango
    Foxtrot, Alpha Bravo Charlie, Juliet Kilo, Romeo Sierra, Anton Berta Cäsar, Anton Berta Caesar,
    Cäsar Dora Emil, Dora Emil Friedrich, Nordpol Otto, Otto Paula Quelle, Richard Samuel Theodor,
    Siegfried Theodor Ulrich, Siegfried Toni, Theodor Ulrich Viktor, Viktor Wilhelm Xanthippe,
    Wilhelm Xanthippe Ypsilon, Xanthippe, Ida Julius Kaufmann, Heinrich Ida Julius, Maikäfer Grete,
    Heilig Abend, Peter und Paul Tag, Peter-und-Paul-Kirche, Leise rieselt der Schnee, Nikolaus komm
    in unser Haus, Lasst uns froh und munter sein, Rudolph the Red-Nosed Reindeer, Rudolf mit der
    roten Nase, Frosty the Snowman, Good King Wenceslas, Good King Wenceslaus, Hänschenklein, Bruder
    Jakobs, Meister Jakob, Dornröschen war ein schönes Kind, Ännchen von Tharau, Anne Kaffeekanne,
    Marmor Stein und Eisen, Major Toms, Anita Costa Cordalis, Michaela Bata, Fiesta Mexicana,
    Griechischer Wein, Horst Wessel, Horst-Wessel-Lied, Lili Marlen, Mackie Messers, Rosamunde
    Walzer, Bolle reiste jüngst, Dr. Stone, Dr House, Dr. House, Grey's Anatomy, Derek Shepherd,
    Emergency Room, Hawkeye Pierce, Dr. Quinn, Doc Brown, Emmett Brown, Doctor Emmett Brown,
    Schwarzwaldklinik, Bergdoktor, Dr.-Sommer-Team, Dr. Sommer Team, Jesse Pinkman, Saul Goodman,
    Breaking Bad, Don Draper, Peggy Olson, Tony Soprano, Carrie Bradshaw, Monica Geller, Chandler
    Bing, Joey Tribbiani, Phoebe Buffay, Sheldon Cooper, Leonard Hofstadter, Howard Wolowitz, Amy
    Farrah Fowler, Barney Stinson, Ted Mosby, Dwight Schrute, Jim Halpert, Pam Beesly, Leslie Knope,
    Ron Swanson, Jerry Seinfeld, George Costanza, Cosmo Kramer, Elaine Benes, Al Bundy, Peggy Bundy,
    Frasier Crane, Niles Crane, Alf Tanner, K.I.T.T., Colt Seavers, B.A. Baracus, Thomas Magnum,
    MacGyver, Angus MacGyver, Dana Scully, Fox Mulder, Mulder und Scully, Mulder and Scully, Starsky
    & Hutch, Starsky und Hutch, Cagney & Lacey, Cagney and Lacey, Turner & Hooch, Tango & Cash,
    Thelma & Louise, Thelma und Louise, Bonnie & Clyde, Bud Spencer, Bud Spencer und Terence Hill,
    Sam Gamdschie, Meriadoc Brandybock, Pippin Tuk, Thorin Eichenschild, Thorin Oakenshield, Bard
    der Bogenschütze, Radagast, Tom Riddle, Tom Vorlost Riddle, Lucius Malfoy, Bellatrix Lestrange,
    Dolores Umbridge, Cho Chang, Cedric Diggory, Gilderoy Lockhart, Arthur Weasley, Molly Weasley,
    Fred und George Weasley, Fred and George Weasley, Dudley Dursley, Vernon Dursley, Onkel Vernon,
    Uncle Vernon, Tante Petunia, Aunt Petunia, Moaning Myrtle, Maulende Myrte, Nearly Headless Nick,
    Fast Kopfloser Nick, Mad-Eye Moody, Newt Scamander, Nymphadora Tonks, Argus Filch, Professor
    Snape, Professor Dumbledore, Professor Sprout, Mrs Norris cat, Jon Snow, Jon Schnee, Ned Stark,
    Eddard Stark, Sansa Stark, Cersei Lannister, Jaime Lannister, Khal Drogo, Ser Jorah, Ramsay
    Bolton, Lyra Belacqua, Lord Asriel, Lucy Pevensie, Edmund Pevensie, Peter Pevensie, Mr Tumnus,
    Mr. Tumnus, Bartimäus, Eragon, Percy Jacksons, Annabeth Chase, Grover Underwood, Effie Trinket,
    Haymitch Abernathy, President Snow, Tris Prior, Anastasia Steele, Claire Fraser Outlander, Paul
    Atreides, Ender Wiggin, Arthur Dent, Ford Prefect, Zaphod Beeblebrox, Marvin the Paranoid
    Android, Slartibartfast, Sam Vimes, Rincewind, Oma Wetterwachs, Granny Weatherwax, Guy Montag,
    Winston Smith 1984, Offred, Big Brother is watching, Randle McMurphy, Nurse Ratched, Schwester
    Ratched, Yossarian, Captain Yossarian, Billy Pilgrim, Humbert Humbert, Dolores Haze, Tyler
    Durden, Annie Wilkes, Danny Torrance, Pennywise, Norman Bates, Freddy Krueger, Jason Voorhees,
    Clarice Starling, Hannibal Lecters, Travis Bickle, Don Corleone, Tony Montana, Rick Deckard,
    Ellen Ripleys, Luke Skywalkers, Kylo Ren, Boba Fett, Jango Fett, Qui-Gon Jinn, Mace Windu, Padmé
    Amidala, Count Dooku, Jabba the Hutt, Jabba der Hutte, Lando Calrissian, Baby Yoda, Jyn Erso,
    Deanna Troi, Geordi La Forge, Kathryn Janeway, Captain Janeway, Benjamin Sisko, Tasha Yar,
    Wesley Crusher, Hikaru Sulu, Pavel Chekov, Perry Rhodan, Captain Nemos, Professor Challenger,
    Baron Frankenstein, Renfield, Dr. Moreau, Doctor Moreau, Fu Manchu, Allan Quatermains, Mr. Hyde,
    Mr Hyde, Sydney Carton's, Tiny Tim, Jacob Marley's ghost, Fagin, Pip Pirrip, Joe Gargery,
    Estella Havisham, David Copperfield, Mr Barkis, Mrs Gamp, Mr Bumble, Mr Toad, Mr. Toad, Toad of
    Toad Hall, Ratty and Mole, Christopher Robin, Eeyore, Sara Crewe, Bobbie Railway Children,
    Gilbert Blythe, Marilla Cuthbert, Meg Jo Beth and Amy, Laurie Laurence, Rebecca of Sunnybrook
    Farm, Heidi Klara, Tom Brown's Schooldays, Bulldog Drummond, Biggles, Just William, Jennings and
    Darbishire, Swallows and Amazons, Stig of the Dump, Bert Brechts, Lady Catherine de Bourgh,
    Georgiana Darcy, Mr Wickham, Mr. Wickham, George Wickham, Mrs Bennet, Mrs. Bennet, Colonel
    Brandon, Frederick Wentworth, Mr Rochester, Mr. Rochester, St John Rivers, Hindley Earnshaw,
    Hareton Earnshaw, Tess Durbeyfield, Jude Fawley, Sue Bridehead, Michael Henchard, Becky Sharp,
    Maggie Tulliver, Lord Jim, Mr Kurtz, Mr. Kurtz, Lucy Honeychurch, Margaret Schlegel, Mrs Ramsay,
    Lily Briscoe, Sebastian Flyte, Pinkie Brown, Ralph Piggy and Jack, Inspector Goole, Mr Birling,
    Arthur Birling, Sheila Birling, Curley's wife, Bob Ewell, Mayella Ewell, Jem Finch, Reverend
    Hale, Biff Loman, Stella Kowalski, Amanda Wingfield, Brick Pollitt, Vladimir and Estragon,
    Wladimir und Estragon, Krapp's Last Tape, Eliza Doolittle, Henry Higgins, Professor Higgins,
    Colonel Pickering, Jack Worthing, Algernon Moncrieff, Gwendolen Fairfax, Cecily Cardew, Miss
    Prism, Christy Mahon, Pegeen Mike, Juno and the Paycock
"""
