"""Every name, short name and alias of every indicator, asked alone and inside a question."""

from collections import defaultdict

import pytest

from intents.lexicon import load_lexicon
from intents.outcome import Outcome, Status
from intents.words.abbreviations import Expander
from intents.words.text import fold_key
from ioc_query.sample.bundled import bundled_catalogue
from tests.intents.conftest import Ask

CATALOGUE = bundled_catalogue()


def _names() -> list[tuple[str, str]]:
    """(code, name) for every name that is one indicator's only, in the words questions are brought to."""
    expander = Expander(load_lexicon().abbreviations)
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    named = [
        (indicator.code, name)
        for indicator in CATALOGUE.indicators.values()
        for name in (indicator.name, indicator.short_name, *indicator.aliases)
    ]
    for code, name in named:
        owners[expander.canonical(name).fold].add(code)
    return [(c, name) for c, name in named if len(owners[expander.canonical(name).fold]) == 1]


NAMES = _names()


def _bare(text: str) -> str:
    return " ".join(fold_key(word) for word in text.split())


def test_names_are_the_catalogues() -> None:
    assert len({code for code, _ in NAMES}) == len(CATALOGUE.indicators) == 140


@pytest.mark.parametrize("code", CATALOGUE.indicators)
def test_each_name_gives_its_indicator(ask: Ask, code: str) -> None:
    """Alone and inside a question, with marks and without."""
    inside = "cho anh hỏi {} tháng 9 ở Lộc Ninh là bao nhiêu"
    marked = [
        form.format(name) for owner, name in NAMES if owner == code for form in ("{}", inside)
    ]
    questions = [*marked, *map(_bare, marked)]
    assert [one for one in questions if not _asks_for(ask(one), code)] == []


def _asks_for(outcome: Outcome, code: str) -> bool:
    return outcome.status is Status.OK and outcome.query.indicators == (code,)
