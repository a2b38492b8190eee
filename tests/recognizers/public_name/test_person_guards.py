import pytest

from recognizers.public_name import person_guards as guards


def place(text: str, name: str = "Mozart") -> tuple[str, int, int]:
    start = text.index(name)
    return text, start, start + len(name)


def test_a_word_is_glued_to_letters_signs_of_addresses_and_hyphens() -> None:
    assert guards.is_glued(*place("a@Mozart"))
    assert guards.is_glued(*place("Mozart-Haus"))
    assert guards.is_glued(*place("Mozart.de"))
    assert not guards.is_glued(*place("(Mozart)."))
    assert not guards.is_glued(*place("Mozart-Haus"), compound=True)


def test_titles_greetings_and_roles_tell_of_a_person() -> None:
    for text in ("Frau Mozart", "Hallo Mozart", "Dr. med. Mozart", "Patient: Mozart", "To: Mozart"):
        assert guards.is_personal(*place(text)[:2]), text
    for text in ("to Mozart", "von Mozart", "Frauen: Mozart", "Autor: Mozart", "Dank an Mozart"):
        assert not guards.is_personal(*place(text)[:2]), text


def test_an_initial_or_a_capitalised_word_before_makes_a_surname() -> None:
    for text in ("H. Mozart", "Hans Mozart", "Sample Mozart"):
        assert guards.is_surname(*place(text)[:2]), text
    for text in ("Die Mozart", "bei Mozart", "Hans, Mozart", "Komponist Mozart", "Hans. Mozart"):
        assert not guards.is_surname(*place(text)[:2]), text


def test_a_first_name_before_makes_a_whole_name_longer() -> None:
    assert guards.is_named_before(*place("Anna Jane Austen", "Jane Austen")[:2])
    assert not guards.is_named_before(*place("Autorin Jane Austen", "Jane Austen")[:2])


def test_a_word_that_serves_as_a_first_name_has_a_surname_behind_it() -> None:
    assert guards.is_first_name(*place("Napoleon Muster", "Napoleon"))
    assert not guards.is_first_name(*place("Napoleon siegte", "Napoleon"))
    assert not guards.is_first_name(*place("Mozart Muster"))


def test_a_street_or_a_mail_address_stands_behind() -> None:
    for behind in (" Platz 3", "-Allee", " Road", " <m@example.org>", ", m@example.org"):
        assert guards.is_reachable(f"Mozart{behind}", 6), behind
    for behind in (" plays", ", dann", " (1756)", "-Abend"):
        assert not guards.is_reachable(f"Mozart{behind}", 6), behind


@pytest.mark.parametrize(
    "greeting",
    [
        "Sehr geehrter", "geehrte", "Liebe", "Dear", "Hallo", "Hi", "Hey", "Hello", "Moin",
        "Servus", "Guten Tag", "Good evening", "Ich heiße", "heisse", "Name ist", "name lautet",
        "Ich bin", "I am", "I’m", "This is", "Hier spricht", "Grüßen", "Gruesse", "Gruß", "LG",
        "VG", "MfG", "Regards", "Sincerely", "Yours", "Cheers", "gez.", "i. A.", "i.V.",
    ],
)  # fmt: skip
def test_each_greeting_tells_of_a_person(greeting: str) -> None:
    for between in (" ", ", ", "! ", " \u201e", ':"\n'):
        assert guards.is_personal(*place(f"{greeting}{between}Mozart")[:2]), between
    if " " not in greeting:
        assert not guards.is_personal(*place(f"x{greeting} Mozart")[:2])


@pytest.mark.parametrize(
    "label",
    ["Passwort", "password", "Kennwort", "passphrase", "Losungswort", "Codewort", "pwd", "PIN",
     "Login", "user name", "username", "Benutzername", "Nutzername"],
)  # fmt: skip
def test_each_label_of_a_secret_counts_on_its_line(label: str) -> None:
    assert guards.is_personal(*place(f"{label} bei uns: Mozart")[:2])
    assert not guards.is_personal(*place(f"{label} bei uns:\nMozart")[:2])
    assert not guards.is_personal(*place(f"{label}xy Mozart")[:2])


@pytest.mark.parametrize(
    "behind", [" <m@x", ", m@x", " (at]", " [at]", " ( <m@x", " at example.org", " ät x punkt org"]
)
def test_each_way_to_write_a_mail_address_counts(behind: str) -> None:
    assert guards.is_reachable(f"Mozart{behind}", 6)
