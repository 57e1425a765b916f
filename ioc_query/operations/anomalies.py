"""What is out of the ordinary in domains, departments, districts or the whole province."""

from collections.abc import Sequence
from itertools import chain

from ioc_query.asking import Asking
from ioc_query.catalogue import Kind
from ioc_query.insights.anchors import Choice
from ioc_query.insights.detection import detect
from ioc_query.insights.deviation import deviation
from ioc_query.insights.evidence import UNUSUAL_Z, Deviation
from ioc_query.insights.history import points_of, usual_bands
from ioc_query.insights.hotspots import find_hotspots
from ioc_query.insights.insight import (
    Finding,
    Insight,
    InsightKind,
    about,
    in_order,
    one_an_indicator,
)
from ioc_query.insights.loading import DistrictFigures
from ioc_query.insights.place_evidence import OutlierPlace
from ioc_query.insights.spikes import find_spikes
from ioc_query.insights.survey import Surveyed, survey
from ioc_query.operations.by_indicator import named_indicators
from ioc_query.operations.overview import extent_of
from ioc_query.overview_results import AnomaliesResult, Picture
from ioc_query.series import asked_span

MOST_INSIGHTS, MOST_OTHERS, MOST_WITHIN = 10, 5, 3

IRREGULAR = (
    InsightKind.REVISED,
    InsightKind.UNUSUAL,
    InsightKind.OUTLIER_PLACE,
    InsightKind.FLAT,
    InsightKind.MISMATCH,
)
"""What does not fit with the other figures."""

NOTABLE = (InsightKind.NEW_TREND, InsightKind.RANK, InsightKind.RECORD)
"""Regular, but worth a look."""

_MOVES = (InsightKind.LAST_YEAR, InsightKind.PREVIOUS)
_KINDS = (*IRREGULAR, *NOTABLE, *_MOVES, InsightKind.PACE, InsightKind.LATE)

_STRONG_SIZE, _STRONG_PERCENT = 2.0, 50.0
"""From this size, or from this change in %, a change for the worse is worth a look."""

_PICTURED = 36
"""Points behind the first insight: three years of months."""


def run(asking: Asking) -> AnomaliesResult:
    """Of the period asked, else of the newest figure of each; of a district, its own figures."""
    choice = Choice(asked_span(asking), asking.today)
    is_of_districts = any(area.parent for area in asking.areas)
    which = DistrictFigures.WITH_REFERENCES if is_of_districts else DistrictFigures.OF_PERIOD
    found = survey(asking, named_indicators(asking), choice, which)
    inside = [
        *find_spikes(asking, found.surveyed, choice),
        *find_hotspots(asking, found.surveyed),
    ]
    insights = _detected(found.surveyed, inside)
    places = {code: place for place, code in enumerate(asking.catalogue.indicators)}
    in_each_area = len(asking.areas) > 1
    irregular = one_an_indicator(_irregular(insights), in_each_area=in_each_area)
    told = {about(one, in_each_area=in_each_area) for one in irregular}
    rest = [one for one in _notable(insights) if about(one, in_each_area=in_each_area) not in told]
    notable = in_order(one_an_indicator(rest, in_each_area=in_each_area), places)
    irregular = in_order(irregular, places)
    shown = tuple(irregular[:MOST_INSIGHTS])
    room = min(MOST_OTHERS, MOST_INSIGHTS - len(shown))
    within = () if shown else _within(found.surveyed)
    behind = [one for one in _of(insights, InsightKind.PACE) if one.favourable is False]
    return AnomaliesResult(
        extent=extent_of(asking, choice),
        insights=shown,
        found=len(irregular),
        looked_at=len(found.surveyed),
        missing=found.missing,
        notable=tuple(notable[:room]),
        within=within,
        behind=tuple(in_order(behind, places)),
        late=tuple(in_order(_of(insights, InsightKind.LATE), places)),
        picture=_picture([*found.surveyed, *inside], (*shown, *within)),
    )


def _detected(surveyed: Sequence[Surveyed], inside: Sequence[Surveyed]) -> list[Insight]:
    """All that may be told; of what lies inside something that was surveyed, only that it is unusual."""
    return [
        *chain.from_iterable(detect(one.subject, one.figure, _KINDS) for one in surveyed),
        *chain.from_iterable(
            detect(one.subject, one.figure, (InsightKind.UNUSUAL,)) for one in inside
        ),
    ]


def _of(insights: Sequence[Insight], *kinds: InsightKind) -> list[Insight]:
    return [one for one in insights if one.kind in kinds]


def _irregular(insights: Sequence[Insight]) -> list[Insight]:
    """A revision only where it changes what is worth telling."""
    return [
        one
        for one in _of(insights, *IRREGULAR)
        if one.kind is not InsightKind.REVISED or one.finding.size >= 1
    ]


def _notable(insights: Sequence[Insight]) -> list[Insight]:
    """Of changes only strong ones for the worse that someone must act on."""
    return [
        one for one in _of(insights, *NOTABLE, *_MOVES) if one.kind in NOTABLE or _is_strong(one)
    ]


def _is_strong(move: Insight) -> bool:
    if move.favourable is not False or move.figure.indicator.kind is not Kind.OPERATIONAL:
        return False
    percent = getattr(move.evidence, "percent", None) or 0.0
    return move.finding.size >= _STRONG_SIZE or abs(percent) >= _STRONG_PERCENT


def _within(surveyed: Sequence[Surveyed]) -> tuple[Insight, ...]:
    """Of a few indicators, how they lie within what is usual, so that nothing found is seen to be true."""
    if len(surveyed) > MOST_WITHIN:
        return ()
    judged = ((one, deviation(one.subject, one.subject.at)) for one in surveyed)
    return tuple(
        Insight(InsightKind.UNUSUAL, one.figure, Finding(found, 0, abs(found.z) / UNUSUAL_Z))
        for one, found in judged
        if found and not found.is_unusual
    )


def _picture(surveyed: Sequence[Surveyed], insights: Sequence[Insight]) -> Picture | None:
    """Of the first insight that is about a figure's own history."""
    subjects = {id(one.figure): one.subject for one in surveyed}
    told = next((one for one in insights if not isinstance(one.evidence, OutlierPlace)), None)
    if told is None:
        return None
    subject, evidence = subjects[id(told.figure)], told.evidence
    points = points_of(subject, _PICTURED)
    if not isinstance(evidence, Deviation):
        return Picture(told, points)
    return Picture(told, points, usual_bands(subject, evidence, _PICTURED))
