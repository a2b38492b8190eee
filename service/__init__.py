"""Deckname: the service that keeps personal data away from language models."""

import os
from importlib import metadata

# From release 1.29 ONNX Runtime reports to Microsoft and keeps a device id in ~/.cache, unless
# this stands in the environment before it is first imported; this module comes before any other.
os.putenv("ORT_DISABLE_TELEMETRY", "1")


def version() -> str:
    """Return the version that is installed; a checkout that was never installed has none."""
    try:
        return metadata.version("deckname")
    except metadata.PackageNotFoundError:
        return "0.0.0"
