"""How a sample series behaves: the kinds of entry that the data files hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """The process that makes a series; see the head of `profiles.yaml`."""

    QUANTITY = "quantity"
    CUMULATIVE = "cumulative"
    RATE = "rate"
    LEVEL = "level"
    PROGRESS = "progress"
    PART = "part"
    TOTAL = "total"
    CHANGE = "change"
    ATTAINMENT = "attainment"
    CAPACITY = "capacity"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class PlanRule:
    """Who assigns a plan, and how: `ratio` of the first plan, or a fixed `target`."""

    by: str
    ratio: float = 1.0
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One series. Fields as in the head of `profiles.yaml`; `level` and `growth` are filled in."""

    shape: Shape
    level: float = 0.0
    growth: float = 0.0
    season: tuple[float, ...] = ()
    growth_by_season: tuple[float, ...] = ()
    tet: float = 0.0
    weekdays: tuple[float, ...] = ()
    days: str = ""
    cycle: tuple[float, ...] = ()
    noise: float = 0.0
    smooth: int = 1
    year_noise: float = 0.015
    area_noise: float | None = None
    spread: float = 0.04
    weights: str = ""
    counts: bool = False
    drift: float = 0.0
    low: float | None = None
    high: float | None = None
    of: str = ""
    lag: int = 0
    capped: bool = False
    per: str = ""
    where: str = ""
    terms: Mapping[str, float] | None = None
    rest: float = 0.0
    over: str = ""
    against: str = ""
    assigned_by: str = ""
    factor: float = 1.0
    revision: float = 0.0
    spans: str = ""
    plans: tuple[PlanRule, ...] = (PlanRule("HĐND tỉnh"),)

    @property
    def sources(self) -> tuple[str, ...]:
        """Codes of the series that this one is made from."""
        return tuple(
            code for code in (self.of, self.against, self.where, *(self.terms or ())) if code
        )


@dataclass(frozen=True, slots=True)
class OutlierRule:
    """What stands out once a year: `times` the usual, or `plus` points."""

    indicator: str
    months: tuple[int, ...]
    where: str
    times: float = 1.0
    plus: float = 0.0


@dataclass(frozen=True, slots=True)
class Punctuality:
    """Departments that may miss their newest figures, how many do, and how often and how late reports come.

    Of each department `share_late` of the periods come late, of one `share_often_late`.
    """

    pool: tuple[str, ...]
    late_now: int
    working_days_late: tuple[int, int]
    share_late: float
    share_often_late: float


@dataclass(frozen=True)
class Profiles:
    """All series by code, hidden ones too, what goes wrong, and the districts' shares by theme."""

    series: Mapping[str, Profile]
    outliers: tuple[OutlierRule, ...]
    punctuality: Punctuality
    shares: Mapping[str, Mapping[str, float]]
