"""Deckname: the service that keeps personal data away from language models."""

import os

# From release 1.29 ONNX Runtime reports to Microsoft and keeps a device id in ~/.cache, unless
# this stands in the environment before it is first imported; this module comes before any other.
os.putenv("ORT_DISABLE_TELEMETRY", "1")
