"""One indicator in one area, for each unit of time inside the span asked."""

from dataclasses import dataclass

from ioc_query.answering import answers, newest_figures
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Answer, Missing
from ioc_query.periods import MONTHS_IN, Grain, Period, short_label, unit
from ioc_query.series import DEFAULT_POINTS, asked_span


@dataclass(frozen=True, slots=True)
class ByPeriod:
    """The answers of whole units, oldest first; `expected` counts those that may have a figure by now."""

    answers: tuple[Answer, ...]
    missing: tuple[str, ...]
    expected: int
    span: Period
    grain: Grain
    nothing: Missing | None


def by_period(asking: Asking, indicator: Indicator, area: Area, wanted: Wanted) -> ByPeriod:
    """Units of the grain asked, else of the indicator's own, that have begun.

    A unit that is not yet over counts only once it has the figure of all of it.
    """
    grain = asking.query.grain or indicator.frequency
    span = asked_span(asking) or _recent(asking, indicator, area, grain)
    there = [one for one in span.units(grain) if area.lifetime_in(one)]
    units = [one for one in there if one.start <= asking.today]
    items = answers(asking, [Key(indicator, area, one) for one in units], wanted)
    whole = {
        one: item
        for one, item in zip(units, items, strict=True)
        if isinstance(item, Answer) and _is_of_whole(one, item)
    }
    lived = [one for one in units if area.lifetime_in(one) == one]
    lacking = [one for one in lived if one not in whole and one.end < asking.today]
    return ByPeriod(
        answers=tuple(whole.values()),
        missing=tuple(short_label(one) for one in lacking),
        expected=len(whole) + len(lacking),
        span=span,
        grain=grain,
        nothing=None if whole else newest_figures(asking, [Key(indicator, area, span)])[0],
    )


def _recent(asking: Asking, indicator: Indicator, area: Area, grain: Grain) -> Period:
    """The twelve months up to the newest figure; of quarters and longer units, as many as a trend shows."""
    newest = asking.common_period([(indicator.code, area.code)])
    end = newest or Period(asking.today, asking.today)
    if MONTHS_IN.get(grain, 1) == 1:
        last = unit(Grain.MONTH, end.end)
        return Period(last.shift(-11).start, last.end)
    last = unit(grain, end.end)
    return Period(last.shift(1 - DEFAULT_POINTS[grain]).start, last.end)


def _is_of_whole(period: Period, answer: Answer) -> bool:
    """Whether the figure stands for all of the period, to its last day."""
    reaches_end = answer.figure.period.end == period.end
    return reaches_end and answer.figure.is_complete and not answer.substitution
