"""What a computed figure was put together from."""

from collections.abc import Mapping
from dataclasses import dataclass

from ioc_query.catalogue import Area
from ioc_query.figures import Figure
from ioc_query.periods import Period


@dataclass(frozen=True, slots=True)
class Makeup:
    """The parts give the figure's value by its method; in order of time, or of the catalogue for areas.

    A part may itself be computed (a district's sum of months). `absent` and `absent_areas` were expected
    and have no figure.
    """

    parts: tuple[Figure, ...]
    absent: tuple[Period, ...] = ()
    absent_areas: tuple[Area, ...] = ()


Makeups = Mapping[Figure, Makeup]
