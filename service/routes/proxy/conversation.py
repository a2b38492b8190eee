"""Which job a request of the proxy belongs to, and what of that job it may open.

A job that follows from the content of a request is shared by everybody of a tenant who sends the
same opening. So nothing rests on it: placeholders that somebody types into such a request are
foreign, and an answer restores those alone that the request's own strings were masked to, and, in
a conversation that the provider keeps, those of its own earlier turns.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.errors import InvalidRequestError
from service.routes.proxy.upstream_paths import link_name
from service.routes.request.context import RequestContext
from service.vault import Vault
from service.wire.openai.request import Outgoing

NOT_KEPT = "With retention none no earlier answer is known here; send the conversation itself."
# Who asks, and in which chat, as front ends tell it: the members of a body and of its metadata,
# and headers. They stay the same from turn to turn.
MEMBERS = ("user", "safety_identifier", "prompt_cache_key")
METADATA = ("user_id", "session_id", "chat_id", "conversation_id", "thread_id")
HEADERS = (
    *("x-user-id", "x-session-id", "x-chat-id", "x-conversation-id", "x-thread-id"),
    *("x-openwebui-user-id", "x-openwebui-chat-id", "x-litellm-session-id"),
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A job; `named` if the caller chose it, and so owns all of it.

    Of any other job, `earlier` are the hashes that this conversation has been sent before.
    """

    job_id: str
    named: bool
    earlier: frozenset[str] = frozenset()

    @property
    def opens(self) -> frozenset[str] | None:
        """The hashes of earlier turns that may be opened; None: all of the job."""
        return None if self.named else self.earlier


async def conversation_of(vault: Vault, context: RequestContext, asked: Outgoing) -> Conversation:
    """Return the named job, that of the earlier answer, or that of the conversation's opening.

    Raises InvalidRequestError for a request that follows another and may not be kept, and
    JobNotFoundError for one that follows an answer nobody knows.
    """
    if asked.follows and not asked.kept:
        raise InvalidRequestError("previous_response_id", NOT_KEPT)
    if asked.follows:  # has to be the tenant's own, also where a job is named
        linked = await vault.linked(context.tenant, link_name(asked.follows))
        if not asked.job_id:
            return Conversation(linked.job_id, not linked.is_derived, linked.hashes)
    if asked.job_id:
        return Conversation(asked.job_id, named=True)
    opening = asked.opening + _who(asked.body, context.headers)
    return Conversation(vault.conversation_job_id(context.tenant, opening), named=False)


def _who(body: Mapping[str, Any], headers: Mapping[str, str]) -> bytes:
    """Return what tells one user's chat from another's with the same opening; often nothing."""
    metadata = body.get("metadata")
    inner = metadata if isinstance(metadata, Mapping) else {}
    told = {
        **{name: headers[name] for name in HEADERS if name in headers},
        **{name: inner[name] for name in METADATA if name in inner},
        **{name: body[name] for name in MEMBERS if body.get(name) is not None},
    }
    return json.dumps(told, sort_keys=True).encode() if told else b""
