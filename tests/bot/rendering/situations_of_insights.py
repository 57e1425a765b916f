"""Overviews and anomalies, each a situation that a person can meet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ioc_query.catalogue import Direction, Indicator, Kind
from ioc_query.changes import is_favourable
from ioc_query.figures import Figure
from ioc_query.insights.evidence import (
    Change,
    Deviation,
    Evidence,
    Flat,
    Pace,
    PaceMethod,
    PlanGap,
    Record,
    Revision,
    Turn,
    YearToDate,
)
from ioc_query.insights.insight import Finding, Insight, InsightKind
from ioc_query.insights.place_evidence import Mismatch, OutlierPlace, RankMove
from ioc_query.overview_results import (
    AnomaliesResult,
    Band,
    DomainStandings,
    Extent,
    OverviewResult,
    Picture,
    Point,
    Sparkline,
    Standing,
    State,
)
from ioc_query.paces import Verdict
from ioc_query.periods import Grain, parse
from ioc_query.results import Result
from ioc_query.submissions.lateness import lateness_from
from tests.bot.rendering.world import (
    CATALOGUE,
    CHON_THANH,
    CPI,
    DENGUE,
    DONG_XOAI,
    GROWTH,
    NOW,
    ON_TIME,
    PROVINCE,
    RANK,
    REVENUE,
    SPENDING,
    TRADE,
    figure,
    indicator,
)

YEAR = parse("2026")
SO_FAR = parse("2026-01/P10M")
ACCIDENTS = indicator(
    "GT.TNGT", "Số vụ tai nạn giao thông", "Vụ tai nạn giao thông", "vụ", domain="YT", department="SYT",
    decimals=0, direction=Direction.DOWN_GOOD,
)  # fmt: skip
DISBURSED = indicator(
    "NS.GN", "Tỷ lệ giải ngân vốn đầu tư công", "Giải ngân vốn đầu tư công", "%", decimals=1
)
AIR = replace(
    DENGUE,
    code="MT.AQI",
    short_name="Chỉ số AQI",
    unit="điểm AQI",
    domain="HC",
    frequency=Grain.DAY,
)


def gap(value: float, plan: float, span: str = "2026-10") -> PlanGap:
    return PlanGap(value, parse(span), plan, YEAR, "HĐND tỉnh", 100 * value / plan)


def pace(value: float, plan: float, weight: float, verdict: Verdict, **known: Any) -> Pace:
    held = replace(gap(value, plan), span=known.pop("span", SO_FAR))
    facts: dict[str, Any] = {"is_ceiling": False, **known}
    return Pace(held, weight, PaceMethod.SEASONAL, 5, 10, 12, verdict, **facts)


def insight(
    kind: str, of: Figure, evidence: Evidence, favourable: bool | None = None, size: float = 2.0
) -> Insight:
    return Insight(InsightKind(kind), of, Finding(evidence, 0, size, favourable))


def change(of: Figure, before: float, span: str = "2025-10", size: float = 2.0) -> Insight:
    """Against last year, or the period before where `span` is of this year."""
    difference = of.value - before
    is_share = not (of.indicator.is_rate or of.indicator.is_rank) and before > 0
    percent = 100 * difference / before if is_share else None
    kind = "last_year" if span.startswith("2025") else "previous"
    evidence = Change(of.value, before, parse(span), percent)
    return insight(kind, of, evidence, is_favourable(of.indicator.direction, difference), size)


def owed(of: Figure, *periods: str) -> Insight:
    lateness = lateness_from(of.indicator, [parse(name) for name in reversed(periods)], NOW.date())
    return insight("late", of, lateness, favourable=False)


def standing(of: Figure, state: str, **known: Any) -> Standing:
    return Standing(of, State(state), **known)


def sample(end: str, values: Sequence[float]) -> tuple[Point, ...]:
    last = parse(end)
    return tuple(
        Point(last.shift(place - len(values) + 1), value) for place, value in enumerate(values)
    )


REVENUE_NOW = figure(REVENUE, "2026-10", 1080.25)
DISBURSED_NOW = figure(DISBURSED, "2026-10", 52.3)
ACCIDENTS_NOW = figure(ACCIDENTS, "2026-10", 33)
DENGUE_NOW = figure(DENGUE, "2026-W46", 214)
RANK_NOW = figure(RANK, "2026-10", 9)
ON_TIME_NOW = figure(ON_TIME, "2026-10", 91.5)
SPENDING_NOW = figure(SPENDING, "2026-10", 1465.28)
TRADE_NOW = figure(TRADE, "2026-10", 257.8)
CPI_NOW = figure(CPI, "2026-09", 4.63)
OUTBREAK = Deviation(214, 80, parse("2025-W46"), 5, 15, 5.8, 40)
QUIET = Deviation(1080.25, 1042, parse("2025-10"), 41.5, 50.2, -0.04, 46)

BEHIND = standing(
    DISBURSED_NOW,
    "behind",
    comparison=change(DISBURSED_NOW, 60.4),
    plan=insight(
        "pace",
        DISBURSED_NOW,
        pace(52.3, 95, 0.716, Verdict.BEHIND, is_progress=True, span=parse("2026-10")),
        favourable=False,
    ),
)
ON_TRACK = standing(
    REVENUE_NOW,
    "on_track",
    comparison=insight(
        "year_to_date",
        REVENUE_NOW,
        YearToDate(10, SO_FAR, parse("2025-01/P10M"), Change(10953.58, 10343, parse("2025-01/P10M"), 5.9)),
    ),
    plan=insight("pace", REVENUE_NOW, pace(10953.58, 12800, 0.83, Verdict.ON), favourable=True),
)  # fmt: skip
OVER = standing(
    ACCIDENTS_NOW,
    "behind",
    comparison=change(ACCIDENTS_NOW, 17),
    plan=insight(
        "pace",
        ACCIDENTS_NOW,
        pace(300, 320, 0.82, Verdict.BEHIND, is_ceiling=True),
        favourable=False,
    ),
)
UNUSUAL = standing(
    DENGUE_NOW,
    "unusual",
    comparison=change(DENGUE_NOW, 80, "2025-W46"),
    reason=insight("unusual", DENGUE_NOW, OUTBREAK, favourable=False),
)
SHORT = standing(
    ON_TIME_NOW,
    "below",
    comparison=change(ON_TIME_NOW, 91.42, "2025-10", size=0.2),
    plan=insight("plan", ON_TIME_NOW, gap(91.5, 98)),
)
RANKED = standing(
    RANK_NOW,
    "on_track",
    comparison=change(RANK_NOW, 12),
    plan=insight("plan", RANK_NOW, gap(9, 10), favourable=True),
)
NEUTRAL = standing(
    SPENDING_NOW,
    "on_track",
    plan=insight("plan", SPENDING_NOW, replace(gap(13698, 17900), span=SO_FAR)),
)
OWED = standing(
    CPI_NOW, "late", comparison=change(CPI_NOW, 3.9, "2025-09"), late=owed(CPI_NOW, "2026-10")
)
STEADY = standing(
    figure(AIR, "2026-11-22", 76),
    "steady",
    comparison=change(figure(AIR, "2026-11-22", 76), 70, "2026-11-15", size=0.5),
)
BETTER = standing(
    TRADE_NOW,
    "better",
    comparison=change(TRADE_NOW, 120),
    reason=insight("unusual", TRADE_NOW, Deviation(257.8, 120, parse("2025-10"), 5, 15, 6, 40), favourable=True),
)  # fmt: skip
ALL = (BEHIND, OVER, UNUSUAL, ON_TRACK, SHORT, RANKED, STEADY, OWED, NEUTRAL)


def _groups(standings: Sequence[Standing]) -> tuple[DomainStandings, ...]:
    groups = (
        DomainStandings(domain, tuple(one for one in standings if one.indicator.domain == code))
        for code, domain in CATALOGUE.domains.items()
    )
    return tuple(group for group in groups if group.standings)


def overview_result(standings: Sequence[Standing], extent: Extent, **known: Any) -> OverviewResult:
    facts: dict[str, Any] = {"missing": (), "domains": _groups(standings), **known}
    return OverviewResult(extent, tuple(standings), **facts)


def overview_of_province() -> Result:
    return overview_result(ALL, Extent((PROVINCE,)))


def overview_of_many() -> Result:
    """More than is told in full."""
    late = [
        standing(figure(one, "2026-09", 10 + place), "late", late=owed(figure(one, "2026-09", 10), "2026-10"))
        for place, one in enumerate(_numbered(9))
    ]  # fmt: skip
    return overview_result([BEHIND, *late], Extent((PROVINCE,), asked=parse("2026-11")))


def overview_of_domain() -> Result:
    extent = Extent((PROVINCE,), domains=(CATALOGUE.domains["NS"], CATALOGUE.domains["KT"]))
    sparks = (
        Sparkline(BEHIND, sample("2026-10", [60, 72, 90, 2, 9, 17, 26, 31, 38, 44, 48, 52.3]), 95),
        Sparkline(ON_TRACK, sample("2026-10", [900, 1200, 1400, 850, 990, 1040, 1000, 1080.25])),
    )
    return overview_result([BEHIND, ON_TRACK, NEUTRAL], extent, sparklines=sparks)


def overview_of_statistics() -> Result:
    """No operational indicator, more lines than are told in full, and a past period."""
    calm = [
        standing(figure(one, "2026-10", 10 + place), "steady", comparison=change(figure(one, "2026-10", 10 + place), 9))
        for place, one in enumerate(_numbered(16, kind=Kind.STATISTICAL))
    ]  # fmt: skip
    extent = Extent(
        (PROVINCE,),
        departments=(CATALOGUE.departments["CTK"],),
        asked=parse("2026-10"),
        is_over=True,
    )
    return overview_result(calm, extent, missing=(GROWTH, TRADE))


def overview_of_district() -> Result:
    seat = figure(ON_TIME, "2026-10", 91.5, DONG_XOAI)
    one = standing(seat, "below", plan=insight("plan", seat, gap(91.5, 98)))
    return overview_result([one], Extent((DONG_XOAI,), domains=(CATALOGUE.domains["HC"],)))


def overview_of_two_districts() -> Result:
    both = [
        standing(of, "steady", comparison=change(of, of.value - 2))
        for of in (figure(ON_TIME, "2026-10", 91.5, area) for area in (DONG_XOAI, CHON_THANH))
    ]
    extent = Extent((DONG_XOAI, CHON_THANH), domains=(CATALOGUE.domains["HC"],))
    return overview_result(both, extent)


def overview_with_good_news() -> Result:
    extent = Extent((PROVINCE,), domains=(CATALOGUE.domains["KT"],))
    spark = Sparkline(BETTER, sample("2026-10", [118, 125, 131, 120, 128, 140, 133, 257.8]))
    return overview_result([BETTER, NEUTRAL, STEADY], extent, sparklines=(spark, spark))


def overview_of_province_with_good_news() -> Result:
    """On a page behind what asks for attention."""
    return overview_result([BEHIND, OVER, UNUSUAL, OWED, BETTER, *ALL[3:7]], Extent((PROVINCE,)))


def overview_of_nothing() -> Result:
    return overview_result([], Extent((PROVINCE,), asked=parse("2030")), missing=(REVENUE, DENGUE))


def anomalies() -> Result:
    values = [90, 85, 80, 78, 82, 95, 110, 120, 118, 112, 100, 214.0]
    points = sample("2026-W46", values)
    bands = tuple(Band(point.period, point.value - 20, point.value + 25) for point in points[:-1])
    first = insight("unusual", DENGUE_NOW, OUTBREAK, favourable=False)
    return AnomaliesResult(
        extent=Extent((PROVINCE,)),
        insights=(first, _outlier_place()),
        found=2,
        looked_at=140,
        missing=(),
        behind=(
            insight("pace", REVENUE_NOW, pace(9800, 12800, 0.83, Verdict.BEHIND)),
            insight("pace", ACCIDENTS_NOW, pace(300, 320, 0.82, Verdict.BEHIND, is_ceiling=True)),
        ),
        late=(owed(CPI_NOW, "2026-10"), owed(figure(TRADE, "2026-08", 1), "2026-09", "2026-10")),
        picture=Picture(first, points, (*bands, Band(points[-1].period, 60, 150))),
    )


def _outlier_place() -> Insight:
    evidence = OutlierPlace(CHON_THANH, 85.6, 94.83, 1.02, 0.6745 * (85.6 - 94.83) / 1.02, 11)
    return insight("outlier_place", ON_TIME_NOW, evidence, favourable=False)


def anomalies_of_every_kind() -> Result:
    """Without a picture, and more than are told."""
    irregular = (
        insight("revised", REVENUE_NOW, Revision(1000, date(2026, 11, 3), date(2026, 11, 20)), favourable=True),
        _outlier_place(),
        insight("flat", figure(SPENDING, "2026-10", 512.25), Flat(512.25, 3)),
        insight("mismatch", REVENUE_NOW, Mismatch(1080.25, 1105.5, 11)),
    )  # fmt: skip
    notable = (
        change(ACCIDENTS_NOW, 17),
        insight("new_trend", RANK_NOW, Turn(12, parse("2026-07"), 9), favourable=True),
        insight("record", CPI_NOW, Record(True, 57, 4.4, parse("2023-02")), favourable=False),
        insight(
            "rank",
            figure(ON_TIME, "2026-10", 91.5, DONG_XOAI),
            RankMove(9, 4, parse("2026-09"), 11, 0),
            favourable=False,
        ),
    )
    return AnomaliesResult(Extent((PROVINCE,)), irregular, 12, 140, (), notable=notable)


def anomalies_none() -> Result:
    """One indicator, well within what is usual."""
    quiet = insight("unusual", REVENUE_NOW, QUIET, size=0.01)
    return AnomaliesResult(
        Extent((PROVINCE,), indicators=(REVENUE,)), (), 0, 1, (), within=(quiet,)
    )


def anomalies_none_but_notable() -> Result:
    of = figure(ACCIDENTS, "2026-10", 33, DONG_XOAI)
    extent = Extent((DONG_XOAI,), asked=parse("2026-11"))
    return AnomaliesResult(extent, (), 0, 58, (), notable=(change(of, 17),))


def anomalies_of_nothing() -> Result:
    extent = Extent(
        (PROVINCE,), domains=(CATALOGUE.domains["YT"],), asked=parse("2020"), is_over=True
    )
    return AnomaliesResult(extent, (), 0, 0, (DENGUE,))


def _numbered(count: int, **changed: Any) -> list[Indicator]:
    return [
        replace(TRADE, code=f"KT.{number}", short_name=f"Chỉ tiêu số {number}", **({"kind": Kind.OPERATIONAL} | changed))
        for number in range(1, count + 1)
    ]  # fmt: skip


SITUATIONS = (
    overview_of_province,
    overview_of_many,
    overview_of_domain,
    overview_of_statistics,
    overview_of_district,
    overview_of_two_districts,
    overview_with_good_news,
    overview_of_province_with_good_news,
    overview_of_nothing,
    anomalies,
    anomalies_of_every_kind,
    anomalies_none,
    anomalies_none_but_notable,
    anomalies_of_nothing,
)
"""Everything that an overview and a search for anomalies can say, by the name of its expected text."""
