"""Folds a question into the one before it: what it does not say is taken over, what it says replaces that part."""

from dataclasses import replace

from intents.evidence.conditions import Threshold, of_plan
from intents.evidence.grouping import Grouping, How
from intents.reading import Reading
from ioc_query.periods import Period
from ioc_query.query import Baseline, GroupBy

SILENT = Reading()
"""What says nothing ("cảm ơn em") is no question about anything."""

INTENT_CUES = frozenset(
    (
        "alert",
        "notify",
        "subscribe",
        "register",
        "unsubscribe",
        "submitted",
        "owes",
        "definition",
        "catalogue",
        "asked_pace",
        "forecast",
        "whether",
        "overview",
        "anomalies",
        "trend",
        "compare",
        "more",
        "versus",
    )
)
"""Cues that say what is wanted; without any of them the wish of the question before stands."""

_SELF_SUFFICIENT = (
    "overview",
    "submitted",
    "owes",
    "catalogue",
    "unsubscribe",
    "anomalies",
    "subscribe",
)
"""Wishes that need no indicator: said without an opening word they start afresh."""

_SAYING_NOTHING = frozenset(("help", "asks", "how"))
"""Cues of a greeting, or of a question about nothing ("thế nào rồi")."""

TWO = 2
_COMPARING = ("compare", "more", "versus")

_CARRIED = ("if", "then", "when", "toward", "chart", "send", "year_end")
_ADDING = ("add", "compare", "versus")


def is_follow_up(new: Reading, old: Reading) -> bool:
    """Whether `new` leans on the question before it."""
    if new.is_foreign or new.loose or new == SILENT:
        return False
    if new.says("opener"):
        return True
    if new.indicators:
        return _answers(new, old) or _adds(new)
    if new.says(*_SELF_SUFFICIENT):
        return False
    return not _stands_alone(new)


def merge(new: Reading, old: Reading) -> Reading:
    """The question before with the parts of `new` in place of its own."""
    old = _without_other_wish(old, new)
    merged = replace(
        old,
        cues=_cues(new, old),
        periods=_periods(new, old),
        impossible=new.impossible,
        alternative=new.alternative,
        is_versus_period=new.is_versus_period,
        grain=new.grain or old.grain,
        is_each_period=new.is_each_period or old.is_each_period,
        baseline=new.baseline or old.baseline,
        aggregate=new.aggregate or old.aggregate,
        per=new.per or old.per,
        schedule=new.schedule or old.schedule,
        indicator_kind=new.indicator_kind or old.indicator_kind,
        is_late=new.is_late if new.says("submitted") else old.is_late,
        is_foreign=False,
        loose=0,
    )
    merged = _with_subject(merged, new, old)
    merged = _with_places(merged, new, old)
    return _with_choice(merged, new)


def _without_other_wish(old: Reading, new: Reading) -> Reading:
    """What belongs to the wish of the question before gives way where another is named: a supposed growth asks for
    no plan."""
    if _leaves_parts(new, old):
        old = replace(old, grouping=None, ordering=None, threshold=None)
    if new.supposes_growth:
        baseline = None if old.baseline is Baseline.PLAN else old.baseline
        old = replace(old, cues=old.cues - INTENT_CUES, baseline=baseline)
    return old


def _leaves_parts(new: Reading, old: Reading) -> bool:
    """A course over time, two sides that are named, and the whole province have no parts, order or condition."""
    if new.grouping is not None or new.ordering is not None or new.threshold is not None:
        return False
    two_sides = max(len(new.areas), len(new.indicators), len(new.periods)) >= TWO
    is_of_places = old.grouping is not None and old.grouping.by is GroupBy.AREA
    is_whole = new.is_whole and not new.areas and is_of_places
    return new.says("trend") or (two_sides and new.says(*_COMPARING)) or is_whole


def _answers(new: Reading, old: Reading) -> bool:
    """An indicator out of those that were just offered."""
    return not old.indicators and bool(set(new.indicators) & set(old.candidates))


def _adds(new: Reading) -> bool:
    """ "Thêm xuất khẩu nữa", "so sánh với chi ngân sách": nothing but what is to stand beside what was named."""
    return new.says(*_ADDING) and not new.areas and not new.periods


def _stands_alone(new: Reading) -> bool:
    """A ranking or a filter of indicators, or a command, that says all it needs."""
    if replace(new, cues=frozenset()) == SILENT and new.cues <= _SAYING_NOTHING:
        return True
    of_indicators = new.grouping is not None and new.grouping.by is GroupBy.INDICATOR
    return of_indicators and (new.ordering is not None or new.threshold is not None)


