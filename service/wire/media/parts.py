"""Content parts: which are text. Everything else in their places is media."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from service.errors import UnsupportedMediaError
from service.wire.json_walk import Key, walk
from service.wire.media.inline import has_media
from service.wire.media.signatures import is_media_list
from service.wire.protocol_fields import ANY, Pattern, Shape

# What parts of content may be, in requests of all kinds of servers; the rest is no text.
TEXT_TYPES = frozenset(
    {"text", "input_text", "output_text", "refusal", "summary_text", "reasoning_text", "reasoning"}
    | {"thinking", "redacted_thinking", "logs", "reference", "tool_use", "tool_result", "tool_call"}
    | {"function_call", "function_call_output", "search_result", "encrypted_content"}
)
# What a part without a type may have.
TEXT_MEMBERS = frozenset(
    {"type", "text", "refusal", "stdout", "stderr", "outcome", "annotations", "logprobs", "name"}
    | {"cache_control", "id", "thinking", "signature"}
)
# What is media wherever it stands in a request, and so are members of these names that hold
# something. Names that mean other things elsewhere, as `file`, are left to the lists above.
MEDIA_TYPES = frozenset(
    {"image_url", "input_image", "image", "input_audio", "audio_url", "audio", "blob", "base64"}
    | {"video_url", "input_video", "video", "file", "input_file", "document", "document_url"}
    | {"image_file", "computer_screenshot", "image_generation_call", "audio_file", "media"}
)
MEDIA_MEMBERS = frozenset(
    {"image_url", "input_image", "audio_url", "input_audio", "video_url", "input_video", "images"}
    | {"document_url", "inlineData", "inline_data", "fileData", "file_data", "file_ids", "blob"}
    | {"prompt_embeds", "input_image_mask", "image_file", "file_url", "input_file", "videos"}
)
ROOTS = frozenset({"messages", "input", "prompt", "tools"})
# Below these callers keep what they like.
FREE = frozenset({"metadata", "attributes", "arguments", "annotations"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an object or list stands; `free` where names and types say nothing of media."""

    pattern: Pattern = ()
    free: bool = False

    def below(self, key: Key, shape: Shape) -> _Place:
        """Return the place of what stands there under `key`."""
        pattern = (*self.pattern, key if isinstance(key, str) else ANY)
        if not self.pattern:
            return _Place(pattern, key not in ROOTS)
        free = key in FREE or key == "input" or pattern in shape.schemas
        return _Place(pattern, self.free or free)


def check_media(body: dict[str, Any], shape: Shape) -> None:
    """Raise UnsupportedMediaError for a body with media, naming the member at its top.

    An unknown member's name may itself be a value, so it is not told.
    """
    places = walk(body, _Place(), lambda above, key, _: above.below(key, shape))
    for above, _, key, value in places:
        if value and isinstance(value, str | list | dict) and _is_media(above, key, value, shape):
            top = str((*above.pattern, key)[0])
            raise UnsupportedMediaError(top if top in shape.members | MEDIA_MEMBERS else None)


def _is_media(
    above: _Place, key: Key, value: str | list[Any] | dict[str, Any], shape: Shape
) -> bool:
    """Return whether a member is media, by its name, its type or its content."""
    if not above.free and key in MEDIA_MEMBERS:
        return True
    if isinstance(value, str):
        return has_media(value)
    if isinstance(value, list):
        return is_media_list(value)
    place = above.below(key, shape)
    if place.free:
        return False
    kind = value.get("type")
    if not isinstance(kind, str):
        return _is_part(place.pattern, shape) and not value.keys() <= TEXT_MEMBERS
    is_part = place.pattern in shape.parts or _is_part(place.pattern, shape)
    return kind not in TEXT_TYPES if is_part else kind in MEDIA_TYPES


def _is_part(pattern: Pattern, shape: Shape) -> bool:
    """Return whether a member of a list of parts stands there, also of one inside a part."""
    above = pattern[:-1]
    while above not in shape.parts and above[-2:] == (ANY, "content"):
        above = above[:-2]
    return pattern[-1] == ANY and above in shape.parts
