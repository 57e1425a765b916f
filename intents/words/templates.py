"""Phrase templates of the lexicon: `(a|b)` alternatives, `[a]` optional, `<name>` a macro."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, product
from typing import NamedTuple

from intents.words.text import tokenize

_PIECE = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_MACRO = re.compile(r"<([a-z_]+)>")
_CLOSING = {"(": ")", "[": "]"}


class TemplateError(ValueError):
    """A template whose brackets do not match ("bracket"), or that names an unknown macro ("macro").

    `detail` is the bracket or the macro.
    """

    def __init__(self, fault: str, detail: str) -> None:
        super().__init__(f"{fault}: {detail}")
        self.fault, self.detail = fault, detail


class Phrase(NamedTuple):
    """A phrase by its two keys, token by token (see `intents.text.Token`)."""

    exact: tuple[str, ...]
    fold: tuple[str, ...]


NOTHING = Phrase((), ())


@lru_cache(maxsize=4096)
def phrase(text: str) -> Phrase:
    """The phrase of plain text, not a template."""
    tokens = tokenize(text)
    return Phrase(tuple(t.exact for t in tokens), tuple(t.fold for t in tokens))


def expand(template: str, macros: Mapping[str, str]) -> list[Phrase]:
    """Every phrase that a template stands for, without repetition; TemplateError when it is malformed."""
    pieces = _PIECE.findall(_with_macros(template, macros))
    position, phrases = _alternatives(pieces, 0)
    if position != len(pieces):
        raise TemplateError("bracket", pieces[position])
    return [found for found in dict.fromkeys(phrases) if found.fold]


def _with_macros(template: str, macros: Mapping[str, str]) -> str:
    def replacement(found: re.Match[str]) -> str:
        if found[1] not in macros:
            raise TemplateError("macro", found[0])
        return macros[found[1]]

    return _MACRO.sub(replacement, template)


def _alternatives(pieces: list[str], at: int) -> tuple[int, list[Phrase]]:
    """What stands between `at` and the closing bracket (or the end), and where that is."""
    found: list[Phrase] = []
    parts: list[list[Phrase]] = []
    while at < len(pieces) and pieces[at] not in ")]":
        if pieces[at] == "|":
            found.extend(_sequences(parts))
            parts = []
            at += 1
        else:
            at, part = _part(pieces, at)
            parts.append(part)
    return at, [*found, *_sequences(parts)]


def _part(pieces: list[str], at: int) -> tuple[int, list[Phrase]]:
    opening = pieces[at]
    if opening not in _CLOSING:
        return at + 1, [phrase(opening)]
    at, inside = _alternatives(pieces, at + 1)
    if at == len(pieces) or pieces[at] != _CLOSING[opening]:
        raise TemplateError("bracket", opening)
    return at + 1, [*inside, NOTHING] if opening == "[" else inside


def _sequences(parts: list[list[Phrase]]) -> Iterator[Phrase]:
    if len(parts) == 1:
        yield from parts[0]
        return
    for choice in product(*parts):
        exact, fold = zip(*choice, strict=True) if choice else ((), ())
        yield Phrase(tuple(chain.from_iterable(exact)), tuple(chain.from_iterable(fold)))
