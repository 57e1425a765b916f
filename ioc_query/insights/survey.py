"""What detectors look at, for many indicators at once: from a question to subjects with their figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from ioc_query.aggregation import Place
from ioc_query.asking import Asking
from ioc_query.catalogue import Area, AreaAggregation, Catalogue, Indicator
from ioc_query.figures import Figure, Method
from ioc_query.histories import Values
from ioc_query.insights.anchors import Anchor, Choice, anchor_of
from ioc_query.insights.loading import (
    DistrictFigures,
    load_details,
    load_districts,
    load_from_districts,
    load_histories,
    load_plans_of,
    without_own,
)
from ioc_query.insights.progress import starts_over
from ioc_query.insights.subject import Subject
from ioc_query.insights.track import Track, track_of
from ioc_query.observations import FigureBook
from ioc_query.periods import Grain, Period, unit
from ioc_query.plans import Plan, PlanBook
from ioc_query.submissions.lateness import Lateness, lateness_after
from ioc_query.submissions.working_days import ONE_DAY, nearest_working_day


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One indicator in one area, ready for the detectors, with its figure."""

    subject: Subject
    figure: Figure
    own: Track
    """At the indicator's own frequency, where the subject is of a coarser grain."""


@dataclass(frozen=True, slots=True)
class Survey:
    """In the order of the areas asked, then of the catalogue; `missing` have no figure for the time asked."""

    surveyed: tuple[Surveyed, ...]
    missing: tuple[Indicator, ...]


def survey(
    asking: Asking, indicators: Sequence[Indicator], choice: Choice, which: DistrictFigures
) -> Survey:
    """The figure of each indicator in each area asked, for the period of the choice, with its history.

    Of a district only what is reported by district. Five statements at most.
    """
    places = [
        (indicator, area)
        for area, indicator in product(asking.areas, indicators)
        if indicator.by_area or area.parent is None
    ]
    own = load_histories(asking, places, choice)
    lacking = without_own(places, own)
    histories = {**own, **load_from_districts(asking, lacking, choice)}
    anchors = [
        anchor
        for indicator, area in places
        if (anchor := anchor_of(indicator, area, histories.get((indicator.code, area.code), {}), choice))
    ]  # fmt: skip
    surroundings = _surroundings(asking, anchors, lacking, choice)
    surroundings = replace(surroundings, districts=load_districts(asking, anchors, which))
    found = [one for anchor in anchors if (one := _surveyed(surroundings, anchor))]
    seen = {one.figure.indicator.code for one in found}
    missing = dict.fromkeys(indicator for indicator, _ in places if indicator.code not in seen)
    return Survey(tuple(found), tuple(missing))


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What stands around the histories. `made_up_of_districts` are codes of what has none of the province."""

    catalogue: Catalogue
    book: FigureBook
    plans: PlanBook
    districts: Values
    made_up_of_districts: frozenset[str]
    new_since: date
    choice: Choice


def _surroundings(
    asking: Asking, anchors: Sequence[Anchor], lacking: Sequence[Indicator], choice: Choice
) -> _Surroundings:
    areas = [area.code for area in asking.areas]
    if lacking:
        areas += [district.code for district in asking.catalogue.districts]
    return _Surroundings(
        catalogue=asking.catalogue,
        book=load_details(asking, anchors, areas),
        plans=load_plans_of(asking, anchors),
        districts={},
        made_up_of_districts=frozenset(indicator.code for indicator in lacking),
        new_since=nearest_working_day(asking.today - ONE_DAY, -ONE_DAY),
        choice=choice,
    )


def _surveyed(around: _Surroundings, anchor: Anchor) -> Surveyed | None:
    """None where the figure was taken back between two statements."""
    vintages = _vintages(around, anchor)
    if not vintages:
        return None
    figure = _figure(around, vintages[0], anchor)
    is_as_published = figure is vintages[0]
    subject = Subject(
        indicator=anchor.indicator,
        area=anchor.area,
        track=anchor.track,
        at=anchor.at,
        plan=_plan(around.plans.get(anchor.pair, ()), anchor.period),
        districts=_districts(around, anchor),
        to_date=anchor.to_date,
        vintages=vintages if is_as_published else (),
        new_since=around.new_since,
        late=_late(vintages[0], around.choice),
        is_progress=starts_over(anchor.indicator, anchor.track, anchor.at),
    )
    return Surveyed(subject, figure, anchor.own)


def _districts(around: _Surroundings, anchor: Anchor) -> list[tuple[Area, Mapping[int, float]]]:
    indicator, grain = anchor.indicator, anchor.track.grain
    if not indicator.by_area or not around.districts:
        return []
    return [
        (one, track_of(indicator, around.districts.get((indicator.code, one.code), {}), grain).values)
        for one in around.catalogue.districts_at_end_of(anchor.period)
    ]  # fmt: skip


def _vintages(around: _Surroundings, anchor: Anchor) -> list[Figure]:
    """The answer first; of what the districts make up, those of one of them."""
    place = Place(around.book, anchor.indicator, anchor.area)
    if _is_made_up(around, anchor):
        place = replace(place, area=_districts_then(around, anchor)[0])
    newest = place.figure(anchor.published)
    return [newest, *place.earlier(anchor.published)] if newest else []


def _figure(around: _Surroundings, newest: Figure, anchor: Anchor) -> Figure:
    """As published; else with the value that was made from parts, as new as the newest of them."""
    if _is_made_up(around, anchor):
        is_sum = anchor.indicator.area_aggregation is AreaAggregation.SUM
        method = Method.AREA_SUM if is_sum else Method.AREA_MEAN
        parts = len(_districts_then(around, anchor))
    elif anchor.is_as_published:
        return newest
    else:
        method, parts = anchor.method, anchor.parts
    return replace(
        newest,
        area=anchor.area,
        period=anchor.period,
        value=anchor.value,
        method=method,
        parts=parts,
        parts_expected=parts,
        part_grain=anchor.indicator.frequency,
    )


def _is_made_up(around: _Surroundings, anchor: Anchor) -> bool:
    return anchor.area.parent is None and anchor.indicator.code in around.made_up_of_districts


def _districts_then(around: _Surroundings, anchor: Anchor) -> tuple[Area, ...]:
    """Those that existed in the published period of the anchor; at least one has made it up."""
    return around.catalogue.districts_in(anchor.published)


def _plan(plans: Iterable[Plan], period: Period) -> Plan | None:
    """That of the year, of the first authority."""
    whole = unit(Grain.YEAR, period.end)
    return next((one for one in plans if one.period == whole), None)


def _late(newest: Figure, choice: Choice) -> Lateness | None:
    """Only where the newest figure is what was asked for."""
    return None if choice.is_over else lateness_after(newest, choice.today)
