"""The numbers behind what districts say: who drives a change, ranks, places apart, and sums that differ."""

from dataclasses import dataclass

from ioc_query.catalogue import Area
from ioc_query.periods import Period


@dataclass(frozen=True, slots=True)
class Driver:
    """A part: `contribution` = 100 (now − before)/X₀ in điểm phần trăm of the growth of the whole."""

    area: Area
    now: float
    before: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Drivers:
    """All parts that make the growth of the whole, in %, the greatest contribution first.

    `leading` are those with more than a fifth of what all move.
    """

    growth: float
    before_period: Period
    parts: tuple[Driver, ...]
    leading: tuple[Driver, ...]


@dataclass(frozen=True, slots=True)
class RankMove:
    """Competition ranks among the `count` places of both periods; `missing` places are in one only."""

    rank: int
    before: int
    before_period: Period
    count: int
    missing: int


@dataclass(frozen=True, slots=True)
class OutlierPlace:
    """The place furthest from the `centre` (median) of `count` places, z as for a deviation."""

    area: Area
    value: float
    centre: float
    spread: float
    z: float
    count: int


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The districts' sum against the province's own figure."""

    total: float
    parts: float
    count: int

    @property
    def difference(self) -> float:
        return self.parts - self.total
