"""Standard input as lines of text, whatever the locale of the terminal."""

import sys
from collections.abc import Iterator


def lines() -> Iterator[str]:
    """UTF-8; bytes that are not become U+FFFD, and a byte order mark is left out."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").removeprefix("\ufeff")
