"""Values that exist nowhere else, one for each place of a request in which text may come along."""

from __future__ import annotations

NAME = "Käthe Zwölfvogel"
MAIL = "kaethe@canary-post.example"
IBAN = "DE58 7005 0000 1234 9876 50"
# Never masked, because it is nothing personal: it goes upstream, and must be in no other place.
MARK = "zq-mark-7f3a"
TEXT = f"Sehr geehrte Frau Dr. {NAME}, {MAIL} und das Konto {IBAN} sind notiert ({MARK})."

# Of a request's texts: none of it may reach the provider.
MASKED = {
    "name": "Zwölfvogel",
    "mail": "canary-post",
    "IBAN": "DE58 7005 0000 1234",
    "IBAN without blanks": "DE587005000012349876",
}
# Around the texts: what belongs to the envelope stays here as well.
ENVELOPE = {
    "path": "zq-path-51c2",
    "query": "zq-query-8be1",
    "header": "zq-header-c407",
    "name of a header": "zq-header-name-9d15",
    "cookie": "zq-cookie-3f60",
    "wrong API key": "zq-key-e7a2",
    "job": "zq job 66d0",
    "policy": "zq-policy-0a9f",
    "method": "ZQMETHOD",
}
# What the protocol itself needs goes upstream as it is; and what the provider says comes back.
PROTOCOL = {
    "mark": MARK,
    "model": "zq-model-b58c",
    "tool": "zq_tool_d3e8",
    "placeholder": "Zqlabel-ZQC4NA",
    "words of the provider": "zq-provider-27f4",
    "entity": "ZQ_ENTITY_4C1D",
    "pattern": "zqpattern9e",
}
ALL = MASKED | ENVELOPE | PROTOCOL
