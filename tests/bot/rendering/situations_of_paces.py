"""Results against plans of a year that is not over, with what of them is due."""

from dataclasses import replace

from ioc_query.catalogue import Indicator
from ioc_query.figures import Answer, Comparison, Figure, Method
from ioc_query.paces import DueShare, Verdict
from ioc_query.periods import Grain
from ioc_query.query import Baseline
from ioc_query.results import Result, ValueResult
from tests.bot.rendering.world import DENGUE, REVENUE, SPENDING, against, figure

ACCIDENTS = replace(
    DENGUE,
    code="AT.TNGT",
    name="Số vụ tai nạn",
    short_name="Vụ tai nạn",
    unit="vụ",
    frequency=Grain.MONTH,
)
TEN_OF_TWELVE = DueShare(10 / 12, 0, 10, 12)


def _answer(of: Indicator, value: float, plans: dict[str, float], due: DueShare) -> Answer:
    reached = figure(of, "2026-01/P10M", value, method=Method.SUM, parts=10, parts_expected=10)
    return Answer(reached, tuple(_plan(reached, by, plan, due) for by, plan in plans.items()))


def _plan(reached: Figure, by: str, value: float, due: DueShare) -> Comparison:
    plan = against(reached, "2026", value, Baseline.PLAN, assigned_by=by, favourable=None)
    return replace(plan, due=due)


def value_behind_the_pace_of_past_years() -> Result:
    due = DueShare(0.821, 5, 10, 12, Verdict.BEHIND)
    answer = _answer(REVENUE, 9_100, {"HĐND tỉnh": 12_800, "Bộ Tài chính": 11_900}, due)
    first, second = answer.comparisons
    close = replace(second, due=replace(due, verdict=Verdict.CLOSE))
    return ValueResult((replace(answer, comparisons=(first, close)),), Baseline.PLAN)


def value_of_several_paces() -> Result:
    """One on its pace, one that has none to keep, and one that uses up what it may too fast."""
    target = replace(TEN_OF_TWELVE, verdict=Verdict.ON)
    return ValueResult(
        (
            _answer(REVENUE, 10_700, {"HĐND tỉnh": 12_800}, target),
            _answer(SPENDING, 13_690, {"HĐND tỉnh": 17_900}, DueShare(0.795, 5, 10, 12)),
            _answer(
                ACCIDENTS,
                190,
                {"UBND tỉnh": 200},
                replace(TEN_OF_TWELVE, verdict=Verdict.BEHIND),
            ),
        ),
        Baseline.PLAN,
    )


SITUATIONS = (value_behind_the_pace_of_past_years, value_of_several_paces)
