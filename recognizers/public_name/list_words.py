"""Single words that were a name once, and that hardly anybody alive has as first or last name."""

from __future__ import annotations

NAMES = """
    Mozart Beethoven Vivaldi Telemann Chopin Paganini Monteverdi Palestrina Puccini Tschaikowski
    Tschaikowsky Tchaikovsky Mussorgski Mussorgsky Rachmaninow Rachmaninoff Rachmaninov Prokofjew
    Prokofiev Strawinsky Strawinski Stravinsky Schostakowitsch Shostakovich Dvořák Janáček Bartók
    Sibelius Debussy Berlioz Gershwin Buxtehude Pachelbel Stradivari Goethe Hölderlin Novalis
    Eichendorff Grillparzer Nestroy Klopstock Gryphius Grimmelshausen Hofmannsthal Rilke Ringelnatz
    Tucholsky Feuchtwanger Nietzsche Schopenhauer Leibniz Spinoza Shakespeare Chaucer Dostojewski
    Dostojewskij Dostoevsky Dostoyevsky Tolstoi Tolstoj Tolstoy Tschechow Chekhov Puschkin Pushkin
    Turgenjew Turgenev Gorki Bulgakow Bulgakov Majakowski Baudelaire Rimbaud Verlaine Mallarmé
    Maupassant Flaubert Balzac Stendhal Molière Moliere Voltaire Diderot Descartes Montaigne
    Montesquieu Rabelais Boccaccio Petrarca Petrarch Machiavelli Ibsen Strindberg Kierkegaard
    Tolkien Michelangelo Rembrandt Botticelli Caravaggio Canaletto Tintoretto Tiepolo Vermeer
    Bruegel Brueghel Velázquez Picasso Matisse Monet Degas Cézanne Gauguin Toulouse-Lautrec
    Delacroix Rodin Magritte Mondrian Kandinsky Kandinskij Malewitsch Modigliani Giacometti Brancusi
    Kollwitz Gaudí Brunelleschi Hokusai Hiroshige Giotto Aristoteles Aristotle Sokrates Plato Epikur
    Epikuros Heraklit Heraclitus Parmenides Pythagoras Archimedes Euklid Euclid Thales Demokrit
    Democritus Anaximander Empedokles Hippokrates Hippocrates Galenus Ptolemäus Ptolemy Herodot
    Herodotus Thukydides Thucydides Xenophon Plutarch Sophokles Sophocles Aischylos Aeschylus
    Euripides Aristophanes Sappho Perikles Demosthenes Alkibiades Seneca Cicero Vergil Ovid Catull
    Catullus Tacitus Sueton Suetonius Plinius Pliny Plotin Boethius Avicenna Averroes Averroës
    Maimonides Konfuzius Confucius Laotse Laozi Zarathustra Buddha Kopernikus Copernicus Galilei
    Torricelli Paracelsus Nostradamus Fibonacci Einstein Heisenberg Schrödinger Linné Pasteur
    Lavoisier Laplace Lagrange Poincaré Mendelejew Mendeleev Lamarck Montessori Pestalozzi Napoleon
    Napoléon Caesar Cäsar Kleopatra Cleopatra Nofretete Nefertiti Tutanchamun Tutankhamun Echnaton
    Akhenaten Ramses Hatschepsut Cheops Nebukadnezar Hammurabi Caligula Tiberius Vespasian
    Diokletian Spartacus Hannibal Barbarossa Charlemagne Dschingis Montezuma Moctezuma Atahualpa
    Robespierre Metternich Talleyrand Richelieu Bismarck Hindenburg Stauffenberg Scharnhorst
    Gneisenau Clausewitz Eisenhower Mussolini Goebbels Himmler Stalin Lenin Trotzki Trotsky Rasputin
    Bakunin Atatürk Chruschtschow Khrushchev Savonarola Störtebeker Amundsen Magellan Vespucci
    Kolumbus Gutenberg Melanchthon Zwingli Dracula Nosferatu Frankenstein Winnetou Scrooge Gandalf
    Frodo Bilbo Sauron Saruman Gollum Voldemort Dumbledore Hagrid Hogwarts Pinocchio Pumuckl Krabat
    Rumpelstilzchen Rapunzel Rotkäppchen Schneewittchen Dornröschen Aschenputtel Aschenbrödel
    Cinderella Goldlöckchen Goldilocks Rumpelstiltskin Struwwelpeter Zappelphilipp Suppenkasper
    Däumelinchen Thumbelina Rübezahl Eulenspiegel Münchhausen Münchausen Mephisto Mephistopheles
    Woyzeck Buddenbrooks Buddenbrook Biberkopf Matzerath Schwejk Simplicissimus Werther Gantenbein
    Hotzenplotz Zwackelmann Urmel Lummerland Fuchur Langstrumpf Räubertochter Macbeth Hamlet Othello
    Falstaff Shylock Prospero Gulliver Heathcliff Gatsby Zorro Tarzan Batman Superman Spiderman
    Spider-Man Catwoman Hulk Godzilla Chewbacca Yoda Spock Terminator Poirot Moriarty Maigret
    Columbo Raskolnikow Raskolnikov Karenina Karamasow Karamazov Onegin Oblomow Oblomov Quijote
    Quixote Quasimodo D'Artagnan Tartuffe Candide Pantagruel Gargantua Asterix Obelix Idefix
    Miraculix Pikachu Snoopy Garfield Popeye Odysseus Ulysses Achilleus Agamemnon Menelaos Priamos
    Ödipus Oedipus Prometheus Sisyphos Sisyphus Tantalos Tantalus Ikarus Icarus Dädalus Daedalus
    Narkissos Herakles Herkules Hercules Minotaurus Minotaur Medusa Eurydike Eurydice Poseidon Zeus
    Dionysus Bacchus Hephaistos Hephaestus Aphrodite Klytaimnestra Clytemnestra Teiresias Polyphem
    Kronos Uranos Chronos Hades Pluto Neptun Neptune Jupiter Saturn Merkur Vulcanus Romulus Wotan
    Walhalla Valhalla Nibelungen Parzival Lohengrin Tannhäuser Lanzelot Lancelot Excalibur Beowulf
    Golem Ahasver Methusalem Methuselah Goliath Nebukadnezzar Beelzebub Luzifer Lucifer Satan
    Leviathan Behemoth Baphomet Osiris Anubis Horus Vishnu Vischnu Brahma Ganesha Quetzalcoatl
    Manitu Manitou Rigoletto Turandot Nabucco Traviata Idomeneo Zauberflöte Fidelio Parsifal
    Papageno Papagena Sarastro Zerlina Leporello Osmin Nussknacker Petruschka Scheherazade
    Shéhérazade Sindbad Mowgli Mogli Baloo Dumbo Bambi Shrek Kermit Barbapapa Teletubbies Alzheimer
    Tourette Asperger Hitler Mendelssohn Kafka Brecht Loriot Brahms Dürrenmatt Kokoschka Skrjabin
    Scriabin Frescobaldi Khachaturian Chatschaturjan Beaumarchais Apollinaire Pirandello Boccherini
    Pergolesi Wittgenstein Hegel Multatuli Masaccio Donatello Giorgione Parmigianino Arcimboldo
    Archimboldo Fragonard Hundertwasser Chagall Anaxagoras Protagoras Vitruv Vitruvius Piranesi
    Lermontow Lermontov Nabokov Solschenizyn Solzhenitsyn Gogol Tamerlan Pocahontas Methusalix
    Troubadix Automatix Verleihnix Majestix Gutemine Rantanplan Aragorn Legolas Gimli Boromir
    Faramir Galadriel Elrond Smaug Dobby Dursley Muggel Slytherin Gryffindor Hufflepuff Ravenclaw
    Gargamel Schlumpfine Smurfette Mufasa Pumbaa Godot Pozzo Yorick Polonius Fortinbras Banquo
    Macduff Malvolio Petruchio Caliban Mercutio Tybalt Benvolio Goneril Rumpelstilz
"""
