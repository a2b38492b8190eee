"""More whole names of people of culture, thought and power who died long ago; saints, prophets."""

from __future__ import annotations

PHRASES = """
    Heinrich Schütz, Heinrich Ignaz Biber, Johann Adolf Hasse, Johann Joachim Quantz, Carl Stamitz,
    Johann Stamitz, Johann Nepomuk Hummel, Carl Czerny, Ignaz Pleyel, Anton Diabelli, Muzio
    Clementi, Luigi Boccherini, Luigi Cherubini, Giovanni Battista Pergolesi, Giuseppe Tartini,
    Tomaso Albinoni, Girolamo Frescobaldi, Giovanni Gabrieli, Carlo Gesualdo, Orlando di Lasso,
    Josquin des Prez, Guillaume de Machaut, François Couperin, Jean-Philippe Rameau, Jean-Baptiste
    Lully, Marc-Antoine Charpentier, Marin Marais, César Franck, Charles Gounod, Jacques Ibert,
    Francis Poulenc, Darius Milhaud, Arthur Honegger, Olivier Messiaen, Léo Delibes, Édouard Lalo,
    Emmanuel Chabrier, Lili Boulanger, Nadia Boulanger, Louise Farrenc, Cécile Chaminade, Alexander
    Borodin, Michail Glinka, Mikhail Glinka, Alexander Skrjabin, Alexander Scriabin, Aram
    Chatschaturjan, Aram Khachaturian, Nikolai Rimsky-Korsakow, Sergej Rachmaninow, Sergej
    Prokofjew, Dimitri Schostakowitsch, Peter Tschaikowskij, Niels Gade, Franz Berwald, Wilhelm
    Stenhammar, Bohuslav Martinů, Isaac Albéniz, Enrique Granados, Manuel de Falla, Joaquín Rodrigo,
    Heitor Villa-Lobos, Astor Piazzolla, Carlos Gardel, Aaron Copland, Irving Berlin, Cole Porter,
    Jerome Kern, John Philip Sousa, Louis Armstrong, Bessie Smith, Woody Guthrie, Benny Goodman,
    Fats Waller, Jelly Roll Morton, Sidney Bechet, Ella Fitzgerald, Mahalia Jackson, Otis Redding,
    Patsy Cline, Orlando Gibbons, Hubert Parry, Charles Villiers Stanford, Frederick Delius, Ivor
    Novello, Gilbert and Sullivan, Rodgers and Hammerstein, Rodgers & Hart, Lerner and Loewe,
    Kathleen Ferrier, Turlough O'Carolan, Engelbert Humperdinck Hänsel, Franz Lehár, Emmerich
    Kálmán, Franz von Suppé, Carl Loewe, Alban Berg, Anton Webern, Alexander von Zemlinsky, Franz
    Schreker, Erich Wolfgang Korngold, Carl Orff, Hans Pfitzner, Louis Spohr, Friedrich von Flotow,
    Friedrich Silcher, Ralph Benatzky, Richard Tauber, Elly Ney, Fritz Kreisler, Hans von Bülow,
    Felix Weingartner, Maria Callas, Enrico Caruso, Fjodor Schaljapin, Sergei Djagilew, Sergei
    Diaghilev, Vaslav Nijinsky, Josephine Baker, Marlene Dietrich, Heinz Rühmann, Zarah Leander,
    Heinz Erhardt, Karl Valentin, Liesl Karlstadt, Otto Reutter, Claire Waldoff, Fritz Grünbaum,
    Loriot, Vicco von Bülow, Charlie Chaplin, Harold Lloyd, Mary Pickford, Douglas Fairbanks, Greta
    Garbo, Rudolf Valentino, Fatty Arbuckle, Groucho Marx, Mae West, Spencer Tracy, Vivien Leigh,
    Alfred Hitchcock, Ernst Lubitsch, Leni Riefenstahl, Luis Buñuel, Vittorio De Sica, Catull, Titus
    Livius, Sallust, Quintilian, Mark Aurel, Lukrez, Petronius, Apuleius, Properz, Tibull, Terenz,
    Plautus, Publius Ovidius Naso, Marcus Tullius Cicero, Hesiod, Äsop, Aesop, Theophrast, Diogenes,
    Zenon von Elea, Zeno of Elea, Lykurg, Themistokles, Themistocles, Alcibiades, Agamemnon,
    Augustinus von Hippo, Augustine of Hippo, Saint Augustine, Duns Scotus, Johannes Duns Scotus,
    Petrus Abaelardus, Peter Abelard, Abelard und Heloise, Abelard and Heloise, Nicolaus Cusanus,
    Pico della Mirandola, Marsilio Ficino, Edmund Burke, William Whewell, Henry Sidgwick, G. E.
    Moore, A. N. Whitehead, Alfred North Whitehead, Gottlob Frege, Rudolf Carnap, Moritz Schlick,
    Otto Neurath, Walter Benjamin, Max Scheler, Simone de Beauvoir, Jean-Paul Sartre, Maurice
    Merleau-Ponty, Gaston Bachelard, Henri de Saint-Simon, Charles Fourier, Pierre-Joseph Proudhon,
    Ernest Renan, Hippolyte Taine, Charles-Louis de Montesquieu, Nicolas de Condorcet, Jean le Rond
    d'Alembert, Émilie du Châtelet, Claude Adrien Helvétius, Friedrich Heinrich Jacobi, Johann Georg
    Hamann, Johann Joachim Winckelmann, Friedrich Wilhelm Joseph Schelling, Friedrich Schlegel,
    August Wilhelm Schlegel, Dorothea Schlegel, Rahel Varnhagen, Karoline von Günderrode, Sophie von
    La Roche, Max Stirner, Rudolf Steiner, Ernst Troeltsch, Adolf von Harnack, Martin Niemöller, Leo
    Baeck, Gershom Scholem, Charles Sanders Peirce, John Dewey, George Herbert Mead, Ferdinand de
    Saussure, Claude Lévi-Strauss, Bronislaw Malinowski, Franz Boas, Sándor Ferenczi, Anna Freud,
    Erich Fromm, Jean Piaget, John B. Watson, B. F. Skinner, Ivan Illich, Ellen Key, A. S. Neill,
    Célestin Freinet, Peter Petersen Jenaplan, Johann Amos Comenius, Jan Amos Comenius, August
    Hermann Francke, Johann Friedrich Herbart, Emanuel Geibel, Paul Heyse, Adalbert Stifter, Peter
    Rosegger, Ludwig Anzengruber, Ludwig Ganghofer, Oskar Maria Graf, Friedrich Hebbel, Christian
    Dietrich Grabbe, Karl Gutzkow, Ludwig Börne, Georg Herwegh, Ferdinand Freiligrath, Nikolaus
    Lenau, August von Platen, Friedrich Rückert, Justinus Kerner, Christoph von Schmid, Johann
    Heinrich Voß, Gottfried August Bürger, Jakob Michael Reinhold Lenz, Friedrich Maximilian
    Klinger, Johann Christoph Gottsched, Christian Fürchtegott Gellert, Barthold Heinrich Brockes,
    Angelus Silesius, Simon Dach, Friedrich von Logau, Abraham a Sancta Clara, Johann Fischart,
    Sebastian Brant, Konrad von Würzburg, Neidhart von Reuental, Johannes von Tepl, Mechthild von
    Magdeburg, Roswitha von Gandersheim, Detlev von Liliencron, Richard Dehmel, Arno Holz, Peter
    Altenberg, Jakob van Hoddis, August Stramm, Gustav Meyrink, Alfred Kubin, Anna Seghers, Elias
    Canetti, Ernst Jünger, Carl Zuckmayer, Bernhard Kellermann, Marieluise Fleißer, Mascha Kaléko,
    Irmgard Keun, Vicki Baum, Gertrud Kolmar, Ricarda Huch, Annemarie Schwarzenbach, Friedrich
    Dürrenmatt, Heinrich Böll, Wolfgang Borchert, Wolfgang Koeppen, Heimito von Doderer, Otfried
    Preußler, James Krüss, Astrid Lindgren, Tove Jansson, Elsa Beskow, Erich Ohser, Wilhelm
    Matthießen, Sir Philip Sidney, Edmund Spenser, Andrew Marvell, John Dryden, John Bunyan,
    Jonathan Swift, Dr Johnson's Dictionary, Tobias Smollett, Oliver Goldsmith, Richard Brinsley
    Sheridan, Fanny Burney, Thomas Chatterton, Thomas De Quincey, William Hazlitt, Christina
    Rossetti, Gerard Manley Hopkins, Lewis Carroll, Charles Kingsley, George Gissing, Jerome K.
    Jerome, Kenneth Grahame, Beatrix Potter, E. Nesbit, J. M. Barrie, Joseph Conrad, Ford Madox
    Ford, John Galsworthy, Rupert Brooke, Wilfred Owen, Siegfried Sassoon, Katherine Mansfield, Vita
    Sackville-West, Lytton Strachey, W. H. Auden, Louis MacNeice, Ivy Compton-Burnett, P. G.
    Wodehouse, Somerset Maugham, W. Somerset Maugham, Graham Greene, Nancy Mitford, Daphne du
    Maurier, Roald Dahl, Iris Murdoch, Ngaio Marsh, Josephine Tey, Margery Allingham, Maria
    Edgeworth, Sheridan Le Fanu, J. M. Synge, Lady Gregory, Sean O'Casey, Seán O'Casey, Brendan
    Behan, Flann O'Brien, Samuel Beckett, Phillis Wheatley, Emily Dickinson, Henry Wadsworth
    Longfellow, James Russell Lowell, John Greenleaf Whittier, Oliver Wendell Holmes, Bret Harte,
    Ambrose Bierce, Kate Chopin, O. Henry, Sherwood Anderson, Thornton Wilder, Eugene O'Neill,
    Tennessee Williams, William Faulkner, Carson McCullers, Flannery O'Connor, Ezra Pound, E. E.
    Cummings, William Carlos Williams, Carl Sandburg, Hart Crane, Sylvia Plath, Countee Cullen,
    Richard Wright Native Son, Raymond Chandler, Dr. Seuss, Dr Seuss, Laura Ingalls Wilder, L. M.
    Montgomery, Jack Kerouac, Ayn Rand, J. D. Salinger, Alphonse de Lamartine, Alfred de Vigny,
    Alfred de Musset, Gérard de Nerval, Théophile Gautier, Prosper Mérimée, Alphonse Daudet,
    Joris-Karl Huysmans, Anatole France, Romain Rolland, Paul Valéry, Guillaume Apollinaire, Jean
    Cocteau, André Breton, Paul Éluard, Louis Aragon, Georges Bataille, Antonin Artaud,
    Louis-Ferdinand Céline, Jean Giono, Jean Anouilh, Georges Simenon, Boris Vian, Madame de La
    Fayette, Madame de Sévigné, Choderlos de Laclos, Marquis de Sade, Beaumarchais, Abbé Prévost,
    Jean de La Bruyère, La Rochefoucauld, François Villon, Pierre de Ronsard, Chrétien de Troyes,
    Christine de Pizan, Giacomo Leopardi, Alessandro Manzoni, Ugo Foscolo, Gabriele D'Annunzio,
    Grazia Deledda, Cesare Pavese, Ludovico Ariosto, Matteo Bandello, Pietro Aretino, Giacomo
    Casanova, Vittorio Alfieri, Giosuè Carducci, Calderón de la Barca, Tirso de Molina, Luis de
    Góngora, Francisco de Quevedo, Teresa de Jesús, Benito Pérez Galdós, Rubén Darío, José Martí,
    Jorge Luis Borges, Gabriela Mistral, Luís de Camões, Eça de Queirós, Machado de Assis, Michail
    Lermontow, Mikhail Lermontov, Iwan Gontscharow, Ivan Goncharov, Nikolai Leskow, Iwan Bunin,
    Isaak Babel, Ossip Mandelstam, Osip Mandelstam, Marina Zwetajewa, Marina Tsvetaeva, Alexander
    Blok, Sergei Jessenin, Vladimir Nabokov, Stanislaw Lem, Bruno Schulz, Joseph Conrads, Sándor
    Petőfi, Ferenc Molnár, Božena Němcová, Ludvig Holberg, Jens Peter Jacobsen, Bjørnstjerne
    Bjørnson, Sigrid Undset, Aleksis Kivi, Multatuli, Joost van den Vondel, Maurice Maeterlinck,
    Charles De Coster, Matsuo Bashō, Murasaki Shikibu, Li Bai, Du Fu, Hafis, Giotto di Bondone, Fra
    Filippo Lippi, Piero della Francesca, Andrea Mantegna, Giovanni Bellini, Paolo Veronese, Paolo
    Uccello, Andrea del Verrocchio, Lorenzo Ghiberti, Benvenuto Cellini, Donatello, Masaccio,
    Giorgione, Tizian, Titian, Raphael Sanzio, Parmigianino, Guido Reni, Giuseppe Arcimboldo,
    Giovanni Battista Piranesi, Antonio Canova, Umberto Boccioni, Giorgio de Chirico, Hans Memling,
    Hugo van der Goes, Jacob Jordaens, Jacob van Ruisdael, Judith Leyster, Rachel Ruysch, Maria
    Sibylla Merian, Martin Schongauer, Albrecht Altdorfer, Hans Baldung, Stephan Lochner, Adam
    Elsheimer, Johann Heinrich Wilhelm Tischbein, Johann Gottfried Schadow, Christian Daniel Rauch,
    Balthasar Neumann, Lukas von Hildebrandt, Johann Bernhard Fischer von Erlach, Matthäus Daniel
    Pöppelmann, Georg Wenzeslaus von Knobelsdorff, Leo von Klenze, Bruno Taut, Erich Mendelsohn,
    Hans Scharoun, Adolf Loos, Friedensreich Hundertwasser, Henry van de Velde, Hermann Muthesius,
    Anselm Feuerbach, Hans von Marées, Max Slevogt, Fritz von Uhde, Wilhelm Leibl, Wilhelm Trübner,
    Oskar Kokoschka, Alexej von Jawlensky, Marianne von Werefkin, Karl Schmidt-Rottluff, Lyonel
    Feininger, Johannes Itten, László Moholy-Nagy, Hannah Höch, Felix Nussbaum, Rudolf Schlichter,
    Paul Signac, Gustave Caillebotte, Alfred Sisley, Odilon Redon, Pierre Bonnard, Édouard Vuillard,
    André Derain, Maurice de Vlaminck, Fernand Léger, Marc Chagall, Chaim Soutine, Maurice Utrillo,
    Suzanne Valadon, Joan Miró, Salvador Dalí, Salvador Dali, René Magritte, Paul Delvaux, James
    Ensor, Antoine Watteau, Jean-Honoré Fragonard, François Boucher, Nicolas Poussin, Claude
    Lorrain, Élisabeth Vigée-Lebrun, Jean-Auguste-Dominique Ingres, Théodore Géricault,
    Jean-François Millet, Camille Corot, Honoré Daumier, Félix Nadar, Henri Cartier-Bresson,
    Nicholas Hilliard, Godfrey Kneller, George Stubbs, Thomas Lawrence Portrait, Henry Fuseli,
    Johann Heinrich Füssli, John Martin Paintings, William Morris wallpaper, William Morris Tapete,
    Edward Burne-Jones, William Holman Hunt, Ford Madox Brown, John William Waterhouse, Walter
    Sickert, Francis Bacon Triptych, Jack B. Yeats, Edwin Lutyens, Gertrude Jekyll, Lancelot Brown,
    John Nash Regency, Nicholas Hawksmoor, John Vanbrugh, Augustus Pugin, John Singer Sargent,
    Gilbert Stuart, Thomas Eakins, Georgia O'Keeffe, Norman Rockwell, Ansel Adams, Dorothea Lange,
    Diane Arbus, Louis Comfort Tiffany, Frederick Law Olmsted, Alexander Calder, Andy Warhol, Keith
    Haring, Jean-Michel Basquiat, Hilma af Klint, Akseli Gallen-Kallela, Bertel Thorvaldsen, Utagawa
    Hiroshige, Kitagawa Utamaro, Gottfried Leibniz, Christiaan Huygens, Antoni van Leeuwenhoek,
    Antonie van Leeuwenhoek, Jan Swammerdam, Marcello Malpighi, Andreas Vesalius, Georgius Agricola,
    Athanasius Kircher, Mary Anning, Charles Lyell, Thomas Henry Huxley, Francis Galton, R. A.
    Fisher, Richard Trevithick, Thomas Newcomen, Edmund Cartwright, Elisha Otis, Isaac Singer,
    Samuel Morse, Cyrus McCormick, George Westinghouse, George Pullman, Frank Whittle, R. J.
    Mitchell, Barnes Wallis, John Logie Baird, Howard Florey, Ernst Chain, John Snow cholera,
    Elizabeth Garrett Anderson, Mary Seacole, Edith Cavell, Dorothy Hodgkin, Jocelyn Bell Burnell,
    Kathleen Lonsdale, Barbara McClintock, Jane Addams, Grace Hopper, Hedy Lamarr, Claude Shannon,
    Norbert Wiener, Kurt Gödel, Edsger Dijkstra, Edsger W. Dijkstra, Konrad Zuse, Karl Weierstraß,
    Ernst Eduard Kummer, Leopold Kronecker, Peter Gustav Lejeune Dirichlet, Hermann Minkowski,
    Hermann Weyl, Sofja Kowalewskaja, Sofia Kovalevskaya, Johann Heinrich Lambert, Joseph Louis
    Gay-Lussac, Louis de Broglie, Hendrik Lorentz, Pieter Zeeman, Paul Dirac, Fritz Zwicky, Karl
    Schwarzschild, Wilhelm Ostwald, Walther Nernst, Richard Willstätter, Carl Djerassi, Friedrich
    Bessel, Johann Gottfried Galle, Georg Simon Ohm, Gustav Theodor Fechner, Ernst Heinrich Weber,
    Christian Doppler, Johann Philipp Reis, Bertha Benz, Nicolaus Otto, Nikolaus August Otto, Felix
    Wankel, August Horch, Heinrich Büssing, Hugo Eckener, Wernher von Braun, Hermann Oberth, Ernst
    Litfaß, Alois Senefelder, Karl Drais, Karl von Drais, Melitta Bentz, Margarete Steiff, Käthe
    Kruse, Levi Strauss, Heinrich Emanuel Merck, Justus Liebig, Max Josef von Pettenkofer, Albrecht
    von Graefe, Bernhard von Langenbeck, Theodor Schwann, Matthias Schleiden, Carl Hagenbeck, Vasco
    Núñez de Balboa, Bartolomeu Dias, Abel Tasman, Willem Barents, Vitus Bering, Mungo Park, Richard
    Francis Burton, John Hanning Speke, Gertrude Bell, Freya Stark, Meriwether Lewis, Lewis and
    Clark, Lewis and Clark Expedition, Daniel Boone, Kit Carson, John Smith and Pocahontas,
    Pocahontas, Sacagawea, Wild Bill Hickok, Doc Holliday, Jesse James, Butch Cassidy, Sundance Kid,
    Bonnie and Clyde, Bonnie und Clyde, John Dillinger, Ned Kelly, Dick Turpin, Captain Blackbeard,
    Henry Morgan Pirate, Burke and Hare, Lizzie Borden, Dr Crippen, Edmund Hillary, Sir Edmund
    Hillary, Tenzing Norgay, Reinhold Messner Yeti, Neil Armstrong, Buzz Aldrin, Wiley Post, Louis
    Blériot, Brüder Montgolfier, Montgolfier Brothers, Graf Luckner, Roter Baron, Red Baron, Aaron
    Burr, John Adams President, John Quincy Adams, Jefferson Davis, Stonewall Jackson, William
    Tecumseh Sherman, Andrew Johnson impeachment, Rutherford B. Hayes, James A. Garfield, Chester A.
    Arthur, Grover Cleveland, William McKinley, William Howard Taft, Warren G. Harding, Calvin
    Coolidge, Herbert Hoover, Harry Truman, Franklin Roosevelt, Richard Nixon, Huey Long, Adlai
    Stevenson, Cesar Chavez, Rosa Parks, Emmett Till, Dred Scott, John Brown's body, Betsy Ross,
    Benedict Arnold, Nathan Hale, Paul Robeson, W. E. B. Du Bois, Marcus Garvey, Elizabeth Cady
    Stanton, Lucretia Mott, Annie Oakley, Babe Ruth, Jesse Owens, Max Schmeling, Jackie Robinson,
    Lou Gehrig, William Pitt the Younger, Sir Robert Peel, Lord Palmerston, Lord Melbourne, Lord
    Salisbury, Henry Asquith, Ramsay MacDonald, Harold Macmillan, Aneurin Bevan, Ernest Bevin, Keir
    Hardie, William Wilberforce, Lord Shaftesbury, Beatrice Webb, Sidney and Beatrice Webb,
    Millicent Fawcett, Nancy Astor, Duke of Marlborough, Lord Kitchener, Field Marshal Montgomery,
    Bomber Harris, Clive of India, Cecil Rhodes, Warren Hastings, Thomas Wolsey, Cardinal Wolsey,
    Catherine Parr, Lambert Simnel, Perkin Warbeck, Wat Tyler, Jack Cade, Hereward the Wake, Edward
    the Black Prince, Henry Tudor, Richard of York, Owain Glyndŵr, Owen Glendower, Llywelyn the
    Great, Flora MacDonald, Wolfe Tone, Theobald Wolfe Tone, Daniel O'Connell, Charles Stewart
    Parnell, Patrick Pearse, Pádraig Pearse, Countess Markievicz, Constance Markievicz, Roger
    Casement, Éamon de Valera, Eamon de Valera, Brian Boru, Grace O'Malley, Cú Chulainn, Cuchulain,
    Finn McCool, Fionn mac Cumhaill, Saint Brigid, St Brigid, St. Brigid, St Columba, St Columbanus,
    St Kevin, St Brendan, Saint Patrick, St Cuthbert, St Aidan, Venerable Bede, St Swithin, St
    Swithun, St Dunstan, St Crispin, St Nicholas, Saint Nicholas, St Francis, St Francis of Assisi,
    St Christopher, St Anthony, St Jude, St Teresa, St Bernadette, Bernadette Soubirous, Saint
    Joseph, Saint Peter, Saint Paul, Saint John, Saint Mary, Saint George, Saint Andrew, Saint
    David, Saint Martin, Saint Lucia, Saint Helena, Saint Louis, Saint Petersburg, Saint Lawrence,
    St Lawrence, St Stephen, St Stephen's, St Michael, St Michael's, St Mary, St Mary's, St. Mary's,
    St John's, St. John's, St Anne's, St Thomas', St Thomas's, St George's, St. George's, St Luke's,
    St. Luke's, St Mark's, St. Mark's, St Peter's, St. Peter's, St Margaret's, St Nicholas', St
    Vincent's, St. Vincent's, St Joseph's, St. Joseph's, St Patrick's, St Bride's, St
    Martin-in-the-Fields, St Catherine's, St Hilda's, St Edmund Hall, St Hugh's, St. Jude, St
    Jude's, Sankt Barbara, Sankt Ursula, Sankt Elisabeth, Sankt Josef, Sankt Johannes, Sankt
    Michael, Sankt Peter, Sankt Paul, Sankt Augustin, Sankt Anna, Sankt Katharina, Sankt Lucia,
    Sankt Bonifatius, Sankt Kilian, Sankt Blasius, Sankt Hubertus, Sankt Wendel, Sankt Ingbert,
    Sankt Pölten, Sankt Moritz, Sankt Anton, Sankt Goar, Sankt Blasien, St. Hubertus, St. Vinzenz,
    St. Josef, St. Barbara, St. Ursula, St. Anna, St. Michael, St. Katharina, St. Lorenz, St.
    Laurentius, St. Nikolai, St. Jakobi, St. Jakob, St. Petri, St. Johannis, St. Michaelis, St.
    Bonifatius, St. Kilian, St. Lambertus, St. Gereon, St. Goar, St. Gertrud, St. Hedwig, St. Agnes,
    St. Ulrich, St. Veit, St. Peter-Ording, St. Augustin, St. Märgen, Heiliger Nikolaus, Heiliger
    Martin, Heiliger Franziskus, Heilige Barbara, Heilige Lucia, Heiliger Josef, Heiliger Antonius,
    Heiliger Christophorus, Hildegard von Bingens, Benedikt von Nursias, Thomas von Kempen, Thomas à
    Kempis, Niklaus von Flüe, Bruder Klaus, Johannes Nepomuk, Johannes Bosco, Don Bosco, Vinzenz von
    Paul, Vincent de Paul, Franz Xaver, Philipp Neri, Karl Borromäus, Petrus Canisius, Johannes vom
    Kreuz, John of the Cross, Thérèse von Lisieux, Therese von Lisieux, Bernadette von Lourdes,
    Maximilian Kolbe, Pater Pio, Padre Pio, Mutter Teresa, Mother Teresa, Papst Franziskus, Papst
    Pius, Papst Gregor, Papst Urban, Papst Leo, Papst Johannes Paul II., Pope John Paul II, Pope
    Francis, Pope Pius XII, Pope Gregory, Johannes Paul II., Benedikt XVI., Pius XII., Johannes
    XXIII., Bonifatius, Kyrill und Method, Cyril and Methodius, Cosmas und Damian, Peter und Paul,
    Peter and Paul, Maria Magdalena, Mary Magdalene, Maria und Josef, Mary and Joseph, Johannes der
    Evangelist, Matthäus Markus Lukas, Simon Petrus, Apostel Paulus, Apostel Petrus, Paulus von
    Tarsus, Paul of Tarsus, Saulus Paulus, Lazarus von Bethanien, Josef von Arimathäa, Joseph of
    Arimathea, Maria und Martha, Martha and Mary, Jakob und Esau, Jacob and Esau, Abraham und Isaak,
    Abraham and Isaac, Abraham und Sara, Josef und seine Brüder, Mose und Aaron, Moses and Aaron,
    Samson und Dalila, König Saul, König David, König Herodes, King Herod, Herodes Antipas, Königin
    Esther, Queen Esther, Königin von Saba, Queen of Sheba, Prophet Jesaja, Prophet Jeremia, Prophet
    Elija, Sodom und Gomorrha, Sodom and Gomorrah, Gog und Magog, Ruth und Noomi, Ruth and Naomi,
    Judith und Holofernes, Judith and Holofernes, Susanna im Bade, Kaiser Karl, Kaiser Otto, Kaiser
    Heinrich IV., Kaiser Friedrich, Kaiser Rotbart, Kaiser Maximilian, Kaiser Leopold, Kaiser
    Rudolf, Kaiser Augustus, Kaiser Tiberius, Kaiser Trajan, Kaiser Diokletian, Kaiserin Sisi,
    Kaiserin Auguste Viktoria, Kronprinz Rudolf, Mary Vetsera, Kaiser Franz, Erzherzog Johann,
    Feldmarschall Radetzky, Prinz Eugen von Savoyen, König Max, König Ludwig II., König Ludwig I.,
    Lola Montez, Ludwig der Bayer, Ludwig der Fromme, Ludwig der Deutsche, Albrecht der Bär,
    Heinrich der Zänker, Eberhard im Bart, Johann Ohneland, Philipp der Schöne, Johanna die
    Wahnsinnige, Isabella von Kastilien, Ferdinand von Aragon, Philipp II., Karl I., Karl V., Karl
    XII., Gustav Adolf, Gustav Wasa, Christina von Schweden, Waldemar Atterdag, Harald Blauzahn,
    Harald Bluetooth, Knut der Große, King Canute, Ivar the Boneless, Ragnar Lodbrok, Ragnar
    Lothbrok, Eric Bloodaxe, Iwan III., Zar Alexander, Zar Peter, Tsar Nicholas, Alexander Newski,
    Wlad Tepes, Vlad the Impaler, Suleiman der Prächtige, Suleiman the Magnificent, Harun
    al-Raschid, Albrecht von Wallenstein, Johann t'Serclaes von Tilly, Gottfried Heinrich zu
    Pappenheim, Axel Oxenstierna, Ernst von Mansfeld, Ludwig Erhard, Kurt Georg Kiesinger, Willy
    Brandt, Herbert Wehner, Erich Ollenhauer, Gustav Heinemann, Heinrich Lübke, Elisabeth Selbert,
    Friedrich Ebert, Hugo Preuß, Kurt Eisner, Gustav Noske, Hjalmar Schacht, Franz Seldte, Alfred
    Hugenberg, Ernst Röhm, Albert Speer, Baldur von Schirach, Wilhelm Keitel, Karl Dönitz, Roland
    Freisler, Henning von Tresckow, Carl Friedrich Goerdeler, Alexander Schmorell, Hans und Sophie
    Scholl, Otto Wels, Kurt Tucholskys, Leopold Figl, Bruno Kreisky, Karl Lueger, Kurt Schuschnigg,
    Henri Guisan, Arnold Winkelried, Wilhelm Tells, Niklaus Riggenbach, Gottlieb Duttweiler, Louis
    Philippe, Louis Napoleon, Napoleon III., Napoléon III, Josephine Beauharnais, Joséphine de
    Beauharnais, Charlotte Corday, Camille Desmoulins, Saint-Just, Joseph Fouché, Marquis de
    Lafayette, Jean-Baptiste Colbert, Kardinal Mazarin, Madame de Pompadour, Madame Pompadour,
    Madame du Barry, Diane de Poitiers, Katharina von Aragon, Georges Clemenceau, Raymond Poincaré,
    Léon Blum, Jean Monnet, Robert Schuman, Philippe Petain, Jean Moulin, Mata Haris, Giuseppe
    Mazzini, Camillo Cavour, Viktor Emanuel, Vittorio Emanuele, Giacomo Matteotti, António Salazar,
    Primo de Rivera, Karl Radek, Alexander Kerenski, Alexander Kerensky, Grigori Potemkin, Fürst
    Potemkin, Lawrenti Beria, Leonid Breschnew, Leonid Brezhnev, Imre Nagy, Lajos Kossuth, Józef
    Piłsudski, Tadeusz Kościuszko, Tomáš Masaryk, Edvard Beneš, Josip Broz Tito, Gavrilo Princip,
    Jomo Kenyatta, Kwame Nkrumah, Shaka Zulu, Cecil John Rhodes, Ohm Krüger, Paul von
    Lettow-Vorbeck, Jan Smuts, Jawaharlal Nehru, Indira Gandhi, Muhammad Ali Jinnah, Zhou Enlai, Pol
    Pot, Emperor Hirohito, Kaiser Hirohito, Oda Nobunaga, Miyamoto Musashi, Golda Meir, David
    Ben-Gurion, Theodor Herzl, Chaim Weizmann, Anwar as-Sadat, Gamal Abdel Nasser, Reza Pahlavi, Eva
    Peron, Juan Perón, Fidel Castro, Emiliano Zapatas, Benito Juárez, Hernando Cortez, Francisco
    Pizarros, Túpac Amaru, Toussaint Louverture
"""
