"""Certificates of an authority of the tests' own, and the options of a Redis that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import trustme

from service.vault.redis_tls import TlsFiles


@dataclass(frozen=True)
class Papers:
    """Paths: an authority, a certificate for 127.0.0.1 with its key, and another authority."""

    ca: str
    certificate: str
    key: str
    other_ca: str

    @property
    def mine(self) -> TlsFiles:
        """What a client needs that a server asks for a certificate."""
        return TlsFiles(self.ca, self.certificate, self.key)

    @property
    def strangers(self) -> tuple[TlsFiles, ...]:
        """Clients that must not get in, or must not trust the server."""
        return TlsFiles(self.ca), TlsFiles(self.other_ca, self.certificate, self.key)

    @property
    def options(self) -> tuple[str, ...]:
        """What a server is started with; it asks clients for a certificate, and other servers."""
        # fmt: off
        return (
            "--tls-cert-file", self.certificate, "--tls-key-file", self.key,
            "--tls-ca-cert-file", self.ca,
        )
        # fmt: on


def make_papers(folder: Path) -> Papers:
    authority, other = trustme.CA(), trustme.CA()
    issued = authority.issue_cert("127.0.0.1", "localhost")
    authority.cert_pem.write_to_path(folder / "ca.pem")
    other.cert_pem.write_to_path(folder / "other.pem")
    issued.private_key_pem.write_to_path(folder / "key.pem")
    issued.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    names = ("ca.pem", "cert.pem", "key.pem", "other.pem")
    return Papers(*(str(folder / name) for name in names))
