"""How areas, departments and domains are named, as phrases to look for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from intents.evidence.phrase_index import PhraseIndex
from intents.evidence.spans import Kind
from intents.words.abbreviations import Expander
from intents.words.templates import Phrase, phrase
from ioc_query.catalogue import Area, Catalogue, Department, Domain

Aliases = Mapping[str, Sequence[str]]

PART = "part"
"""The name of spans that are only a part of a domain's name."""

_OFFICE = "Sở "
_LEVELS = ("huyện", "thị xã", "thành phố", "tỉnh")
"""People mix the levels up; a place keeps its name when its level changes."""

_JOINERS = frozenset(("và", "với", "&", "-", "về", "của"))
MIN_PART = 2
"""Words of a domain's name that are telling on their own: "đất đai", "báo chí", but not "đất"."""


def add_areas(index: PhraseIndex, catalogue: Catalogue, aliases: Aliases, words: Expander) -> None:
    """Names, aliases, every level before the short name, and initials that are nobody else's."""
    initials = _own_initials(catalogue)
    for area in catalogue.areas.values():
        for name in _area_names(area, aliases.get(area.code, ())):
            index.add(words.canonical(name), Kind.AREA, value=area.code)
        if area.code in initials:
            index.add(initials[area.code], Kind.AREA, value=area.code)


def add_departments(
    index: PhraseIndex, catalogue: Catalogue, aliases: Aliases, words: Expander
) -> None:
    for department in catalogue.departments.values():
        for name in _department_names(department, aliases.get(department.code, ())):
            index.add(words.canonical(name), Kind.DEPARTMENT, value=department.code)


def add_domains(
    index: PhraseIndex, catalogue: Catalogue, aliases: Aliases, words: Expander
) -> None:
    """Whole names, their parts between "và" and commas, and every other part that is one domain's only."""
    parts = Counter(
        part
        for domain in catalogue.domains.values()
        for part in {p.fold for p in _parts(words.canonical(domain.name))}
    )
    for domain in catalogue.domains.values():
        for name in _domain_names(domain, aliases.get(domain.code, ()), words):
            index.add(name, Kind.DOMAIN, value=domain.code)
        for part in _parts(words.canonical(domain.name)):
            if parts[part.fold] == 1:
                index.add(part, Kind.DOMAIN, PART, domain.code)


def levels_held(catalogue: Catalogue) -> frozenset[tuple[str, ...]]:
    """The folded nouns before the names of areas ("huyện", "thị xã"): the levels that figures may be asked of."""
    names = (phrase(area.name).fold for area in catalogue.areas.values())
    return frozenset(name[:end] for name in names for end in range(1, len(name)))


def _area_names(area: Area, aliases: Sequence[str]) -> Iterator[str]:
    yield from (area.name, area.short_name, *area.aliases, *aliases)
    yield from (f"{level} {area.short_name}" for level in _LEVELS)


def _own_initials(catalogue: Catalogue) -> dict[str, Phrase]:
    """ĐX for Đồng Xoài; only where no other area or department is written so."""
    initials = {
        area.code: phrase("".join(word[0] for word in area.short_name.split()))
        for area in catalogue.areas.values()
        if len(area.short_name.split()) > 1
    }
    taken = Counter(short.fold for short in initials.values())
    for department in catalogue.departments.values():
        taken.update({phrase(alias).fold for alias in department.aliases})
    return {code: short for code, short in initials.items() if taken[short.fold] == 1}


def _department_names(department: Department, aliases: Sequence[str]) -> Iterator[str]:
    for name in (department.name, department.short_name, *department.aliases, *aliases):
        yield name
        yield name.replace(" và ", " ").replace("&", " ")
        yield name.removesuffix(" tỉnh")
        if department.name.endswith(" tỉnh"):
            yield f"{name} tỉnh"
        if name.startswith(_OFFICE):
            yield name.replace(_OFFICE, "Ngành ", 1)


def _domain_names(domain: Domain, aliases: Sequence[str], words: Expander) -> Iterator[Phrase]:
    for name in (domain.name, domain.code, *aliases):
        whole = words.canonical(name)
        if len(name) > MIN_PART:
            yield whole
            yield _without_joiners(whole)
    for part in domain.name.replace(" và ", ", ").split(","):
        if part.strip() != domain.name:
            yield words.canonical(part)


def _without_joiners(name: Phrase) -> Phrase:
    kept = [i for i, word in enumerate(name.exact) if word not in _JOINERS]
    return Phrase(tuple(name.exact[i] for i in kept), tuple(name.fold[i] for i in kept))


def _parts(name: Phrase) -> Iterator[Phrase]:
    for first in range(len(name.fold)):
        for end in range(first + MIN_PART, len(name.fold) + (first > 0)):
            if name.exact[first] not in _JOINERS and name.exact[end - 1] not in _JOINERS:
                yield Phrase(name.exact[first:end], name.fold[first:end])
