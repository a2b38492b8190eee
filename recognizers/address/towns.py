"""Towns that are known by their form alone, as they stand behind a street without a post code."""

from __future__ import annotations

from recognizers.base.writing import BLANKS

BLANK = f"[{BLANKS}]"
_CITIES = (
    r"Berlin|Hamburg|München|Köln|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dortmund|Essen|Bremen"
    r"|Dresden|Hannover|Nürnberg|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Mannheim"
    r"|Karlsruhe|Augsburg|Wiesbaden|Kiel|Aachen|Chemnitz|Halle|Magdeburg|Freiburg|Krefeld|Mainz"
    r"|Lübeck|Erfurt|Rostock|Kassel|Potsdam|Saarbrücken|Ulm|Jena|Trier|Weimar|Wien|Graz|Linz"
    r"|Salzburg|Innsbruck|Klagenfurt|Zürich|Genf|Basel|Bern|Lausanne|Winterthur|Luzern"
)
_ENDING = (
    r"(?:(?<=stadt)|(?<=furt)|(?<=heim)|(?<=hausen)|(?<=dorf)|(?<=ingen)|(?<=kirchen)|(?<=hafen)"
    r"|(?<=brück)|(?<=walde)|(?<=rode)|(?<=leben))"
)
_WORD = r"[A-ZÄÖÜ][a-zäöüßéè]{2,30}+"
_BESIDE = (
    rf"{BLANK}(?:am|an{BLANK}der|im|in{BLANK}der|ob{BLANK}der|vor{BLANK}der|bei|a\.{BLANK}?[dM]\.)"
    rf"(?:(?<=M\.)|{BLANK}{_WORD})"
)
# `Frankfurt am Main`, `Bad Muster`, `Musterstadt`: a large town, or one that is built like one.
GERMAN_TOWN = (
    rf"(?:(?:Bad|Sankt|St\.){BLANK}{_WORD}|(?:{_CITIES})(?:{_BESIDE})?|{_WORD}(?:{_BESIDE}|{_ENDING}))"
    r"(?![\w-])"
)
STATE_NAME = (
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|Ohio|Oklahoma|Oregon"
    r"|Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming"
    r"|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Rhode Island"
    r"|Washington|West Virginia"
)

# Large ones of Britain, Ireland and the United States, known without a code behind them.
_ENGLISH = """
    Aberdeen Albuquerque Anchorage Atlanta Austin Baltimore Bath Belfast Birmingham Boise Boston
    Bradford Brighton Bristol Brooklyn Buffalo Cambridge Cardiff Charlotte Chattanooga Chicago
    Cincinnati Cleveland Cork Coventry Dallas Denver Derby Detroit Dublin Dundee Durham Edinburgh
    Exeter Fresno Galway Glasgow Gloucester Honolulu Houston Huddersfield Indianapolis Inverness
    Ipswich Jacksonville Leeds Leicester Limerick Liverpool London Louisville Luton Manchester
    Memphis Miami Middlesbrough Milwaukee Minneapolis Nashville Newcastle Northampton Norwich
    Nottingham Oakland Orlando Oxford Peterborough Philadelphia Phoenix Pittsburgh Plymouth
    Portland Portsmouth Preston Reading Sacramento Salford Seattle Sheffield Southampton Stirling
    Sunderland Swansea Swindon Tampa Toledo Tucson Tulsa Waterford Wolverhampton Worcester York
"""
_ENGLISH_LONG = (
    "New York", "New Orleans", "Los Angeles", "San Francisco", "San Diego", "San Antonio",
    "San Jose", "Las Vegas", "Salt Lake City", "Kansas City", "Oklahoma City", "St. Louis",
    "Saint Paul", "Fort Worth", "El Paso", "Long Beach", "Colorado Springs", "Jersey City",
    "Milton Keynes", "Stoke-on-Trent",
)  # fmt: skip
ENGLISH_TOWN = rf"(?:{'|'.join((*_ENGLISH_LONG, *_ENGLISH.split()))})(?!\w)"
