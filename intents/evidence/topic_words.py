"""The words of a question about one thing, and what they were found to name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from intents.evidence.phrase_index import agrees
from intents.words.templates import Phrase
from intents.words.text import Token

MarkedForms = Mapping[str, frozenset[str]]
"""Folded words, each with its marked forms."""


@dataclass(frozen=True, slots=True)
class Match:
    """What the words of one topic name.

    `codes`: one when found, several when two names fit equally or the words are only a part of names,
    none when nothing fits. `unexplained` are positions (in the topic) of words that the found indicator
    knows nothing of; `used` those of the words of its name. A word of its definition explains nothing right behind the name,
    where it narrows ("giáo viên mầm non"). `is_complete` tells a name from a part of names.
    """

    codes: tuple[str, ...] = ()
    is_complete: bool = False
    used: tuple[int, ...] = ()
    unexplained: tuple[int, ...] = ()


NO_MATCH = Match()


@dataclass(frozen=True)
class Topic:
    """The words of a question about one thing, in order, what is said of time and place taken out.

    `needed` tells the words that must be explained, not fillers or cues that may or may not belong; `breaks`
    those over which no name reaches ("xếp hạng các huyện về điểm 766" does not say "xếp hạng 766").
    """

    tokens: Sequence[Token]
    needed: Sequence[bool]
    breaks: Sequence[bool]
    is_marked: bool = False
    bag: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for position, token in enumerate(self.tokens):
            self.bag.setdefault(token.fold, []).append(position)

    def next_needed(self, position: int) -> int | None:
        """The first word behind a position that must be explained."""
        later = range(position + 1, len(self.tokens))
        return next((place for place in later if self.needed[place]), None)


def forms_of(phrases: Sequence[Phrase]) -> MarkedForms:
    """The folded words of phrases, each with its marked forms."""
    forms: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        for fold, exact in zip(phrase.fold, phrase.exact, strict=True):
            forms[fold].add(exact)
    return {fold: frozenset(exact) for fold, exact in forms.items()}


def is_among(token: Token, words: MarkedForms, *, is_marked: bool) -> bool:
    """Whether the word is among these, and not with other marks.

    In a question typed with marks, a word that is one without any ("thanh niên") is no other ("thành thị").
    """
    forms = words.get(token.fold, frozenset())
    if is_marked and token.exact == token.fold and not token.is_unsure:
        return token.exact in forms
    return any(agrees(token, form) for form in forms)
