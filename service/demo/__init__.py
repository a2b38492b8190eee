"""A pretend model with the provider's API, so that the round trip can be seen with no provider."""

from __future__ import annotations

from service.demo.chat import respond
from service.demo.server import DemoUpstream, calls_to_try, demo_app
from service.demo.shapes import MODEL
from service.demo.writing import answer

__all__ = ["MODEL", "DemoUpstream", "answer", "calls_to_try", "demo_app", "respond"]
