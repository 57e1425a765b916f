"""Every situation that a person can meet, by the name of its expected text."""

from collections.abc import Callable

from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from intents.outcome import Origin, Outcome, Status
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, Intent, Query
from ioc_query.results import Result
from tests.bot.rendering import (
    situations_of_browsing,
    situations_of_catalogue,
    situations_of_conditions,
    situations_of_corrections,
    situations_of_gaps,
    situations_of_insights,
    situations_of_many,
    situations_of_outlook,
    situations_of_paces,
    situations_of_scenario,
    situations_of_submissions,
    situations_of_values,
)
from tests.bot.rendering.world import (
    ABOLISHED,
    NOW,
    understood,
)

RESULTS: tuple[Callable[[], Result], ...] = (
    situations_of_values.value,
    situations_of_values.value_of_district_in_context,
    situations_of_values.value_partial_sum,
    situations_of_values.value_mean,
    situations_of_values.value_at_end_of_span,
    situations_of_values.value_newest_in_span,
    situations_of_values.value_with_earlier_vintages,
    situations_of_values.value_substituted,
    situations_of_values.value_of_province_for_district,
    situations_of_values.value_of_abolished_district,
    situations_of_values.value_of_several,
    situations_of_values.value_missing,
    situations_of_values.value_missing_altogether,
    situations_of_values.value_over_ceiling,
    situations_of_many.trend,
    situations_of_many.trend_of_years,
    situations_of_many.trend_of_many_weeks,
    situations_of_many.trend_of_two,
    situations_of_many.trend_without_points,
    situations_of_many.ranking,
    situations_of_many.ranking_of_one_asked,
    situations_of_many.ranking_by_change,
    situations_of_many.ranking_of_indicators_by_plan,
    situations_of_many.ranking_of_months,
    situations_of_many.ranking_of_nothing,
    situations_of_many.breakdown,
    situations_of_many.breakdown_of_rates,
    situations_of_many.breakdown_over_time,
    situations_of_many.comparison_of_areas,
    situations_of_many.comparison_against_last_year,
    situations_of_many.comparison_of_both,
    situations_of_many.value_against_two_plans,
    situations_of_many.ranking_of_one,
    situations_of_many.ranking_of_the_highest,
    situations_of_many.comparison_of_periods,
    situations_of_many.comparison_of_indicators,
    situations_of_many.not_broken_down,
    situations_of_many.not_broken_down_and_missing,
    situations_of_many.not_answered,
    situations_of_many.not_allowed,
    *situations_of_conditions.SITUATIONS,
    *situations_of_catalogue.SITUATIONS,
    *situations_of_insights.SITUATIONS,
    *situations_of_gaps.SITUATIONS,
    *situations_of_outlook.SITUATIONS,
    *situations_of_paces.SITUATIONS,
    *situations_of_scenario.SITUATIONS,
    *situations_of_submissions.SITUATIONS,
)

OUTCOMES = {
    "value": understood("thu ngân sách, tháng 10/2026, toàn tỉnh"),
    "value_of_district_in_context": understood(
        "Hiểu là: ca sốt xuất huyết, tuần 46/2026, Thành phố Đồng Xoài.",
        origins={
            "indicators": Origin.CONTEXT,
            "areas": Origin.QUESTION,
            "periods": Origin.CONTEXT,
            "chart": Origin.DEFAULT,
        },
    ),
    "filtering_of_months": understood(
        "tháng có thu ngân sách từ 1.100 tỷ đồng trở lên",
        Intent.FILTER,
        origins={"periods": Origin.DEFAULT},
    ),
    "value_of_abolished_district": Outcome(
        Status.OK, Query(Intent.VALUE, areas=(ABOLISHED.code,)), "thu ngân sách"
    ),
    "submissions_of_all": understood(
        "Tình hình nộp số liệu của các đơn vị.",
        Intent.SUBMISSIONS,
        origins={"periods": Origin.DEFAULT},
    ),
    **{
        name: Outcome(Status.OK, Query(Intent.VALUE, periods=(parse(span),)), "")
        for name, span in (
            ("value_partial_sum", "2025"),
            ("value_mean", "2026-Q3"),
            ("value_at_end_of_span", "2026-Q3"),
            ("value_with_earlier_vintages", "2022"),
            ("value_substituted", "2026-S1"),
            ("value_over_ceiling", "2026-W44"),
            ("value_with_the_last_month_missing", "2026-01/P9M"),
            ("value_of_a_year_that_is_over_with_a_quarter_published", "2024"),
        )
    },
    "ranking_of_months": understood(
        "tháng có ca sốt xuất huyết nhiều nhất", Intent.RANK, origins={"periods": Origin.DEFAULT}
    ),
    "ranking_by_plan_with_gaps": understood(
        "địa phương có tỷ lệ thực hiện kế hoạch thu ngân sách cao nhất",
        Intent.RANK,
        origins={"periods": Origin.DEFAULT},
    ),
    "forecast_towards_the_plan": Outcome(
        Status.OK,
        Query(Intent.FORECAST, baseline=Baseline.PLAN),
        "dự báo thu ngân sách, so với kế hoạch",
        origins={"periods": Origin.DEFAULT},
    ),
    "trend_of_days_for_months": Outcome(
        Status.OK, Query(Intent.TREND, periods=(parse("2026"),), grain=Grain.MONTH), ""
    ),
    "contents": understood("danh mục chỉ tiêu", Intent.CATALOGUE),
    "not_answered": understood("nhận bản tin thu ngân sách lúc 7 giờ mỗi ngày", Intent.SUBSCRIBE),
}


def _asked_back(status: Status, sentence: str, *candidates: str) -> Outcome:
    return Outcome(status, Query(Intent.VALUE), sentence, candidates)


WITHOUT_DATA: dict[str, Callable[[Renderer], Reply]] = {
    "clarify": lambda renderer: renderer.clarify(
        _asked_back(
            Status.CLARIFY, "“tỷ lệ” có thể là nhiều chỉ tiêu", "HC.DUNGHAN", "KT.GRDP", "GONE"
        )
    ),
    "clarify_impossible_time": lambda renderer: renderer.clarify(
        _asked_back(Status.CLARIFY, "không có quý 5, một năm chỉ có bốn quý.")
    ),
    "unknown": lambda renderer: renderer.unknown(_asked_back(Status.UNKNOWN, "")),
    "unknown_with_candidates": lambda renderer: renderer.unknown(
        _asked_back(Status.UNKNOWN, "", "NS.THU", "KT.CPI")
    ),
    "help": lambda renderer: renderer.help(),
    "failure": lambda renderer: renderer.failure("48<15"),
    **situations_of_browsing.SITUATIONS,
    **situations_of_corrections.SITUATIONS,
}


def names() -> list[str]:
    return [*(make.__name__ for make in RESULTS), *WITHOUT_DATA]


def reply_to(name: str, renderer: Renderer) -> Reply:
    """What a person sees in the situation of that name."""
    if name in WITHOUT_DATA:
        return WITHOUT_DATA[name](renderer)
    return renderer.answer(result_of(name), OUTCOMES.get(name, understood()), now=NOW)


def result_of(name: str) -> Result:
    return next(make for make in RESULTS if make.__name__ == name)()
