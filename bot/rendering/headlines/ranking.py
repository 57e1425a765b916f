"""Who comes first, or where the one that was asked about stands."""

from bot.rendering.changes import baseline_name
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    in_sentence,
    listed,
    subject,
)
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Direction, Indicator
from ioc_query.figures import Answer, Comparison
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import Ranked, RankingResult

_WHOLE_PLAN = 100

_PLAN_FORMS = {
    (True, True): "plan_most",
    (True, False): "plan_least",
    (False, True): "plan_level_most",
    (False, False): "plan_level_least",
}
"""By whether the plan is a target, and whether the largest share comes first."""


def headline(result: RankingResult) -> str:
    """Who is asked about and where they stand, else who comes first. The result has rows."""
    asked = [row for row in result.rows if row.highlighted]
    if len(asked) == 1 and result.group_by is GroupBy.AREA and asked[0].rank > 1:
        return _place_headline(result, asked[0])
    leaders = [row.answer.figure for row in result.rows if row.rank == result.rows[0].rank]
    name = listed([item_name(figure, result.group_by) for figure in leaders], limit=3)
    about = _span_named(result)
    if result.indicator:
        span = None if result.group_by is GroupBy.PERIOD else result.period
        about = subject(result.indicator, span, brief=True)
    if result.ranked == 1 < result.expected and result.baseline is None:
        return phrase("headline.only", subject=about, name=name)
    form, parts = _order_form(result), {}
    if result.baseline not in (None, Baseline.PLAN):
        parts = {"baseline": _ranked_baseline(result)}
    if form == "leads":
        form = "leads" if len(leaders) == 1 else "lead_together"
        about = in_sentence(about)
    return phrase(f"headline.{form}", name=name, subject=about, **parts)


def ordering_comparison(result: RankingResult, answer: Answer) -> Comparison | None:
    """The comparison of an answer that the ranking is ordered by."""
    return next((one for one in answer.comparisons if one.baseline is result.baseline), None)


def order_words(result: RankingResult) -> str:
    """What the order is by, where it is not the figure itself."""
    if result.baseline is Baseline.PLAN:
        return phrase("order_by.plan")
    return phrase("order_by.change", baseline=_ranked_baseline(result))


def default_span(result: RankingResult) -> str:
    """The time that was looked at where the question names none; see `origin_notes`."""
    if result.group_by is GroupBy.PERIOD:
        return "recent"
    is_since_new_year = result.period is not None and result.period.is_cumulative
    is_of_year = result.group_by is GroupBy.INDICATOR and result.period is not None
    is_against_plan = result.baseline is Baseline.PLAN and is_since_new_year
    return "year_so_far" if is_of_year or is_against_plan else "newest"


def _span_named(result: RankingResult) -> str:
    """What indicators are ranked for: the period."""
    return capitalised(brief_period(result.period)) if result.period else phrase("headline.several")


def _place_headline(result: RankingResult, row: Ranked) -> str:
    figure = row.answer.figure
    return phrase(
        "headline.placed",
        name=item_name(figure, result.group_by),
        rank=row.rank,
        count=result.ranked,
        subject=in_sentence(subject(figure.indicator, result.period, brief=True)),
    )


def _order_form(result: RankingResult) -> str:
    """Which wording says what it means to come first in this order."""
    is_descending = result.order is Order.DESCENDING
    if result.baseline is Baseline.PLAN:
        return _plan_form(result.rows[0], is_descending)
    if result.baseline is not None:
        return _change_form(is_descending, result.rows[0].score)
    indicator = result.indicator
    if indicator and indicator.is_rank:
        return "worst" if is_descending else "best"
    if is_descending and indicator and _is_led(result, indicator):
        return "leads"
    return "highest" if is_descending else "lowest"


def _plan_form(first: Ranked, is_descending: bool) -> str:
    """To reach most of a plan is an achievement of targets alone; of a ceiling it may be to exceed it."""
    indicator = first.answer.figure.indicator
    is_target = indicator.direction is Direction.UP_GOOD or indicator.is_rank
    is_ceiling = indicator.direction is Direction.DOWN_GOOD and not is_target
    if is_ceiling and is_descending and first.score > _WHOLE_PLAN:
        return "plan_exceeded"
    return _PLAN_FORMS[is_target, is_descending]


def _is_led(result: RankingResult, indicator: Indicator) -> bool:
    return indicator.direction is Direction.UP_GOOD and result.group_by is GroupBy.AREA


def _change_form(is_descending: bool, score: float) -> str:
    if score == 0:
        return "steady"
    if is_descending:
        return "rises_most" if score > 0 else "falls_least"
    return "falls_most" if score < 0 else "rises_least"


def _ranked_baseline(result: RankingResult) -> str:
    comparison = ordering_comparison(result, result.rows[0].answer)
    return baseline_name(comparison) if comparison else phrase("baseline.last_year")
