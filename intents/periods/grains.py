"""Finds the unit of the points a question asks for: "theo quý", "từng tháng", "tháng nào"."""

import re
from collections.abc import Sequence

from intents.periods.anchors import grain_of
from intents.periods.grammar import Line, Match, grammar
from intents.periods.spans import GrainCue, GrainSpan
from intents.words.numbers import small_number
from intents.words.text import Token
from ioc_query.periods import Grain


def find_grains(tokens: Sequence[Token]) -> list[GrainSpan]:
    """Every unit named as the unit of points, in order."""
    line = Line(tokens, grammar())
    spans: list[GrainSpan] = []
    at = 0
    while at < len(tokens):
        span = read_grain(line, at)
        if span:
            spans.append(span)
        at = span.last + 1 if span else at + 1
    return spans


def read_grain(line: Line, at: int) -> GrainSpan | None:
    """The unit named from token `at` on; None where a number behind it makes it a time ("theo tháng 10")."""
    rules = grammar()
    for match in rules.match("grains", line, at):
        grain = grain_of(match.captures["unit"])
        if rules.is_guarded(match, line):
            continue
        if match.rule != "per" and _names_one(line, match.end, grain):
            continue
        count = small_number(match.captures["count"]) if "count" in match.captures else None
        return GrainSpan(
            _first_token(match),
            match.end - 1,
            grain,
            GrainCue(match.rule.removesuffix("_unmarked")),
            count,
        )
    return None


def _first_token(match: Match) -> int:
    """Of "top 3 tháng" only the unit: the number says how many are picked."""
    if match.captures.get("count"):
        return match.end - len(match.captures["unit"].split())
    return match.first


_ONE = re.compile(r"(\d+)(?:[,/]\d+)*|i{1,3}|iv")
_NUMBERS = {
    Grain.DAY: range(1, 32),
    Grain.WEEK: range(1, 54),
    Grain.MONTH: range(1, 13),
    Grain.QUARTER: range(1, 5),
    Grain.HALF_YEAR: range(0),
    Grain.YEAR: range(1900, 2100),
}


def _names_one(line: Line, at: int, grain: Grain) -> bool:
    """Whether a number behind the unit picks one of them.

    "Từng tháng 6 tháng đầu năm" and "theo quý 2 năm qua" count others, and there is no ngày 45 in "mỗi ngày 45 ca".
    """
    found = _ONE.fullmatch(line.tokens[at].fold) if not line.mark(at) else None
    if found is None or _counts_others(line, at + 1):
        return False
    return found[1] is None or int(found[1]) in _NUMBERS[grain]


def _counts_others(line: Line, at: int) -> bool:
    """Whether the word behind a number is what is counted; "năm" only in "2 năm qua", not in "6 năm ngoái"."""
    rules = grammar()
    if rules.neighbours("countable").has(line, at):
        return True
    return rules.neighbours("year").has(line, at) and rules.neighbours("lately").has(line, at + 1)
