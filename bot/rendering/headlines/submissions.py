"""Who is late with how much, or who is most often on time."""

from bot.rendering.formatting import brief_period, capitalised, in_sentence, listed, number, percent
from bot.rendering.phrases import phrase
from ioc_query.query import Order
from ioc_query.submission_results import SubmissionsResult

_MOST_NAMED = 3
"""Names that a headline holds; more are counted."""


def headline(result: SubmissionsResult) -> str:
    """Who comes first in the order asked for, else how much is missing of how much."""
    if result.order is not None:
        return order_headline(result)
    scope = scope_words(result)
    if not result.rates.expected:
        return _with_scope(scope, phrase("submissions.nothing_due"))
    owing = [one for one in result.departments if one.rates.expected]
    departments = "one" if len(result.departments) == 1 else "many"
    state = "late" if result.rates.missing else "done"
    span = "in_span" if result.period else "now"
    sentence = phrase(
        f"submissions_{span}.{departments}_{state}",
        late=sum(1 for one in owing if one.rates.missing),
        count=len(owing),
        missing=number(result.rates.missing, 0),
        expected=number(result.rates.expected, 0),
    )
    return _with_scope(scope, sentence)


def order_headline(result: SubmissionsResult) -> str:
    """Who has the largest share on time, or the smallest, which is told where no order was asked for."""
    ranked = result.ranked
    if not ranked:
        return phrase("submissions.no_order")
    first = [one.department for one in ranked if one.rank == 1]
    form = "most_on_time" if result.order is Order.DESCENDING else "least_on_time"
    return phrase(
        f"submissions.{form}",
        names=listed(
            [one.department.short_name for one in first], _MOST_NAMED, phrase("group.department")
        ),
        share=percent(first[0].shown_rates.on_time_share or 0.0),
        span=in_sentence(span_words(result)),
    )


def span_words(result: SubmissionsResult) -> str:
    """The time that punctuality is judged over: the period asked, else the months behind."""
    return brief_period(result.period) if result.period else phrase("submissions.record")


def scope_words(result: SubmissionsResult) -> str:
    """What was asked about, as far as it is not everything: "Sở Y tế, tháng 10/2026"."""
    names = [phrase("filtering.domain", name=one.name) for one in result.domains]
    if len(result.departments) == 1:
        names += [one.department.short_name for one in result.departments]
    names += [area.name for area in result.areas]
    if result.period:
        names.append(brief_period(result.period))
    return capitalised(", ".join(names))


def _with_scope(scope: str, sentence: str) -> str:
    return (
        phrase("submissions.scope", scope=scope, sentence=sentence)
        if scope
        else capitalised(sentence)
    )
