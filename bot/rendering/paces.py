"""What part of a year's plan is due by now, and how what was reached stands against it, in words."""

from bot.rendering.formatting import grain_noun, percent
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Direction
from ioc_query.figures import Answer, Comparison
from ioc_query.paces import DueShare, Verdict
from ioc_query.periods import Grain

_FORMS: dict[bool, dict[Direction, str]] = {
    True: {
        Direction.UP_GOOD: "pace.seasonal_target",
        Direction.DOWN_GOOD: "pace.seasonal_level",
        Direction.NEUTRAL: "pace.seasonal_level",
    },
    False: {
        Direction.UP_GOOD: "pace.linear_target",
        Direction.DOWN_GOOD: "pace.linear_ceiling",
        Direction.NEUTRAL: "pace.linear_level",
    },
}
"""By whether past years tell what is due."""

_VERDICTS: dict[bool, dict[Verdict, str]] = {
    False: {Verdict.ON: "pace.in_time", Verdict.CLOSE: "pace.close", Verdict.BEHIND: "pace.behind"},
    True: {
        Verdict.ON: "pace.ceiling_in_time",
        Verdict.CLOSE: "pace.ceiling_close",
        Verdict.BEHIND: "pace.ceiling_behind",
    },
}
"""By whether the plan is a ceiling."""


def due_share_words(due: DueShare, direction: Direction, grain: Grain) -> str:
    """ "bình quân 4 năm trước, hết 10 tháng đạt 83,1% mức cả năm"."""
    return phrase(
        _FORMS[due.years > 0][direction],
        years=due.years,
        done=due.done,
        noun=grain_noun(grain),
        share=percent(100 * due.weight),
    )


def pace_words(answer: Answer) -> str:
    """What is due, the same for all plans of the answer; "" where nothing is told to be."""
    due = next((one.due for one in answer.comparisons if one.due), None)
    if due is None:
        return ""
    indicator = answer.figure.indicator
    return due_share_words(due, indicator.direction, indicator.frequency)


def pace_line(answer: Answer) -> str:
    """A sentence of those words."""
    words = pace_words(answer)
    return phrase("pace.line", words=words) if words else ""


def due_mark(due: DueShare) -> str:
    """Few words at a mark of a picture: "bình quân 4 năm trước: 83,1%"."""
    form = "pace.mark_seasonal" if due.years else "pace.mark_linear"
    return phrase(form, years=due.years, share=percent(100 * due.weight))


def verdict_words(verdict: Verdict, *, is_ceiling: bool) -> str:
    """ "chậm tiến độ"."""
    return phrase(_VERDICTS[is_ceiling][verdict])


def pace_verdict(comparison: Comparison) -> str:
    """How the plan's pace is kept; "" where there is none to keep, or the plan is decided already."""
    due = comparison.due
    if due is None or due.verdict is None or comparison.favourable is not None:
        return ""
    direction = comparison.reference.indicator.direction
    return verdict_words(due.verdict, is_ceiling=direction is Direction.DOWN_GOOD)
