"""Payloads of media parts: strings that hold no text, where media are allowed."""

from __future__ import annotations

import re

from service.wire.protocol_fields import ANY, Pattern

WHOLE_URL = re.compile(r"data:[\w.+-]+/[\w.+-]+[;,]\S*", re.IGNORECASE)
BASE64 = re.compile(r"[A-Za-z0-9+/_-][A-Za-z0-9+/_\r\n-]*={0,2}\s*")
FILE_ID = re.compile(r"file[-_][A-Za-z0-9_-]{1,128}")
# Where parts stand, and the members of theirs that hold no text.
ROOTS = frozenset({"messages", "input", "prompt", "tools"})
URLS = frozenset({"image_url", "file_url", "audio_url", "video_url", "document_url"})
DATA = frozenset(
    {("input_audio", "data"), ("audio", "data"), ("source", "data"), ("inlineData", "data")}
    | {("inline_data", "data"), ("resource", "blob"), ("blob", "data"), ("images", ANY)}
)


def is_payload(pattern: Pattern, value: str) -> bool:
    """Return whether a string there is the content of a media part, or the id of a file."""
    if pattern == ("prompt_embeds",) or pattern[:-1] == ("prompt_embeds",):
        return BASE64.fullmatch(value) is not None
    if pattern[0] not in ROOTS or len(pattern) < 2:  # noqa: PLR2004  a part stands deeper
        return False
    if pattern[-1] in URLS or (pattern[-1] == "url" and pattern[-2] in URLS):
        return WHOLE_URL.fullmatch(value) is not None
    if pattern[-1] == "file_id" or pattern[-2] == "file_ids":
        return FILE_ID.fullmatch(value) is not None
    if pattern[-1] == "file_data" or pattern[-2:] in DATA:
        return (WHOLE_URL.fullmatch(value) or BASE64.fullmatch(value)) is not None
    return False
