"""The catalogue: domains, departments, areas and indicators as frozen values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from ioc_query.periods import Grain, Period

PERCENT, RANK = "%", "hạng"
"""Units that change and are written unlike all others."""


class Kind(StrEnum):
    """Statistical (chỉ số thống kê) describes; operational (chỉ số điều hành) asks someone to act."""

    STATISTICAL = "statistical"
    OPERATIONAL = "operational"


class Direction(StrEnum):
    """Whether more is better."""

    UP_GOOD = "up_good"
    DOWN_GOOD = "down_good"
    NEUTRAL = "neutral"


class TimeAggregation(StrEnum):
    """How the figures of the parts of a span give the figure of the span."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"
    NONE = "none"


class AreaAggregation(StrEnum):
    """How the figures of districts give the figure of the province."""

    SUM = "sum"
    MEAN = "mean"
    NONE = "none"


class DayShift(StrEnum):
    """Where a due day that is not a working day goes."""

    NEXT = "next"
    PREVIOUS = "prev"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DueRule:
    """When the figure of a period is due.

    `offset_days` counts from the end of the period, in working days when `working`;
    `fixed_day` instead names a day of the period's last month. Exactly one of the two is set.
    """

    frequency: Grain
    offset_days: int | None = None
    fixed_day: int | None = None
    working: bool = False
    shift: DayShift = DayShift.NEXT


_DUE_RULE = re.compile(r"([DWMQSA])(?:\+(\d{1,3})(w?)|@(\d{1,2}))(?::(next|prev|none))?")


def parse_due_rule(text: str) -> DueRule:
    """`M+5`, `M+5w` (working days), `M@25`, with `:next`, `:prev` or `:none` behind; else ValueError."""
    found = _DUE_RULE.fullmatch(text.strip())
    if not found or (found[4] and not 1 <= int(found[4]) <= 31):
        raise ValueError(f"not a due rule: {text!r}")
    return DueRule(
        frequency=Grain(found[1]),
        offset_days=int(found[2]) if found[2] else None,
        fixed_day=int(found[4]) if found[4] else None,
        working=bool(found[3]),
        shift=DayShift(found[5]) if found[5] else DayShift.NEXT,
    )


@dataclass(frozen=True, slots=True)
class Domain:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Department:
    """A unit that owes data. `valid_to` is its last day; `successors` are codes of what it became."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A place. `parent` is None for the province; validity as for `Department`."""

    code: str
    name: str
    level: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def short_name(self) -> str:
        """The name without its level: "Đồng Xoài" for "Thành phố Đồng Xoài"."""
        return re.sub(r"^(?:Thành phố|Thị xã|Huyện|Tỉnh|Phường|Xã)\s+", "", self.name)

    def lifetime_in(self, span: Period) -> Period | None:
        """The part of a span during which the place exists; None where it does not."""
        if self.valid_from is None and self.valid_to is None:
            return span
        start = max(span.start, self.valid_from or span.start)
        end = min(span.end, self.valid_to or span.end)
        return Period(start, end) if start <= end else None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One chỉ tiêu. `decimals` is for display only; `frequency` is how often it is reported."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    domain: str
    department: str
    unit: str
    decimals: int
    frequency: Grain
    kind: Kind
    direction: Direction
    time_aggregation: TimeAggregation
    area_aggregation: AreaAggregation
    by_area: bool
    has_plan: bool
    due_rule: DueRule
    definition: str

    @property
    def is_rate(self) -> bool:
        """Measured in per cent, so that it changes in điểm phần trăm."""
        return self.unit == PERCENT

    @property
    def is_rank(self) -> bool:
        """A place in a list: it changes by places, not by per cent, and up is towards the first."""
        return self.unit == RANK


@dataclass(frozen=True, slots=True)
class Section:
    """Indicators of a domain, of a department, or of one within the other; may hold none."""

    domain: Domain | None
    department: Department | None
    operational: tuple[Indicator, ...]
    statistical: tuple[Indicator, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What asks someone to act first."""
        return self.operational + self.statistical


@dataclass(frozen=True)
class Catalogue:
    """Everything that can be asked about, by code, in the order of the files."""

    domains: Mapping[str, Domain]
    departments: Mapping[str, Department]
    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]

    @cached_property
    def province(self) -> Area:
        """The one area without a parent."""
        return next(area for area in self.areas.values() if area.parent is None)

    @cached_property
    def districts(self) -> tuple[Area, ...]:
        """The areas that are, were or will be directly below the province."""
        return tuple(area for area in self.areas.values() if area.parent == self.province.code)

    def districts_in(self, span: Period) -> tuple[Area, ...]:
        """The districts that exist on some day of the span."""
        return tuple(area for area in self.districts if area.lifetime_in(span))

    def districts_at_end_of(self, span: Period) -> tuple[Area, ...]:
        """The districts that exist on the last day of the span."""
        return self.districts_in(Period(span.end, span.end))

    def department_of(self, indicator: Indicator) -> Department:
        return self.departments[indicator.department]

    def domain_of(self, indicator: Indicator) -> Domain:
        return self.domains[indicator.domain]
