from __future__ import annotations

import pytest

from service.text.spans import GUESS
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("user=\"Erika Muster\" owner='Max von Probe'", ["Erika Muster", "Max von Probe"]),
        ("assignee=Erika Muster, prio=1", ["Erika Muster"]),
        ("assignee=Erika Muster prio=1", ["Erika Muster"]),
        ("assignee=erika prio=1", []),
        ('{"createdBy": "Erika Muster"}', ["Erika Muster"]),
        (r"{\"assignee\": \"Erika Muster\"}", ["Erika Muster"]),
        (
            "Reviewed-by: J. Sample\nReported-by: Erika Muster-Probe (QA)",
            ["J. Sample", "Erika Muster-Probe"],
        ),
        ('customer="Muster Handels GmbH"', []),
        ('name="Getting Started"', []),
        ('owner="Platform Team"', []),
        ("author: Sample Software", []),
        ("standby: Erika Muster", []),
    ],
)
def test_a_key_tells_a_name_of_two_words(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("// FIXME(erika.muster) leak", ["erika.muster"]),
        ("TODO(Erika)", ["Erika"]),
        ("TODO(perf) TODO(v2) TODO(2024-01-01) TODO(API) TODO(next-release)", []),
    ],
)
def test_a_mark_in_code_tells_who_shall_do_it(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ROL|1|7788^SAMPLE^JOHN^^^DR", ["SAMPLE^JOHN"]),
        ("(0010,0010) PN [Muster^Erika]", ["Muster^Erika"]),
        ("ADT^A01 and ORU^R01", []),
        ("OBR|1|||24323-8^Glucose^LN", []),
        ("DG1|1||I48^VORHOFFLIMMERN^ICD", []),
        ("recipient MUSTER, E. signed", ["MUSTER, E."]),
        ("Patientin MUSTER-PROBE, ERIKA", ["MUSTER-PROBE, ERIKA"]),
        ("files for HTML, JSON, YAML", []),
        ("von NATO, UNESCO", []),
        ("Das Regal ist von IKEA, Verdacht auf Mangel", []),
        ("bought by IKEA, Inter and others", []),
        ("von MUSTER, ERIKA", ["MUSTER, ERIKA"]),
        ("für USA, UK", []),
        ("Applicant: MUSTER, Erika Maria; sponsor", ["MUSTER, Erika Maria"]),
    ],
)
def test_a_register_writes_the_surname_first(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Agent 4471 Muster nahm ab", ["Muster"]),
        ("Mag. Erika Muster und RAin Probe", ["Erika Muster", "Probe"]),
        ("PHK Muster, POM Probe", ["Muster", "Probe"]),
        ("Sr. Maria, Pater Anselm Muster", ["Maria", "Anselm Muster"]),
        ("Bed 6 Mrs Day fell", ["Day"]),
        ("Det. Judge Sample and Nurse O'Sample", ["Sample", "O'Sample"]),
        ("Hr. Muster Termin", ["Muster"]),
        ("Frau Muster Rechnung", ["Muster"]),
        ("Frau Bundesministerin Muster, Herr Kollege Probe", ["Muster", "Probe"]),
        ("Sr. Developer, Herr Präsident, Frau Kollegin", []),
        ("POM Datei, PK Spalte", []),
        ("Fr. 12.3. und Fr. 20.-", []),
        ("Nurse Practitioner", []),
    ],
)
def test_a_title_tells_a_name_and_stays_outside(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


def test_a_longer_guess_of_the_model_wins_over_a_title() -> None:
    assert score("PERSON", "Herr Muster") <= GUESS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("bald.\n\nViele Grüße\nErika", ["Erika"]),
        ("LG Erika", ["Erika"]),
        ("Freundliche Grüsse\r\n\r\nDr. Erika Muster\r\n", ["Erika Muster"]),
        ("Yours sincerely,\n\nJohn Q. Sample\nSample Ltd", ["John Q. Sample"]),
        ("Thanks,\n> Rob", ["Rob"]),
        ("bye\n\n- Rob\n", ["Rob"]),
        ("Grüezi Frau Muster", ["Muster"]),
        ("Hey Robert,\nLiebe Erika, lieber Max", ["Robert", "Erika"]),
        ("Guten Tag Erika Muster,", ["Erika Muster"]),
        ("Regards\nSample Support Team", []),
        ("Mit freundlichen Grüßen\nIhre Musterbank", []),
        ("Best\nPractices", []),
        ("Hello World!", []),
        ("Hi all,\nDear team,\nLiebe Kolleginnen,\nDear Hiring Manager,", []),
        ("Hallo liebe Erika,\n", ["Erika"]),
        ("- milk\n- bread", []),
        ("ok thx\n\n-rob\n\nSent from my phone", ["rob"]),
        ("list:\n\n- milk\n\n- bread", []),
        ("Liste:\n\n- Brot", []),
    ],
)
def test_a_letter_tells_names_at_its_ends(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ihre Bank\nppa. Thoms   i. V. Muster", ["Thoms", "Muster"]),
        ("31.12.2025\ni. A. E. Muster\nPersonal", ["E. Muster"]),
        ("gez. Dr. Erika Muster", ["Erika Muster"]),
        ("Danke.\n\nMuster\nRechtsanwältin\n", ["Muster"]),
        ("Erika Muster\nGeschäftsführerin, Vertrieb", ["Erika Muster"]),
        ("John Q. Sample\nDirector", ["John Q. Sample"]),
        ("i. V. Geschäftsführung", []),
        ("Hello World\nManager.run()", []),
        ("Projektplan\nLeiter: offen", []),
        ("Team\nManager", []),
    ],
)
def test_an_office_in_a_signature_tells_a_name(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


CHAT = """Erika: Kommst du heute?
Benni: Ja klar, um acht.
Erika: Gut.
Benni: Bis dann!"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (CHAT, ["Erika", "Benni", "Erika", "Benni"]),
        ("[08.07., 19:33] Benni: hi\n[08.07., 19:34] Erika: na", ["Benni", "Erika"]),
        ("10:15 Kuznetsov: ok\n10:16 Bot: done\n10:17 Kuznetsov: bye", ["Kuznetsov"] * 2),
        (
            "08.07.24, 19:33 - Benni: hi\n08.07.24, 19:35 - Erika Muster: na",
            ["Benni", "Erika Muster"],
        ),
        ("Agent: How can I help?\nErika: It broke.\n" * 2, ["Erika"] * 2),
        ("**Erika:** Na, wie war es?\n**Benni:** Ganz gut.\n" * 2, ["Erika", "Benni"] * 2),
        ("Q: How are you today?\nA: Fine, thank you.\n" * 2, []),
        ("Titel: Das Buch der Muster\nPreis: drei Euro und mehr\n" * 2, []),
        ("Marke: Muster\nFarbe: rot\n" * 2, []),
        ("* Returns: the whole list of them.\n* Extends: what there is.\n" * 2, []),
        ("Erika: Ja, das ist so.\nBenni: Nein, ist es nicht.", []),
        (
            "Erika (Kundin): Es geht nicht.\nKwame (Support): Warum denn?\n" * 2,
            ["Erika", "Kwame"] * 2,
        ),
        ("10:15 Error: failed\n10:16 Warning: slow", []),
        ("INTERVIEWER: Where was he?\nWITNESS: I do not know.\n" * 2, []),
        ("[00:01] Moderatorin: Guten Abend.\n[00:05] Muster: Danke.\n", ["Muster"]),
    ],
)
def test_who_speaks_again_and_again_is_a_person(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "priya: u there?\ntom: yeah wat\npriya: can u call me\ntom: later",
            ["priya", "tom", "priya", "tom"],
        ),
        (
            "emre: kommst du heute\n\nlena: jo bin um 8 da\nemre: hab kein geld\nlena: egal",
            ["emre", "lena", "emre", "lena"],
        ),
        ("warn: disk is full\ninfo: trying again\nwarn: disk is full\ninfo: gave up", []),
        ("fix: close the file\nfeat: let me sort\nfix: let us sort\nfeat: show my tasks", []),
        ("nginx: ready for you\nredis: ready\nnginx: stopped\nredis: stopped by you", []),
        ("image: app\nports: two\nimage: db\nports: one", []),
        ("tom: i call you\nwe do it later", []),
    ],
)
def test_lower_case_lines_that_talk_tell_who_speaks(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names
