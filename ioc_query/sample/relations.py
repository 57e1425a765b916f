"""Series made from other series: parts, totals, growth, shares of a plan, places in a ranking."""

import numpy as np

from ioc_query.figures import Stage
from ioc_query.sample import seasonality
from ioc_query.sample.axis import Axis
from ioc_query.sample.districts import exact_parts, moving_shares, with_province
from ioc_query.sample.draws import Array
from ioc_query.sample.growth import GROWTH
from ioc_query.sample.plans import yearly_plans
from ioc_query.sample.shapes import events
from ioc_query.sample.world import World

REST_NOISE = 0.02
MOST_USED = 99.0
PLACES_A_POINT = 2.0
"""Places among provinces that one point of the score is worth."""


def part(world: World, code: str, stage: Stage) -> Array:
    """A share of another series, area by area, so that the whole's seasons and shocks carry over."""
    profile, areas = world.profile(code), world.areas(code)
    whole = _spread_out(world, code, _source(world, code, stage))
    if profile.per:
        return _per_head(world, code, whole)
    own = areas[1:] or areas
    rows = [
        _share_of(world, code, area, amount)
        for area, amount in zip(own, whole[-len(own) :], strict=True)
    ]
    return with_province(world, code, np.array(rows))


def total(world: World, code: str, stage: Stage) -> Array:
    """The sum of other series, and a rest that nothing else reports, area by area."""
    profile, axis = world.profile(code), world.axis(code)
    terms = (profile.terms or {}).items()
    parts = [times * _spread_out(world, code, world.values(term, stage)) for term, times in terms]
    rows = np.sum(parts, axis=0)
    own = rows[1:] if len(rows) > 1 else rows
    if profile.rest:
        noise = seasonality.noise(axis, profile, world.draws, code, "rest")
        own = own * (1 + profile.rest * seasonality.factor(REST_NOISE, noise))
    own = np.round(own, world.decimals(code))
    return with_province(world, code, own)


def change(world: World, code: str, stage: Stage) -> Array:
    """Growth in % over final figures: those of a year ago are final by then."""
    profile, axis = world.profile(code), world.axis(code)
    now, before = world.values(profile.of, stage), world.values(profile.of)
    return np.asarray(np.round(GROWTH[profile.over](axis, now, before), world.decimals(code)))


def attainment(world: World, code: str, _stage: Stage) -> Array:
    """What has come in since January, in % of the year's plan or of the money there is."""
    profile, axis = world.profile(code), world.axis(code)
    rows = len(world.areas(code))
    running = axis.running_total(world.values(profile.of)[:rows])
    if profile.against:
        target = world.values(profile.against)[:rows]
    else:
        target = yearly_plans(world, profile.of)[profile.assigned_by][:rows]
    share = 100 * profile.factor * running / np.repeat(target, axis.a_year, axis=1)
    return np.asarray(np.round(share, world.decimals(code)))


def capacity(world: World, code: str, _stage: Stage) -> Array:
    """What a year's total is `level` per cent of, e.g. the money that disbursement is measured against."""
    profile = world.profile(code)
    totals = world.axis(profile.of).year_total(world.values(profile.of))
    areas, years = world.areas(code), world.axis(code).whole_years
    own = areas[1:] or areas
    rates = np.array(
        [profile.level + profile.noise * world.draws.normals(years, code, area) for area in own]
    )
    rows = 100 * totals[-len(own) :] / np.clip(rates, 1, MOST_USED)
    return with_province(world, code, np.round(rows, world.decimals(code)))


def standing(world: World, code: str, _stage: Stage) -> Array:
    """A place among provinces that gets better as the province's score rises."""
    profile, axis = world.profile(code), world.axis(code)
    gained = world.values(profile.of)[0] - world.profile(profile.of).level
    noise = seasonality.noise(axis, profile, world.draws, code, "province")
    place = np.rint(profile.level - PLACES_A_POINT * gained + profile.noise * noise)
    return np.asarray(np.clip(place, profile.low, profile.high))[np.newaxis]


def _source(world: World, code: str, stage: Stage) -> Array:
    """The series that `code` is a part of, on its own units and as many units later as it lags."""
    profile = world.profile(code)
    axis, source_axis = world.axis(code), world.axis(profile.of)
    values = world.values(profile.of, stage)
    if axis.grain is not source_axis.grain:
        values = values[:, _last_units(axis, source_axis)]
    return _later(axis, values, profile.lag, world.profile(profile.of).days)


def _last_units(axis: Axis, source_axis: Axis) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """For each unit of `axis` the unit of a finer axis on which it ends."""
    ends = np.array([period.end for period in source_axis.periods], dtype="datetime64[D]")
    wanted = np.array([period.end for period in axis.periods], dtype="datetime64[D]")
    return np.minimum(np.searchsorted(ends, wanted), len(ends) - 1)


def _later(axis: Axis, values: Array, lag: int, days: str) -> Array:
    """`values` moved `lag` units later; where offices close, from one working day to another."""
    units = np.flatnonzero(axis.working) if days == "working" else np.arange(len(axis.periods))
    moved = values.copy()
    moved[:, units[lag:]] = values[:, units[: len(units) - lag]]
    return moved


def _spread_out(world: World, code: str, values: Array) -> Array:
    """`values` on the areas of `code`: a figure of the province alone is shared among the districts."""
    areas = world.areas(code)
    if len(values) >= len(areas):
        return values[: len(areas)]
    parts = exact_parts(values[0], moving_shares(world, code), world.decimals(code))
    return np.vstack([values, parts])


def _share_of(world: World, code: str, area: str, whole: Array) -> Array:
    """The part of `whole` in one area."""
    profile, axis, source = (
        world.profile(code),
        world.axis(code),
        world.profile(world.profile(code).of),
    )
    pace = (100 + profile.growth) / (100 + source.growth)
    expected = whole * profile.level / source.level * pace**axis.elapsed
    expected = expected * seasonality.season(axis, profile) * (1 + profile.tet * axis.tet)
    noise = seasonality.noise(axis, profile, world.draws, code, area)
    lasting = np.exp(profile.spread * world.draws.normal(code, area, "spread"))
    expected = expected * lasting * seasonality.factor(profile.noise, noise)
    amount = events(world, code, expected, area) if profile.counts else expected
    amount = np.round(amount, world.decimals(code))
    return np.minimum(amount, whole) if profile.capped else amount


def _per_head(world: World, code: str, whole: Array) -> Array:
    """A rate over people: a district's by its own share of the population."""
    profile = world.profile(code)
    people = np.array([1.0, *world.shares_of(profile.per)])[: len(whole), np.newaxis]
    rate = whole * profile.level / world.profile(profile.of).level / people
    return np.asarray(np.round(rate, world.decimals(code)))
