"""The words of the language: cues, fillers, short forms and places, read from YAML and checked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from intents.words.templates import Phrase, TemplateError, expand, phrase

FOLDER = Path(__file__).parent / "lexicon"
BUNDLED = tuple(
    FOLDER / f"{name}.yaml"
    for name in ("intents", "slots", "filler", "abbreviations", "places", "words", "understood")
)


@dataclass(frozen=True, slots=True)
class LexiconProblem:
    """What is wrong in a lexicon file, and where; `line` counts from one.

    `fault` is a short name: yaml, encoding, section, kind, abbreviation, bracket, macro, text, list, names;
    `detail` what was found there, or what may stand there.
    """

    file: Path
    line: int
    fault: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.fault} {self.detail}".rstrip()


class LexiconError(ValueError):
    """A lexicon that cannot be used, with every problem found in it."""

    def __init__(self, problems: Sequence[LexiconProblem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it is written out to.

    With neighbours named, one of them must stand just before (`after`) or just behind (`before`);
    none of `not_after` may stand before; `last` asks for the end of the question, `marked` for its own marks.
    """

    short: Phrase
    full: Phrase
    after: tuple[Phrase, ...] = ()
    before: tuple[Phrase, ...] = ()
    not_after: tuple[Phrase, ...] = ()
    last: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Lexicon:
    """`cues` by their dotted name; `aliases` by kind ("indicators", "areas", ...) and code."""

    cues: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    courtesy: tuple[Phrase, ...] = ()
    filler: tuple[Phrase, ...] = ()
    marked_filler: tuple[Phrase, ...] = ()
    units: tuple[Phrase, ...] = ()
    elsewhere: tuple[Phrase, ...] = ()
    absent: tuple[Phrase, ...] = ()
    place_nouns: tuple[Phrase, ...] = ()
    vocabulary: tuple[Phrase, ...] = ()
    others: tuple[Phrase, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)


def load_lexicon(*extra: Path) -> Lexicon:
    """The bundled lexicon and an operator's own files after it; LexiconError when one is wrong."""
    reader = _Reader()
    for file in (*BUNDLED, *extra):
        reader.read(file)
    if reader.problems:
        raise LexiconError(reader.problems)
    return reader.lexicon()


def check_lexicon(*extra: Path) -> list[LexiconProblem]:
    """Every problem of the bundled and the given files; [] when they can be used."""
    try:
        load_lexicon(*extra)
    except LexiconError as error:
        return list(error.problems)
    return []


_WORD_LISTS = (
    "courtesy",
    "filler",
    "filler!",
    "units",
    "elsewhere",
    "absent",
    "vocabulary",
    "others",
    "place_nouns",
)
_ALIAS_KINDS = ("indicators", "areas", "departments", "domains")
_ABBREVIATION_KEYS = {"short", "full", "after", "before", "not_after", "last", "marked"}


