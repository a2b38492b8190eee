"""An address that cannot be used is told in one sentence, before anything else is done."""

from __future__ import annotations

import socket

import pytest
from typer.testing import CliRunner

from service.cli import app
from service.server.listener import AddressError, bind


def test_a_port_in_use_is_told_before_any_call_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(app, ["serve", "--demo", "--port", str(port)])

    assert done.exit_code == 2
    assert done.output == (
        f"deckname: port {port} of 127.0.0.1 is in use:"
        " choose another with --port or DECKNAME_PORT.\n"
    )


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_of_another_machine_is_told(host: str) -> None:
    with pytest.raises(AddressError, match=r"is no address of this machine.*DECKNAME_HOST"):
        bind(host, 0)


def test_each_address_of_a_name_is_bound_and_free_again_after_a_failure() -> None:
    sockets = bind("localhost", 0)
    port = sockets[0].getsockname()[1]
    for one in sockets:
        one.listen()
    with pytest.raises(AddressError, match="in use"):
        bind("127.0.0.1", port)
    for one in sockets:
        one.close()
