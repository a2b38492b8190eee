"""Finds surnames of history that many bear, by their company: `Bach und Händel`, `works by Kant`.

The surname alone counts nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.public_name import person_guards

Word = tuple[str, int, int]  # without marks and in small letters, and where it stands

AROUND = 40  # code points that are looked at before a name
# Hardly anybody is called so: who stands beside one of them is of history too.
_TELLING = """
    mozart beethoven haendel haydn brahms vivaldi telemann chopin liszt bruckner monteverdi puccini
    rossini debussy tschaikowski tschaikowsky tchaikovsky mendelssohn bartok sibelius dvorak grieg
    schostakowitsch shostakovich strawinsky stravinsky rachmaninow rachmaninoff hegel nietzsche
    schopenhauer kierkegaard spinoza leibniz descartes voltaire rousseau wittgenstein platon plato
    sokrates aristoteles aristotle goethe hoelderlin kleist novalis rilke brecht kafka tolstoi
    tolstoy dostojewski dostoevsky shakespeare chaucer baudelaire flaubert balzac zola proust duerer
    cranach rembrandt rubens michelangelo botticelli caravaggio picasso matisse monet cezanne
    kandinsky kandinskij chagall einstein heisenberg schroedinger galilei kopernikus copernicus
    darwin engels lenin adorno habermas horkheimer
"""
TELLING = frozenset(_TELLING.split())
_BORNE = """
    bach haendel handel haydn brahms schubert schumann mahler verdi strauss liszt bruckner weber
    reger orff weill elgar britten purcell holst ravel bizet satie faure grieg wagner gluck
    offenbach lehar lortzing rossini bellini donizetti scarlatti corelli couperin rameau lully
    schoenberg webern berg hindemith bernstein copland ives barber cage glass byrd tallis gounod
    franck smetana janacek kant hegel marx freud jung adorno horkheimer heidegger husserl popper
    locke hume hobbes mill bacon rousseau pascal sartre camus foucault fichte schelling luther
    calvin arendt habermas bloch benjamin jaspers herder engels schiller kleist heine buechner
    fontane storm keller lessing wieland moerike hauff hesse mann benn celan zweig roth doeblin
    kaestner frisch boell grass austen dickens bronte wilde shaw joyce yeats beckett woolf orwell
    huxley hardy eliot keats byron shelley wordsworth coleridge blake milton donne swift defoe poe
    twain melville hawthorne whitman hemingway steinbeck fitzgerald faulkner dumas hugo zola proust
    verne cranach holbein rubens hals goya manet renoir turner constable klee marc macke klimt
    schiele dix nolde kirchner munch hopper beckmann feininger liebermann corinth spitzweg menzel
    newton darwin planck bohr euler hertz curie faraday maxwell kepler mendel virchow koch platon
"""
BORNE = frozenset(_BORNE.split())
AND = frozenset(["und", "and", "oder", "or"])
TOGETHER = re.compile(r"[ \t]?[,/&–-][ \t]?|[ \t]")
_MAKERS = (
    r"[Kk]omponist(?:en|in)?|[Cc]omposers?|[Pp]hilosoph(?:en|er|ers)?|[Dd]ichter[ns]?|[Pp]oets?"
    r"|[Mm]alern?|[Pp]ainters?|[Ss]chriftsteller[ns]?|[Pp]laywrights?|[Nn]ovelists?"
)
_WORKS = (
    r"[Ss]onaten?|[Ss]infonien?|[Ss]ymphonien?|[Kk]antaten?|[Ff]ugen?|[Ww]alzern?|[Oo]pern?"
    r"|[Rr]equiem|[Oo]ratori(?:um|en|o)|[Pp]räludi(?:um|en)|[Ee]tüden?|[Kk]unstlieder|[Ss]onatas?"
    r"|[Ss]ymphon(?:y|ies)|[Cc]oncertos?|[Ff]ugues?|[Cc]antatas?|[Oo]peras?|[Pp]reludes?|[Nn]octurnes?"
    r"|[Gg]edichten?|[Bb]alladen?|[Pp]oems?|[Nn]ovellen?|[Gg]emälden?|[Dd]ramen|[Pp]artiten?"
)
BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_MAKERS})(?::| wie| like| such as)?|(?:{_WORKS}),? (?:von|by|of))[ \t]\Z"
)
AFTER = re.compile(
    rf"[ \t](?:(?:{_WORKS})(?!\w)|BWV|KV|[Oo]p\.|RV \d|Messiah|Messias|Matthäus-?[Pp]assion"
    r"|Johannes-?[Pp]assion|Weihnachtsoratorium|Winterreise|Kritik der|Phänomenologie)"
)


def end(text: str, words: Sequence[Word], number: int) -> int:
    """Return where the surname at that word ends; 0 where nothing tells whose it is."""
    value, start, last = words[number]
    is_genitive = value not in BORNE and value.endswith("s") and value[:-1] in BORNE
    if (value not in BORNE and not is_genitive) or not text[start].isupper():
        return 0
    has_work = AFTER.match(text, last) is not None
    if not has_work and (is_genitive or person_guards.NEXT.match(text, last)):
        return 0
    before = text[max(0, start - AROUND) : start]
    if not (has_work or BEFORE.search(before) or _is_accompanied(text, words, number)):
        return 0
    if person_guards.is_somebodys(text, start, last):
        return 0
    if not is_genitive:
        return last
    return last - (1 if text[last - 2].isalnum() else 2)


def _is_accompanied(text: str, words: Sequence[Word], number: int) -> bool:
    return any(_is_beside(text, words, number, step) for step in (-1, 1))


def _is_beside(text: str, words: Sequence[Word], number: int, step: int) -> bool:
    """Say whether the next name in that direction, `und` or a comma between, is a telling one."""
    other = number + step
    joined = False
    if 0 <= other < len(words) and words[other][0] in AND:
        other += step
        joined = True
    if not 0 <= other < len(words) or words[other][0] not in TELLING:
        return False
    first, second = sorted((number, other))
    between = [text[words[one][2] : words[one + 1][1]] for one in range(first, second)]
    if joined:
        return all(one in {" ", "\n"} for one in between)
    return between[0] != " " and TOGETHER.fullmatch(between[0]) is not None
