"""What may be asked next, in words that can be sent as they are."""

from bot.rendering.phrases import phrase
from ioc_query.catalogue import Catalogue
from ioc_query.next_questions import next_questions
from ioc_query.query import Query
from ioc_query.results import Result


def suggestions(query: Query, result: Result, catalogue: Catalogue) -> tuple[str, ...]:
    """The next natural questions; they follow on the question that was answered."""
    within = _within(query, catalogue)
    steps = next_questions(query, result, catalogue)
    return tuple(phrase(f"next.{step.value}", within=within) for step in steps)


def _within(query: Query, catalogue: Catalogue) -> str:
    """Names the domain anew where a question of many indicators would start afresh."""
    if len(query.domains) != 1:
        return ""
    name = catalogue.domains[query.domains[0]].name
    return phrase("next.within", domain=name[:1].lower() + name[1:])
