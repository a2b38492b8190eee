"""REST: our own calls and those of the reference product."""
