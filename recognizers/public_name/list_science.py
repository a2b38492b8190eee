"""Names in mathematics, physics, chemistry, computing, engineering, economics and nature."""

from __future__ import annotations

# They count before a noun that tells of the thing; surnames of many stand in `PHRASES` with it.
KNOWN = """
    ackermann amdahl ampère avrami banach barkhausen bellman-ford benford berlekamp bézier bezier
    boltzmann bolzano-weierstraß bonferroni boruvka bowden box-muller box-cox brayton brillouin
    brinell buffon caesar cantor cardano cauchy chandrasekhar chebyshev chladni chomsky clausius
    clapeyron collatz cramér cronbach cochran-armitage d'alembert dedekind descartes diels-alder
    diffie-hellman dijkstra diophantus dirac dirichlet drake dulong-petit durbin-watson
    einstein-podolsky-rosen elgamal eratosthenes euklid euclid eötvös feistel feynman fizeau
    floyd-warshall friedel-crafts friedmann frobenius galois galvani gini gödel godel goldbach
    gresham haber-bosch hadamard hamilton-jacobi hausdorff heisenberg helmholtz hessian hopfield
    horner-schema jordan-hölder karnaugh karush-kuhn-tucker kármán keynes kirchhoff kohonen
    kolmogorov kondratieff kondratjew kraitchik lamarck lambert-beer landauer lebesgue legendre
    levenshtein lindelöf linné liouville lissajous lotka-volterra lyapunov ljapunow mach-zehnder
    mandelbrot mealy mercalli mersenne michelson-morley minkowski mobius möbius mössbauer moebius
    monte-carlo nernst neumann-boundary noether nusselt ockham occam ørsted poggendorff poncelet
    prandtl rabin rankine rayleigh reed-solomon runge-kutta rydberg sabatier schwarzschild shannon
    sierpinski sierpiński sobel solvay stefan-boltzmann sylow thevenin thévenin turing tyndall
    van-allen van-der-waals vandermonde verlet viterbi volta voronoi weierstrass weierstraß
    wheatstone wittig wöhler young-laplace zeeman zeno zermelo zipf mendelejew haeckel coase
    modigliani-miller pigovian cournot veblen markov-chain kondratiev fahrenheit kelvin reaumur
    réaumur sievert weber-fechner hubble becquerel
"""
PHRASES = """
    Ackermann function, Ackermannfunktion, Amdahlsches Gesetz, Ampère's law, Ampere's law, Avogadro
    constant, Avogadro-Konstante, Banach space, Banachraum, Hilbert space, Hilbertraum, Hilbert's
    hotel, Hilberts Hotel, Hilbert curve, Bayes classifier, naive Bayes, Naive-Bayes, Bayes'scher
    Satz, Satz von Bayes, Satz des Pythagoras, Pythagoras theorem, Satz des Thales, Satz von Taylor,
    Satz von Rolle, Rolle's theorem, Satz von Vieta, Satz von Stokes, Satz von Gauß, Satz von
    Fermat, Satz von Bolzano-Weierstraß, Satz von Schwarz, Green's theorem, Green's function,
    Stokes' theorem, Stokes theorem, Wilson's theorem, Lagrange multiplier, Lagrange-Multiplikator,
    Newton-Raphson, Newton Raphson, Newtonverfahren, Simpson's rule, Simpsonregel, Simpson-Regel,
    Horner-Schema, Hornerschema, Cramer's rule, Cramersche Regel, Cramer-Regel, Pascalsches Dreieck,
    Pascal'sches Dreieck, Sierpinski triangle, Sierpinski-Dreieck, Koch snowflake, Koch-Kurve,
    Kochsche Schneeflocke, Mandelbrot set, Mandelbrot-Menge, Apfelmännchen, Julia set, Julia-Menge,
    Cantor set, Cantor-Menge, Möbius strip, Moebius strip, Möbiusband, Klein bottle, Kleinsche
    Flasche, Venn diagram, Venn-Diagramm, Euler diagram, Hasse diagram, Euler path, Eulerkreis,
    Hamilton path, Hamiltonkreis, Hamiltonian cycle, Königsberger Brückenproblem, Fibonacci
    sequence, Fibonacci numbers, Fibonacci-Folge, Lucas numbers, Bell numbers, Catalan numbers,
    Mersenne prime, Mersenne-Primzahl, Sophie Germain prime, Carmichael number, Collatz conjecture,
    Goldbach conjecture, Goldbachsche Vermutung, Riemann hypothesis, Riemannsche Vermutung, Poincaré
    conjecture, Fermats letzter Satz, Großer Fermatscher Satz, Fermat's little theorem, Gödel's
    theorem, Gödelscher Unvollständigkeitssatz, Gödel, Zorn's lemma, Lemma von Zorn, De Morgan's
    laws, De Morgan, de Morgansche Regeln, Peano axioms, Peano-Axiome, Russell'sche Antinomie,
    Russellsche Antinomie, Cantor's diagonal, Monty Hall problem, Monty-Hall-Problem, Monty Hall,
    Ziegenproblem, Buffon's needle, Bertrand's paradox, Bertrand paradox, Laplace transform, Fourier
    series, Fourierreihe, Fourier transform, Taylorreihe, Taylor polynomial, Taylor-Reihe, Maclaurin
    series, Laurent series, Bessel function, Legendre polynomial, Hermite polynomial, Jacobi matrix,
    Jacobi-Matrix, Hesse-Matrix, Hessian matrix, Gram-Schmidt, Cholesky decomposition, Cholesky,
    Gauss-Jordan, Gauß-Algorithmus, Gaußsche Glockenkurve, Gauss curve, Gaußkurve, Gauß-Verteilung,
    Bernoulli trial, Bernoulli-Experiment, Bernoulli-Kette, Poisson distribution, Markov chain,
    Markov chains, Markow-Kette, Markov-Kette, Hidden Markov, Monte Carlo, Kalman filter,
    Kalman-Filter, Wiener process, Wiener filter, Brownian motion, Brownsche Bewegung, Pearson's
    chi, Pearson coefficient, Pearson-Korrelation, Spearman's rho, Spearman-Korrelation, Kendall's
    tau, Kendall-Tau, Cohen's kappa, Cohens Kappa, Cohen's d, Cohens d, Fleiss' kappa, Cronbach's
    alpha, Cronbachs Alpha, Student's t, Student-t, Welch's t-test, Welch-Test, Fisher's exact test,
    Fisher exact test, Fisher-Test, Levene's test, Levene-Test, Bartlett's test, Friedman test,
    Friedman-Test, Kruskal-Wallis, Mann-Whitney, Mann Whitney, Wilcoxon rank, Kolmogorov-Smirnov,
    Shapiro-Wilk, Shapiro Wilk, Anderson-Darling, Bonferroni correction, Bonferroni-Korrektur, Tukey
    test, Tukey's HSD, Scheffé test, Dunn's test, Dunnett's test, McNemar test, McNemar's test,
    Cochran's Q, Breusch-Pagan, Ljung-Box, Granger causality, Granger-Kausalität, Kaplan-Meier,
    Kaplan Meier, Cox model, Cox regression, Cox-Regression, Bland-Altman, Bland Altman, Likert
    scale, Likert-Skala, Akaike, Akaike information criterion, Jaccard index, Dice coefficient, Gini
    coefficient, Gini-Koeffizient, Lorenz-Kurve, Lorenzkurve, Shannon entropy, Shannon-Entropie,
    Huffman coding, Huffman-Kodierung, Huffman tree, Lempel-Ziv, Reed-Solomon, Hamming code, Hamming
    distance, Hamming-Abstand, Levenshtein distance, Levenshtein-Distanz, Damerau-Levenshtein,
    Jaro-Winkler, Boyer-Moore, Knuth-Morris-Pratt, Rabin-Karp, Aho-Corasick, Ford-Fulkerson,
    Edmonds-Karp, Floyd-Warshall, Kruskal's algorithm, Prim's algorithm, Dijkstra, Dijkstra
    algorithm, Dijkstra-Algorithmus, Bresenham, Bresenham's line, Voronoi diagram, Voronoi-Diagramm,
    Delaunay triangulation, Bezier curve, Bézier curve, Bézierkurve, Bézier-Kurve, Gouraud shading,
    Phong shading, Perlin noise, Perlin-Rauschen, Conway's Game of Life, Conways Spiel des Lebens,
    Conway's Law, Langton's ant, Turing machine, Turingmaschine, Turing test, Turing-Test, Turing
    award, Church-Turing, Chomsky hierarchy, Chomsky-Hierarchie, Backus-Naur, Backus-Naur-Form,
    Kleene star, Boyce-Codd, Codd's rules, Karnaugh map, Karnaugh-Veitch, Von-Neumann-Architektur,
    von Neumann architecture, Harvard architecture, Moore machine, Moore-Automat, Mealy machine,
    Mealy-Automat, Moore neighborhood, Petri net, Petri-Netz, Petrinetz, Gantt chart,
    Gantt-Diagramm, Nassi-Shneiderman, Ishikawa diagram, Ishikawa-Diagramm, Pareto principle,
    Pareto-Prinzip, Pareto chart, Eisenhower matrix, Eisenhower-Matrix, Eisenhower-Prinzip, Deming
    cycle, Deming-Kreis, Demingkreis, Porter's five forces, Porter's Five Forces, Ansoff matrix,
    Ansoff-Matrix, Kotter's 8 steps, Kotter model, Belbin roles, Belbin team roles, Herzberg's
    two-factor, Herzberg-Theorie, McGregor's theory, Kano model, Kano-Modell, Kirkpatrick model,
    Dunning-Kruger, Dunning Kruger, Peter-Prinzip, Peter principle, Parkinsonsches Gesetz, Brooks's
    law, Brooks's Law, Brooks' law, Linus's law, Wirth's law, Hyrum's law, Postel's law, Murphys
    Gesetze, Kerckhoffs's principle, Kerckhoffs' Prinzip, Caesar cipher, Caesar-Verschlüsselung,
    Caesar-Chiffre, Vigenère cipher, Vigenère, Vigenere cipher, Playfair cipher, Feistel cipher,
    Merkle tree, Merkle-Damgård, Schnorr signature, Ed25519, Diffie Hellman, Lamport clock, Lamport
    timestamp, Byzantine generals, Bloom filter, Bloom-Filter, Hopfield network, Boltzmann machine,
    Adam optimizer, Adam optimiser, Gauss-Seidel, Runge-Kutta, Runge Kutta, Crank-Nicolson, Euler
    method, Euler-Verfahren, Eulersche Zahl, Euler's identity, Euler's formula, Eulersche Formel,
    Navier Stokes, Maxwell's equations, Maxwell equations, Maxwell-Gleichungen, Maxwell's demon,
    Maxwellscher Dämon, Schrödinger equation, Schrödingergleichung, Schrödinger-Gleichung,
    Heisenbergsche Unschärferelation, Heisenberg's uncertainty, Pauli principle, Pauli-Prinzip,
    Pauli exclusion, Dirac equation, Dirac sea, Klein-Gordon, Feynman diagram, Feynman-Diagramm,
    Feynman lectures, Feynman technique, Bohr model, Bohrsches Atommodell, Rutherford model,
    Rutherfordscher Streuversuch, Stern-Gerlach, Michelson-Morley, Franck-Hertz,
    Franck-Hertz-Versuch, Millikan experiment, Millikan-Versuch, Foucault pendulum, Foucault's
    pendulum, Foucaultsches Pendel, Young's modulus, Young modulus, Young's double slit, Hookesches
    Gesetz, Ohmsches Gesetz, Ohm'sches Gesetz, Kirchhoff's laws, Kirchhoffsche Regeln, Lenz's law,
    Lenzsche Regel, Lenz'sche Regel, Faraday's law, Faradayscher Käfig, Faradaykäfig,
    Faradaykonstante, Coulomb's law, Coulombsches Gesetz, Gauss's law, Biot-Savart, Lorentz force,
    Lorentzkraft, Lorentz transformation, Lorentz-Transformation, Hall effect, Hall-Effekt,
    Hall-Sensor, Hall sensor, Joule-Thomson, Seebeck effect, Peltier element, Peltier-Element, Zener
    diode, Zenerdiode, Zener-Diode, Schottky diode, Schottky-Diode, Schmitt trigger,
    Schmitt-Trigger, Darlington pair, Darlington-Transistor, Wheatstone bridge, Wheatstonesche
    Messbrücke, Thevenin equivalent, Norton equivalent, Miller effect, Colpitts oscillator, Hartley
    oscillator, Wien bridge, Helmholtz coil, Helmholtz-Spule, Tesla coil, Tesla-Spule, Leyden jar,
    Leidener Flasche, Van-de-Graaff-Generator, Geissler tube, Crookes tube, Braunsche Röhre,
    Röntgenröhre, Geigerzähler, Geiger-Müller, Geiger-Müller-Zähler, Wilson cloud chamber,
    Nebelkammer nach Wilson, Wilson chamber, Newton's rings, Newtonsche Ringe, Newton'sche Gesetze,
    Newtonsche Gesetze, Galilean moons, Kepler's third law, Keplersche Gesetze, Hubble telescope,
    Hubble constant, Hubble-Teleskop, James Webb Telescope, James-Webb-Teleskop, James Webb Space
    Telescope, Kepler telescope, Chandra Observatory, Messier 31, Messier catalogue, Hale-Bopp,
    Halleyscher Komet, Shoemaker-Levy, Van Allen belt, Van-Allen-Gürtel, Kuiper belt, Kuipergürtel,
    Oort cloud, Oortsche Wolke, Lagrange point, Lagrange-Punkt, Roche limit, Schwarzschild radius,
    Schwarzschildradius, Hawking radiation, Hawking-Strahlung, Chandrasekhar limit,
    Hertzsprung-Russell, Drake equation, Fermi paradox, Fermi-Paradoxon, Dyson sphere, Dyson-Sphäre,
    Olbers' paradox, Doppler shift, Doppler effect, Mach 1, Mach 2, Mach-Zehnder, Coriolis force,
    Corioliskraft, Coriolis-Kraft, Magnus-Effekt, Venturi-Düse, Bernoulli's principle,
    Bernoulli-Gleichung, Bernoulli-Effekt, Pitot tube, Pitotrohr, Pitot-Rohr, Pelton turbine,
    Peltonturbine, Pelton-Turbine, Francis turbine, Francis-Turbine, Kaplan turbine, Kaplan-Turbine,
    Stirling engine, Stirlingmotor, Stirling-Motor, Otto engine, Ottomotor, Otto-Motor, Dieselmotor,
    Wankelmotor, Wankel engine, Wankel-Motor, Carnot-Prozess, Carnot cycle, Otto cycle, Rankine
    cycle, Clausius-Clapeyron, Gibbs energy, Gibbs free energy, Gibbs-Energie, Helmholtz energy,
    Boyle-Mariotte, Gesetz von Boyle-Mariotte, Gay-Lussac, Gesetz von Gay-Lussac, Dalton's law,
    Dalton-Gesetz, Henry's law, Henry-Gesetz, Raoult's law, Raoultsches Gesetz, Fick's law,
    Ficksches Gesetz, Graham's law, Hess's law, Satz von Hess, Le Chatelier, Le Chatelier's
    principle, Prinzip von Le Chatelier, Nernst equation, Nernst-Gleichung, Arrhenius equation,
    Arrhenius-Gleichung, Henderson-Hasselbalch, Brønsted-Lowry, Bronsted-Lowry, Lewis acid, Lewis
    structure, Lewis-Formel, Lewis-Säure, Lambert-Beer, Beer-Lambert, Beer's law, Tyndall effect,
    Tyndall-Effekt, Van der Waals, Van-der-Waals, van-der-Waals-Kräfte, London dispersion,
    London-Kräfte, Born-Haber, Born-Haber cycle, Bunsenbrenner, Teclubrenner, Liebig condenser,
    Liebigkühler, Liebig-Kühler, Dimrothkühler, Soxhlet, Soxhlet extractor, Erlenmeyerkolben,
    Büchner funnel, Büchnertrichter, Büchner-Trichter, Schlenk flask, Schlenkkolben, Dewar flask,
    Dewargefäß, Dewar-Gefäß, Kipp apparatus, Kippscher Apparat, Dean-Stark, Petrischale, Pasteur
    pipette, Pasteurpipette, Eppendorf tube, Eppi, Falcon tube, Bradford assay, Bradford-Test, Lowry
    assay, Griess test, Fehling's solution, Fehling test, Fehling-Probe, Fehling-Lösung, Benedict's
    solution, Benedict's test, Tollens reagent, Tollens-Probe, Biuret test, Marsh test, Marshsche
    Probe, Beilstein test, Beilsteinprobe, Lassaigne-Probe, Seliwanow-Probe, Friedel-Crafts,
    Diels-Alder, Grignard reagent, Grignard-Reaktion, Grignard-Verbindung, Wittig-Reaktion, Suzuki
    coupling, Suzuki-Kupplung, Heck reaction, Heck-Reaktion, Wurtz-Synthese, Aldol, Claisen
    condensation, Claisen-Kondensation, Michael addition, Michael-Addition, Mannich reaction,
    Mannich-Reaktion, Strecker-Synthese, Beckmann rearrangement, Beckmann-Umlagerung, Hofmann
    elimination, Hofmann-Abbau, Curtius-Umlagerung, Birch reduction, Birch-Reduktion, Clemmensen
    reduction, Wolff-Kishner, Swern oxidation, Jones oxidation, Sandmeyer reaction,
    Sandmeyer-Reaktion, Gabriel synthesis, Gabriel-Synthese, Kolbe-Schmitt, Kolbe-Synthese, Fischer
    projection, Fischer-Projektion, Haworth projection, Newman projection, Newman-Projektion, Walden
    inversion, Walden-Umkehr, Maillard reaction, Maillard-Reaktion, Markovnikov's rule,
    Markownikow-Regel, Hückel's rule, Hückel-Regel, Hund's rule, Hundsche Regel, Ziegler-Natta,
    Fischer-Tropsch, Haber-Bosch, Haber-Bosch-Verfahren, Ostwald-Verfahren, Ostwald process, Bayer
    process, Bayer-Verfahren, Hall-Héroult, Bessemer process, Siemens-Martin-Verfahren,
    Thomas-Verfahren, Solvay process, Linde-Verfahren, Bergius process, Clark electrode, Daniell
    cell, Daniell-Element, Leclanché, Galvani's frog, Volta pile, Voltasche Säule, Mendelsche
    Regeln, Mendel's laws, Mendels Regeln, Mendelian genetics, Hardy-Weinberg, Watson-Crick, Watson
    and Crick, Watson und Crick, Miller-Urey, Hershey-Chase, Sanger sequencing,
    Sanger-Sequenzierung, Southern blot, Southern-Blot, Western Blot, Okazaki fragments,
    Okazaki-Fragmente, Chargaff's rules, Michaelis Menten, Lineweaver-Burk, Punnett square,
    Punnett-Quadrat, Neubauer-Zählkammer, Bürker-Kammer, Köhler illumination, Malpighian tubules,
    Lamarckismus, Darwinfinken, Darwin Awards, Darwin Award, Bergmann's rule, Bergmannsche Regel,
    Allen's rule, Allensche Regel, Lotka-Volterra, Dunbar's number, Dunbar number, Batesian mimicry,
    Müllerian mimicry, Haeckel's law, Beaufortskala, Richterskala, Mercalliskala, Mohs hardness,
    Mohshärte, Mohssche Härteskala, Rockwell hardness, Rockwell-Härte, Brinell-Härte, Vickers-Härte,
    Vickers hardness, Shore hardness, Celsius scale, Grad Celsius, Grad Fahrenheit, Proctor test,
    Proctor-Versuch, Atterberg limits, Mohrscher Kreis, Euler buckling, Eulerscher Knickfall,
    Cremona-Plan, Cremonaplan, Ritterschnitt, Rittersches Schnittverfahren, Howe truss, Pratt truss,
    Warren truss, Bailey bridge, Archimedes' screw, Archimedes screw, Archimedische Schraube,
    Archimedes' principle, Archimedisches Prinzip, Cardan shaft, Kardanwelle, Bowden cable,
    Bowdenzug, Jacquard loom, Jacquardwebstuhl, Spinning Jenny, Davy lamp, Bessemer converter, Maxim
    gun, Gatling gun, Bren gun, Sten gun, Colt revolver, Winchester rifle, Bowie knife, Stanley
    knife, Stanley-Messer, Stanley cup, Stanley Cup, Allen key, Allen wrench, Phillips screwdriver,
    Phillips screw, Torx, Inbusschlüssel, Franzose Schraubenschlüssel, Stillson wrench, Engländer
    Schraubenschlüssel, Hoover flag, Ferris wheel, Zeppelin NT, Graf Zeppelin, Crookes radiometer,
    Leclanché cell, Keynes multiplier, Keynesian economics, Keynesianismus, Laffer curve, Phillips
    curve, Phillips-Kurve, Phillipskurve, Engel curve, Engelsches Gesetz, Gossensche Gesetze,
    Gossen's laws, Giffen good, Giffen-Gut, Veblen good, Veblen-Effekt, Pigou tax, Pigou-Steuer,
    Tobin tax, Tobin's q, Tobinsteuer, Coase theorem, Coase-Theorem, Say's law, Saysches Theorem,
    Okun's law, Okunsches Gesetz, Gresham's law, Greshamsches Gesetz, Ricardo equivalence, Ricardian
    equivalence, Pareto efficient, Pareto-Optimum, Nash-Gleichgewicht, Black-Scholes, Black Scholes,
    Sharpe ratio, Sharpe-Ratio, Markowitz portfolio, Markowitz-Portfolio, Modigliani-Miller, Dow
    Jones, Dow-Jones-Index, Case-Shiller, Ponzi scheme, Ponzi-Schema, Taylor rule, Taylor-Regel,
    Solow model, Solow-Modell, Harrod-Domar, Heckscher-Ohlin, Mundell-Fleming, Fisher equation,
    Cournot, Cournot-Punkt, Arrow's theorem, Condorcet paradox, D'Hondt, d'Hondt-Verfahren,
    Sainte-Laguë, Hare-Niemeyer, Hare/Niemeyer, Douglas fir, Douglasie, Thomson's gazelle,
    Thomson-Gazelle, Grant's gazelle, Przewalski-Pferd, Przewalski's horse, Père David's deer,
    Davidshirsch, Steller's sea cow, Stellersche Seekuh, Steller's jay, Darwin's frog, Darwin's fox,
    Kirk's dik-dik, Père-David-Hirsch, Humboldt penguin, Humboldtpinguin, Humboldt-Pinguin,
    Magellan-Pinguin, Magellanic penguin, Montagu's harrier, Bewick's swan, Cetti's warbler,
    Temminck's stint, Leach's petrel, Wilson's phalarope, Lady Amherst's pheasant, Reeves's
    pheasant, Swinhoe's pheasant, Bonelli's eagle, Eleonora's falcon, Natterer's bat, Daubenton's
    bat, Brandt's bat, Bechstein's bat, Bechsteinfledermaus, Geoffroy's cat, Risso's dolphin,
    Bryde's whale, Cuvier's beaked whale, Weddell seal, Ross seal, Baird's tapir, Harris's hawk,
    Harris hawk, Harris-Hawk, Hartmann-Bergzebra, Grevy's zebra, Grevyzebra, Böhm-Zebra,
    Rothschild-Giraffe, Thomson's vole, Martial eagle, Jack Russell, Jack-Russell, Parson Russell,
    Parson Russell Terrier, Gordon Setter, Doberman, Dobermann, Bernhardiner, St. Bernard dog, St
    Bernard dog, Saint Bernard, King Charles, Father David, German Shepherd, Old English Sheepdog,
    Norfolk terrier, Norwich terrier, Prinzessin auf der Erbse, Black Eyed Susan, Blue-eyed Mary,
    Lazy Susan, Bouncing Bet, Creeping Charlie, Creeping Jenny, Creeping Jennie, Old man's beard,
    Joe Pye weed, Herb Robert, Ruprechtskraut, Stinkender Robert, Jack-by-the-hedge, Jack in the
    pulpit, Good King Henry, Guter Heinrich, Guter Heinrich Pflanze, Ragged Robin, Aaron's rod,
    Aarons beard, Aaron's beard, Solomon's seal, Salomonssiegel, Jacob's ladder, Jakobsleiter, St
    John's wort, St. John's wort, Johanniskraut, Lady's mantle, Frauenmantel, Lady's slipper, Venus
    flytrap, Venusfliegenfalle, Venus's flytrap, Maltese cross, Michaelmas daisy,
    Sankt-Peters-Kraut, Rose of Sharon, Star of Bethlehem, Adam's needle, Judas tree, Judasbaum,
    Josua-Palmlilie, Joshua tree, Jakobskreuzkraut, Jakobs-Kreuzkraut, Fette Henne,
    Vergissmeinnicht, Stiefmütterchen, Fleißige Lieschen, Jelängerjelieber, Männertreu, Tränendes
    Herz, Kaiser-Nelke, Kaisernelke, Bartnelke, Leyland cypress, Lawson cypress,
    Lawson-Scheinzypresse, Nordmann-Tanne, Nordmann fir, Nordmanntanne, Wollemi pine, David Austin
    rose, David Austin roses, David-Austin-Rose, Gertrude Jekyll rose, Gloria Dei Rose, Graham
    Thomas rose, Schneewittchen Rose, Constance Spry rose, Madame Hardy, Zéphirine Drouhin, Queen
    Elizabeth Rose, Ville de Lyon Clematis, Annabelle Hortensie, Hydrangea Annabelle, Annabelle
    hydrangea, Bishop of Llandaff, Lord Lambourne, James Grieve apple, James-Grieve-Apfel, Clematis
    Nelly Moser, Charles Ross apple, Cox Orange, Cox's Orange Pippin, Cox Orange Pippin, Laxton's
    Superb, Alkmene Apfel, Boskop, Gravensteiner, Jonagold, Golden Delicious, Bismarckapfel, Kaiser
    Wilhelm Apfel, Kaiser Alexander Apfel, Prinz Albrecht Apfel, Peasgood's Nonsuch, Ashmead's
    Kernel, Rev. W. Wilks, Newton Wonder, Annie Elizabeth apple, Arthur Turner apple, Lord Derby
    apple, Grenadier apple, Conference Birne, Williams Christbirne, Williams pear, Williams' Bon
    Chrétien, Gute Luise, Gute Luise Birne, Alexander-Lucas-Birne, Abate Fetel, Beurré Hardy, Clapps
    Liebling, Clapp's Favourite, Köstliche von Charneux, Gräfin von Paris, Reine Claude, Reneklode,
    Mirabelle von Nancy, Opal Pflaume, Marjorie's Seedling, Nancy-Mirabelle, Maréchal Foch,
    Müller-Thurgau, Müller Thurgau, Cabernet Sauvignon, Cabernet Franc, Blauer Wildbacher,
    Johannisberg Riesling, Kerner Wein, Scheurebe, Logan berry, Tayberry, Boysenberry, Loganberry,
    Bartlett pear, Bing cherry, Bing cherries, Burlat Kirsche, Kordia Kirsche, Regina Kirsche,
    Schattenmorelle, Charlotte Kartoffeln, Charlotte potatoes, Annabelle Kartoffeln, Linda
    Kartoffeln, Laura Kartoffeln, Gala Kartoffeln, Belana Kartoffeln, Sieglinde Kartoffeln, Nicola
    Kartoffeln, Agria Kartoffeln, King Edwards, Maris Peer, Duke of York potatoes, Arran Pilot,
    Desiree potatoes, Kerr's Pinks, Red Duke of York
"""
