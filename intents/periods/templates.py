"""The small template language of `lexicon/periods.yaml`, compiled to regular expressions."""

import re
from collections.abc import Iterator, Mapping, Sequence

from intents.words.text import exact_key, fold_key

PLAIN = "'"
"""Stands behind a word typed without marks in a marked question: there "thu" is not "thứ" left bare."""

NUMBER_OPENING = "#"
"""The opening of a template that starts with digits."""

_PIECE = re.compile(
    r"\{(?P<words>\w+)\}|<(?P<capture>\w+)>|(?P<word>\*?[^\W\d_]+)|(?P<sign>[!=]\(|.)"
)
_SIGNS = {" ": " ?", "[": "(?:", "]": ")?", "(": "(?:", "!(": "(?!", "=(": "(?="}
_END = r"(?![.,/:-]?\d)"
_YEAR = r"(?:19|20)\d\d"
_SHAPES = {
    "count": r"\d{1,3}",
    "number": r"\d{1,2}",
    "months": rf"\d{{1,2}}(?:[-,]\d{{1,2}})*(?:[/.-]{_YEAR}|/\d\d)?",
    "quarters": rf"\d(?:[-,]\d)*(?:[/.-]{_YEAR}|/\d\d)?",
    "weekday_number": "[2-7]",
    "day_number": r"\d{1,2}",
    "week_number": rf"\d{{1,2}}(?:/{_YEAR})?",
    "month_year": rf"(?:\d{{1,2}}-)?\d{{1,2}}/{_YEAR}",
    "calendar_year": _YEAR,
    "years": rf"{_YEAR}-{_YEAR}",
    "date": (
        rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{_YEAR}|\d\d)|{_YEAR}[/-]\d{{1,2}}[/-]\d{{1,2}}"
        r"|\d{1,2}/\d{1,2}"
    ),
    "dotted_date": r"\d{1,2}[.-]\d{1,2}",
    "date_range": (
        rf"\d{{1,2}}-\d{{1,2}}/\d{{1,2}}(?:/{_YEAR})?"
        rf"|\d{{1,2}}/\d{{1,2}}(?:/{_YEAR})?-\d{{1,2}}/\d{{1,2}}(?:/{_YEAR})?"
    ),
    "day_range": r"\d{1,2}-\d{1,2}",
    "roman": r"(?:iv|vi{0,3}|i{1,3})(?![^\W\d_])",
}
"""What captures take in digits; a capture of any other name takes the words of that name."""


class TemplateCompiler:
    """`words` are the lists that templates name as {name} and captures as <name>."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._words = words
        self._patterns: dict[str, re.Pattern[str]] = {}

    def pattern(self, template: str) -> re.Pattern[str]:
        """The template as a pattern to match at the start of a word; compiled when first asked for."""
        pattern = self._patterns.get(template)
        if pattern is None:
            pattern = self._patterns[template] = re.compile("".join(self._pieces(template)))
        return pattern

    def openings(self, template: str) -> frozenset[str]:
        """The folded words, or `NUMBER_OPENING`, that text fitting the template can start with.

        A template starts with a word, a list or a capture, or with a choice or an option of these.
        """
        if template.startswith("["):
            optional, _, rest = template[1:].partition("]")
            return self.openings(optional) | self.openings(rest)
        if template.startswith("("):
            choices = template[1 : template.index(")")].split("|")
            return frozenset().union(*map(self.openings, choices))
        found = _PIECE.match(template)
        assert found, template
        name = found["words"] or found["capture"]
        if name is None:
            return frozenset((fold_key(found[0].removeprefix("*")),))
        words = {
            fold_key(phrase.split()[0].removeprefix("*")) for phrase in self._words.get(name, ())
        }
        if name in _SHAPES and name != "roman":
            words.add(NUMBER_OPENING)
        return frozenset(words | {"i", "ii", "iii", "iv", "v", "vi"} if name == "roman" else words)

    def _pieces(self, template: str) -> Iterator[str]:
        for found in _PIECE.finditer(template):
            if found["words"]:
                yield self._list(found["words"])
            elif found["capture"]:
                yield f"(?P<{found['capture']}>{self._capture(found['capture'])})"
            elif found["word"]:
                yield _word(found["word"])
            else:
                yield _SIGNS.get(found["sign"], found["sign"])

    def _capture(self, name: str) -> str:
        shape = _SHAPES.get(name)
        if shape is None:
            return self._list(name)
        shape = f"(?:{shape}){_END}"
        return f"{shape}|{self._list(name)}" if name in self._words else shape

    def _list(self, name: str) -> str:
        """Longest phrase first, so that "mười hai" is not left at "mười"."""
        phrases = sorted(self._words[name], key=len, reverse=True)
        return "(?:" + "|".join(" ".join(map(_word, phrase.split())) for phrase in phrases) + ")"


def _word(word: str) -> str:
    """The word with its marks, or, unless it is *word, with none at all."""
    if word.startswith("*"):
        return rf"{exact_key(word[1:])}(?![^\W\d_])"
    exact, fold = exact_key(word), fold_key(word)
    forms = f"(?:{exact}|{fold})" if exact != fold else f"{fold}{PLAIN}?"
    return rf"{forms}(?![^\W\d_]|{PLAIN})"
