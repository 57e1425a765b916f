"""Reads one time at a place in a question: an anchor, its year, and the parts before it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intents.periods.anchors import Anchor, Clock, current_unit, full_year, grain_of
from intents.periods.grammar import Grammar, Line, Match
from intents.periods.parts import PARTS, Part
from intents.periods.phrases import BUILDERS
from intents.periods.spans import Relation


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens `first` to before `end` and the anchors they say: several for "tháng 5,6"."""

    anchors: tuple[Anchor, ...]
    first: int
    end: int

    @property
    def anchor(self) -> Anchor:
        return self.anchors[0]


@dataclass(frozen=True, slots=True)
class Reader:
    """One question under one clock."""

    line: Line
    grammar: Grammar
    clock: Clock

    def mark(self, at: int) -> str:
        """The punctuation before token `at`; "." at the end of the question."""
        return self.line.mark(at)

    def matches(self, section: str, at: int) -> Iterator[Match]:
        """The matches of a section that their surroundings allow, longest first."""
        for match in self.grammar.match(section, self.line, at):
            if not self.grammar.is_guarded(match, self.line):
                yield match

    def longest(self, section: str, at: int) -> Match | None:
        return next(self.matches(section, at), None)

    def read_time(self, at: int) -> Reading | None:
        """The longest anchor or part at token `at`."""
        readings = [*self._anchors(at), *self._parts(at)]
        return max(readings, key=lambda reading: reading.end, default=None)

    def with_year(self, reading: Reading) -> Reading:
        """The reading with the year behind it ("năm ngoái", "/2025"), where it lacks one."""
        if not any(anchor.takes_year for anchor in reading.anchors):
            return reading
        said = self.year_at(reading.end)
        if said is None:
            return reading
        year, end = said
        anchors = tuple(in_named_year(anchor, year) for anchor in reading.anchors)
        return replace(reading, anchors=anchors, end=end)

    def after_join(self, at: int) -> int | None:
        """The token after "và", "&" or a comma at token `at`; None when nothing joins here."""
        if self.mark(at) == ",":
            return at
        match = self.longest("joins", at) if not self.mark(at) else None
        return match.end if match else None

    def is_next(self, at: int, *names: str) -> bool:
        """Whether token `at` is a word of one of the lists, with no punctuation before it."""
        return not self.mark(at) and self.grammar.neighbours(*names).has(self.line, at)

    def is_compared(self, at: int) -> bool:
        """Whether a comparing word stands just before token `at`."""
        return self.grammar.neighbours("comparing").has(self.line, at - 1)

    def crosses_sentence(self, one: Reading, other: Reading) -> bool:
        first, last = sorted((one.first, other.first))
        return any(token.mark == "." for token in self.line.tokens[first + 1 : last + 1])

    def _anchors(self, at: int) -> Iterator[Reading]:
        for match in self.matches("anchors", at):
            anchors = BUILDERS[match.rule](match.captures, self.clock)
            if anchors:
                yield self.with_year(Reading(tuple(anchors), at, match.end))
                return

    def _parts(self, at: int) -> Iterator[Reading]:
        for match in self.matches("parts", at):
            part = PARTS[match.rule](match.captures, self.clock)
            reading = self._part(part, match) if part else None
            if reading:
                yield reading

    def _part(self, part: Part, match: Match) -> Reading | None:
        whole = self.read_whole(match.end, bare=not part.of_named)
        anchor = part.of(whole.anchor) if whole else None
        if whole and anchor:
            return self.with_year(Reading((anchor,), match.first, whole.end))
        if part.default is None:
            return None
        anchor = part.of(current_unit(part.default, self.clock))
        return self.with_year(Reading((anchor,), match.first, match.end)) if anchor else None

    def read_whole(self, at: int, *, bare: bool = True) -> Reading | None:
        """The time that a part belongs to, behind an optional "của"; with `bare`, "năm" is the current one."""
        if self.mark(at):
            return None
        link = self.longest("of", at)
        at = link.end if link else at
        named = self.read_time(at)
        if named or not bare:
            return named
        match = self.longest("units", at)
        if match is None:
            return None
        current = current_unit(grain_of(match.captures["unit"]), self.clock)
        return Reading((current,), at, match.end)

    def year_at(self, at: int) -> tuple[int, int] | None:
        """A year at token `at`, behind an optional "của", and the token after it."""
        mark = self.mark(at)
        if mark not in ("", "/", ","):
            return None
        if mark == "/" and len(self.line.tokens[at].fold) == 2 and self.line.tokens[at].is_number:
            return full_year(self.line.tokens[at].fold), at + 1
        link = self.longest("of", at) if not mark else None
        match = self.longest("years", link.end if link else at)
        if match is None or (mark == "," and match.rule == "year_plain"):
            return None
        captures = {"long_unit": self.grammar.words["year"][0], **match.captures}
        anchors = BUILDERS[match.rule](captures, self.clock)
        span = anchors[0].resolve(self.clock) if anchors else None
        return (span.start.year, match.end) if span else None


def in_named_year(anchor: Anchor, year: int) -> Anchor:
    """The anchor in a year that was said, where it lacks one."""
    if not anchor.takes_year:
        return anchor
    current = anchor.relation is Relation.CURRENT
    relation = Relation.NAMED if current else anchor.relation
    return replace(anchor, year=year, takes_year=False, relation=relation, alternative=None)
