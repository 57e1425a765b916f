"""Small questions that templates ask of an answer."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from markupsafe import Markup

from bot.rendering.figures import answered_figures
from bot.rendering.formatting import figure_text, listed
from bot.rendering.phrases import has_phrase, phrase
from intents.outcome import Origin, Outcome
from ioc_query.catalogue import Indicator, Kind
from ioc_query.figures import Answer, Comparison, Figure, Missing, Series
from ioc_query.forecast_results import NotForecast, Outlook
from ioc_query.periods import unit
from ioc_query.query import Baseline
from ioc_query.results import Result
from ioc_query.scenario_results import WhatIf

MOST_EARLIER = 3
"""Earlier vintages that are told; a figure revised every month would fill the screen."""

_PREFIX = "Hiểu là"


def is_answer(item: object) -> bool:
    return isinstance(item, Answer)


def is_outlook(item: object) -> bool:
    return isinstance(item, Outlook)


def is_what_if(item: object) -> bool:
    return isinstance(item, WhatIf)


def is_not_forecast(item: object) -> bool:
    return isinstance(item, NotForecast)


def is_ranked(indicator: Indicator) -> bool:
    return indicator.is_rank


def is_link(url: str | None) -> bool:
    """Whether a source's address may become a link."""
    return url is not None and url.startswith(("https://", "http://"))


def is_finer(missing: Missing) -> bool:
    """Whether less than one unit of the indicator's frequency was asked for: a day of what is told by months."""
    asked, frequency = missing.asked, missing.indicator.frequency
    if asked is None:
        return False
    whole = unit(frequency, asked.start)
    return whole != asked and whole.contains(asked)


def is_short_of_asked(answer: Answer, today: date) -> bool:
    """Whether the period asked is over, and the figure is of the part of it that was published."""
    asked = answer.asked
    if asked is None or asked.end >= today or answer.substitution:
        return False
    return not answer.figure.is_complete


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def is_of_its_own_grain(series: Series) -> bool:
    """Whether the points are those that are published, not made of shorter periods."""
    return series.grain is series.indicator.frequency


def with_points(series: Iterable[Series]) -> list[Series]:
    return [line for line in series if line.points]


def told_comparisons(answer: Answer) -> list[Comparison]:
    """The comparisons, each reference once: for a year, last year is the period before.

    What several plans are held against is told with the first of them only.
    """
    told: dict[object, Comparison] = {}
    compared: set[Figure | None] = set()
    for one in answer.comparisons:
        if one.baseline is not Baseline.PLAN:
            told.setdefault(one.reference.period, one)
            continue
        is_repeated = one.compared in compared
        compared.add(one.compared)
        told[one] = replace(one, compared=None) if is_repeated else one
    return list(told.values())


def told_earlier(answer: Answer) -> list[Figure]:
    """The newest earlier vintages that read differently from the answer and from each other."""
    told: dict[str, Figure] = {}
    for figure in answer.earlier:
        told.setdefault(figure_text(figure), figure)
    told.pop(figure_text(answer.figure), None)
    return list(told.values())[:MOST_EARLIER]


def operational_indicators(result: Result) -> tuple[Indicator, ...]:
    """The indicators answered that ask someone to act."""
    answered = (figure.indicator for figure in answered_figures(result))
    return tuple(dict.fromkeys(one for one in answered if one.kind is Kind.OPERATIONAL))


def has_illustrative(figures: Iterable[Figure]) -> bool:
    return any(figure.source.illustrative for figure in figures)


def origin_notes(outcome: Outcome, span: str = "newest") -> list[str]:
    """What the question left unsaid and was taken from an earlier one, or by default.

    `span` names the time that was taken where the question names none: newest, recent or year_so_far.
    """
    earlier = [
        phrase(f"slot.{slot}")
        for slot, origin in outcome.origins.items()
        if origin is Origin.CONTEXT and has_phrase(f"slot.{slot}")
    ]
    slots = listed(earlier, noun=phrase("slot.other"))
    notes = [phrase("origin.context", slots=slots)] if earlier else []
    if outcome.origins.get("periods") is Origin.DEFAULT and not outcome.query.periods:
        notes.append(phrase(f"origin.{span}"))
    return notes


def without_prefix(understood: str) -> str:
    """The sentence without an opening of its own and without its full stop."""
    return understood.removeprefix(_PREFIX).lstrip(": ").rstrip(". ")


def with_bold(sentence: str, value: str) -> Markup:
    """The sentence with its first `value` in bold; both may hold anything."""
    before, found, behind = sentence.partition(value)
    return Markup("{}<b>{}</b>{}").format(before, found, behind)
