"""What became of places and departments that a question names by an old name, or before their time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ioc_query.catalogue import Area, Catalogue, Department
from ioc_query.query import Query
from ioc_query.results import Result

Unit = Area | Department


@dataclass(frozen=True, slots=True)
class Succession:
    """A unit with its first or last day, and those that came after or before it."""

    unit: Unit
    day: date
    others: tuple[Unit, ...]


def ended_units(catalogue: Catalogue, query: Query, today: date) -> list[Succession]:
    """The places and departments named that are no more, each with its heirs."""
    return [
        Succession(unit, unit.valid_to, tuple(known[code] for code in unit.successors))
        for unit, known in _named(query, catalogue)
        if unit.valid_to and unit.valid_to < today
    ]


def begun_units(catalogue: Catalogue, query: Query) -> list[Succession]:
    """The places and departments named that did not exist yet when the time asked for began."""
    start = min((span.start for span in query.periods), default=date.max)
    return [
        Succession(unit, unit.valid_from, tuple(_forebears(unit, known.values())))
        for unit, known in _named(query, catalogue)
        if unit.valid_from and start < unit.valid_from
    ]


def ended_within(catalogue: Catalogue, result: Result) -> list[Area]:
    """The districts that ended during the period of a list of districts, and so are not in it."""
    span = getattr(result, "period", None)
    if span is None:
        return []
    at_end = catalogue.districts_at_end_of(span)
    return [area for area in catalogue.districts_in(span) if area not in at_end]


def _named(query: Query, catalogue: Catalogue) -> Iterable[tuple[Unit, Mapping[str, Unit]]]:
    yield from ((catalogue.areas[code], catalogue.areas) for code in query.areas)
    yield from ((catalogue.departments[code], catalogue.departments) for code in query.departments)


def _forebears(unit: Unit, known: Iterable[Unit]) -> Iterable[Unit]:
    return (one for one in known if unit.code in one.successors)
