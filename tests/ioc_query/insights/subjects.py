"""Short ways to make what a detector looks at, from nothing but numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ioc_query import periods
from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Source
from ioc_query.insights.subject import Subject
from ioc_query.insights.timeline import TIMELINES
from ioc_query.insights.track import Track
from ioc_query.periods import Grain
from ioc_query.plans import Plan
from tests.ioc_query.small_province import CATALOGUE, PROVINCE, indicator

FLOW = indicator("THU", Grain.MONTH, "sum", "sum")
RATE = replace(CATALOGUE.indicators["TYLE"])
COUNT = replace(FLOW, unit="ca", decimals=0)
WHOLE = CATALOGUE.areas[PROVINCE]
RESOLUTION = Source("Nghị quyết")


def subject(
    values: Sequence[float | None],
    end: str = "2026-10",
    of: Indicator = FLOW,
    area: Area = WHOLE,
    **known: Any,
) -> Subject:
    """The last value is that of the period `end` (an SDMX name), the others of those before; None is absent."""
    last = periods.parse(end)
    grain = last.grain
    assert grain is not None
    at = TIMELINES[grain].number(last.start)
    present = {at - back: value for back, value in enumerate(reversed(values)) if value is not None}
    spans = dict.fromkeys(present, (last.start, last.end))
    return Subject(of, area, Track(grain, present, spans), at, **known)


def with_districts(made: Subject, by_code: Mapping[str, Mapping[int, float]]) -> Subject:
    """Values of districts by how many periods they lie back: 0 is the period looked at."""
    districts = [
        (Area(code, f"Huyện {code}", "district", WHOLE.code), {made.at - back: value for back, value in own.items()})
        for code, own in by_code.items()
    ]  # fmt: skip
    return replace(made, districts=districts)


def plan_of(year: int, value: float, by: str = "HĐND tỉnh") -> Plan:
    return Plan(periods.year(year), value, by, date(year - 1, 12, 10), RESOLUTION)
