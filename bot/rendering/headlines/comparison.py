"""How two commensurable things differ, else what stands side by side."""

from collections.abc import Callable, Sequence

from bot.rendering.changes import change_words, verdict
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    figure_text,
    in_sentence,
    listed,
    subject,
)
from bot.rendering.headlines.pairs import area_with_area, difference_words, higher
from bot.rendering.headlines.trend import figure_subject, reached
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.catalogue import TimeAggregation
from ioc_query.changes import held_against, starts_over
from ioc_query.figures import Comparison, Figure
from ioc_query.query import Baseline, GroupBy
from ioc_query.results import CompareResult

_MOST_TOLD = 2
"""Figures that a headline holds where they cannot be held against each other; more are only named."""

_MOST_UNEVEN = 1.2
"""Times that a period may be longer than another with which it is compared: a month, but not a quarter."""


def headline(result: CompareResult) -> str:
    """The finding of things side by side. The result has answers."""
    figures = [answer.figure for answer in result.answers]
    if len(figures) == 1:
        return reached(figures[0])
    if has_difference(result):
        return _PAIRS[result.by](*figures)
    is_of_one_indicator = len({figure.indicator.code for figure in figures}) == 1
    if is_of_one_indicator and _is_fair(result):
        return _highest_of(result.by, figures)
    if len(figures) <= _MOST_TOLD and len({_context(result.by, figure) for figure in figures}) == 1:
        return _told(result.by, figures)
    names = dict.fromkeys(item_name(figure, result.by) for figure in figures)
    if result.by is GroupBy.INDICATOR:
        names = dict.fromkeys(in_sentence(name) for name in names)
    noun = phrase(f"group.{result.by.value}")
    named = listed(list(names), noun=noun)
    spans = {figure.period for figure in figures}
    if len(spans) > 1:
        return phrase("headline.side_by_side", names=named)
    return phrase("headline.side_by_side_at", names=named, period=brief_period(spans.pop()))


def has_difference(result: CompareResult) -> bool:
    """Whether there are exactly two figures, and they are like with like."""
    return len(result.answers) == 2 and _is_fair(result)


def difference_of(result: CompareResult) -> str:
    """The difference of the two figures: of the first from the second, of the later from the earlier."""
    first, second = (answer.figure for answer in result.answers)
    if result.by is GroupBy.PERIOD:
        second, first = sorted((first, second), key=lambda figure: figure.period)
    return difference_words(first, second)


def period_verdict(result: CompareResult) -> str:
    """Whether the change from the earlier of two periods to the later is good or bad; "" where it does not tell."""
    if result.by is not GroupBy.PERIOD or not has_difference(result):
        return ""
    later, comparison = _change_in_time(*(answer.figure for answer in result.answers))
    return "" if starts_over(later, comparison) else verdict(comparison)


def _is_fair(result: CompareResult) -> bool:
    """Like with like, and of a flow no month beside a quarter."""
    days = [
        answer.figure.period.days
        for answer in result.answers
        if answer.figure.indicator.time_aggregation is TimeAggregation.SUM
    ]
    return result.is_like_with_like and (not days or max(days) <= _MOST_UNEVEN * min(days))


def _context(by: GroupBy, figure: Figure) -> str:
    """What is not told apart by `by`."""
    if by is GroupBy.INDICATOR:
        return capitalised(brief_period(figure.period))
    span = None if by is GroupBy.PERIOD else figure.period
    area = None if by is GroupBy.AREA else figure.area
    return subject(figure.indicator, span, area, brief=True)


def _told(by: GroupBy, figures: Sequence[Figure]) -> str:
    """The numbers themselves, where no difference of them means anything."""
    names = [item_name(figure, by) for figure in figures]
    if by is GroupBy.INDICATOR:
        names = [in_sentence(name) for name in names]
    parts = [
        phrase("headline.told_part", name=name, value=figure_text(figure))
        for name, figure in zip(names, figures, strict=True)
    ]
    return phrase("headline.told", context=_context(by, figures[0]), parts=", ".join(parts))


def _later_with_earlier(one: Figure, other: Figure) -> str:
    later, comparison = _change_in_time(one, other)
    return phrase(
        "headline.later",
        subject=figure_subject(later),
        change=change_words(comparison),
        earlier=brief_period(comparison.reference.period),
    )


def _change_in_time(one: Figure, other: Figure) -> tuple[Figure, Comparison]:
    """The later of two figures, held against the earlier."""
    earlier, later = sorted((one, other), key=lambda figure: figure.period)
    return later, held_against(later, earlier, Baseline.PREVIOUS)


def _indicator_with_indicator(first: Figure, second: Figure) -> str:
    return phrase(
        f"headline.{higher(first, second)}_indicator",
        first=in_sentence(first.indicator.short_name),
        second=in_sentence(second.indicator.short_name),
        amount=difference_words(first, second),
        period=capitalised(brief_period(first.period)),
    )


def _highest_of(by: GroupBy, figures: Sequence[Figure]) -> str:
    top = max(figures, key=lambda figure: figure.value)
    span = None if by is GroupBy.PERIOD else top.period
    area = top.area if by is GroupBy.PERIOD else None
    about = subject(top.indicator, span, area, brief=True)
    return phrase("headline.highest", subject=about, name=item_name(top, by))


_PAIRS: dict[GroupBy, Callable[[Figure, Figure], str]] = {
    GroupBy.AREA: area_with_area,
    GroupBy.PERIOD: _later_with_earlier,
    GroupBy.INDICATOR: _indicator_with_indicator,
}
