"""How domains, departments, a district or the whole province stand, at a glance."""

from itertools import islice

from ioc_query.asking import Asking
from ioc_query.insights.anchors import Choice
from ioc_query.insights.loading import DistrictFigures
from ioc_query.insights.standing import in_order_of_attention, sparkline_of, standing_of
from ioc_query.insights.survey import survey
from ioc_query.operations.by_indicator import named_indicators
from ioc_query.overview_results import DomainStandings, Extent, OverviewResult, Standing
from ioc_query.query import Baseline
from ioc_query.series import asked_span

MOST_SPARKLINES = 6
_FEWEST_POINTS = 4


def run(asking: Asking) -> OverviewResult:
    """For the period asked, else with the newest figure of each; against the plan, only what has one."""
    choice = Choice(asked_span(asking), asking.today)
    indicators = named_indicators(asking)
    if asking.query.baseline is Baseline.PLAN:
        indicators = [one for one in indicators if one.has_plan]
    found = survey(asking, indicators, choice, DistrictFigures.NONE)
    standings = [standing_of(one, choice) for one in found.surveyed]
    subjects = {id(standing): one for standing, one in zip(standings, found.surveyed, strict=True)}
    places = {code: place for place, code in enumerate(asking.catalogue.indicators)}
    ordered = tuple(in_order_of_attention(standings, places))
    lines = (sparkline_of(subjects[id(standing)], standing) for standing in ordered)
    pictured = (line for line in lines if len(line.points) >= _FEWEST_POINTS)
    return OverviewResult(
        extent=extent_of(asking, choice),
        standings=ordered,
        missing=found.missing,
        domains=_by_domain(asking, ordered),
        sparklines=tuple(islice(pictured, MOST_SPARKLINES)),
    )


def extent_of(asking: Asking, choice: Choice) -> Extent:
    catalogue, query = asking.catalogue, asking.query
    return Extent(
        areas=tuple(asking.areas),
        domains=tuple(catalogue.domains[code] for code in query.domains),
        departments=tuple(catalogue.departments[code] for code in query.departments),
        indicators=tuple(asking.indicators),
        asked=choice.asked,
        is_over=choice.is_over,
    )


def _by_domain(asking: Asking, ordered: tuple[Standing, ...]) -> tuple[DomainStandings, ...]:
    groups = (
        DomainStandings(
            domain, tuple(one for one in ordered if one.indicator.domain == domain.code)
        )
        for domain in asking.catalogue.domains.values()
    )
    return tuple(group for group in groups if group.standings)
