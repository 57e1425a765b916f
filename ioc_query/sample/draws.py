"""Random numbers that depend only on what they are for, never on what was drawn before them."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Draws:
    """All randomness of one fill. Equal keys give equal numbers, whatever else is generated."""

    seed: int

    def generator(self, *key: object) -> np.random.Generator:
        text = "|".join(str(part) for part in (self.seed, *key))
        return np.random.Generator(np.random.PCG64(int.from_bytes(sha256(text.encode()).digest())))

    def normal(self, *key: object) -> float:
        """One standard normal number."""
        return float(self.generator(*key).standard_normal())

    def between(self, low: float, high: float, *key: object) -> float:
        """One number evenly spread over [low, high)."""
        return float(self.generator(*key).uniform(low, high))

    def normals(self, years: NDArray[np.int64], *key: object) -> Array:
        """Standard normal numbers for units of the given calendar years (ascending)."""
        return self.by_year(years, lambda draw, units: draw.standard_normal(units.sum()), *key)

    def by_year(
        self,
        years: NDArray[np.int64],
        draw: Callable[[np.random.Generator, NDArray[np.bool_]], NDArray[Any]],
        *key: object,
    ) -> Array:
        """What `draw` gives for the units of each year, one after the other.

        Each year has a generator of its own, so that a longer or a shifted range of years changes nothing.
        """
        parts = [draw(self.generator(*key, int(year)), years == year) for year in np.unique(years)]
        return np.concatenate(parts).astype(np.float64)
