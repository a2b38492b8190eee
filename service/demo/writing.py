"""What the pretend model writes: a letter, a JSON object, or a tool call, out of placeholders."""

from __future__ import annotations

import json
from typing import Any

from service.demo.filling import as_object, filled, label
from service.text import placeholders
from service.text.language import identify
from service.wire.json_walk import strings


def answer(body: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the message for the body of a chat completion, and why it ends."""
    messages = body["messages"]
    names = placeholders_in(messages)
    tools = [tool["function"] for tool in body.get("tools") or [] if tool.get("function")]
    may_call = tools and body.get("tool_choice") != "none"
    if may_call and messages[-1].get("role") == "user":
        return _tool_call(_chosen(tools, body.get("tool_choice")), names), "tool_calls"
    form = body.get("response_format") or {}
    if form.get("type", "text") == "text":
        content = letter(str(messages[-1].get("content")), names)
    else:
        schema = (form.get("json_schema") or form).get("schema")
        content = json.dumps(
            filled(schema, names) if schema else as_object(names), ensure_ascii=False
        )
    return {"role": "assistant", "content": content}, "stop"


def placeholders_in(document: Any) -> list[str]:
    """Return the placeholders of a request, each once, the newest texts first."""
    texts = [text for _, text in strings(document)]
    found = [match[0] for text in reversed(texts) for match in placeholders.find(text)]
    return list(dict.fromkeys(found))


def letter(question: str, names: list[str]) -> str:
    """Return a letter in the language of the question that holds all placeholders."""
    german = identify(question) == "de"
    persons = [name for name in names if label(name) == "Person"]
    others = [name for name in names if name not in persons]
    to = persons[0] if persons else ("Sie" if german else "you")
    listed = ", ".join(others) or ("keine weiteren Angaben" if german else "no further details")
    if german:
        return (
            f"Guten Tag {to},\n\nvielen Dank für Ihre Nachricht. Wir haben notiert: {listed}."
            f"\n\nMit freundlichen Grüßen\nIhr Deckname-Probemodell"
        )
    return (
        f"Dear {to},\n\nthank you for your message. We have noted: {listed}."
        f"\n\nKind regards\nYour Deckname demonstration model"
    )


def _chosen(tools: list[dict[str, Any]], choice: Any) -> dict[str, Any]:
    """Return the tool that has to be called, else the first."""
    wanted = (choice.get("function") or choice).get("name") if isinstance(choice, dict) else None
    return next((tool for tool in tools if tool.get("name") == wanted), tools[0])


def _tool_call(tool: dict[str, Any], names: list[str]) -> dict[str, Any]:
    arguments = filled(tool.get("parameters") or {"type": "object"}, names)
    call = {
        "id": "call_demo",
        "type": "function",
        "function": {
            "name": tool["name"],
            "arguments": json.dumps(arguments, ensure_ascii=False),
        },
    }
    return {"role": "assistant", "content": None, "tool_calls": [call]}
