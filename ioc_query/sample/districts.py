"""Sharing a province's figures among its districts, so that they add up exactly."""

import numpy as np

from ioc_query.sample import seasonality
from ioc_query.sample.draws import Array
from ioc_query.sample.world import World


def with_districts(world: World, code: str, province: Array) -> Array:
    """Rows of the province and its districts; only the province's where it is not reported by district."""
    if len(world.areas(code)) == 1:
        return province[np.newaxis]
    weights = moving_shares(world, code)
    if world.profile(code).counts:
        return np.vstack([province, drawn_parts(world, code, province, weights)])
    return np.vstack([province, exact_parts(province, weights, world.decimals(code))])


def moving_shares(world: World, code: str) -> Array:
    """Districts x units, adding up to 1: the theme's shares, lasting differences, and noise."""
    profile, axis = world.profile(code), world.axis(code)
    size = profile.noise if profile.area_noise is None else profile.area_noise
    rows = []
    for area, share in zip(world.districts, world.shares(code), strict=True):
        lasting = np.exp(profile.spread * world.draws.normal(code, area, "spread"))
        moving = seasonality.noise(axis, profile, world.draws, code, area)
        rows.append(share * lasting * np.exp(size * moving))
    shares = np.array(rows)
    return np.asarray(shares / shares.sum(axis=0))


def exact_parts(total: Array, weights: Array, decimals: int) -> Array:
    """Parts of `total` in proportion to `weights`, in whole units of the last decimal (largest remainder)."""
    scale = 10.0**decimals
    whole = np.rint(total * scale)
    exact = weights / weights.sum(axis=0) * whole
    parts = np.floor(exact)
    left = np.rint(whole - parts.sum(axis=0)).astype(np.int64)
    rank = np.argsort(np.argsort(parts - exact, axis=0, kind="stable"), axis=0, kind="stable")
    return np.asarray((parts + (rank < left)) / scale)


def drawn_parts(world: World, code: str, total: Array, weights: Array) -> Array:
    """Each of the `total` events falls in a district by chance."""
    counts = total.astype(np.int64)
    drawn = world.draws.by_year(
        world.axis(code).years,
        lambda draw, units: draw.multinomial(counts[units], weights[:, units].T),
        code,
        "districts",
    )
    return drawn.T


def with_province(world: World, code: str, rows: Array) -> Array:
    """`rows` of districts under the province's: their sum or weighted mean. A single row is the province's."""
    if len(world.areas(code)) == 1:
        return rows
    if world.adds_up(code):
        return np.vstack([np.round(rows.sum(axis=0), world.decimals(code)), rows])
    return np.vstack([weighted_mean(rows, world.shares(code), world.decimals(code)), rows])


def weighted_mean(rows: Array, shares: Array, decimals: int) -> Array:
    """The province's figure out of its districts', where rates do not add up. NaN where all are NaN."""
    known = ~np.isnan(rows)
    weights = shares[:, np.newaxis] * known
    with np.errstate(invalid="ignore"):
        mean = np.nansum(rows * weights, axis=0) / weights.sum(axis=0)
    return np.asarray(np.round(mean, decimals))
