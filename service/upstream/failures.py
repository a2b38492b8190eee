"""Failures of the provider: what each cause means, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from service.errors import UpstreamError, UpstreamTimeoutError
from service.observability.causes import Cause

ADDRESS = "the upstream's address (DECKNAME_UPSTREAM_URL, or the tenant's own)"
SENTENCES: Mapping[Cause, str] = {
    "refused": "The upstream refused the connection: nothing listens there. Check that it runs,"
    f" and host and port of {ADDRESS}.",
    "unreachable": "There is no way to the upstream from this network. Check routes, firewalls and"
    f" network policies, and {ADDRESS}.",
    "dns": "The upstream's host name could not be resolved. Check the spelling of"
    f" {ADDRESS}, and the DNS of this machine.",
    "tls": "No TLS connection to the upstream: its certificate is not trusted, has expired or is"
    " for another name, or it speaks no TLS. Check http or https, and the name, in"
    f" {ADDRESS}; this machine has to know who signed the certificate.",
    "connect_timeout": "No connection to the upstream was made in time"
    " (DECKNAME_UPSTREAM_CONNECT_SECONDS): nobody answers there, a firewall drops what is sent, or"
    f" all connections are in use. Check {ADDRESS}.",
    "answer_timeout": "The upstream took the request and did not answer in time"
    " (DECKNAME_UPSTREAM_TIMEOUT_SECONDS).",
    "closed": "The upstream closed the connection before its answer was complete.",
    "too_large": "The upstream's answer is larger than this service reads (64 MiB).",
}


def failure(cause: Cause) -> UpstreamError:
    """Return the error for a cause: one of its own where the provider only takes too long."""
    kind = UpstreamTimeoutError if cause == "answer_timeout" else UpstreamError
    return kind(cause=cause, reason=SENTENCES[cause])
