"""The one figure that was published too low and corrected two weeks later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from ioc_query.periods import Period
from ioc_query.sample.districts import exact_parts
from ioc_query.sample.publication import ObservationRow
from ioc_query.sample.world import World

REVISED_INDICATOR = "NS.THU_TONG"
REVISED_AFTER = timedelta(days=14)
REVISED_PERCENT = 3.0
RECENT_MONTHS = range(-8, -2)
"""Among which of the newest months the revised one is drawn."""


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure of all areas that went up by `percent` on `revised_on`."""

    indicator: str
    period: Period
    revised_on: date
    percent: float


def choose_revised(world: World, rows: Sequence[ObservationRow], as_of: date) -> Revised | None:
    """Which of the published figures was revised; None when there are too few, or it is not reported."""
    published = {row.period: row.published for row in rows}
    periods = sorted(published)
    if len(periods) < len(RECENT_MONTHS) - RECENT_MONTHS.start:
        return None
    draw = world.draws.generator("revised", as_of.year, as_of.month)
    period = periods[int(draw.choice(np.array(RECENT_MONTHS)))]
    revised_on = published[period] + REVISED_AFTER
    return Revised(REVISED_INDICATOR, period, revised_on, REVISED_PERCENT)


def with_first_publication(
    world: World, rows: Sequence[ObservationRow], revised: Revised
) -> Iterator[ObservationRow]:
    """`rows` with the too low figures on the day of the first publication, the right ones later."""
    final = [row for row in rows if row.period == revised.period]
    yield from (row for row in rows if row.period != revised.period)
    yield from (row._replace(published=revised.revised_on) for row in final)
    for row, value in zip(final, _too_low(world, final, revised.percent), strict=True):
        yield row._replace(value=value)


def _too_low(world: World, final: Sequence[ObservationRow], percent: float) -> list[float]:
    """The province's figure first, then districts that add up to it."""
    decimals = world.decimals(REVISED_INDICATOR)
    province = round(final[0].value / (1 + percent / 100), decimals)
    if len(final) == 1:
        return [province]
    weights = np.array([[row.value] for row in final[1:]])
    parts = exact_parts(np.array([province]), weights, decimals)
    return [province, *parts[:, 0].tolist()]
