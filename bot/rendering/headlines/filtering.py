"""Which satisfy a condition, or how many of how many."""

from bot.rendering.conditions import comparisons_told, condition_words
from bot.rendering.formatting import brief_period, capitalised, grain_noun, listed, subject
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.periods import Period
from ioc_query.query import GroupBy
from ioc_query.results import FilteringResult

_MOST_NAMED = 2
"""Names that a headline holds; more are counted."""


def headline(result: FilteringResult) -> str:
    """Who satisfies the condition, how many of those judged, or that none does. Some were judged."""
    form = "none" if not result.rows else "few" if len(result.rows) <= _MOST_NAMED else "many"
    names = [item_name(row.answer.figure, result.group_by) for row in result.rows]
    return phrase(
        f"filtering.{form}",
        subject=subject_words(result),
        names=listed(names[:_MOST_NAMED]),
        count=len(result.rows),
        judged=result.judged,
        noun=noun_of(result),
        condition=condition_words(result),
    )


def noun_of(result: FilteringResult) -> str:
    """What was looked at: "huyện", "tháng", "chỉ tiêu"."""
    return grain_noun(result.grain) if result.grain else phrase(f"group.{result.group_by.value}")


def subject_words(result: FilteringResult) -> str:
    """What the condition was put to: the indicator, or whose indicators, with the period."""
    span = judged_span(result)
    if result.indicator:
        area = result.area if result.group_by is GroupBy.PERIOD else None
        return subject(result.indicator, span, area, brief=True)
    names = [phrase("filtering.domain", name=one.name) for one in result.domains]
    names += [one.short_name for one in result.departments]
    if result.area.parent:
        names.append(result.area.name)
    names.append(brief_period(span) if span else phrase("filtering.newest"))
    return capitalised(", ".join(names))


def judged_span(result: FilteringResult) -> Period | None:
    """The period asked; of a flow held against its yearly plan, the year up to it."""
    compared = (one.compared for one in comparisons_told(result) if result.indicator)
    first = next((figure for figure in compared if figure), None)
    if first is None or result.group_by is GroupBy.PERIOD:
        return result.period
    return first.period


def default_span(result: FilteringResult) -> str:
    """The time that was looked at where the question names none; see `origin_notes`."""
    if result.group_by is GroupBy.PERIOD:
        return "recent"
    span = judged_span(result)
    is_of_year = result.group_by is GroupBy.INDICATOR and result.period is not None
    is_since_new_year = span != result.period
    return "year_so_far" if is_of_year or is_since_new_year else "newest"
