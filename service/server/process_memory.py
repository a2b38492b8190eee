"""Memory after the start: what was only needed to load is given back, what stays is set apart."""

from __future__ import annotations

import ctypes
import gc


def settle() -> None:
    """Return freed memory to the system, and keep what is loaded out of later collections.

    Loading the tokenizer leaves free blocks behind that the C library (glibc, see `malloc_trim(3)`)
    would keep; another C library is left as it is.
    """
    gc.collect()
    gc.freeze()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
