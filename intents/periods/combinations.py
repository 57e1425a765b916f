"""What opens and links times in a question: "từ .. đến ..", "lũy kế", "đến hết", lists of numbers."""

from collections.abc import Callable
from dataclasses import replace

from intents.periods.anchors import MONTHS, RECURRING, Anchor
from intents.periods.days import bare_day
from intents.periods.grammar import Match
from intents.periods.ranges import between, nowhere, to_today, up_to, year_to_date
from intents.periods.reader import Reader, Reading
from intents.periods.spans import Impossible, Relation
from ioc_query.periods import Grain


def read_times(reader: Reader, at: int) -> list[Reading]:
    """What is said from token `at` on: the longest reading, and those listed with it; [] when none."""
    found = [
        read for match in reader.matches("leads", at) if (read := LEADS[match.rule](reader, match))
    ]
    plain = _linked(reader, reader.read_time(at))
    if plain:
        found.append(plain)
    if not found:
        return []
    longest = max(found, key=lambda reading: reading.end)
    return [longest, *_listed(reader, longest)]


def _linked(reader: Reader, first: Reading | None) -> Reading | None:
    """The reading, or the range that it opens."""
    if first is None or len(first.anchors) > 1:
        return first
    return _range(reader, first) or first


def _range(reader: Reader, first: Reading) -> Reading | None:
    """ ".. đến nay", ".. đến tháng 6", ".. - 6"; None when no other end follows."""
    mark = reader.mark(first.end)
    if mark == "-":
        return _range_to(reader, first, first.end)
    if mark:
        return None
    link = reader.longest("links", first.end)
    if link is None:
        return None
    if link.rule == "to_now":
        return replace(first, anchors=(to_today(first.anchor, reader.clock),), end=link.end)
    return _range_to(reader, first, link.end)


def _range_to(reader: Reader, first: Reading, at: int) -> Reading | None:
    last = reader.read_time(at) or _elided(reader, first.anchor, at)
    if last is None:
        return None
    anchor = between(first.anchor, last.anchor, reader.clock)
    return replace(first, anchors=(anchor,), end=last.end)


def _elided(reader: Reader, like: Anchor, at: int) -> Reading | None:
    """A number whose unit was said before: "tháng 1 đến 6", "ngày 1/10 đến 15"."""
    name = "DAY" if like.unit is Grain.DAY else like.head
    for match in reader.matches("elided", at):
        if match.rule != name:
            continue
        text = next(iter(match.captures.values()))
        anchors = bare_day(text, reader.clock) if name == "DAY" else RECURRING[name].anchors(text)
        if anchors:
            return reader.with_year(Reading(tuple(anchors), at, match.end))
    return None


def _listed(reader: Reader, first: Reading) -> list[Reading]:
    """The further numbers of a list ("tháng 5, 6 và 7"), each a reading of its own."""
    readings: list[Reading] = []
    last = first
    while last.anchor.head in RECURRING and (at := reader.after_join(last.end)) is not None:
        following = _elided(reader, last.anchor, at)
        if following is None or reader.is_next(following.end, "counted"):
            break
        readings.append(following)
        last = following
    return readings


def _from(reader: Reader, lead: Match) -> Reading | None:
    """ "Từ A đến B", or from A to today; a span already ("từ 2021-2025") stays as it is."""
    first = reader.read_time(lead.end)
    if first is None:
        return _from_number(reader, lead)
    first = replace(first, first=lead.first)
    ranged = _range(reader, first)
    if ranged:
        return ranged
    if reader.is_next(first.end, "bound"):
        return None
    if first.anchor.relation in _SPANS_ALREADY or reader.clock.future:
        return first
    return replace(first, anchors=(to_today(first.anchor, reader.clock),))


_SPANS_ALREADY = frozenset(
    (Relation.RANGE, Relation.LAST_N, Relation.NEXT_N, Relation.FIRST_N, Relation.NEXT)
)


def _from_number(reader: Reader, lead: Match) -> Reading | None:
    """ "Từ 1 đến 15/10", "từ 1 đến 6/2025": the first number is of the kind of the last."""
    number = next((m for m in reader.matches("elided", lead.end) if m.rule == "DAY"), None)
    link = reader.longest("links", number.end) if number else None
    last = reader.read_time(link.end) if link and link.rule == "to" else None
    if number is None or last is None:
        return None
    text = number.captures["number"]
    kinds = {
        Grain.DAY: lambda: bare_day(text, reader.clock),
        Grain.MONTH: lambda: MONTHS.anchors(text),
    }
    first = kinds[last.anchor.unit]() if last.anchor.unit in kinds else []
    if not first:
        return None
    anchor = between(first[0], last.anchor, reader.clock)
    return Reading((anchor,), lead.first, last.end)


def _until(reader: Reader, lead: Match) -> Reading | None:
    """A bare unit only behind "hết" ("đến hết năm")."""
    is_end = reader.line.tokens[lead.end - 1].fold == "het"
    last = reader.read_whole(lead.end) if is_end else reader.read_time(lead.end)
    if last is None or last.anchor.relation in _SPANS_ALREADY:
        return None
    return replace(last, anchors=(up_to(last.anchor, reader.clock),), first=lead.first)


def _cumulative(reader: Reader, lead: Match) -> Reading:
    """From 1 January to what follows; to today when that is the current time or nothing."""
    inner = read_times(reader, lead.end) if reader.mark(lead.end) != "." else []
    if not inner or inner[0].anchor.relation is Relation.SAME_PERIOD:
        return Reading((year_to_date(reader.clock),), lead.first, lead.end)
    anchor = inner[0].anchor
    if anchor.relation in _TO_TODAY:
        anchor = year_to_date(reader.clock)
    elif anchor.relation in _UP_TO:
        anchor = up_to(anchor, reader.clock)
    return Reading((anchor,), lead.first, inner[0].end)


_TO_TODAY = frozenset((Relation.CURRENT, Relation.NO_PERIOD))
_UP_TO = frozenset(
    (Relation.NAMED, Relation.FIRST_N, Relation.PREVIOUS, Relation.BEFORE_PREVIOUS, Relation.PART)
)


def _same_period(reader: Reader, lead: Match) -> Reading:
    said = reader.year_at(lead.end)
    return _nothing(lead, said[1] if said else lead.end, Relation.SAME_PERIOD)


def _no_period(reader: Reader, lead: Match) -> Reading:
    return _nothing(lead, lead.end, Relation.NO_PERIOD)


def _nothing(lead: Match, end: int, relation: Relation) -> Reading:
    return Reading((nowhere(Impossible.NO_SUCH_DAY, relation),), lead.first, end)


LEADS: dict[str, Callable[[Reader, Match], Reading | None]] = {
    "from": _from,
    "until": _until,
    "until_end": _until,
    "cumulative": _cumulative,
    "same_period": _same_period,
    "no_period": _no_period,
}
"""By the rule's name in the section `leads` of the lexicon."""
