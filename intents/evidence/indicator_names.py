"""Every way in which the catalogue, or an operator's lexicon, lets an indicator be named."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from intents.evidence.phrase_index import PhraseIndex
from intents.evidence.spans import Kind
from intents.words.abbreviations import Expander
from intents.words.templates import Phrase
from intents.words.text import exact_key
from ioc_query.catalogue import Catalogue, Indicator

MIN_PREFIX = 0.6
"""The opening of a long official name stands for it from this share of its words on, if it is no other's."""

MIN_UNLINKED = 3
"""Fewer words are no name without the link between them."""

PART_LENGTHS = (2, 3)
MIN_OWNERS = 2
"""A part that opens or ends with a cue ("quá hạn", "sản lượng cao") is a word of its own in so many names."""

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LINKS = frozenset(map(exact_key, ("do", "vì", "trong", "của", "về")))
"""Words that people leave out of names: "người chết tai nạn"."""

_COUNT_WORDS = (("số",), ("tổng",), ("tổng", "số"))


@dataclass(frozen=True, slots=True)
class IndicatorNames:
    """`complete` phrases each name the indicator; `spoken` are the short name and aliases among them.

    `related` are further folded words that belong to it (definition, unit, department, domain).
    """

    code: str
    complete: tuple[Phrase, ...]
    spoken: tuple[Phrase, ...]
    related: frozenset[str]


def read_names(
    catalogue: Catalogue, aliases: Mapping[str, Sequence[str]], expander: Expander
) -> list[IndicatorNames]:
    """The names of all indicators, in the catalogue's order. `aliases` by code are the operator's."""
    official = {
        indicator.code: [expander.canonical(text) for text in _official(indicator)]
        for indicator in catalogue.indicators.values()
    }
    spoken = {
        indicator.code: _spoken(indicator, aliases, expander)
        for indicator in catalogue.indicators.values()
    }
    openings = _unique_openings((*official[code], *spoken[code]) for code in official)
    names = [
        _names(
            indicator.code,
            official[indicator.code],
            spoken[indicator.code],
            openings,
            _related(catalogue, indicator, expander),
        )
        for indicator in catalogue.indicators.values()
    ]
    return _without_borrowed(list(_with_narrowing_openings(names)))


def _with_narrowing_openings(names: Sequence[IndicatorNames]) -> Iterator[IndicatorNames]:
    """ "Quy mô GRDP" of "Quy mô GRDP giá hiện hành": the opening of one shown name that narrows another's name by
    the words before it."""
    unique = _unique_openings(entry.complete for entry in names)
    spoken = {phrase.fold for entry in names for phrase in entry.spoken}
    for entry in names:
        shown = entry.spoken[0]
        narrowing = (
            Phrase(shown.exact[:end], shown.fold[:end])
            for end in range(1, len(shown.fold))
            if shown.fold[:end] in unique
            and any(shown.fold[start:end] in spoken for start in range(1, end))
        )
        yield replace(entry, complete=tuple(dict.fromkeys((*entry.complete, *narrowing))))


def _spoken(
    indicator: Indicator, aliases: Mapping[str, Sequence[str]], expander: Expander
) -> tuple[Phrase, ...]:
    texts = (indicator.short_name, *indicator.aliases, *aliases.get(indicator.code, ()))
    return tuple(dict.fromkeys(expander.canonical(text) for text in texts))


def _names(
    code: str,
    official: Sequence[Phrase],
    spoken: tuple[Phrase, ...],
    openings: frozenset[tuple[str, ...]],
    related: frozenset[str],
) -> IndicatorNames:
    long = [*official, *(opening for name in official for opening in _openings(name, openings))]
    complete = [*spoken, *long, *_without_count(official), *_without_count(spoken)]
    complete += [*_without_links(complete)]
    return IndicatorNames(
        code=code,
        complete=tuple(dict.fromkeys(phrase for phrase in complete if phrase.fold)),
        spoken=spoken,
        related=related,
    )


