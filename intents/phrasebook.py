"""Everything that the lexicon and the catalogue let people say: as phrases to find, and as words to spell."""

from collections.abc import Iterable, Iterator

from intents.evidence.indicator_names import name_parts
from intents.evidence.matching import IndicatorIndex
from intents.evidence.named_things import add_areas, add_departments, add_domains, levels_held
from intents.evidence.phrase_index import PhraseIndex
from intents.evidence.spans import PLACE_NOUN, UNIT, Kind
from intents.lexicon import Lexicon
from intents.words.abbreviations import Expander
from intents.words.templates import Phrase
from intents.words.vocabulary import Vocabulary
from ioc_query.catalogue import Catalogue

MARKED = "!"
"""Stands behind the names of cues that are other words without their marks."""


def all_phrases(
    lexicon: Lexicon, catalogue: Catalogue, indicators: IndicatorIndex, words: Expander
) -> PhraseIndex:
    """Names first: of phrases that are worth the same the first wins."""
    index = PhraseIndex()
    _add_names(index, lexicon, catalogue, indicators, words)
    for cue, phrases in lexicon.cues.items():
        _add(index, phrases, Kind.CUE, cue.removesuffix(MARKED), needs_marks=cue.endswith(MARKED))
    _add_foreign(index, lexicon, indicators)
    _add_place_nouns(index, lexicon, catalogue)
    _add(index, lexicon.courtesy, Kind.COURTESY)
    _add(index, lexicon.filler, Kind.FILLER)
    _add(index, lexicon.marked_filler, Kind.FILLER, needs_marks=True)
    _add(index, lexicon.units, Kind.FILLER, UNIT)
    _add(index, name_parts(indicators.names, index), Kind.NAME_PART)
    return index


def all_words(lexicon: Lexicon, index: PhraseIndex) -> Vocabulary:
    vocabulary = Vocabulary()
    vocabulary.add(lexicon.vocabulary)
    vocabulary.add(index.phrases)
    vocabulary.add_short_forms(short.short for short in lexicon.abbreviations)
    vocabulary.add_others(lexicon.others)
    return vocabulary


def _add_names(
    index: PhraseIndex,
    lexicon: Lexicon,
    catalogue: Catalogue,
    indicators: IndicatorIndex,
    words: Expander,
) -> None:
    aliases = lexicon.aliases
    add_areas(index, catalogue, aliases.get("areas", {}), words)
    add_domains(index, catalogue, aliases.get("domains", {}), words)
    add_departments(index, catalogue, aliases.get("departments", {}), words)
    for name in indicators.names:
        _add(index, name.complete, Kind.INDICATOR, value=name.code)


def _add_foreign(index: PhraseIndex, lexicon: Lexicon, indicators: IndicatorIndex) -> None:
    """Places elsewhere, and things that no indicator names."""
    for place in lexicon.elsewhere:
        index.add(place, Kind.ELSEWHERE, needs_marks=len(place.fold) == 1)
    _add(index, _unnamed(lexicon.absent, indicators), Kind.ELSEWHERE)


def _unnamed(things: Iterable[Phrase], indicators: IndicatorIndex) -> Iterator[Phrase]:
    return (thing for thing in things if not indicators.holds(thing))


def _add_place_nouns(index: PhraseIndex, lexicon: Lexicon, catalogue: Catalogue) -> None:
    held = levels_held(catalogue)
    for noun in lexicon.place_nouns:
        index.add(noun, Kind.FILLER, PLACE_NOUN, noun.fold in held)


def _add(
    index: PhraseIndex,
    phrases: Iterable[Phrase],
    kind: Kind,
    name: str = "",
    value: object = None,
    *,
    needs_marks: bool = False,
) -> None:
    for phrase in phrases:
        index.add(phrase, kind, name, value, needs_marks=needs_marks)
