"""What may be asked next, in words that can be sent as they are."""

from bot.rendering.figures import shown_figures
from bot.rendering.formatting import grain_noun
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Catalogue
from ioc_query.figures import Item, Missing, Status
from ioc_query.forecast_results import ForecastResult, NotForecast, Reason
from ioc_query.next_questions import Step, next_questions
from ioc_query.query import Query
from ioc_query.results import Result, TrendResult, ValueResult


def suggestions(query: Query, result: Result, catalogue: Catalogue) -> tuple[str, ...]:
    """The next natural questions; they follow on the question that was answered."""
    if result.status is Status.NO_DATA:
        return tuple(phrase(name) for name in _instead(query, result))
    return tuple(
        phrase(
            f"next.{step.value}",
            within=_within(step, query, catalogue),
            noun=_point_noun(query, catalogue),
        )
        for step in next_questions(query, result, catalogue)
    )


def _instead(query: Query, result: Result) -> tuple[str, ...]:
    """What the same question can be answered for; nothing where no figure is there at all."""
    if _has_figures_of_districts(query, result):
        return ("next.by_area",)
    if not query.indicators or not shown_figures(result):
        return ()
    if not isinstance(result, ForecastResult):
        return ("correct.newest",) if query.periods else ()
    refused = {item.reason for item in result.items if isinstance(item, NotForecast)}
    nearer = ("next.forecast",) if Reason.TOO_FAR in refused else ()
    return (*nearer, "next.trend")


def _has_figures_of_districts(query: Query, result: Result) -> bool:
    """Whether districts alone have figures of the one indicator that was asked for."""
    items: tuple[Item, ...] = ()
    if isinstance(result, ValueResult):
        items = result.items
    elif isinstance(result, TrendResult):
        items = result.newest
    told = any(isinstance(one, Missing) and one.districts for one in items)
    return told and len(query.indicators) == 1


def _within(step: Step, query: Query, catalogue: Catalogue) -> str:
    """Names anew the domain, place or department of a question of many indicators, which starts afresh."""
    if len(query.domains) == 1:
        name = catalogue.domains[query.domains[0]].name
        return phrase("next.within_domain", name=name[:1].lower() + name[1:])
    if len(query.areas) == 1:
        name = catalogue.areas[query.areas[0]].name
        return phrase("next.within_area", name=name[:1].lower() + name[1:])
    if len(query.departments) == 1 and step is Step.OFF_PLAN:
        return phrase(
            "next.within_department", name=catalogue.departments[query.departments[0]].short_name
        )
    return ""


def _point_noun(query: Query, catalogue: Catalogue) -> str:
    """What the points of a series are: what was asked for, else what the indicator is told by."""
    if query.grain or not query.indicators:
        return grain_noun(query.grain)
    return grain_noun(catalogue.indicators[query.indicators[0]].frequency)
