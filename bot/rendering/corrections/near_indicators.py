"""The indicators that may have been meant instead of the one that was read, likest first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.catalogue_search import CatalogueSearch
from bot.rendering.corrections.alternatives import Alternative
from bot.rendering.corrections.parts import ReadQuestion
from intents.evidence.spans import Kind
from intents.explanation import Explanation
from intents.words.text import folds, words
from ioc_query.catalogue import Indicator

MOST = 5
"""Others that are offered: as many as when a question is asked back."""


def near_indicators(
    read: ReadQuestion, explanations: Iterable[Explanation], search: CatalogueSearch
) -> Iterator[Alternative]:
    """First those that the words named too, then those that have the words or share some, of its own domain first.

    `explanations` are of the questions that were asked, each on its own, newest first: the one that counts is
    the newest that says something of the indicator.
    """
    current = read.indicator
    if current is None:
        return
    telling = next((one for one in explanations if current.code in _considered(one)), None)
    for code in _ordered(current, read.catalogue.indicators, telling, search):
        if code != current.code:
            other = read.catalogue.indicators[code]
            query = replace(read.query, indicators=(code,))
            yield Alternative(other.short_name, query, (other.short_name, other.name))


def explained_newest_first(
    questions: Sequence[str], explain: Callable[[str], Explanation]
) -> Iterator[Explanation]:
    """One at a time: mostly the last question is enough."""
    return (explain(question) for question in reversed(questions))


def _ordered(
    current: Indicator,
    known: Mapping[str, Indicator],
    telling: Explanation | None,
    search: CatalogueSearch,
) -> Iterable[str]:
    """Codes, each once."""
    considered = () if telling is None else _considered(telling)
    found = () if telling is None else tuple(_found(telling, search))
    own = _words(current)
    beside = [one for one in known.values() if one.domain == current.domain]
    beside.sort(key=lambda one: len(own & _words(one)), reverse=True)
    return dict.fromkeys(
        (
            *considered,
            *(code for code in found if known[code].domain == current.domain),
            *(one.code for one in beside if own & _words(one)),
            *found,
            *(one.code for one in beside),
        )
    )


def _considered(explanation: Explanation) -> tuple[str, ...]:
    """What the parser took the words for, whether or not it chose so; the longest names first."""
    named = [span for span in explanation.proposals if span.kind is Kind.INDICATOR]
    longest_first = sorted(named, key=lambda span: span.length, reverse=True)
    proposed = [span.value for span in longest_first]
    outcome = explanation.outcome
    return tuple(dict.fromkeys((*outcome.query.indicators, *outcome.candidates, *proposed)))


def _found(explanation: Explanation, search: CatalogueSearch) -> Iterator[str]:
    """What has the words of the indicator, or a part of them, in its name; the longest part first."""
    naming = (Kind.INDICATOR, Kind.NAME_PART)
    parts = [span for span in explanation.proposals if span.kind in naming]
    for part in sorted(parts, key=lambda span: span.length, reverse=True):
        tokens = explanation.tokens[part.first : part.last + 1]
        said = _spaced(token.fold for token in tokens)
        for indicator in search.find(" ".join(token.raw for token in tokens)):
            if any(said in _spaced(folds(name)) for name in _names(indicator)):
                yield indicator.code


def _names(indicator: Indicator) -> tuple[str, ...]:
    return (indicator.name, indicator.short_name, *indicator.aliases)


def _spaced(parts: Iterable[str]) -> str:
    """Between spaces, so that words are found whole."""
    return f" {' '.join(parts)} "


def _words(indicator: Indicator) -> frozenset[str]:
    return frozenset(token.exact for token in words(indicator.short_name))
