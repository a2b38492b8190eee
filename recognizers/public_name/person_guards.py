"""What around a public name says that a living person is called so, or that it is no name there."""

from __future__ import annotations

import re

from recognizers.base.lexicon import alternation, words

AROUND = 60  # code points that are looked at before a name
# A person who is spoken to or of: a title, a greeting, or what somebody is to the writer.
_TITLES = alternation(words("titles", "private")) + r"|Dipl\.-\w+\.?"
_GREETINGS = r"""
    (?:Sehr[ ])?[Gg]eehrte[rn]? | Liebe[rs]? | Dear | Hallo | Hi | Hey | Hello | Moin | Servus
    | Guten[ ](?:Tag|Morgen|Abend) | Good[ ](?:morning|afternoon|evening)
    | (?:[Ii]ch[ ])?hei(?:ß|ss)e | [Nn]ame[ ](?:ist|is|lautet) | [Ii]ch[ ]bin
    | I[ ]am | I[’']m | [Tt]his[ ]is | Hier[ ](?:ist|spricht)
    | [Gg]r(?:ü|ue)(?:ß|ss)en? | Gruß | LG | VG | MfG
    | [Rr]egards | [Ss]incerely | [Yy]ours | Cheers
    | gez\. | i\.[ ]?A\. | i\.[ ]?V\.                                  # signed for somebody
"""
ROLES = frozenset(words("roles", "beside"))
# These tell it with a colon alone: "von Mozart" and "to Haribo" name no sender.
LABELS = frozenset({"from", "to", "cc", "bcc", "von", "an", "member", "manager", "account"})
QUOTES = r"[\"'“„‚‘«»(\[]{0,2}"
PERSONAL = re.compile(rf"(?<!\w)(?:{_TITLES}|{_GREETINGS})[,!:]?{QUOTES}\s+{QUOTES}\Z", re.VERBOSE)
ROLE = re.compile(rf"(?<!\w)([^\W\d_]+)(?:(?P<label>\"?\s?[:=])\s*|[,!]?{QUOTES}\s+){QUOTES}\Z")
# Somebody's password or user name, which may be any word: on the same line.
SECRET = re.compile(
    r"""
    (?:
        passwor[dt] | kennwort | passphrase | losungswort | codewort | pwd
        | (?<![a-z])pin
        | login | user[ ]?name | benutzername | nutzername
    )
    (?![a-z])[^\n]{0,40}\Z
    """,
    re.VERBOSE,
)
ADDRESSED = re.compile(
    rf"(?:[- ]?(?:{alternation(words('street_words', 'joined'))})"
    rf"|[- ](?:{alternation(words('street_words', 'apart'))}))(?!\w)",
    re.IGNORECASE,
)
MAILED = re.compile(
    r"""
    [ \t]{0,4}(?:[<(\[{,;|][ \t]{0,4}){1,2}(?:[\w.+-]{1,64}@|at[\])}])  # <jane@…, [at]
    | [ \t]{1,4}(?:at|ät)[ \t]{1,4}[\w-]{1,64}                          # at example dot org
        (?:\.\w|[ \t]{1,4}(?:dot|punkt)(?!\w))
    """,
    re.VERBOSE,
)
PREVIOUS = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(\.?)[ \t\u00a0]+\Z")
NEXT = re.compile(r"[ \t\u00a0]+[A-ZÄÖÜ]")
GLUED_BEFORE = frozenset("@_/\\.=#-–&+%~$")
GLUED_AFTER = re.compile(r"[\w@\\=%~\u0300-\u036f]|[./+&][^\W_]|[-–][^\W_]|/|\(\)")
FOLLOWED = re.compile(r"[\w@\\=%~\u0300-\u036f]|[./+&][^\W_]|/|\(\)")
# Words that are written large at the beginning of a sentence, or before what is no person.
PASSES = frozenset((*words("function_words", "public"), *words("public_name_nouns")))
NOUN_ENDINGS = words("noun_endings", "public")
FIRST_NAMES = frozenset(words("first_names", "given"))
ALSO_FIRST = frozenset(words("first_names", "historic"))


def is_glued(text: str, start: int, end: int, *, compound: bool = False) -> bool:
    """Return whether text[start:end] is a piece of something longer: a word, a path, an address.

    With `compound` a hyphen and a word may follow, as in `Ikea-Regal`.
    """
    if start and (text[start - 1].isalnum() or text[start - 1] in GLUED_BEFORE):
        return True
    if start > 1 and text[start - 1] in "'’" and text[start - 2].isalnum():
        return True
    return (FOLLOWED if compound else GLUED_AFTER).match(text, end) is not None


def is_personal(text: str, start: int) -> bool:
    """Return whether a title, a greeting, a role or the label of a secret is before text[start]."""
    around = text[max(0, start - AROUND) : start]
    if SECRET.search(around.lower()):
        return True
    role = ROLE.search(around)
    if role and (role[1].lower() in ROLES or (role["label"] and role[1].lower() in LABELS)):
        return True
    return PERSONAL.search(around) is not None


def is_reachable(text: str, end: int) -> bool:
    """Return whether text[:end] is a piece of a street's name, or a mail address is behind it."""
    return bool(ADDRESSED.match(text, end) or MAILED.match(text, end))


def is_surname(text: str, start: int) -> bool:
    """Return whether an initial or a word that may be a first name stands before a single word."""
    found = PREVIOUS.search(text[max(0, start - AROUND) : start])
    if not found or not found[1][0].isupper():
        return False
    if found[2]:
        return len(found[1]) == 1
    before = found[1].lower()
    return before not in PASSES and not before.endswith(NOUN_ENDINGS)


def is_somebodys(
    text: str, start: int, end: int, *, compound: bool = False, last: int | None = None
) -> bool:
    """Return whether anything around a single word tells that it is a living person's, or no name.

    `last` is where the piece ends that must not be glued to what follows, if later than `end`.
    """
    return (
        is_glued(text, start, end if last is None else last, compound=compound)
        or is_personal(text, start)
        or is_surname(text, start)
        or is_reachable(text, end)
    )


def is_named_before(text: str, start: int) -> bool:
    """Return whether one more first name stands before a whole name."""
    found = PREVIOUS.search(text[max(0, start - AROUND) : start])
    return found is not None and not found[2] and found[1].lower() in FIRST_NAMES


def is_first_name(text: str, start: int, end: int) -> bool:
    """Return whether a single word that serves as a first name too has a surname behind it."""
    return text[start:end].lower() in ALSO_FIRST and NEXT.match(text, end) is not None
