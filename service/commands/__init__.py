"""Commands for texts and files on this machine; none of them needs a running service."""
