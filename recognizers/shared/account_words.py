"""Words around the number of a bank account that is no IBAN."""

from __future__ import annotations

from recognizers.base.context import Context

ACCOUNT_WORDS = Context(
    (
        "account number*", "account no", "account nr", "account #", "account num", "accountnumber*",
        "account_number*", "account_no", "account-number*", "acct*", "acc no", "acc number", "acc",
        "a/c*", "ac no",
        "bank account*", "bank_account*", "checking*", "savings*", "current account*",
        "deposit account*", "kontonummer*", "konto-nr*", "kontonr*", "konto nr*", "konto", "kto",
        "bankkonto*", "bankverbindung*", "sort code*", "sort-code*", "sortcode*", "sort_code*",
        "routing*", "aba",
    )
)  # fmt: skip