def _without_borrowed(names: Sequence[IndicatorNames]) -> list[IndicatorNames]:
    """Without the derived forms that are another indicator's own short name or alias, or open one: "vốn đầu tư công"
    may be the "tổng vốn" as well as the "vốn đầu tư công giải ngân"."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in names:
        for phrase in entry.spoken:
            for end in range(1, len(phrase.fold) + 1):
                owners[phrase.fold[:end]].add(entry.code)
    return [
        replace(
            entry,
            complete=tuple(
                phrase
                for phrase in entry.complete
                if phrase in entry.spoken or not owners[phrase.fold] - {entry.code}
            ),
        )
        for entry in names
    ]


def _official(indicator: Indicator) -> Iterator[str]:
    yield indicator.name
    plain = _IN_BRACKETS.sub("", indicator.name)
    if plain != indicator.name:
        yield plain


def _unique_openings(names: Iterable[Sequence[Phrase]]) -> frozenset[tuple[str, ...]]:
    counts = Counter(
        opening
        for phrases in names
        for opening in {p.fold[:end] for p in phrases for end in range(1, len(p.fold) + 1)}
    )
    return frozenset(opening for opening, count in counts.items() if count == 1)


def _openings(name: Phrase, unique: frozenset[tuple[str, ...]]) -> Iterator[Phrase]:
    for end in range(int(len(name.fold) * MIN_PREFIX) + 1, len(name.fold)):
        if name.fold[:end] in unique:
            yield Phrase(name.exact[:end], name.fold[:end])


def _without_count(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """ "Số giáo viên còn thiếu" is also "giáo viên còn thiếu"."""
    for phrase in phrases:
        for words in _COUNT_WORDS:
            rest = len(words)
            if phrase.exact[:rest] == words and len(phrase.exact) > rest + 1:
                yield Phrase(phrase.exact[rest:], phrase.fold[rest:])


def _without_links(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    for phrase in phrases:
        kept = [at for at, word in enumerate(phrase.exact) if word not in _LINKS]
        if MIN_UNLINKED <= len(kept) < len(phrase.exact):
            yield Phrase(tuple(phrase.exact[i] for i in kept), tuple(phrase.fold[i] for i in kept))


def _related(catalogue: Catalogue, indicator: Indicator, expander: Expander) -> frozenset[str]:
    department = catalogue.department_of(indicator)
    texts = (
        indicator.name,
        _IN_BRACKETS.sub("", indicator.definition).partition(";")[0],
        indicator.unit,
        department.name,
        *department.aliases,
        catalogue.domain_of(indicator).name,
    )
    return frozenset(word for text in texts for word in expander.canonical(text).fold)


def name_parts(names: Iterable[IndicatorNames], index: PhraseIndex) -> Iterator[Phrase]:
    """Parts of spoken names by which an indicator may be meant, so that no cue takes a word out of them.

    "quá hạn" and "cao su" are such parts; "bao nhiêu", "của tỉnh", "% dự toán" are only other words that stand in
    names, or hold a cue.
    """
    owners: Counter[Phrase] = Counter()
    for entry in names:
        owners.update({part for phrase in entry.spoken for part in _windows(phrase)})
    for part, count in owners.items():
        if not _is_other(part, index) and (
            count >= MIN_OWNERS or not _is_framed_by_cue(part, index)
        ):
            yield part


def _is_framed_by_cue(part: Phrase, index: PhraseIndex) -> bool:
    words = list(_windows(part, 1))
    return any(index.holds(word, Kind.CUE) for word in (words[0], words[-1]))


def _windows(phrase: Phrase, *lengths: int) -> Iterator[Phrase]:
    for length in lengths or PART_LENGTHS:
        for start in range(len(phrase.fold) - length + 1):
            end = start + length
            yield Phrase(phrase.exact[start:end], phrase.fold[start:end])


def _is_other(part: Phrase, index: PhraseIndex) -> bool:
    """Framed by a filler or a lone letter, or holding a cue or filler of two words."""
    if len(part.fold[0]) == 1 or len(part.fold[-1]) == 1:
        return True
    words = list(_windows(part, 1))
    framed = any(
        index.holds(word, Kind.FILLER, Kind.COURTESY) and word.exact not in _COUNT_WORDS
        for word in (words[0], words[-1])
    )
    soft = (Kind.FILLER, Kind.COURTESY, Kind.CUE, Kind.AREA)
    all_soft = all(index.holds(word, *soft, with_units=True) for word in words)
    return framed or all_soft or any(index.holds(pair, *soft) for pair in _windows(part, 2))
