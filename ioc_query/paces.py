"""How far a plan of the year should be by the end of a period."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Of a pace; of a ceiling the share used is judged, so that ahead of the pace is bad."""

    ON = "on"
    CLOSE = "close"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class DueShare:
    """The part of a year's plan that is due when `done` of its `periods` are over.

    `weight`, between 0 and 1, is what was there by then in `years` past years on average; with no years it is
    `done`/`periods`.
    """

    weight: float
    years: int
    done: int
    periods: int
    verdict: Verdict | None = None
    """How what was reached stands against it; None of what has no direction."""
