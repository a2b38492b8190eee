"""Cases of law by the names of their parties, doctrines, and acts called by a name."""

from __future__ import annotations

PHRASES = """
    Donoghue v Stevenson, Carlill v Carbolic Smoke Ball, Carlill v Carbolic Smoke Ball Co, Hadley v
    Baxendale, Salomon v Salomon, Salomon v A Salomon, Rylands v Fletcher, Caparo v Dickman, Caparo
    Industries v Dickman, Hedley Byrne v Heller, Anns v Merton, Bolam v Friern, Bolitho v City and
    Hackney, Montgomery v Lanarkshire, Sidaway v Bethlem, Chester v Afshar, Fairchild v Glenhaven,
    Barnett v Chelsea, Alcock v Chief Constable, McLoughlin v O'Brian, Page v Smith, Wagon Mound,
    Nettleship v Weston, Bolton v Stone, Miller v Jackson, Murphy v Brentwood, Hill v Chief
    Constable, Robinson v Chief Constable, Entick v Carrington, Dr Bonham's Case, Ridge v Baldwin,
    Wednesbury unreasonableness, Associated Provincial Picture Houses v Wednesbury, Pepper v Hart,
    Balfour v Balfour, Merritt v Merritt, Jones v Padavatton, Fisher v Bell, Partridge v Crittenden,
    Hyde v Wrench, Byrne v van Tienhoven, Entores v Miles, Adams v Lindsell, Felthouse v Bindley,
    Stilk v Myrick, Williams v Roffey, Williams v Roffey Bros, Foakes v Beer, Pinnel's Case, Central
    London Property v High Trees, Combe v Combe, Tweddle v Atkinson, Dunlop v Selfridge, Beswick v
    Beswick, L'Estrange v Graucob, Olley v Marlborough Court, Parker v South Eastern Railway,
    Thornton v Shoe Lane Parking, Taylor v Caldwell, Krell v Henry, Herne Bay v Hutton, Paradine v
    Jane, Poussard v Spiers, Bettini v Gye, Bell v Lever Brothers, Raffles v Wichelhaus, Cundy v
    Lindsay, Lewis v Averay, Phillips v Brooks, Shogun Finance v Hudson, Saunders v Anglia, Lloyds
    Bank v Bundy, Barclays Bank v O'Brien, Royal Bank of Scotland v Etridge, Williams and Glyn's v
    Boland, Stack v Dowden, Jones v Kernott, Lloyds Bank v Rosset, Street v Mountford, Radmacher v
    Granatino, White v White, Miller v McFarlane, Gillick v West Norfolk, Gillick competence,
    Gillick competent, Fraser guidelines, Foss v Harbottle, Macaura v Northern Assurance, Adams v
    Cape, Prest v Petrodel, Regal (Hastings) v Gulliver, Saltman Engineering, R v Brown, R v
    Cunningham, R v Caldwell, R v G, R v Woollin, R v Nedrick, R v Moloney, R v Dudley and Stephens,
    R v Ghosh, Ivey v Genting, R v Jogee, R v Adomako, R v Ireland, R v Dica, R v Hasan, R v
    Kennedy, R v Turnbull, Turnbull direction, Ghosh test, M'Naghten rules, McNaghten rules,
    M'Naghten's Case, DPP v Smith, DPP v Majewski, DPP v Morgan, Woolmington v DPP, Fagan v
    Metropolitan Police, R (Miller) v Prime Minister, Miller v Secretary of State, Jackson v
    Attorney General, Anisminic v Foreign Compensation Commission, Liversidge v Anderson, Somerset v
    Stewart, Calder publications, Factortame, Van Gend en Loos, Costa v ENEL, Cassis de Dijon,
    Marleasing, Marshall v Southampton, Defrenne v Sabena, Van Duyn v Home Office, Keck and
    Mithouard, Keck-Formel, Dassonville-Formel, Bosman ruling, Bosman-Urteil, Schrems II, Schrems I,
    Google Spain, Soering v United Kingdom, Handyside v United Kingdom, Tyrer v United Kingdom,
    Osman v United Kingdom, Von Hannover v Germany, Caroline-Urteil, Lüth-Urteil, Elfes-Urteil,
    Solange II, Mephisto-Urteil, Soraya-Urteil, Kirchberg-Urteil, Radbruchsche Formel, Radbruch'sche
    Formel, Wachtturm-Urteil, Emmely-Urteil, Fall Emmely, Böckenförde-Diktum, Hühnerpest-Fall,
    Haakjöringsköd, Trierer Weinversteigerung, Katzenkönig-Fall, Jauchegruben-Fall, Jungbullenfall,
    Fleet-Fall, Roe v Wade, Brown v Board of Education, Plessy v Ferguson, Marbury v Madison,
    Miranda v Arizona, Miranda rights, Miranda warning, Dred Scott v Sandford, Gideon v Wainwright,
    Mapp v Ohio, Terry v Ohio, Terry stop, Griswold v Connecticut, Loving v Virginia, Lawrence v
    Texas, Obergefell v Hodges, Dobbs v Jackson, Planned Parenthood v Casey, Citizens United v FEC,
    Bush v Gore, New York Times v Sullivan, Tinker v Des Moines, Engel v Vitale, Lemon v Kurtzman,
    Lemon test, Schenck v United States, Brandenburg v Ohio, Korematsu v United States, McCulloch v
    Maryland, Gibbons v Ogden, Wickard v Filburn, Lochner v New York, Heart of Atlanta Motel,
    Chevron deference, Erie v Tompkins, International Shoe v Washington, Pennoyer v Neff, Palsgraf v
    Long Island, Palsgraf, MacPherson v Buick, Vosburg v Putney, Lucy v Zehmer, Hawkins v McGee,
    Jacob & Youngs v Kent, Pierson v Post, Kelo v New London, Daubert standard, Daubert v Merrell
    Dow, Frye standard, Brady material, Brady v Maryland, Giglio material, Batson challenge, Batson
    v Kentucky, Faretta hearing, Alford plea, Franks hearing, Dunaway hearing, Huntley hearing, Mapp
    hearing, Kelly v Hennessy, Norris v Ireland, McGee v Attorney General, Ryan v Attorney General,
    Attorney General v X, Dunne v National Maternity Hospital, Byrne v Ireland, In re Wards of
    Court, Re Article 26, Calderbank offer, Calderbank letter, Beddoes order, Mareva injunction,
    Anton Piller order, Norwich Pharmacal, Norwich Pharmacal order, Bullock order, Sanderson order,
    Tomlin order, Grepe v Loam, Mesher order, Martin order, Barder event, Beckham ruling, Larke v
    Nugus, Henry VIII clause, Henry VIII powers, Salisbury convention, Sewel motion, Barnett
    formula, Beeching cuts, Beveridge Report, Leveson Inquiry, Macpherson report, Cadbury Report,
    Scarman Report, Wolfenden report, Clare's Law, Sarah's Law, Martyn's Law, Helen's Law, Finn's
    Law, Natasha's Law, Martha's Rule, Awaab's Law, Harper's Law, Megan's Law, Amber Alert, AMBER
    alert, Silver Alert, Marsy's Law, Kendra's Law, Jessica's Law, Kari's Law, Ryan White Act,
    Matthew Shepard Act, Lilly Ledbetter Act, Lilly Ledbetter Fair Pay Act, Sarbanes-Oxley, Sarbanes
    Oxley, Dodd-Frank, Dodd Frank, Glass-Steagall, Taft-Hartley, Hatch Act, Wagner Act, Sherman Act,
    Sherman Antitrust Act, Clayton Act, Robinson-Patman, Jones Act, Mann Act, Lanham Act, Stafford
    Act, Stafford loan, Perkins loan, Pell Grant, Pell grants, Fulbright grant, Hart-Celler,
    Davis-Bacon, Smoot-Hawley, Volstead Act, Pendleton Act, Hyde Amendment, Byrd rule, Rooney Rule,
    Bayh-Dole, Hill-Burton, Kerr-Mills, Magnuson-Moss, Johnson Act, Roth IRA, Roth 401k, Keogh plan,
    Coverdell account, Lex Luthor, Lex Heinze, Lex Aquilia, Kindle Urteil, Morrill Act, Dawes Act,
    Hartz IV, Hartz-IV, Hartz 4, Hartz-IV-Bescheid, Hartz-Reform, Riester-Vertrag, Riestervertrag,
    Riesterrente, Rüruprente, Rürup-Vertrag, Eichel-Förderung, Wohn-Riester, Wohnriester,
    Bosbach-Papier, Kirchhof-Modell, Hallstein-Doktrin, Breschnew-Doktrin, Brezhnev Doctrine,
    Schuman-Plan, Schuman-Erklärung, Schuman Declaration, Balfour Declaration, Balfour-Deklaration,
    Sykes-Picot, Molotow-Cocktail, Molotov cocktail, Molotow-Ribbentrop-Pakt, Molotov-Ribbentrop,
    Hitler-Stalin-Pakt, Kellogg-Briand, Briand-Kellogg-Pakt, Young-Plan, Hare-Clark, Mason-Dixon,
    Mason-Dixon line, Maginot-Linie, Maginot Line, Siegfried-Linie, Oder-Neiße-Linie, Hadrian's
    Wall, Hadrianswall, Offa's Dyke, Nansen-Pass, Elgin Marbles, Koh-i-Noor, Domesday Book
"""
