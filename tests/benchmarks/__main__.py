"""`python -m tests.benchmarks [start] [parse] [query] [chart] [forecast] [chat]`: prints what was measured, asserts nothing."""

import sys
from importlib import import_module

from tests.benchmarks.timing import HEADER

ALL = ("start", "parse", "query", "chart", "forecast", "chat")


def main() -> None:
    print(HEADER)
    for name in sys.argv[1:] or ALL:
        for timing in import_module(f"tests.benchmarks.{name}").run():
            print(timing, flush=True)


if __name__ == "__main__":
    main()
