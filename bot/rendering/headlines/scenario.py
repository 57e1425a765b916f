"""What a scenario says: what the supposed growth leads to, or what the plan still needs."""

from bot.rendering.formatting import in_sentence, listed, subject
from bot.rendering.outlooks.expectations import subject_of_span
from bot.rendering.outlooks.needs import needs_headline
from bot.rendering.outlooks.suppositions import course_text, growth_words
from bot.rendering.phrases import phrase
from ioc_query.catalogue import TimeAggregation
from ioc_query.query import ScenarioKind
from ioc_query.scenario_results import ScenarioResult, WhatIf


def headline(result: ScenarioResult) -> str:
    """At least one indicator has an answer."""
    cases = result.cases
    if len(cases) == 1:
        return case_headline(cases[0])
    names = [in_sentence(subject(case.indicator, area=case.area)) for case in cases]
    return phrase("scenario.several", names=listed(names))


def case_headline(case: WhatIf) -> str:
    if case.kind is ScenarioKind.REQUIRED_PACE:
        return needs_headline(case)
    name = _subject(case)
    if case.asked is None:
        return phrase("scenario.unknown", subject=name, growth=growth_words(case))
    return phrase(
        "scenario.headline",
        subject=name,
        value=course_text(case, case.asked),
        growth=growth_words(case),
    )


def _subject(case: WhatIf) -> str:
    """Of what cannot be put together the last unit, of a level the end of its time."""
    rule = case.indicator.time_aggregation
    span = case.target
    if rule is TimeAggregation.NONE:
        span = span.units(case.grain)[-1]
    return subject_of_span(case.newest, span, is_at_end=rule is TimeAggregation.LAST)
