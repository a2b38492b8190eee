"""The calls of a leak hunt: a good one for each route, and bad ones for all, with canaries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from tests.leaks.canaries import ENVELOPE, MAIL, MARK, NAME, PROTOCOL, TEXT

BODY_LIMIT = 60_000
JSON = {"content-type": "application/json"}
JOB, ORDER, ANSWER = "akte-1", "auftrag-1", "resp_1"
INVENTED = f"[[{PROTOCOL['placeholder']}]]"
MODEL = PROTOCOL["model"]
USER = {"role": "user", "content": f"{TEXT} {INVENTED}"}
TOOL = {"type": "function", "function": {"name": PROTOCOL["tool"], "parameters": {}}}
IDENTITIES = {"user": MAIL, "safety_identifier": NAME, "metadata": {"note": NAME, MAIL: "x"}}
CHAT: dict[str, Any] = {"model": MODEL, "messages": [USER], "tools": [TOOL], **IDENTITIES}
RESPONSE: dict[str, Any] = {"model": MODEL, "input": TEXT, "instructions": TEXT, **IDENTITIES}
MASKING = ("/v1", "/api/v1/llm-anonymous")
# What goes here is not searched, because the caller asks for that; so it is called last.
PASSING = ("/api/v1/llm/", "/v1/files", "/api/v1/llm-anonymous/files")


@dataclass(frozen=True)
class Call:
    """One request; the body is JSON, or bytes as they are."""

    method: str
    path: str
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    query: str = ""

    @property
    def content(self) -> bytes | None:
        if self.body is None or isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body).encode()


def _surface(prefix: str) -> dict[str, list[Any]]:
    """Return the bodies for the routes below a prefix; None for a route without one."""
    return {
        f"POST {prefix}/chat/completions": [CHAT, CHAT | {"stream": True}],
        f"POST {prefix}/responses": [RESPONSE, RESPONSE | {"stream": True}],
        f"POST {prefix}/completions": [{"model": MODEL, "prompt": TEXT}],
        f"POST {prefix}/embeddings": [{"model": MODEL, "input": [TEXT]}],
        f"POST {prefix}/moderations": [{"model": MODEL, "input": TEXT}],
        f"GET {prefix}/models": [None],
        f"GET {prefix}/models/{{name:path}}": [None],
        f"GET {prefix}/responses/{{name}}": [None],
        f"GET {prefix}/responses/{{name}}/input_items": [None],
        f"DELETE {prefix}/responses/{{name}}": [None],
    }


def _passed(prefix: str) -> dict[str, list[Any]]:
    methods: dict[str, Any] = {"GET": None, "POST": {"note": TEXT}, "DELETE": None}
    paths = (f"{prefix}/files", f"{prefix}/files/{{below:path}}")
    return {f"{method} {path}": [body] for path in paths for method, body in methods.items()}


# Every route of the service, in an order in which each can be served: jobs are deleted last.
GOOD: dict[str, list[Any]] = {
    "GET /livez": [None],
    "GET /readyz": [None],
    "GET /metrics": [None],
    "GET /openapi.json": [None],
    "GET /v1/entities": [None],
    "GET /v1/usage": [None],
    "GET /api/v1/usage": [None],
    "POST /v1/anonymize": [
        {"text": TEXT, "job_id": JOB},
        {"texts": [TEXT, json.dumps({"name": NAME})], "include_values": True},
        {"messages": [USER]},
        {
            "text": f"{TEXT} {PROTOCOL['pattern']}",
            "policy": {
                "patterns": [{"entity": PROTOCOL["entity"], "regex": PROTOCOL["pattern"]}],
                "deny": [{"entity": PROTOCOL["entity"], "words": [NAME]}],
            },
        },
    ],
    "POST /v1/analyze": [{"text": TEXT}],
    "POST /v1/deanonymize": [{"text": f"{TEXT} {INVENTED}", "job_id": JOB}],
    "POST /v1/verify": [{"text": f"{TEXT} {INVENTED}", "job_id": JOB}],
    "POST /api/anonymize": [{"text": TEXT, "job_id": ORDER}],
    "GET /api/status/{job_id}": [None],
    "GET /api/status/{job_id}/strings": [None],
    "POST /api/deanonymize": [{"text": f"{TEXT} {INVENTED}", "job_id": ORDER}],
    "GET /v1/jobs/{job_id}": [None],
    **_surface(MASKING[0]),
    **_surface(MASKING[1]),
    "DELETE /v1/jobs/{job_id}": [None],
    "POST /api/v1/llm/chat/completions": [CHAT],
    "POST /api/v1/llm/responses": [RESPONSE],
    "POST /api/v1/llm/embeddings": [{"model": MODEL, "input": [TEXT]}],
    "GET /api/v1/llm/models": [None],
    "GET /api/v1/llm/models/{name:path}": [None],
    **_passed(MASKING[0]),
    **_passed(MASKING[1]),
}
WRONG: list[Any] = [
    {"text": [TEXT]},
    {"text": "x", MAIL: 1},
    {"messages": [{"role": TEXT}], "model": MODEL, "input": {TEXT: 1}, "prompt": [[TEXT]]},
    {"text": "x", "policy": ENVELOPE["policy"], "language": MAIL},
    {"text": "x", "policy": {"patterns": [{"entity": "X", "regex": f"({TEXT}"}]}},
    {"text": "x", "entities": [PROTOCOL["entity"]], "job_id": ENVELOPE["job"]},
    CHAT | {"job_id": ENVELOPE["job"]},
    CHAT | {"input": TEXT, "prompt": TEXT, "stream": TEXT},
    CHAT | {"input": TEXT, "prompt": TEXT, MAIL: "data:image/png;base64,AAAA"},
    {"texts": TEXT},
    {"texts": ["x", {"a": TEXT}]},
    {"messages": TEXT},
    {"messages": [TEXT]},
    {"text": "x", "job_id": JOB, "ttl_seconds": TEXT},
    {"model": [TEXT], "messages": [USER]},
    CHAT | {"language": MAIL, "job_id": [MAIL]},
    CHAT | {"modalities": TEXT, "response_format": TEXT, "tools": TEXT, "n": TEXT},
    CHAT | {"messages": [{"role": "user", "content": [{"type": "file", "file": {"id": TEXT}}]}]},
    CHAT | {"session": {"deep": [TEXT]}, "stop": [MAIL]},
    CHAT | {"messages": [{"role": "assistant", "content": None, "refusal": TEXT}, USER]},
]
CHAT_BYTES = json.dumps(CHAT).encode()
BROKEN: list[bytes] = [
    f"{{'text': '{TEXT}'}}".encode(),
    CHAT_BYTES[:-3],
    json.dumps([TEXT]).encode(),
    json.dumps(TEXT).encode(),
    TEXT.encode("utf-16"),
    CHAT_BYTES[:-1] + b', "x": "\xff"}',
    CHAT_BYTES[:-1] + b', "seed": NaN}',
    json.dumps({"text": f"{TEXT}\ud800"}).encode(),
    b'{"text": ' + b"[" * 200 + json.dumps(TEXT).encode() + b"]" * 200 + b"}",
    b'{"text": ' + b"[" * 20_000 + json.dumps(TEXT).encode() + b"}",
    json.dumps({"text": TEXT * (BODY_LIMIT // len(TEXT))}).encode(),
]
AROUND = {
    f"x-{ENVELOPE['name of a header']}": "1",
    "x-request-id": f"{ENVELOPE['header']} {MAIL}",
    "x-openwebui-user-email": MAIL,
    "x-forwarded-for": ENVELOPE["header"],
    "forwarded": f"for={ENVELOPE['header']}",
    "cookie": f"session={ENVELOPE['cookie']}",
    "referer": f"https://{MAIL}/{ENVELOPE['header']}",
    "baggage": f"user={ENVELOPE['header']}",
}
QUERY = f"note={quote(TEXT)}&{ENVELOPE['query']}=1"


def good(route: str) -> list[Call]:
    """Return the calls that a route serves, with names in its path that there are."""
    method, template = route.split(" ")
    job = ORDER if template.startswith("/api/status") else JOB
    path = template.replace("{job_id}", job).replace("{below:path}", "f1/content")
    path = path.replace("{name:path}", MODEL).replace("{name}", ANSWER)
    query = "wait=true" if template == "/api/anonymize" else ""
    return [Call(method, path, body, query=query) for body in GOOD[route]]


def around(call: Call) -> Iterator[Call]:
    """Yield the call with canaries in what surrounds its body, one thing after the other."""
    yield replace(call, headers=AROUND)
    yield replace(call, headers={"x-deckname-policy": ENVELOPE["policy"]})
    yield replace(call, headers={"x-job-id": ENVELOPE["job"]})
    yield replace(call, headers={"x-deckname-retention": ENVELOPE["header"]})
    yield replace(call, headers={"x-integrity": ENVELOPE["header"], "x-require-placeholders": MAIL})
    yield replace(call, headers={"traceparent": ENVELOPE["header"], "tracestate": f"a={MARK}"})
    yield replace(call, headers={"x-deckname-key": ENVELOPE["wrong API key"]})
    yield replace(call, headers={"content-type": f"text/{ENVELOPE['header']}"})
    yield replace(call, headers={"content-encoding": ENVELOPE["header"]})
    yield replace(call, method="PATCH")
    yield replace(call, path=f"{call.path}/{_strange(call.path)}")
    yield replace(call, query=QUERY)


def _strange(path: str) -> str:
    """Return a canary for a path; the name of a model, which is one word, goes to the provider."""
    return MODEL if "/models" in path else ENVELOPE["path"]


def bad(route: str) -> Iterator[Call]:
    """Yield calls that a route refuses, and some that are good on it by chance."""
    method, template = route.split(" ")
    usual = good(route)[0]
    if template.startswith(MASKING[1]):  # the same handlers as under the other prefix
        yield replace(usual, headers=AROUND, query=QUERY)
        return
    yield from around(usual)
    for wrong in (
        _strange(template),
        quote(f"../{MAIL}"),
        quote(f"{ENVELOPE['path']} {NAME}", safe=""),
    ):
        if "{" in template:
            yield replace(usual, path=f"{template.partition('{')[0]}{wrong}")
    for body in (*WRONG, *BROKEN) if method == "POST" else ():
        yield replace(usual, body=body)
