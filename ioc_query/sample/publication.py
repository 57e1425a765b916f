"""When each figure came in, at which stage, and which ones have not come in yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import isnan
from typing import NamedTuple

import numpy as np

from ioc_query.catalogue import DayShift, Indicator, Kind
from ioc_query.figures import Stage
from ioc_query.periods import Grain, Period
from ioc_query.sample.spans import cumulative_values, span_to
from ioc_query.sample.world import World
from ioc_query.submissions.due_dates import last_day_on_time
from ioc_query.submissions.working_days import add_working_days, nearest_working_day

VINTAGES: dict[Stage, timedelta] = {
    Stage.ESTIMATE: timedelta(0),
    Stage.PRELIMINARY: timedelta(days=90),
    Stage.FINAL: timedelta(days=330),
}
"""How long after its first publication a figure of the national accounts reaches each stage.

Final before the next year's estimate compares itself with it.
"""

ESTIMATE_UNTIL = timedelta(days=62)
PRELIMINARY_UNTIL = timedelta(days=365)

MACHINE_FED = (Grain.DAY, Grain.WEEK)
"""Sent by systems, which work on days off as well."""
CAN_BE_MISSED = (Grain.WEEK, Grain.MONTH, Grain.QUARTER)


class ObservationRow(NamedTuple):
    """One published figure; `published` is the day it came in."""

    area: str
    period: Period
    stage: Stage
    published: date
    value: float


@dataclass(frozen=True)
class Office:
    """How departments behave: which miss their newest figures, and how many; which is often late."""

    as_of: date
    missing: Mapping[str, int] = field(default_factory=dict)
    often_late: str = ""


def office(world: World, as_of: date) -> Office:
    """Departments drawn by the seed alone, so that every day shows the same ones late."""
    rule = world.profiles.punctuality
    pool = [code for code in rule.pool if code in world.catalogue.departments]
    draw = world.draws.generator("punctuality")
    chosen = [str(code) for code in draw.permutation(pool)]
    late = chosen[: rule.late_now]
    missing = {code: int(draw.integers(1, 3)) for code in late}
    return Office(as_of, missing, next(iter(chosen[rule.late_now :]), ""))


def published_rows(
    world: World, indicator: Indicator, conduct: Office, first_day: date
) -> Iterator[ObservationRow]:
    """All figures of periods from `first_day` on that are over and have come in by `as_of`."""
    received = _received(world, indicator, conduct, first_day)
    areas = world.areas(indicator.code)
    for vintage in _vintages(world, indicator.code):
        for unit, day in received.items():
            period = vintage.periods[unit]
            stage = vintage.stage or stage_by_age(indicator, period, conduct.as_of)
            published = nearest_working_day(day + VINTAGES[vintage.stage]) if vintage.stage else day
            if published <= conduct.as_of:
                yield from _of_areas(vintage, unit, areas, stage, published)


def _received(
    world: World, indicator: Indicator, conduct: Office, first_day: date
) -> dict[int, date]:
    """Units that have come in, with the day on which each first did."""
    received = {}
    for unit, period in enumerate(world.axis(indicator.code).periods):
        if first_day <= period.start and period.end < conduct.as_of:
            day = arrival(world, indicator, period, conduct.often_late)
            if day <= conduct.as_of:
                received[unit] = day
    missed = conduct.missing.get(indicator.department, 0)
    if missed and indicator.frequency in CAN_BE_MISSED:
        return dict(list(received.items())[:-missed])
    return received


def arrival(world: World, indicator: Indicator, period: Period, often_late: str) -> date:
    """The due day; some working days later where the department is late with all of that period."""
    if indicator.frequency in MACHINE_FED:
        return last_day_on_time(replace(indicator.due_rule, shift=DayShift.NONE), period)
    due = last_day_on_time(indicator.due_rule, period)
    return add_working_days(
        due, _working_days_late(world, indicator.department, period, often_late)
    )


def _working_days_late(world: World, department: str, period: Period, often_late: str) -> int:
    rule = world.profiles.punctuality
    draw = world.draws.generator("late", department, period.name)
    if draw.random() >= (rule.share_often_late if department == often_late else rule.share_late):
        return 0
    least, most = rule.working_days_late
    return int(draw.integers(least, most + 1))


@dataclass(frozen=True)
class _Vintage:
    """All figures of a series, areas x periods, as they stood at `stage`; None where they never change."""

    periods: Sequence[Period]
    values: list[list[float]]
    stage: Stage | None


def _vintages(world: World, code: str) -> Iterator[_Vintage]:
    """Each stage of those that are revised, then the same of the longer spans, where there are any."""
    periods, profile = world.axis(code).periods, world.profile(code)
    stages = tuple(VINTAGES) if profile.revision else (None,)
    for stage in stages:
        at = stage or Stage.FINAL
        yield _Vintage(periods, world.values(code, at).tolist(), stage)
        if profile.spans:
            spans = [span_to(period) for period in periods]
            longer = cumulative_values(world, code, at)
            longer[:, [span == period for span, period in zip(spans, periods, strict=True)]] = (
                np.nan
            )
            yield _Vintage(spans, longer.tolist(), stage)


def _of_areas(
    vintage: _Vintage, unit: int, areas: Sequence[str], stage: Stage, published: date
) -> Iterator[ObservationRow]:
    """The figures of one period; none where there is none."""
    for area, values in zip(areas, vintage.values, strict=True):
        if not isnan(values[unit]):
            yield ObservationRow(area, vintage.periods[unit], stage, published, values[unit])


def stage_by_age(indicator: Indicator, period: Period, as_of: date) -> Stage:
    """Operational figures are final at once; statistical ones grow final with age."""
    if indicator.kind is Kind.OPERATIONAL:
        return Stage.FINAL
    age = as_of - period.end
    if age < ESTIMATE_UNTIL:
        return Stage.ESTIMATE
    return Stage.PRELIMINARY if age <= PRELIMINARY_UNTIL else Stage.FINAL
