"""Series that stand on their own: quantities, rates, levels and progress through a year."""

import numpy as np

from ioc_query.figures import Stage
from ioc_query.sample import seasonality
from ioc_query.sample.axis import ANCHOR_YEAR
from ioc_query.sample.districts import with_districts, with_province
from ioc_query.sample.draws import Array
from ioc_query.sample.outliers import with_outliers
from ioc_query.sample.profiles import Profile
from ioc_query.sample.world import World

SHARED_NOISE = 0.6
"""How much of its noise a district has in common with the others."""

YEAR_END_NOISE = 0.6
"""Standard deviation, in points, of what progress reaches in December."""

REVISION: dict[Stage, float] = {Stage.ESTIMATE: 1.0, Stage.PRELIMINARY: 0.35, Stage.FINAL: 0.0}
"""How far a figure of that stage is from the final one, in sizes of the profile's `revision`."""


def quantity(world: World, code: str, stage: Stage) -> Array:
    """Amounts shared among districts; intensities where districts do not add up (dust in the air)."""
    profile, axis = world.profile(code), world.axis(code)
    course = seasonality.expected(axis, profile, world.draws, code)
    course = course * (1 + revision(world, code, stage))
    if len(world.areas(code)) > 1 and not world.adds_up(code):
        return _intensities(world, code, course)
    course = course * seasonality.factor(profile.noise, _noise(world, code, world.areas(code)[0]))
    amounts = events(world, code, course, "province") if profile.counts else course
    amounts = _limited(profile, np.round(amounts, world.decimals(code)))
    return with_outliers(world, code, with_districts(world, code, amounts))


def cumulative(world: World, code: str, stage: Stage) -> Array:
    """The running total of a quantity within each year: it never falls, and districts add up."""
    total = world.axis(code).running_total(quantity(world, code, stage))
    return np.asarray(np.round(total, world.decimals(code)))


def rate(world: World, code: str, _stage: Stage) -> Array:
    """Percentages strictly between 0 and 100: points near the level, ever less towards the bounds."""
    profile, axis = world.profile(code), world.axis(code)
    course = seasonality.additive(axis, profile)
    rows = np.round(_bounded(course + _points(world, code), profile.level), world.decimals(code))
    rows[:, ~seasonality.is_open(axis, profile)] = np.nan
    values = with_province(world, code, _where_reported(world, code, rows))
    return with_outliers(world, code, values)


def level(world: World, code: str, stage: Stage) -> Array:
    """Any number, for the province only: shares of an economy, places in a ranking."""
    profile, axis = world.profile(code), world.axis(code)
    course = profile.level + seasonality.additive(axis, profile) + revision(world, code, stage)
    course = course + profile.noise * _noise(world, code, world.areas(code)[0])
    return np.round(_limited(profile, course), world.decimals(code))[np.newaxis]


def progress(world: World, code: str, _stage: Stage) -> Array:
    """Percentages that start anew each January and climb to what December reaches."""
    profile, axis = world.profile(code), world.axis(code)
    rows = []
    for area in _own_areas(world, code):
        noise = seasonality.factor(profile.noise, _noise(world, code, area))
        steps = axis.seasonal(profile.season) * noise
        path = axis.running_total(steps[np.newaxis])[0]
        reached = path[axis.a_year - 1 :: axis.a_year]
        rows.append(path / np.repeat(reached / _december(world, code, area), axis.a_year))
    return with_province(world, code, np.round(np.array(rows), world.decimals(code)))


def events(world: World, code: str, expected: Array, *key: object) -> Array:
    """Whole events by chance (Poisson) around what is expected in each unit."""
    years = world.axis(code).years
    return world.draws.by_year(
        years, lambda draw, units: draw.poisson(expected[units]), code, *key, "events"
    )


def revision(world: World, code: str, stage: Stage) -> Array:
    """What a figure of that stage is off by: relative for amounts, in points for levels."""
    size = world.profile(code).revision * REVISION[stage]
    return size * world.draws.normals(world.axis(code).years, code, stage.code)


def _noise(world: World, code: str, area: str) -> Array:
    return seasonality.noise(world.axis(code), world.profile(code), world.draws, code, area)


def _own_areas(world: World, code: str) -> tuple[str, ...]:
    """The areas for which a rate is made: the districts, or the province where there are none."""
    areas = world.areas(code)
    return areas[1:] if len(areas) > 1 else areas


def _lasting(world: World, code: str, area: str) -> float:
    """What sets a district apart for good; the province is not apart from itself."""
    if area == world.catalogue.province.code:
        return 0.0
    return world.profile(code).spread * world.draws.normal(code, area, "spread")


def _points(world: World, code: str) -> Array:
    """Noise and lasting differences of each own area, areas x units, in the profile's own size."""
    size, shared = world.profile(code).noise, _noise(world, code, "all")
    own = (1 - SHARED_NOISE**2) ** 0.5
    return np.array(
        [
            _lasting(world, code, area)
            + size * (SHARED_NOISE * shared + own * _noise(world, code, area))
            for area in _own_areas(world, code)
        ]
    )


def _intensities(world: World, code: str, course: Array) -> Array:
    profile, shared = world.profile(code), _noise(world, code, "all")
    size = profile.noise if profile.area_noise is None else profile.area_noise
    rows = [
        course
        * seasonality.factor(profile.noise, shared)
        * seasonality.factor(size, _noise(world, code, area))
        * np.exp(_lasting(world, code, area))
        for area in _own_areas(world, code)
    ]
    return with_province(world, code, np.round(np.array(rows), world.decimals(code)))


def _december(world: World, code: str, area: str) -> Array:
    """The percentage reached at the end of each year."""
    profile, years = world.profile(code), world.axis(code).whole_years
    points = profile.drift * (years - ANCHOR_YEAR) + _lasting(world, code, area)
    swing = YEAR_END_NOISE * world.draws.normals(years, code, area, "december")
    return _bounded(points + swing, profile.level)


def _bounded(points: Array, level: float) -> Array:
    """`level` moved by `points` on the logistic scale, whose slope is one point a point at the level."""
    share = level / 100
    logit = np.log(share / (1 - share)) + points / (100 * share * (1 - share))
    return np.asarray(100 / (1 + np.exp(-logit)))


def _limited(profile: Profile, values: Array) -> Array:
    low = -np.inf if profile.low is None else profile.low
    high = np.inf if profile.high is None else profile.high
    return np.clip(values, low, high)


def _where_reported(world: World, code: str, rows: Array) -> Array:
    """No rate where nothing happened that it could be a rate of."""
    base = world.profile(code).where
    if not base or base not in world.catalogue.indicators:
        return rows
    return np.where(world.values(base)[-len(rows) :] > 0, rows, np.nan)
