from __future__ import annotations

import copy
from typing import Any

import pytest

from service.errors import InvalidRequestError, UnsupportedMediaError
from service.wire.openai.chat import ChatRequest, read_chat
from service.wire.system_prompt import RULE

USER = {"role": "user", "content": "Hallo"}
SYSTEM = {"role": "system", "content": "Sei kurz."}
PNG = "data:image/png;base64,iVBORw0KGgo="


def body(*messages: Any, **members: Any) -> dict[str, Any]:
    return copy.deepcopy({"model": "m", "messages": list(messages) or [USER], **members})


def read(*messages: Any, job_id: str | None = None, **members: Any) -> ChatRequest:
    return read_chat(body(*messages, **members), job_id)


def test_a_plain_request_is_read() -> None:
    chat = read()
    assert chat.body == body()
    assert (chat.job_id, chat.language, chat.stream, chat.json_content) == (
        None,
        "auto",
        False,
        False,
    )
    assert [slot.text for slot in chat.slots()] == ["Hallo"]


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"messages": None}, "messages"),
        ({"messages": []}, "messages"),
        ({"messages": {"0": USER}}, "messages"),
        ({"messages": "Hallo"}, "messages"),
        ({"messages": [USER, "Hallo"]}, "messages"),
        ({"messages": [[USER]]}, "messages"),
        ({"model": None}, "model"),
        ({"model": 4}, "model"),
        ({"stream": "true"}, "stream"),
        ({"stream": 1}, "stream"),
        ({"language": "fr"}, "language"),
        ({"language": ["de"]}, "language"),
        ({"language": ""}, "language"),
        ({"job_id": 7}, "job_id"),
        ({"job_id": ["a"]}, "job_id"),
    ],
)
def test_what_has_the_wrong_shape_is_refused_by_name(members: dict[str, Any], param: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        read_chat(body() | members, None)
    assert caught.value.param == param
    assert type(caught.value) is InvalidRequestError


@pytest.mark.parametrize("missing", ["messages", "model"])
def test_what_is_missing_is_refused_by_name(missing: str) -> None:
    request = body()
    del request[missing]
    with pytest.raises(InvalidRequestError) as caught:
        read_chat(request, None)
    assert caught.value.param == missing


@pytest.mark.parametrize(
    "part",
    [
        {"type": "image_url", "image_url": {"url": "https://example.org/a.png"}},
        {"type": "input_image", "file_id": "f"},
        {"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}},
        {"type": "file", "file": {"file_data": "AAAA"}},
        {"type": "input_file", "file_id": "f"},
        {"type": "video_url", "video_url": {"url": "https://example.org/a.mp4"}},
        {"type": "document", "source": {"data": "AAAA"}},
        # Some upstreams take parts without a type.
        {"image_url": "https://example.org/a.png"},
    ],
)
@pytest.mark.parametrize("in_list", [True, False])
def test_media_parts_are_refused_in_any_message(part: dict[str, Any], in_list: bool) -> None:
    text = {"type": "text", "text": "Was ist das?"}
    content = [text, part] if in_list else part
    with pytest.raises(UnsupportedMediaError) as caught:
        read(SYSTEM, USER, {"role": "tool", "tool_call_id": "c", "content": content})
    assert caught.value.param == "messages"


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"messages": [{"role": "user", "content": PNG}]}, "messages"),
        ({"messages": [{"role": "user", "content": f"Was ist ![das]({PNG})?"}]}, "messages"),
        ({"messages": [{"role": "user", "content": [{"type": "x", "y": PNG}]}]}, "messages"),
        ({"messages": [{"role": "user", "images": [f" \n{PNG}"]}]}, "messages"),
        ({"messages": [{"role": "tool", "content": f'{{"page": "{PNG}"}}'}]}, "messages"),
        ({"later": {"deep": [PNG.replace("data:", "DATA:")]}}, None),
        ({"later": "data:text/plain,Sabine%20Kr%C3%A4mer"}, None),
        ({"later": "\n data:text/html;charset=utf-8,Sabine"}, None),
        ({"later": "data:;base64,U2FiaW5l"}, None),
        ({"later": "data:text/plain;charset=utf-8;base64,U2FiaW5l"}, None),
        ({"modalities": ["text", "audio"]}, "modalities"),
    ],
)
def test_data_urls_and_spoken_answers_are_refused_wherever_they_stand(
    members: dict[str, Any], param: str | None
) -> None:  # an unknown name may itself be a value, so it is not named
    with pytest.raises(UnsupportedMediaError) as caught:
        read_chat(body() | members, None)
    assert caught.value.param == param


