"""Timing calls and printing them in one table."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds over all rounds; `note` says what else was counted."""

    name: str
    rounds: int
    median_ms: float
    p99_ms: float
    note: str = ""

    def __str__(self) -> str:
        figures = f"{self.rounds:>6} {self.median_ms:>10.2f} {self.p99_ms:>10.2f}"
        return f"{self.name:<58} {figures}  {self.note}".rstrip()


@dataclass(frozen=True, slots=True)
class Measure:
    """What is not the time of a call: one value over `count` cases."""

    name: str
    count: int
    value: float
    unit: str

    def __str__(self) -> str:
        return f"{self.name:<58} {self.count:>6} {self.value:>10.2f} {self.unit}"


HEADER = f"{'what':<58} {'rounds':>6} {'median ms':>10} {'99 % ms':>10}"


def timed(name: str, calls: list[Callable[[], object]], rounds: int = 1, note: str = "") -> Timing:
    """Each call is timed on its own, all of them `rounds` times, after one call unmeasured."""
    calls[0]()
    taken = [_milliseconds(call) for _ in range(rounds) for call in calls]
    p99 = quantiles(taken, n=100)[98] if len(taken) > 1 else taken[0]
    return Timing(name, len(taken), median(taken), p99, note)


def _milliseconds(call: Callable[[], object]) -> float:
    before = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - before)
