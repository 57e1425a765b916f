"""The expected course of a series: growth, season, Tết, weekdays, cycles, and good and bad years."""

import numpy as np

from ioc_query.periods import Grain
from ioc_query.sample.axis import Axis
from ioc_query.sample.draws import Array, Draws
from ioc_query.sample.profiles import Profile

DAY_OFF = 0.01
"""What is left of a working day's traffic on a day off."""


def expected(axis: Axis, profile: Profile, draws: Draws, code: str) -> Array:
    """The course of a quantity, positive, one value for each unit; its mean in the anchor year is `level`."""
    course = profile.level * growth(axis, profile)
    course = course * season(axis, profile) * (1 + profile.tet * axis.tet)
    course = course * weekday(axis, profile) * cycle(axis, profile)
    return course * np.exp(profile.year_noise * year_swings(axis, draws, code))


def growth(axis: Axis, profile: Profile) -> Array:
    """Yearly growth, compounded from the anchor year; quarters may grow unlike each other."""
    rate = np.full(len(axis.periods), 1 + profile.growth / 100)
    if profile.growth_by_season:
        rate = rate + axis.seasonal(profile.growth_by_season) / 100
    return np.asarray(rate**axis.elapsed)


def season(axis: Axis, profile: Profile) -> Array:
    """Seasonal weights around 1."""
    if not profile.season:
        return np.ones(len(axis.periods))
    return axis.seasonal(profile.season) / np.mean(profile.season)


def weekday(axis: Axis, profile: Profile) -> Array:
    weights = np.ones(len(axis.periods))
    if profile.weekdays:
        weights = np.array(profile.weekdays)[axis.weekdays]
    return (
        np.where(axis.working, weights, weights * DAY_OFF) if profile.days == "working" else weights
    )


def cycle(axis: Axis, profile: Profile) -> Array:
    """Epidemics that come back every few years: `cycle` is (years, a peak, strength)."""
    if not profile.cycle:
        return np.ones(len(axis.periods))
    length, peak, strength = profile.cycle
    phase = 2 * np.pi * (axis.years + axis.position - peak) / length
    return np.asarray(np.exp(strength * (np.cos(phase) - 0.5)))


def additive(axis: Axis, profile: Profile) -> Array:
    """What drift, season and Tết add to a rate or a level, in its own unit."""
    points = profile.drift * axis.elapsed + profile.tet * axis.tet
    return points + axis.seasonal(profile.season) if profile.season else points


def year_swings(axis: Axis, draws: Draws, code: str) -> Array:
    """Good and bad years as standard normal numbers, passing smoothly from one year into the next."""
    years = np.arange(axis.first_year - 1, axis.last_year + 2)
    marks = draws.normals(years, code, "year")
    return np.interp(axis.years + axis.position, years + 0.5, marks)


def noise(axis: Axis, profile: Profile, draws: Draws, *key: object) -> Array:
    """Standard normal numbers for each unit, averaged over `smooth` units and brought back to size 1."""
    white = draws.normals(axis.years, *key, "noise")
    window = np.full(profile.smooth, profile.smooth**-0.5)
    return np.convolve(white, window)[: len(white)]


def factor(size: float, standard: Array) -> Array:
    """Multiplicative noise of relative size `size` whose mean is 1."""
    return np.asarray(np.exp(size * standard - size * size / 2))


def is_open(axis: Axis, profile: Profile) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Units in which there is something to report at all."""
    if profile.days == "school" and axis.grain is Grain.DAY:
        return axis.school
    return np.ones(len(axis.periods), dtype=np.bool_)
