"""The closed lists: what of each kind of request is protocol and stays as it is.

A path names a place from the root of the body; `*` stands for the members of a list. Whatever is
not named here is text. The sources are the pages of the OpenAI API reference,
https://platform.openai.com/docs/api-reference.
"""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str, ...]
ANY = "*"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of request: strings that stay, and where JSON Schemas stand."""

    protocol: frozenset[Path]
    schemas: frozenset[Path] = frozenset()


def _paths(text: str) -> frozenset[Path]:
    return frozenset(tuple(path.split(".")) for path in text.split())


_TOOL_CHOICE = """
    tool_choice tool_choice.type tool_choice.mode tool_choice.name tool_choice.server_label
    tool_choice.function.name tool_choice.custom.name tool_choice.tools.*.type
    tool_choice.tools.*.name tool_choice.tools.*.function.name
"""

CHAT = Shape(
    _paths(
        f"""
        model service_tier verbosity modalities.*
        reasoning_effort reasoning.effort reasoning.summary
        {_TOOL_CHOICE}
        function_call function_call.name stream_options.include_usage
        response_format.type response_format.json_schema.name
        messages.*.role messages.*.tool_call_id messages.*.function_call.name
        messages.*.content.*.type
        messages.*.tool_calls.*.id messages.*.tool_calls.*.type
        messages.*.tool_calls.*.function.name messages.*.tool_calls.*.custom.name
        tools.*.type tools.*.function.name tools.*.custom.name
        tools.*.custom.format.type tools.*.custom.format.grammar.syntax
        functions.*.name
        """
    ),
    _paths("tools.*.function.parameters functions.*.parameters response_format.json_schema.schema"),
)

RESPONSES = Shape(
    _paths(
        f"""
        model service_tier truncation include.* previous_response_id prompt_cache_retention
        reasoning.effort reasoning.summary reasoning.generate_summary
        text.format.type text.format.name text.verbosity
        prompt.id prompt.version
        {_TOOL_CHOICE}
        input.*.type input.*.role input.*.id input.*.call_id input.*.status input.*.phase
        input.*.name input.*.server_label input.*.encrypted_content input.*.approval_request_id
        input.*.content.*.type input.*.summary.*.type input.*.output.*.type input.*.outputs.*.type
        input.*.content.*.annotations.*.type input.*.action.type input.*.operation.type
        tools.*.type tools.*.name tools.*.server_label tools.*.search_context_size
        tools.*.format.type tools.*.format.syntax tools.*.user_location.type
        """
    ),
    _paths("tools.*.parameters text.format.schema"),
)

COMPLETIONS = Shape(_paths("model"))
EMBEDDINGS = Shape(_paths("model encoding_format"))
MODERATIONS = Shape(_paths("model input.*.type"))
