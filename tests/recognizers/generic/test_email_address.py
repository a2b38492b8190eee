import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ende: max.muster@example.org.", "max.muster@example.org"),
        ("<max@example.org>", "max@example.org"),
        ("(max@example.org)", "max@example.org"),
        ("'max@example.org'", "max@example.org"),
        ("mailto:max@example.org?subject=Hallo", "max@example.org"),
        ("E-Mail:max_muster@mail.example.co.uk;", "max_muster@mail.example.co.uk"),
        ("MAX.MUSTER@EXAMPLE.ORG", "MAX.MUSTER@EXAMPLE.ORG"),
        ("anna.o'neill@example.org", "anna.o'neill@example.org"),
        ("jürgen@büro.local", "jürgen@büro.local"),
        ("root@localhost", "root@localhost"),
        ("max(at)example.org", "max(at)example.org"),
        ("max [at] example [dot] org", "max [at] example [dot] org"),
        ("max.muster at example dot org, bitte", "max.muster at example dot org"),
        ("max ät mail punkt example punkt de", "max ät mail punkt example punkt de"),
        ("<a>max&#64;example.org</a>", "max&#64;example.org"),
        ("an max\\u0040example.org", "max\\u0040example.org"),
        ('an "max@home"@example.org', '"max@home"@example.org'),
        ("to=max%2Bneu%40example.org&x", "max%2Bneu%40example.org"),
    ],
)
def test_an_address_is_found_whole_and_without_what_surrounds_it(text: str, value: str) -> None:
    assert found("EMAIL_ADDRESS", text) == [value]


def test_neighbours_stay_apart() -> None:
    assert found("EMAIL_ADDRESS", '"a@example.org","b@example.org";c@example.org') == [
        "a@example.org",
        "b@example.org",
        "c@example.org",
    ]


@pytest.mark.parametrize(
    "text", ["x = a@b", "pkg@1.0.0", "icon@3x.webp", "@example.org", "a@", "look at dot com"]
)
def test_what_only_holds_an_at_sign_is_none(text: str) -> None:
    assert found("EMAIL_ADDRESS", text) == []
