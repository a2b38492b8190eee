"""No text may keep a recognizer busy: each reads 50 kB of the worst we know in one process."""

import subprocess
import sys
from pathlib import Path

CEILING_SECONDS = 300  # for everything together, on a machine that is busy otherwise
SCRIPT = r"""
import base64, random, sys, time
import recognizers

SIZE = 50_000
UNITS = [
    ".", "1", "0", " ", "\n", "-", "_", "*", "+", "(", '"', ":", "@", "a", "ä", "A ",
    "Aa ", "1 ", "1-",
    "1:", "1/1/", "a.", "a@", "(0", "0170 ", "0170 1234567, ", "0170 123456\n", "4111 ", "4111",
    "DE89 ", "AB12CD34", "123456789 ", "SSN 900123456 ", "1.2.3.", "v 1.2.3.4 ", "12.03.1985 ",
    "geb. am ", "born in Berlin Mitte ", "Am Markt ", "Straße ", "Straße 1 ", "Straße 1 c/o ",
    "1 A St ", "12345 Berlin, ", "http://", "www.", "%40", "a%40", "a [at] ", "sk-", "eyJ",
    "eyJaaaaa.", "-----BEGIN PRIVATE KEY-----\n", "-----END PRIVATE KEY-----", "Ausweis L01X00T47 ",
    "Tel ", "Max Muster wohnt in der Straße und ruft an ", "c/o ", "\\n",
    "first_name:", "Vorname: A ", "Straße;", "a;b\nName;", '"street": "', "<name>", "name='",
    '{"last_name": "A B", "street": "1 A", "city": "A"}', "Vorname: A\n",
    'user="A ', "user=Aa ", "a-by: ", "TODO(a", "AA^", "AA, ", "by AA, ", "Frau ", "Frau von ",
    "Via ", "Via Aa ", "Aa utca 1 ", "12 rue Aa ", "one ", "one-", "Gut Aa, ", "City: Aa ",
    "Straße 1 EG", "Straße 1 in ", "Musterstr. 1, Aa", "2 Heol ", "Aa House, 1 A St, ", "Frau Aa ",
    "LG\n", "Liebe Grüße\n\n", "Hi Aa ", "Aa: b\nBb: c\n", "10:15 Aa: b\n",
    "Mozart ", "Johann ", "St. ", "Dr. Mozart ", "Karl Marx <", "Robert-Koch-Institut ", "Aa-",
    '{"geburtsdatum": "1985-03-12", "tel": "0170 1234567", "ip": "192.0.2.1"}, ',
]
texts = [unit * (SIZE // len(unit)) for unit in UNITS]
noise = random.Random(1)
texts.append(base64.b64encode(noise.randbytes(SIZE * 3 // 4)).decode())
texts.append(noise.randbytes(SIZE // 2).hex())
texts.append("http://a?" + ")" * SIZE)
texts.append("QUJDRA==\n" * (SIZE // 9) + "-----END PRIVATE KEY-----")
slow = []
for one in recognizers.load():
    for text in texts if hasattr(one, "find") else ():
        start = time.process_time()
        for match in one.find(text):
            pass
        spent = time.process_time() - start
        if spent > 1.0:
            slow.append((one.entity, text[:20], round(spent, 2)))
sys.exit(repr(slow) if slow else 0)
"""


def test_no_text_keeps_a_recognizer_busy() -> None:
    done = subprocess.run(  # noqa: S603  our own script
        [sys.executable, "-c", SCRIPT],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=CEILING_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
