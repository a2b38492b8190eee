"""A peer that restores texts; run by `integrity.py --peers`, in an environment that has the peers.

Reads {"peer", "values", "texts"} as JSON from stdin and writes the restored texts. Each peer is
called at the function that its own proxy calls for a whole answer, with its own defaults.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

Restore = Callable[[str], str]


def llm_redact(values: dict[str, str]) -> Restore:
    """https://pypi.org/project/llm-redact-proxy: `fuzzy` is on in its default configuration."""
    from llm_redact.rehydrate import Rehydrator  # noqa: PLC0415  each peer may be missing

    class Kept:
        """A vault that holds what is asked."""

        def original_for(self, placeholder: str) -> str | None:
            """Return the value of a placeholder."""
            return values.get(placeholder)

    return Rehydrator(Kept(), fuzzy=True).rehydrate_text


def cloakwall(values: dict[str, str]) -> Restore:
    """https://pypi.org/project/cloakwall."""
    from cloakwall.proxy import restore_text  # noqa: PLC0415  each peer may be missing

    return lambda text: restore_text(text, values)[0]


def privaite(values: dict[str, str], *, fuzzy: bool = False) -> Restore:
    """https://pypi.org/project/privaite: `fuzzy_matching` is off in its default configuration."""
    from privaite.config.schema import DeanonymizationConfig  # noqa: PLC0415  may be missing
    from privaite.pii.deanonymizer import DeAnonymizer  # noqa: PLC0415  the same
    from privaite.pii.mapping import PIIMapping  # noqa: PLC0415  the same

    mapping = PIIMapping()
    for name, value in values.items():
        mapping.add(value, name, "PERSON")
    restorer = DeAnonymizer(DeanonymizationConfig(fuzzy_matching=fuzzy))
    return lambda text: restorer.deanonymize(text, mapping)


PEERS: dict[str, Callable[[dict[str, str]], Restore]] = {
    "llm-redact-proxy": llm_redact,
    "cloakwall": cloakwall,
    "privaite": privaite,
    "privaite, fuzzy": lambda values: privaite(values, fuzzy=True),
}


def main() -> None:
    """Restore what stdin orders."""
    order = json.load(sys.stdin)
    restore = PEERS[order["peer"]](order["values"])
    json.dump([restore(text) for text in order["texts"]], sys.stdout)


if __name__ == "__main__":
    main()