class _Reader:
    """Collects what the files say and what is wrong with them, with the line of each node."""

    def __init__(self) -> None:
        self.problems: list[LexiconProblem] = []
        self.cues: dict[str, list[Phrase]] = {}
        self.words: dict[str, list[Phrase]] = {name: [] for name in _WORD_LISTS}
        self.abbreviations: list[Abbreviation] = []
        self.aliases: dict[str, dict[str, list[str]]] = {kind: {} for kind in _ALIAS_KINDS}
        self.sentences: dict[str, str] = {}
        self._file = Path()
        self._macros: dict[str, str] = {}

    def lexicon(self) -> Lexicon:
        return Lexicon(
            cues={name: tuple(phrases) for name, phrases in self.cues.items()},
            courtesy=tuple(self.words["courtesy"]),
            filler=tuple(self.words["filler"]),
            marked_filler=tuple(self.words["filler!"]),
            units=tuple(self.words["units"]),
            elsewhere=tuple(self.words["elsewhere"]),
            absent=tuple(self.words["absent"]),
            place_nouns=tuple(self.words["place_nouns"]),
            vocabulary=tuple(self.words["vocabulary"]),
            others=tuple(self.words["others"]),
            abbreviations=tuple(self.abbreviations),
            aliases={
                kind: {code: tuple(names) for code, names in by_code.items()}
                for kind, by_code in self.aliases.items()
            },
            sentences=dict(self.sentences),
        )

    def read(self, file: Path) -> None:
        self._file, self._macros = file, {}
        try:
            root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line if error.problem_mark else 0
            self.problems.append(LexiconProblem(file, line + 1, "yaml"))
            return
        except (UnicodeDecodeError, yaml.YAMLError):
            self.problems.append(LexiconProblem(file, 1, "encoding"))
            return
        if root is None:
            return
        for name, node in self._entries(root):
            self._section(name, node)

    def _section(self, name: str, node: yaml.Node) -> None:
        sections = {
            "macros": self._read_macros,
            "cues": self._read_cues,
            "abbreviations": self._read_abbreviations,
            "aliases": self._read_aliases,
            "sentences": self._read_sentences,
        }
        if name in self.words:
            self.words[name].extend(self._phrases(node))
        elif name in sections:
            sections[name](node)
        else:
            self._problem(node, "section", name)

    def _read_macros(self, node: yaml.Node) -> None:
        self._macros.update((name, self._text(value)) for name, value in self._entries(node))

    def _read_cues(self, node: yaml.Node) -> None:
        for name, phrases in self._entries(node):
            self.cues.setdefault(name, []).extend(self._phrases(phrases))

    def _read_sentences(self, node: yaml.Node) -> None:
        self.sentences.update((name, self._text(value)) for name, value in self._entries(node))

    def _read_aliases(self, node: yaml.Node) -> None:
        for kind, codes in self._entries(node):
            if kind not in _ALIAS_KINDS:
                self._problem(codes, "kind", ", ".join(_ALIAS_KINDS))
                continue
            for code, names in self._entries(codes):
                self.aliases[kind].setdefault(code, []).extend(self._texts(names))

    def _read_abbreviations(self, node: yaml.Node) -> None:
        for item in self._items(node):
            fields = dict(self._entries(item))
            wrong = fields.keys() - _ABBREVIATION_KEYS
            if wrong or not {"short", "full"} <= fields.keys():
                self._problem(item, "abbreviation")
                continue
            self.abbreviations.append(self._abbreviation(fields))

    def _abbreviation(self, fields: Mapping[str, yaml.Node]) -> Abbreviation:
        def neighbours(name: str) -> tuple[Phrase, ...]:
            return tuple(phrase(text) for text in self._texts(fields.get(name)))

        return Abbreviation(
            short=phrase(self._text(fields["short"])),
            full=phrase(self._text(fields["full"])),
            after=neighbours("after"),
            before=neighbours("before"),
            not_after=neighbours("not_after"),
            last="last" in fields,
            marked="marked" in fields,
        )

    def _phrases(self, node: yaml.Node) -> Iterator[Phrase]:
        for item in self._items(node):
            try:
                yield from expand(self._text(item), self._macros)
            except TemplateError as error:
                self._problem(item, error.fault, error.detail)

    def _texts(self, node: yaml.Node | None) -> list[str]:
        return [] if node is None else [self._text(item) for item in self._items(node)]

    def _text(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self._problem(node, "text")
        return ""

    def _items(self, node: yaml.Node) -> list[yaml.Node]:
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self._problem(node, "list")
        return []

    def _entries(self, node: yaml.Node) -> list[tuple[str, yaml.Node]]:
        if isinstance(node, yaml.MappingNode):
            return [(self._text(key), value) for key, value in node.value]
        self._problem(node, "names")
        return []

    def _problem(self, node: yaml.Node, fault: str, detail: str = "") -> None:
        line = node.start_mark.line + 1
        self.problems.append(LexiconProblem(self._file, line, fault, detail))
