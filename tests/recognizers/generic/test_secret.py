import re
from datetime import date

import pytest

from recognizers.base.lexicon import table
from tests.recognizers.finding import found

BODY = "RVhBTVBMRSBOT1QgQSBLRVk=\n" * 20
KEY = f"-----BEGIN RSA PRIVATE KEY-----\n{BODY}-----END RSA PRIVATE KEY-----"


TOKENS = (
    "AKIAIOSFODNN7EXAMPLE",
    "ASIAIOSFODNN7EXAMPLE",
    "ghp_EXAMPLENOTAREALGITHUBTOKEN0000000000",
    "gho_EXAMPLENOTAREALTOKEN00",
    "ghs_EXAMPLENOTAREALTOKEN00",
    "github_pat_EXAMPLENOTAREALTOKEN00",
    "xoxb-00000-00000-EXAMPLENOTAREALTOKEN",
    "sk-EXAMPLENOTAREALKEY0000",
    "sk-proj-EXAMPLE_NOT_A_REAL_KEY_00",
    "sk-ant-api03-EXAMPLE-NOT-A-REAL-KEY-0000",
    "AIzaEXAMPLE-NOT-A-REAL-KEY-000000000000",
    "sk_live_EXAMPLENOTAREALKEY0000",
    "rk_live_EXAMPLENOTAREALKEY0000",
    "eyJhbGciOiJub25lIn0.eyJzdWIiOiJleGFtcGxlIn0.RVhBTVBMRQ",
    "glpat-EXAMPLENOTAREALTOKEN",
    "gldt-EXAMPLENOTAREALTOKEN",
    "ya29.EXAMPLE-NOT-A-REAL-TOKEN",
    "GOCSPX-EXAMPLE-NOT-A-REAL-KEY",
    "AC" + "0123456789abcdef" * 2,
    "123456789:AA" + "EXAMPLE" * 4 + "FAKE0",
    "MEXAMPLENOTAREALTOKEN000.EXAMPL." + "EXAMPLE" * 4,
    "key-" + "0123456789abcdef" * 2,
    "sq0atp-EXAMPLENOTAREALTOKEN00",
    "shpat_" + "0123456789abcdef" * 2,
    "dop_v1_" + "0123456789abcdef" * 4,
    "dapi" + "0123456789abcdef" * 2,
    "sk-svcacct-EXAMPLE_NOT_A_REAL_KEY_00",
    "https://hooks.slack.com/services/" + "T00000000/B00000000/EXAMPLE0",
    "xapp-" + "EXAMPLE-NOT-A-REAL-TOKEN",
    "whsec_" + "EXAMPLENOTAREALKEY0000",
    "hf_" + "EXAMPLE" * 5,
    "npm_" + "EXAMPLE00" * 4,
    "pypi-" + "EXAMPLE-NOT-A-REAL-TOKEN-00000000",
    "SG." + "EXAMPLE000" * 2 + "." + "EXAMPLE000" * 4,
    "EAAA" + "EXAMPLE-NOT-A-REAL-TOKEN",
)


@pytest.mark.parametrize("value", TOKENS)
def test_a_token_is_found_whole(value: str) -> None:
    assert found("SECRET", f'key = "{value}"; # alt') == [value]


def test_a_key_block_is_one_span() -> None:
    assert found("SECRET", f"so:\n{KEY}\nEnde") == [KEY]


def test_two_key_blocks_are_two() -> None:
    assert found("SECRET", f"{KEY}\n{KEY}") == [KEY, KEY]


def test_a_key_that_a_window_cuts_is_found_on_both_sides() -> None:
    front, back = KEY[:200], KEY[200:]
    assert found("SECRET", front) == [front]
    assert found("SECRET", back) == [back]


def test_encrypted_and_escaped_key_blocks_are_one_span() -> None:
    head = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n"
    encrypted = KEY.replace("KEY-----\n", f"KEY-----\n{head}", 1)
    escaped = KEY.replace("\n", "\\n")
    assert found("SECRET", encrypted) == [encrypted]
    assert found("SECRET", f'{{"k": "{escaped}\\n"}}') == [escaped]


def test_the_second_half_of_an_aws_key_is_known_by_its_name() -> None:
    value = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    assert found("SECRET", f"aws_secret_access_key = {value}") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "sk-fading-circle-container",
        "ask-me-anything-about-2024-and-later",
        "ghp_kurz",
        "AKIA",
        "eyJ.eyJ.x",
        "-----BEGIN PUBLIC KEY-----\nRVhB\n-----END PUBLIC KEY-----",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert found("SECRET", text) == []


@pytest.mark.parametrize(
    "text",
    [
        'api_key = "{}"', "API-Key: {}", '{{"accessToken": "{}"}}', "X-Api-Key: {}",
        "Authorization: Bearer {}", "?token={}&x=1", "client_secret={}", "AccountKey={}",
        '\\"api_key\\": \\"{}\\"', "Das Token lautet {}.",
    ],
)  # fmt: skip
def test_what_looks_like_chance_is_known_by_its_name(text: str) -> None:
    value = "q7Zp2Xv9Lk4Tb8Wn3Rd6"
    assert found("SECRET", text.format(value)) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "api_key=your_api_key_goes_here", "token = tokenizer.from_pretrained(name)",
        "secret: kubernetes.io/service-account-token", "api_key=settings.openai_api_key",
        "token: 2024-01-12T14:30:00", "the token count: 1234567890123456", "token=ABCDEFGHIJKLMNOP",
        "Authorization: Bearer <token>", "key: 550e8400-e29b-41d4-a716-446655440000",
    ],
)  # fmt: skip
def test_names_without_a_secret_are_none(text: str) -> None:
    assert found("SECRET", text) == []


@pytest.mark.parametrize("row", table("provider_tokens"), ids=lambda row: f"{row[0]}-{row[1][:8]}")
def test_each_row_of_the_table_has_a_source_and_a_token_that_is_found(row: tuple[str, ...]) -> None:
    _, pattern, source, seen = row
    assert source.startswith("https://")
    assert seen == "unseen" or date.fromisoformat(seen)
    assert any(re.fullmatch(pattern, token) for token in TOKENS)


def test_no_token_is_one_of_two_providers() -> None:
    patterns = [row[1] for row in table("provider_tokens")]
    told = [[one for one in patterns if re.match(one, token)] for token in TOKENS]
    assert [one for one in told if len(one) > 1] == []


@pytest.mark.parametrize(
    "name",
    [
        "api key", "access-key", "account_key", "secret key", "privateKey", "SharedAccessKey",
        "signing_key", "encryption key", "master-key", "app_key", "service_key_id", "token",
        "secret", "Authorization",
    ],
)  # fmt: skip
@pytest.mark.parametrize("link", ["=", " := ", " => ", ": ", ": Bearer ", " lautet ", ': "'])
def test_each_name_of_a_secret_and_each_link_leads_to_one(name: str, link: str) -> None:
    assert found("SECRET", f"{name}{link}q7Zp2Xv9Lk4Tb8Wn3Rd6") == ["q7Zp2Xv9Lk4Tb8Wn3Rd6"]


@pytest.mark.parametrize(
    "text",
    ["public key: {}", "token {}", "token, {}", "secret: {}(", "token={}[0]", "token={}@host"],
)
def test_no_other_name_or_link_does(text: str) -> None:
    assert found("SECRET", text.format("q7Zp2Xv9Lk4Tb8Wn3Rd6")) == []
