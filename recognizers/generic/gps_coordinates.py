"""Places by latitude and longitude: decimal pairs, and degrees with minutes and seconds.

Source: ISO 6709, https://en.wikipedia.org/wiki/ISO_6709; RFC 5870 (geo:)
"""

from __future__ import annotations

import re

from recognizers.base.recognizer import Form, PatternRecognizer

DECIMAL = r"[+−-]?[0-9]{1,3}\.[0-9]{4,15}°?(?:\s?[NSEWO](?![^\W_]))?"
COMMA = DECIMAL.replace(r"\.", ",")
PAIR = rf"(?:{DECIMAL}(?:\s?[,;/|]\s?|\s){DECIMAL}|{COMMA}(?:\s?[;/|]\s?|,?\s){COMMA})"
NO_LIST = r"(?<![\w.+-])(?<![0-9][,;/|\s])(?<![0-9][,;|]\s)"
NO_MORE = r"(?![\w°]|\.[0-9]|\s?[,;|]?\s?[+-]?[0-9]+[.,][0-9])"
MINUTES = r"[0-9]{1,3}\s?[°º]\s?[0-9]{1,2}(?:[.,][0-9]{1,6})?\s?['′’]"
SECONDS = r"(?:\s?[0-9]{1,2}(?:[.,][0-9]{1,6})?\s?(?:[\"″”]|['′’]{2}))?"
ANGLE = rf"(?:[NSEWO]\s?{MINUTES}{SECONDS}|{MINUTES}{SECONDS}\s?[NSEWO](?![^\W_]))"
DEGREES = rf"(?<![\w.]){ANGLE}(?:\s?[,;/|]?\s?{ANGLE})?"
NAMED = (
    r"(?i:(?<![^\W\d_])(?:lat(?:itude)?|lng|lon(?:gitude)?|breitengrad|längengrad))[\"']?\s?[:=]\s?"
    r"[\"']?(?P<value>[+-]?[0-9]{1,3}[.,][0-9]{3,15})(?![\w.]|,[0-9])"
)
NUMBER = re.compile(r"[0-9]{1,3}[.,][0-9]{4,}")


def is_on_earth(value: str) -> bool:
    """Return whether `value` holds a latitude, then a longitude, and not two shares of one."""
    found = [float(one.replace(",", ".")) for one in NUMBER.findall(value)]
    latitude, longitude = found
    return latitude <= 90 and longitude <= 180 and (latitude >= 1 or longitude >= 1)  # noqa: PLR2004


recognizer = PatternRecognizer(
    entity="GPS_COORDINATES",
    label="coordinates",
    forms=(
        Form(pattern=rf"{NO_LIST}{PAIR}{NO_MORE}", score=0.6, is_valid=is_on_earth),
        Form(pattern=DEGREES, score=0.9),
        Form(pattern=NAMED, score=0.8),
    ),
    context=(
        "gps*", "koordinate*", "coordinate*", "standort*", "position*", "location*", "lat", "lng",
        "latitude", "longitude", "geo*", "maps*", "breitengrad*", "längengrad*",
    ),
    examples=(
        "GPS: «48.13743, 11.57549»",
        "https://maps.example.org/@«48.1374,11.5755»,15z",
        "geo:«48.1374,11.5755»",
        "«48°08'14.6\"N 11°34'31.8\"E»",
        "«N 48° 8.243' E 11° 34.529'»",
        "Standort «48,13743; 11,57549»",
        '{"lat": «48.137»}',
        "«-33.8688, 151.2093» Treffpunkt",
        "«52.5200° N, 13.4050° E»",
    ),
    counterexamples=(
        "48,13 11,57 Euro",
        "Version 1.2.3, 4.5.6",
        "48.1374",
        "[0.9123, 0.8456]",
        "0.1234, 48.1374, 11.5755",
        "48.1374, 11.5755, 3.1415",
        "Winkel 30°15'",
        "1.2345 190.1234",
        "latency: 12.345 ms",
    ),
)  # fmt: skip
