"""Questions to try, made of the catalogue's own indicators."""

from collections.abc import Callable, Iterable, Sequence

from bot.rendering.contents import contents_questions
from bot.rendering.formatting import capitalised, grain_noun, in_sentence
from bot.rendering.phrases import has_phrase, phrase
from ioc_query.catalogue import Catalogue, Indicator, Kind
from ioc_query.periods import Grain
from ioc_query.query import Query
from ioc_query.results import ContentsResult, NotAnswered, Result

_WITHIN_A_YEAR = (Grain.MONTH, Grain.WEEK, Grain.QUARTER)


def example_questions(catalogue: Catalogue) -> list[str]:
    """One question each for a value, a ranking of districts and a trend; fewer where nothing fits.

    Each about another indicator, of another domain where there are several; what asks someone to act first.
    """
    indicators = sorted(
        catalogue.indicators.values(), key=lambda one: one.kind is not Kind.OPERATIONAL
    )
    taken: list[Indicator] = []
    questions: list[str] = []
    for form, fits in _FORMS:
        free = [one for one in indicators if one not in taken and fits(one)]
        if free:
            taken.append(_from_new_domain(free, taken))
            questions.append(_question(form, taken[-1]))
    return questions


def listed_questions(
    query: Query, result: Result, catalogue: Catalogue, examples: Sequence[str]
) -> tuple[str, ...]:
    """What the text of a reply without figures lists by number, to choose from; () for any other reply."""
    if isinstance(result, NotAnswered):
        named = (catalogue.indicators[code].short_name for code in query.indicators)
        return tuple(named) or tuple(examples)
    if isinstance(result, ContentsResult) and result.is_whole:
        return tuple(contents_questions(result))
    return ()


def refusal_words(result: NotAnswered) -> str:
    """Why there is no answer: what cannot be done yet, else that the question does not name enough."""
    name = f"not_answered.{result.intent}"
    if has_phrase(name):
        return phrase(name)
    return phrase("not_answered.other", intent=phrase(f"intent.{result.intent}"))


def _from_new_domain(free: list[Indicator], taken: Iterable[Indicator]) -> Indicator:
    domains = {one.domain for one in taken}
    return next((one for one in free if one.domain not in domains), free[0])


def _has_plan(indicator: Indicator) -> bool:
    return indicator.has_plan and _is_frequent(indicator)


def _is_by_area(indicator: Indicator) -> bool:
    return indicator.by_area and _is_frequent(indicator)


def _is_frequent(indicator: Indicator) -> bool:
    return indicator.frequency in _WITHIN_A_YEAR and not indicator.is_rank


def _question(form: str, indicator: Indicator) -> str:
    text = phrase(
        f"question.{form}",
        name=in_sentence(indicator.short_name),
        grain=grain_noun(indicator.frequency),
    )
    return capitalised(text)


_FORMS: tuple[tuple[str, Callable[[Indicator], bool]], ...] = (
    ("compare", _has_plan),
    ("rank", _is_by_area),
    ("trend", _is_frequent),
)