@pytest.mark.parametrize(
    "members",
    [
        {"modalities": ["text"]},
        {"modalities": None},
        {"modalities": 5},
        {"messages": [{"role": "user", "content": "data: Sabine, Berlin"}]},
        {"messages": [{"role": "user", "content": "metadata:a/b, base64, data:x"}]},
        {"messages": [{"role": "user", "content": [{"type": ["odd"], "text": "x"}, "y", None]}]},
        {"messages": [{"role": "assistant", "content": None}]},
        {"messages": [{"role": "user"}]},
        {"stream": None},
    ],
)
def test_what_is_text_is_not_taken_for_media(members: dict[str, Any]) -> None:
    assert read_chat(body() | members, None).body == body() | members


def test_our_own_members_do_not_go_upstream() -> None:
    chat = read(language="en", job_id="akte-1", stream=True, user="u")
    assert chat.body == body(stream=True, user="u")
    assert (chat.language, chat.job_id, chat.stream) == ("en", "akte-1", True)
    assert read(language=None, job_id=None).language == "auto"


def test_the_headers_job_id_wins() -> None:
    assert read(job_id="header").job_id == "header"
    assert read_chat(body(job_id="body"), "header").job_id == "header"
    assert read_chat(body(job_id="body"), "").job_id == "body"


@pytest.mark.parametrize(
    ("form", "is_json"),
    [
        ({"type": "json_object"}, True),
        ({"type": "json_schema", "json_schema": {}}, True),
        ({"type": "text"}, False),
        ({}, False),
        ("json_object", False),
        (None, False),
    ],
)
def test_whether_an_answer_in_json_was_asked_for(form: Any, is_json: bool) -> None:
    assert read(response_format=form).json_content is is_json


ANSWER = {"role": "assistant", "content": "Guten Tag!"}
NEXT = {"role": "user", "content": "Und weiter?"}


@pytest.mark.parametrize("front", [[], [SYSTEM], [SYSTEM, {"role": "developer", "content": "x"}]])
def test_all_turns_of_a_conversation_have_one_opening(front: list[Any]) -> None:
    first = read(*front, USER).with_rule("always")
    second = read(*front, USER, ANSWER, NEXT, model="other", temperature=1)
    third = read(*front, USER, ANSWER, NEXT, ANSWER, USER, language="de")
    assert first.opening == second.opening == third.opening


def test_the_order_of_a_messages_members_does_not_change_the_opening() -> None:
    assert read({"content": "Hallo", "role": "user"}).opening == read(USER).opening


@pytest.mark.parametrize(
    "messages",
    [
        [{"role": "user", "content": "Hallo!"}],
        [{"role": "user", "content": [{"type": "text", "text": "Hallo"}]}],
        [{"role": "assistant", "content": "Hallo"}],
        [SYSTEM, USER],
        [{**USER, "name": "Anna"}],
    ],
)
def test_other_first_messages_make_another_opening(messages: list[Any]) -> None:
    assert read(*messages).opening != read(USER).opening


def test_a_system_message_alone_is_an_opening_of_its_own() -> None:
    assert read(SYSTEM).opening != read({**SYSTEM, "content": "Sei lang."}).opening


def test_the_rule_goes_into_the_body() -> None:
    chat = read(SYSTEM, USER).with_rule("append")
    assert chat.body["messages"] == [{**SYSTEM, "content": f"Sei kurz.\n\n{RULE}"}, USER]


def test_a_request_shows_no_text_when_it_is_printed() -> None:
    assert "Hallo" not in repr(read(job_id="j"))
