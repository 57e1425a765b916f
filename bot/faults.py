"""Reference numbers: what a person is told of a fault, and under what it stands in the log."""

import secrets


def new_reference() -> str:
    """Six digits, short enough to be read out on the telephone."""
    return f"{secrets.randbelow(10**6):06}"
