"""What a list of indicators asks of itself: counts, and questions to go on with."""

from collections.abc import Iterable

from bot.rendering.phrases import phrase
from ioc_query.catalogue import Section
from ioc_query.results import ContentsResult


def sum_of_indicators(sections: Iterable[Section], kind: str = "indicators") -> int:
    """How many indicators the sections hold; only `operational` or `statistical` ones if named."""
    return sum(len(getattr(section, kind)) for section in sections)


def contents_questions(result: ContentsResult) -> list[str]:
    """One question each about a domain, a department and an indicator that exist."""
    domains = [one.domain.name for one in result.sections if one.domain]
    departments = [one.department.short_name for one in result.suppliers if one.department]
    indicators = [one.short_name for section in result.sections for one in section.indicators]
    asked = (
        ("question.contents_of_domain", domains),
        ("question.contents_of_department", departments),
        ("question.definition", indicators),
    )
    return [phrase(form, name=names[0]) for form, names in asked if names]
