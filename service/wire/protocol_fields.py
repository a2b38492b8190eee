"""The closed lists: what of each kind of request is protocol and stays as it is.

A pattern names a place from the root of the body; `*` stands for the members of a list. Whatever is
not named here is text. The sources are the pages of the OpenAI API reference,
https://platform.openai.com/docs/api-reference.
"""

from __future__ import annotations

from dataclasses import dataclass

Pattern = tuple[str, ...]
ANY = "*"


def _patterns(text: str) -> frozenset[Pattern]:
    return frozenset(tuple(pattern.split(".")) for pattern in text.split())


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Below this stands whatever the caller likes to remember.
METADATA = "metadata"
# These say who somebody is, and the model has no need of them.
IDENTITIES = _patterns("user safety_identifier prompt_cache_key")


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of request.

    `protocol` are the strings that stay, `schemas` the places of JSON Schemas. `members` are those
    at the top whose names, and all names below, are the API's own, but for objects of tool
    `arguments`. `identities` get a pseudonym as a whole, and so does what stands in the metadata.
    `parts` are the places of content parts.
    """

    protocol: frozenset[Pattern]
    schemas: frozenset[Pattern] = frozenset()
    members: frozenset[str] = frozenset()
    arguments: frozenset[Pattern] = frozenset()
    identities: frozenset[Pattern] = IDENTITIES
    parts: frozenset[Pattern] = frozenset()

    def is_identity(self, pattern: Pattern) -> bool:
        """Return whether what stands there says who somebody is."""
        return pattern[0] == METADATA or pattern in self.identities


_TOOL_CHOICE = """
    tool_choice tool_choice.type tool_choice.mode tool_choice.name tool_choice.server_label
    tool_choice.function.name tool_choice.custom.name tool_choice.tools.*.type
    tool_choice.tools.*.name tool_choice.tools.*.function.name
"""

_COMMON = _names(
    """
    model parallel_tool_calls prompt_cache_key prompt_cache_options prompt_cache_retention reasoning
    safety_identifier service_tier store stream stream_options temperature tool_choice tools
    top_logprobs top_p user
    """
)

CHAT = Shape(
    _patterns(
        f"""
        model service_tier verbosity modalities.*
        reasoning_effort reasoning.effort reasoning.summary
        {_TOOL_CHOICE}
        function_call function_call.name stream_options.include_usage
        response_format.type response_format.json_schema.name
        messages.*.role messages.*.tool_call_id messages.*.function_call.name
        messages.*.content.*.type audio.voice audio.format
        messages.*.content.*.image_url.detail messages.*.content.*.input_audio.format
        messages.*.tool_calls.*.id messages.*.tool_calls.*.type
        messages.*.tool_calls.*.function.name messages.*.tool_calls.*.custom.name
        tools.*.type tools.*.function.name tools.*.custom.name
        tools.*.custom.format.type tools.*.custom.format.grammar.syntax
        functions.*.name
        """
    ),
    _patterns(
        "tools.*.function.parameters functions.*.parameters response_format.json_schema.schema"
    ),
    _COMMON
    | _names(
        """
        audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens
        max_tokens messages modalities moderation n prediction presence_penalty reasoning_effort
        response_format seed stop verbosity web_search_options
        """
    ),
    _patterns("messages.*.tool_calls.*.function.arguments messages.*.function_call.arguments"),
    IDENTITIES | {("messages", ANY, "name")},
    _patterns("messages.*.content"),
)

RESPONSES = Shape(
    _patterns(
        f"""
        model service_tier truncation include.* previous_response_id prompt_cache_retention
        reasoning.effort reasoning.summary reasoning.generate_summary
        text.format.type text.format.name text.verbosity
        prompt.id prompt.version
        {_TOOL_CHOICE}
        input.*.type input.*.role input.*.id input.*.call_id input.*.status input.*.phase
        input.*.name input.*.server_label input.*.encrypted_content input.*.approval_request_id
        input.*.content.*.type input.*.summary.*.type input.*.output.*.type input.*.outputs.*.type
        input.*.content.*.detail input.*.content.*.input_audio.format
        input.*.output.type input.*.output.detail input.*.output.*.detail
        input.*.content.*.annotations.*.type input.*.action.type input.*.operation.type
        tools.*.type tools.*.name tools.*.server_label tools.*.search_context_size
        tools.*.format.type tools.*.format.syntax tools.*.user_location.type
        """
    ),
    _patterns("tools.*.parameters text.format.schema"),
    _COMMON
    | _names(
        """
        background context_management conversation include input instructions max_output_tokens
        max_tool_calls moderation previous_response_id prompt text truncation
        """
    ),
    _patterns("input.*.arguments"),
    parts=_patterns("input.*.content input.*.output input.*.summary input.*.outputs"),
)

COMPLETIONS = Shape(
    _patterns("model"),
    members=_COMMON
    | _names(
        """
        best_of echo frequency_penalty logit_bias logprobs max_tokens n presence_penalty prompt
        seed stop suffix
        """
    ),
    parts=_patterns("prompt"),
)
EMBEDDINGS = Shape(
    _patterns("model encoding_format"),
    members=_COMMON | {"input", "encoding_format", "dimensions"},
    parts=_patterns("input"),
)
MODERATIONS = Shape(
    _patterns("model input.*.type"), members=_COMMON | {"input"}, parts=_patterns("input")
)
