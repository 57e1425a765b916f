"""The rules of `lexicon/periods.yaml` and the form of a question that they are matched on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from intents.periods.templates import NUMBER_OPENING, PLAIN, TemplateCompiler
from intents.words.text import Token, exact_key, fold_key


class Line:
    """The words of a question as one string, each reduced to what tells it apart.

    A word that the grammar knows with these marks, as its own or as another word, stays as it is; any other
    loses its marks: "trứơc" is as good as "trước", but "quỹ" is not "quý". Punctuation stands between
    spaces; a letter and a digit that touch in the question touch here ("t6").
    """

    def __init__(self, tokens: Sequence[Token], grammar: "Grammar") -> None:
        self.is_marked = _is_marked(tokens)
        plain_words = grammar.plain_words if self.is_marked else frozenset()
        pieces: list[str] = []
        self.tokens = tokens
        self.starts: list[int] = []
        self.token_after: dict[int, int] = {}
        length = 0
        for index, token in enumerate(tokens):
            gap = "" if token.glued or not index else f" {token.mark} " if token.mark else " "
            word = token.exact if token.exact in grammar.distinct else token.fold
            if word in plain_words and word == token.exact:
                word += PLAIN
            self.starts.append(length + len(gap))
            length += len(gap) + len(word)
            self.token_after[length] = index + 1
            pieces += (gap, word)
        self.text = "".join(pieces)

    def mark(self, at: int) -> str:
        """The punctuation before token `at`; "." at the end of the question."""
        return self.tokens[at].mark if at < len(self.tokens) else "."

    def __len__(self) -> int:
        return len(self.starts)


def _is_marked(tokens: Sequence[Token]) -> bool:
    """Whether the person types marks: a third of all words have some."""
    words = [token for token in tokens if token.is_word and not token.is_written_out]
    marked = sum(token.exact != token.fold for token in words)
    return marked > 0 and 3 * marked >= len(words)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule fits: its name, what it captured, and the tokens `first` to before `end`."""

    rule: str
    captures: Mapping[str, str]
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Guard:
    """Words that must not stand just before or just behind a rule's match."""

    not_after: "Neighbours"
    not_before: "Neighbours"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A set of words; `folds` are how they are typed without marks in a question that has none."""

    exact: frozenset[str]
    folds: frozenset[str]

    def has(self, line: Line, at: int) -> bool:
        """Whether token `at` is one of the words."""
        if not 0 <= at < len(line):
            return False
        token = line.tokens[at]
        return token.exact in self.exact or (not line.is_marked and token.exact in self.folds)


class Grammar:
    """Every section of the file as patterns, indexed by the word they can open with."""

    def __init__(self, source: Mapping[str, Any]) -> None:
        self.words: Mapping[str, list[str]] = source["words"]
        self.plain_words = frozenset(map(fold_key, source["plain_words"]))
        self.distinct = frozenset(_marked_words([source]))
        self._meanings = {
            name: frozenset(map(_folded, phrases)) for name, phrases in self.words.items()
        }
        self._exact = {
            name: frozenset(exact_key(phrase.lstrip("*")) for phrase in phrases)
            for name, phrases in self.words.items()
        }
        self._unmarked = {
            name: frozenset(fold_key(phrase) for phrase in phrases if not phrase.startswith("*"))
            for name, phrases in self.words.items()
        }
        self.guards = {
            name: Guard(
                self.neighbours(*lists.get("not_after", ())),
                self.neighbours(*lists.get("not_before", ())),
            )
            for name, lists in source["guards"].items()
        }
        self._compiler = TemplateCompiler(self.words)
        self._sections = {
            name: _index(self._compiler, section) for name, section in source["rules"].items()
        }

    def match(self, section: str, line: Line, at: int) -> list[Match]:
        """The rules of a section that fit at token `at`, longest first, else in the file's order."""
        if at >= len(line):
            return []
        token = line.tokens[at]
        opening = NUMBER_OPENING if token.is_number else token.fold
        rules = self._sections[section].get(opening, ())
        pattern = self._compiler.pattern
        matches = [
            match
            for name, template in rules
            if (match := _match(name, pattern(template), line, at))
        ]
        return sorted(matches, key=lambda match: -match.end) if len(matches) > 1 else matches

    def longest(self, section: str, line: Line, at: int) -> Match | None:
        return next(iter(self.match(section, line, at)), None)

    def is_guarded(self, match: Match, line: Line) -> bool:
        """Whether a word around the match makes its number another kind of number."""
        guard = self.guards.get(match.rule)
        if guard is None:
            return False
        if guard.not_after.has(line, match.first - 1):
            return True
        if line.mark(match.end) or not guard.not_before.has(line, match.end):
            return False
        return not self.neighbours("not_magnitude").has(line, match.end + 1)

    def neighbours(self, *names: str) -> Neighbours:
        """The words of lists, to look for around a match."""
        return Neighbours(
            frozenset(word for name in names for word in self._exact[name]),
            frozenset(word for name in names for word in self._unmarked[name]),
        )

    def folds(self, *names: str) -> frozenset[str]:
        """The folded phrases of word lists."""
        return frozenset().union(*(self._meanings[name] for name in names))

    def means(self, text: str, name: str) -> bool:
        """Whether a captured text is a phrase of the word list `name`."""
        return _folded(text) in self._meanings[name]


@cache
def grammar() -> Grammar:
    """The grammar of the lexicon, read once."""
    text = resources.files("intents").joinpath("lexicon/periods.yaml").read_text(encoding="utf-8")
    return Grammar(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


_Rules = tuple[tuple[str, str], ...]
"""Names and templates."""


def _index(compiler: TemplateCompiler, section: Mapping[str, Sequence[str]]) -> dict[str, _Rules]:
    index: dict[str, _Rules] = {}
    for name, templates in section.items():
        for template in templates:
            for opening in compiler.openings(template):
                index[opening] = (*index.get(opening, ()), (name, template))
    return index


def _match(name: str, pattern: re.Pattern[str], line: Line, at: int) -> Match | None:
    found = pattern.match(line.text, line.starts[at])
    end = line.token_after.get(found.end()) if found else None
    if found is None or end is None:
        return None
    captures = {key: text for key, text in found.groupdict().items() if text is not None}
    return Match(name, captures, at, end)


def _marked_words(nodes: Iterable[Any]) -> Iterable[str]:
    """The exact keys of all words with marks anywhere in the file."""
    for node in nodes:
        if isinstance(node, str):
            words = map(exact_key, re.findall(r"[^\W\d_]+", node))
            yield from (word for word in words if word != fold_key(word))
        elif isinstance(node, Mapping):
            yield from _marked_words(node.values())
        elif isinstance(node, list):
            yield from _marked_words(node)


def _folded(text: str) -> str:
    return " ".join(fold_key(word) for word in text.replace(PLAIN, "").split())