def _periods(new: Reading, old: Reading) -> tuple[Period, ...]:
    """ "So sánh với tháng 8" and "thêm tháng 8 nữa" set it beside the period before.

    "Còn kỳ mới nhất" takes back the period before: none means the newest. "Quý trước đó" is the one before it.
    """
    if new.says("time.newest") and not new.periods:
        return ()
    if new.is_before_that and len(old.periods) == 1 and _is_as_long(*old.periods, *new.periods):
        return (old.periods[0].previous(),)
    adds = new.says(*_ADDING) and not new.says("opener") and len(new.periods) == 1
    if adds and new.baseline is None:
        return tuple(dict.fromkeys((*old.periods, *new.periods)))
    return new.periods or old.periods


def _is_as_long(one: Period, other: Period) -> bool:
    """Months are as long as each other, whatever their days."""
    return one.months == other.months and (one.months is not None or one.days == other.days)


def _cues(new: Reading, old: Reading) -> frozenset[str]:
    kept = old.cues
    if new.grouping or new.ordering or new.wants_chart:
        kept -= {
            "definition"
        }  # a meaning has no parts, no order and no picture: its figures are meant
    if new.cues & INTENT_CUES:
        kept = old.cues - INTENT_CUES
    return (kept & (INTENT_CUES | frozenset(_CARRIED))) | new.cues


def _with_subject(merged: Reading, new: Reading, old: Reading) -> Reading:
    """Indicators, or the domain or department that stands in their place."""
    if new.indicators:
        adding = new.says(*_ADDING) and not new.says("opener")
        indicators = (*old.indicators, *new.indicators) if adding else new.indicators
        indicators = tuple(dict.fromkeys(indicators))
        return replace(merged, indicators=indicators, candidates=(), domains=(), departments=())
    if new.candidates:
        meant = old.indicators or old.candidates
        both = tuple(code for code in meant if code in new.candidates)
        found = both if len(both) == 1 else ()
        return replace(
            merged,
            indicators=found,
            candidates=() if found else both or new.candidates,
            asked=old.asked if both else new.asked,
        )
    if new.domains or new.departments:
        return replace(
            merged, indicators=(), candidates=(), domains=new.domains, departments=new.departments
        )
    return merged


def _with_places(merged: Reading, new: Reading, old: Reading) -> Reading:
    if new.is_whole:
        return replace(merged, areas=new.areas, is_whole=True)
    if not new.areas:
        return merged
    areas = (*old.areas, *new.areas) if new.says(*_ADDING) else new.areas
    return replace(merged, areas=tuple(dict.fromkeys(areas)), is_whole=False)


def _with_choice(merged: Reading, new: Reading) -> Reading:
    """Grouping, order and condition; a new order takes the place of a condition and the other way round."""
    if new.grouping is not None:
        keep_places = bool(new.areas) or new.grouping.by is not GroupBy.AREA
        merged = replace(
            merged,
            grouping=_grouping(new.grouping, merged),
            areas=merged.areas if keep_places else (),
        )
    if new.ordering is not None:
        merged = replace(merged, ordering=new.ordering, threshold=None)
    if new.attaining and _asks_attainment(new, merged):
        return replace(merged, threshold=of_plan(new.attaining), ordering=None)
    if new.threshold is not None and _sets_condition(new, merged.threshold):
        merged = replace(merged, threshold=_threshold(new, merged), ordering=None)
    return merged


def _asks_attainment(new: Reading, merged: Reading) -> bool:
    """ "Huyện nào chưa đạt", "thế vượt thì sao": of the plan that was asked about before."""
    if new.threshold is not None or new.ordering is not None:
        return False
    by_plan = merged.threshold is not None and merged.threshold.plan
    return by_plan or (merged.baseline is Baseline.PLAN and new.grouping is not None)


def _sets_condition(new: Reading, old: Threshold | None) -> bool:
    """A bare "giảm" turns the condition that was there ("tăng so với cùng kỳ"), and makes one only of "huyện nào"."""
    said = new.threshold
    if said is None or said.number or said.plan:
        return said is not None
    turns = said.change != 0 and old is not None and old.change != 0
    return turns or _picks_by_change(new)


def _picks_by_change(new: Reading) -> bool:
    """ "Huyện nào giảm so với cùng kỳ": a condition that leans on none before it."""
    asks_which = new.grouping is not None and new.grouping.how is How.WHICH
    changes = new.threshold is not None and new.threshold.change != 0
    return asks_which and changes and not new.says("change.either")


def _threshold(new: Reading, merged: Reading) -> Threshold | None:
    """A bare amount ("còn 10%?") replaces the number and keeps what it was compared by; a bare "giảm" the other
    way round."""
    said, old = new.threshold, merged.threshold
    if said is None or old is None or _picks_by_change(new):
        return said
    if said.number is None and not said.plan:
        return replace(old, change=said.change)
    if said.op is None and not said.change:
        return replace(old, number=said.number, percent=said.percent)
    return said


def _grouping(new: Grouping, merged: Reading) -> Grouping:
    """A bare "huyện nào" behind "5 huyện" still means five, unless it says otherwise."""
    old = merged.grouping
    if old and old.by is new.by and new.how is How.NOUN:
        return replace(new, how=old.how, count=new.count or old.count)
    return new
