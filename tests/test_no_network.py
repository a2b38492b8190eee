"""The running command reaches for nothing outside this machine, leaves no file, says no value."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidHandshake
from websockets.sync.client import connect

from tests.support.canaries import MAIL, TEXT, found_in
from tests.support.processes import ServiceProcess

ROOT = Path(__file__).parent.parent
# Python's audit events see every connection and every look-up of a name that Python code makes.
WATCHED = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
record = os.open("reached.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
PLACE = {{"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.bind": 1,
          "socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}}

def audit(event, args):
    if event in PLACE:
        address = args[PLACE[event]]
        host = address[0] if isinstance(address, tuple) else address
        os.write(record, f"{{event}} {{host}}\\n".encode())

sys.addaudithook(audit)
from service.cli import app
app()
"""
LINKS = (
    "Bilder auf https://fotos.zwickelbart.co.uk/a?von=leonore, www.canary-post.example/karte,"
    " ftp.zwickelbart.photography und bei info@post.zwickelbart.gov.au oder"
    " b@xn--zwickelbrt-w5a.xn--p1ai, Server 192.0.2.7 und 2001:db8::7."
)


@dataclass
class Run:
    """What one run of the service left behind."""

    texts: list[str]
    reached: list[str]
    output: str
    files: list[str]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder, home = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("home")
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "DECKNAME_LOG_LEVEL": "debug"}
    command = [sys.executable, "-B", "-c", WATCHED, "serve", "--demo"]
    with ServiceProcess(command, folder, environment) as service:
        with httpx.Client(base_url=service.url, timeout=60) as client:
            texts = [talk(client, text) for text in (LINKS, TEXT)]
            client.post("/v1/anonymize", content=TEXT, headers={"content-type": "text/plain"})
        with pytest.raises(InvalidHandshake):
            connect(f"ws://127.0.0.1:{service.port}/v1/{MAIL}", open_timeout=10, proxy=None)
        service.stop()
    reached = (folder / "reached.txt").read_text(encoding="utf-8").splitlines()
    files = [str(path.relative_to(home)) for path in home.rglob("*")]
    return Run(texts, reached, service.output, files)


def talk(client: httpx.Client, text: str) -> str:
    """Mask a text, ask the pretend model about it; return the masked text."""
    masked = client.post("/v1/anonymize", json={"text": text}).raise_for_status().json()["text"]
    messages = [{"role": "user", "content": text}]
    body = {"model": "m", "messages": messages}
    client.post("/v1/chat/completions", json=body).raise_for_status()
    client.post("/v1/chat/completions", json=body | {"stream": True}).raise_for_status()
    return str(masked)


def test_no_address_outside_the_machine_is_reached_or_looked_up(run: Run) -> None:
    assert {line.partition(" ")[2] for line in run.reached} <= {"127.0.0.1", "::1"}
    assert any(line.startswith("socket.connect") for line in run.reached)
    assert "[[url-" in run.texts[0]
    assert "@" not in "".join(run.texts)


def test_no_file_is_left_in_the_home_folder(run: Run) -> None:
    assert run.files == []


def test_the_output_holds_log_lines_and_no_value(run: Run) -> None:
    lines = [json.loads(line) for line in run.output.splitlines() if line.startswith('{"time"')]
    assert [line["event"] for line in lines].count("request") >= 7
    assert lines[0]["event"] == "start"
    assert found_in(run.output) == []
