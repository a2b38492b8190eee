"""The vault: job -> sealed pairs of placeholder and value, with an expiry."""

from service.vault.records import Issued, JobInfo, Pair
from service.vault.vault import Vault

__all__ = ["Issued", "JobInfo", "Pair", "Vault"]
