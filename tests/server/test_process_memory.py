from __future__ import annotations

import platform
import subprocess
import sys

import pytest

HOLDS_AND_FREES = """
import gc
from service.server.process_memory import settle
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
held = [bytes(1000) for _ in range(100_000)]
last = bytes(1000)  # at the top of the heap, so that nothing is given back by itself
del held
before = resident()
settle()
assert gc.get_freeze_count() > 1000
print(before - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="malloc_trim is of glibc")
def test_freed_memory_goes_back_and_what_is_loaded_is_not_collected_again() -> None:
    done = subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-c", HOLDS_AND_FREES], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 50_000_000
