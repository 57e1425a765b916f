"""What starts over every year: whole past years, and rates that run up from January."""

from itertools import pairwise

from ioc_query.catalogue import Direction, Indicator, TimeAggregation
from ioc_query.insights.track import Track

FEWEST_YEARS, MOST_YEARS = 2, 5

_STARTS_OVER = 0.5
"""A rate that begins a year below this share of where the last one ended counts from the new year."""


def past_years(track: Track, at: int) -> list[list[float]]:
    """The values of each of the years before that of `at` that has all of them, newest first."""
    timeline = track.timeline
    first, found = timeline.first_of_year(at), []
    for _ in range(MOST_YEARS):
        last, first = first - 1, timeline.first_of_year(first - 1)
        if values := track.run(first, last):
            found.append(values)
    return found


def starts_over(indicator: Indicator, track: Track, at: int) -> bool:
    """Whether a rate runs up within each year and begins anew with the next, as disbursement does."""
    is_level = indicator.time_aggregation is TimeAggregation.LAST
    if not (indicator.is_rate and is_level and indicator.direction is Direction.UP_GOOD):
        return False
    years = past_years(track, at)
    if len(years) < FEWEST_YEARS:
        return False
    runs_up = all(a <= b for values in years for a, b in pairwise(values))
    return runs_up and all(
        later[0] < _STARTS_OVER * earlier[-1] for later, earlier in pairwise(years)
    )
