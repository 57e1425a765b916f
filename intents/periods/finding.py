"""Finds the times in a question and the units of its points, relative to a day.

For the parser:

- `find_periods(tokens, today, future=False, overlapping=False) -> list[PeriodSpan]`: in order. `future` is for
  forecast and scenario questions: a bare month, quarter or date is then the first that is not over, "cuối tháng"
  the whole month, unmarked "thang sau" next month. What the relations mean stands at `Relation`.
- `find_grains(tokens) -> list[GrainSpan]`: "theo quý", "từng tháng", "hằng năm", "tháng nào", with the kind of cue.

An indicator's name may hold such words ("CPI bình quân năm", "số vụ phạm tội"): whoever chooses between spans lets
the longer name win, and passes `overlapping` to be offered what it leaves over. The grammar is `lexicon/periods.yaml`.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from intents.periods.anchors import Anchor, Clock
from intents.periods.combinations import read_times
from intents.periods.grains import find_grains, read_grain
from intents.periods.grammar import Line, grammar
from intents.periods.reader import Reader, Reading
from intents.periods.spans import (
    GrainCue,
    GrainSpan,
    Impossible,
    PeriodSpan,
    Relation,
)
from intents.periods.years import share_years
from intents.words.text import Token

__all__ = [
    "GrainCue",
    "GrainSpan",
    "Impossible",
    "PeriodSpan",
    "Relation",
    "find_grains",
    "find_periods",
]


def find_periods(
    tokens: Sequence[Token], today: date, *, future: bool = False, overlapping: bool = False
) -> list[PeriodSpan]:
    """Every time said, in order; spans do not overlap (two months in one token "5,6" share it).

    With `overlapping` they are followed by what can be read from inside them on, for a chooser between
    times and names: of "số vụ phạm tội tháng 6" typed without marks also "thang 6", not only "toi thang 6".
    """
    rules = grammar()
    reader = Reader(Line(tokens, rules), rules, Clock(today, future))
    readings = list(_readings(reader))
    spans = [s for reading in share_years(reader, readings) for s in _spans(reader, reading)]
    if overlapping:
        spans += [s for reading in readings for s in _inner_spans(reader, reading)]
    return spans


def _readings(reader: Reader) -> Iterator[Reading]:
    """From left to right, stepping over the units of points ("các tháng" of "các tháng năm nay")."""
    at = 0
    while at < len(reader.line):
        found = read_times(reader, at)
        grain = read_grain(reader.line, at)
        if grain and not (found and found[0].end > grain.last + 1):
            at = grain.last + 1
        else:
            yield from found
            at = found[-1].end if found else at + 1


def _inner_spans(reader: Reader, outer: Reading) -> Iterator[PeriodSpan]:
    for at in range(outer.first + 1, outer.end):
        for inner in read_times(reader, at)[:1]:
            yield from _spans(reader, inner)


def _spans(reader: Reader, reading: Reading) -> Iterator[PeriodSpan]:
    for anchor in reading.anchors:
        means_time = anchor.relation not in _WITHOUT_PERIOD
        period = anchor.resolve(reader.clock) if means_time else None
        yield PeriodSpan(
            reading.first,
            reading.end - 1,
            period,
            anchor.unit,
            anchor.relation,
            impossible=anchor.impossible if means_time and period is None else None,
            is_bare=_is_bare(anchor),
            alternative=anchor.alternative,
        )


def _is_bare(anchor: Anchor) -> bool:
    if anchor.relation is Relation.CURRENT:
        return False
    return anchor.takes_year or anchor.beside is not None


_WITHOUT_PERIOD = frozenset((Relation.SAME_PERIOD, Relation.NO_PERIOD))
