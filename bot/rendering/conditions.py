"""A condition in words: "dưới 60%", "giảm trên 10% so với cùng kỳ năm trước", "chưa đạt kế hoạch"."""

from collections.abc import Callable

from bot.rendering.changes import baseline_name
from bot.rendering.formatting import exact_number, with_unit
from bot.rendering.phrases import phrase
from ioc_query.catalogue import PERCENT, Direction
from ioc_query.figures import Comparison
from ioc_query.query import Measured
from ioc_query.results import Filtered, FilteringResult

_WHOLE_PLAN = 100


def condition_words(result: FilteringResult) -> str:
    """What those that satisfy the condition do, as the end of a sentence."""
    return _BY_MEASURE[result.condition.of](result)


def threshold_text(result: FilteringResult) -> str:
    """The number of the condition with its unit; in words of its own for a rank."""
    value, indicator = result.condition.value, result.indicator
    if result.condition.of is not Measured.VALUE:
        return with_unit(exact_number(value), PERCENT)
    return with_unit(exact_number(value), indicator.unit) if indicator else exact_number(value)


def told_rows(result: FilteringResult) -> list[Filtered]:
    """Those that satisfy it, those asked for by name that do not, and where none does the nearest."""
    nearest = [result.nearest] if result.nearest and result.nearest not in result.others else []
    return [*result.rows, *result.others, *nearest]


def comparisons_told(result: FilteringResult) -> list[Comparison]:
    """What the rows were judged by, then the province's own."""
    rows = [row.comparison for row in told_rows(result) if row.comparison]
    return rows + (list(result.total.comparisons[:1]) if result.total else [])


def _of_value(result: FilteringResult) -> str:
    is_rank = result.indicator is not None and result.indicator.is_rank
    form = f"condition.{'rank' if is_rank else 'value'}_{_operator(result)}"
    return phrase(form, threshold=threshold_text(result))


def _of_change(result: FilteringResult) -> str:
    value, indicator = result.condition.value, result.indicator
    way = "still" if value == 0 else "rise" if value > 0 else "fall"
    is_rank = indicator is not None and indicator.is_rank and value == 0
    form = f"condition.{'rank_' if is_rank else ''}{way}_{_operator(result)}"
    amount = exact_number(abs(value))
    is_rate = indicator is not None and indicator.is_rate
    unit = "unit.percentage_point" if is_rate else "unit.tight"
    return phrase(form, amount=phrase(unit, number=amount), baseline=_baseline(result))


def _baseline(result: FilteringResult) -> str:
    """By the grain of the reference, where all have the same; with several indicators in general."""
    told = comparisons_told(result)
    if told and result.indicator:
        return baseline_name(told[0])
    return phrase(f"baseline.{result.baseline.value}") if result.baseline else ""


def _of_plan(result: FilteringResult) -> str:
    """To reach a plan is said of targets only: with ceilings among them, of all the share is told."""
    if result.condition.value != _WHOLE_PLAN:
        return phrase(f"condition.plan_{_operator(result)}", threshold=threshold_text(result))
    directions = {row.answer.figure.indicator.direction for row in result.rows}
    if result.indicator is None and not directions <= {Direction.UP_GOOD}:
        return phrase(f"condition.plan_{_operator(result)}", threshold=threshold_text(result))
    is_target = result.indicator is None or result.indicator.direction is Direction.UP_GOOD
    kind = "target" if is_target else "ceiling"
    return phrase(f"condition.{kind}_{_operator(result)}")


def _operator(result: FilteringResult) -> str:
    return result.condition.op.name.lower()


_BY_MEASURE: dict[Measured, Callable[[FilteringResult], str]] = {
    Measured.VALUE: _of_value,
    Measured.CHANGE: _of_change,
    Measured.PLAN: _of_plan,
}
