"""The parts of computed figures, read again when somebody asks how a number came about."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import isclose

from ioc_query.access import Access
from ioc_query.aggregation import Place, put_together, resolve
from ioc_query.catalogue import AreaAggregation, Catalogue
from ioc_query.figures import Figure, Method
from ioc_query.makeup import Makeup
from ioc_query.observations import FigureBook, load_book
from ioc_query.periods import Period
from ioc_query.tiling import tiling

MOST_FIGURES = 40
"""Figures whose parts are read for one explanation; nobody reads on."""


@dataclass(frozen=True, slots=True)
class _Computed:
    """A figure to take apart. `span` is what it was to be the figure of."""

    book: FigureBook
    catalogue: Catalogue
    figure: Figure
    span: Period

    @property
    def own(self) -> Place:
        return Place(self.book, self.figure.indicator, self.figure.area)


def load_makeups(
    access: Access, catalogue: Catalogue, wanted: Mapping[Figure, Period]
) -> dict[Figure, Makeup]:
    """The makeup of each figure that was computed, in one statement; `wanted` maps figures to their spans.

    Only what gives the same value once more: where figures came in between, or the parts were chosen by
    those of another year, nothing is told rather than something that does not add up.
    """
    computed = (pair for pair in wanted.items() if pair[0].method in _TAKEN_APART)
    asked = dict(islice(computed, MOST_FIGURES))
    if not asked:
        return {}
    windows: dict[str, list[Period]] = defaultdict(list)
    for figure, span in asked.items():
        windows[figure.indicator.code].append(span)
    book = load_book(access, _places(catalogue, asked), windows)
    found = {
        figure: _makeup(_Computed(book, catalogue, figure, span)) for figure, span in asked.items()
    }
    return {figure: makeup for figure, makeup in found.items() if makeup}


def _places(catalogue: Catalogue, figures: Mapping[Figure, Period]) -> set[str]:
    """The figures' own areas, and the districts where they may stand in for the province."""
    own = {figure.area.code for figure in figures}
    may_be_of_districts = any(
        figure.area == catalogue.province
        and figure.indicator.area_aggregation is not AreaAggregation.NONE
        for figure in figures
    )
    return own | {one.code for one in catalogue.districts} if may_be_of_districts else own


def _makeup(one: _Computed) -> Makeup | None:
    tries = _TAKEN_APART[one.figure.method](one)
    return next((made for made in tries if _gives(made.parts, one.figure)), None)


def _gives(parts: Sequence[Figure], figure: Figure) -> bool:
    if not parts:
        return False
    again = put_together(parts, figure.period, figure.method)
    return isclose(again.value, figure.value, rel_tol=1e-9, abs_tol=1e-9)


def _of_tiles(one: _Computed) -> Iterator[Makeup]:
    """The published periods that were added up, and the units of the span that none of them covers."""
    frequency = one.figure.indicator.frequency
    tiles = tiling(one.book.periods(one.own.pair), one.span, frequency)
    parts = [figure for tile in tiles if (figure := one.own.figure(tile))]
    absent = [
        unit for unit in one.span.units(frequency) if not any(tile.contains(unit) for tile in tiles)
    ]
    yield Makeup(tuple(parts), tuple(absent))


def _of_units(one: _Computed) -> Iterator[Makeup]:
    """The units that were averaged or chosen from: as published, else as each can be computed."""
    units = one.span.units(one.figure.indicator.frequency) or [one.span]
    for figure_of in (one.own.figure, lambda unit: _whole(one, unit)):
        found = {unit: figure_of(unit) for unit in units}
        parts = tuple(figure for figure in found.values() if figure)
        yield Makeup(parts, tuple(unit for unit, figure in found.items() if figure is None))


def _whole(one: _Computed, unit: Period) -> Figure | None:
    figure = one.figure
    found = resolve(one.book, one.catalogue, figure.indicator, figure.area, unit)
    return found.figure if found and found.is_whole else None


def _of_districts(one: _Computed) -> Iterator[Makeup]:
    """Each district as far as the figure reaches; those that ended before, with what they had."""
    reached = one.figure.period
    parts: list[Figure] = []
    for district in one.catalogue.districts_in(one.span):
        lifetime = district.lifetime_in(reached)
        found = lifetime and resolve(
            one.book, one.catalogue, one.figure.indicator, district, lifetime
        )
        if lifetime and found and found.figure.is_gapless:
            parts += [found.figure] if found.figure.period.end == lifetime.end else []
    there = {part.area for part in parts}
    expected = one.catalogue.districts_at_end_of(one.span)
    absent = tuple(district for district in expected if district not in there)
    yield Makeup(tuple(parts), absent_areas=absent)


_TAKEN_APART: dict[Method, Callable[[_Computed], Iterator[Makeup]]] = {
    Method.SUM: _of_tiles,
    Method.MEAN: _of_units,
    Method.MAX: _of_units,
    Method.MIN: _of_units,
    Method.AREA_SUM: _of_districts,
    Method.AREA_MEAN: _of_districts,
}
"""What is published, or the newest of a span, has no parts."""
