"""A small world of awkward names, and short ways to make the figures and results that replies show."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from intents.outcome import Outcome, Status
from ioc_query.catalogue import (
    Area,
    AreaAggregation,
    Catalogue,
    Department,
    Direction,
    Domain,
    Indicator,
    Kind,
    TimeAggregation,
    parse_due_rule,
)
from ioc_query.changes import is_favourable
from ioc_query.figures import Answer, ChangeUnit, Comparison, Figure, Series, Source, Stage
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, Intent, Query

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

REPORT = Source(
    "Báo cáo thu, chi ngân sách tháng 10/2026", "https://stc.example.vn/bc?thang=10&nam=2026"
)
BULLETIN = Source("Bản tin <nội bộ> & tổng hợp")
SAMPLE = Source("Dữ liệu mẫu", illustrative=True)

PROVINCE = Area("70", "Tỉnh Bình Phước", "province")
DISTRICT_NAMES = (
    "Thị xã Phước Long",
    "Thành phố Đồng Xoài",
    "Thị xã Bình Long",
    "Huyện Bù Gia Mập",
    "Huyện Lộc Ninh",
    "Huyện Bù Đốp",
    "Huyện Hớn Quản",
    "Huyện Đồng Phú",
    "Huyện Bù Đăng",
    "Thị xã Chơn Thành",
    "Huyện Phú Riềng",
)
DISTRICTS = tuple(
    Area(str(688 + place), name, "district", "70") for place, name in enumerate(DISTRICT_NAMES)
)
DONG_XOAI, CHON_THANH, BU_DOP = DISTRICTS[1], DISTRICTS[9], DISTRICTS[5]
ABOLISHED = Area(
    "699",
    "Huyện Tân <Lập> & Minh Hưng",
    "district",
    "70",
    valid_to=date(2025, 6, 30),
    successors=("689", "697"),
)


def indicator(code: str, name: str, short_name: str, unit: str, **changed: Any) -> Indicator:
    """An operational monthly flow of Sở Tài chính where more is better, unless told otherwise."""
    facts: dict[str, Any] = {
        "aliases": (),
        "domain": "NS",
        "department": "STC",
        "decimals": 2,
        "frequency": Grain.MONTH,
        "kind": Kind.OPERATIONAL,
        "direction": Direction.UP_GOOD,
        "time_aggregation": TimeAggregation.SUM,
        "area_aggregation": AreaAggregation.SUM,
        "by_area": True,
        "has_plan": True,
        "due_rule": parse_due_rule("M+3"),
        "definition": "",
    }
    return Indicator(code=code, name=name, short_name=short_name, unit=unit, **{**facts, **changed})


REVENUE = indicator(
    "NS.THU", "Tổng thu ngân sách nhà nước trên địa bàn", "Thu ngân sách", "tỷ đồng"
)
SPENDING = indicator(
    "NS.CHI",
    "Tổng chi ngân sách địa phương",
    "Chi ngân sách",
    "tỷ đồng",
    direction=Direction.NEUTRAL,
    kind=Kind.STATISTICAL,
)
GROWTH = indicator(
    "KT.GRDP",
    "Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) theo giá so sánh 2010",
    "Tăng trưởng GRDP",
    "%",
    domain="KT",
    department="CTK",
    frequency=Grain.QUARTER,
    kind=Kind.STATISTICAL,
    time_aggregation=TimeAggregation.NONE,
    area_aggregation=AreaAggregation.NONE,
    by_area=False,
)
CPI = indicator(
    "KT.CPI",
    "Chỉ số giá tiêu dùng (CPI) so với cùng kỳ năm trước",
    "CPI so cùng kỳ",
    "%",
    domain="KT",
    department="CTK",
    kind=Kind.STATISTICAL,
    direction=Direction.DOWN_GOOD,
    by_area=False,
    has_plan=False,
)
TRADE = indicator(
    "KT.XUATSIEU",
    "Cán cân thương mại hàng hóa",
    "Xuất siêu",
    "triệu USD",
    domain="KT",
    department="CTK",
    decimals=1,
    kind=Kind.STATISTICAL,
    by_area=False,
)
DENGUE = indicator(
    "YT.SXH",
    "Số ca mắc sốt xuất huyết Dengue",
    "Ca sốt xuất huyết",
    "ca",
    domain="YT",
    department="SYT",
    decimals=0,
    frequency=Grain.WEEK,
    direction=Direction.DOWN_GOOD,
    has_plan=False,
)
RANK = indicator(
    "HC.HANG",
    "Thứ hạng bộ chỉ số phục vụ người dân",
    "Thứ hạng 766",
    "hạng",
    domain="HC",
    department="VP",
    decimals=0,
    direction=Direction.DOWN_GOOD,
    time_aggregation=TimeAggregation.LAST,
    has_plan=False,
)
ON_TIME = indicator(
    "HC.DUNGHAN",
    "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn & trước hạn <toàn trình>",
    "Tỷ lệ hồ sơ đúng hạn & trước hạn <toàn trình>",
    "%",
    domain="HC",
    department="VP",
    time_aggregation=TimeAggregation.NONE,
    area_aggregation=AreaAggregation.NONE,
)

CATALOGUE = Catalogue(
    domains={
        code: Domain(code, name)
        for code, name in (
            ("NS", "Ngân sách và đầu tư công"),
            ("KT", "Kinh tế - xã hội"),
            ("YT", "Y tế"),
            ("HC", "Hành chính công"),
        )
    },
    departments={
        unit.code: unit
        for unit in (
            Department("STC", "Sở Tài chính", "Sở Tài chính"),
            Department("CTK", "Cục Thống kê tỉnh", "Cục Thống kê"),
            Department("SYT", "Sở Y tế", "Sở Y tế"),
            Department(
                "VP",
                "Văn phòng <UBND> & Hội đồng",
                "VP <UBND> & HĐ",
                valid_to=date(2025, 2, 28),
                successors=("STC",),
            ),
        )
    },
    areas={area.code: area for area in (PROVINCE, *DISTRICTS, ABOLISHED)},
    indicators={
        one.code: one for one in (REVENUE, SPENDING, GROWTH, CPI, TRADE, DENGUE, RANK, ON_TIME)
    },
)


def figure(of: Indicator, span: str, value: float, area: Area = PROVINCE, **changed: Any) -> Figure:
    """A preliminary published figure; `span` is an SDMX name."""
    facts: dict[str, Any] = {
        "stage": Stage.PRELIMINARY,
        "source": REPORT,
        "published": date(2026, 11, 5),
    }
    return Figure(indicator=of, area=area, period=parse(span), value=value, **{**facts, **changed})


def against(
    current: Figure, span: str, value: float, baseline: Baseline, **changed: Any
) -> Comparison:
    """The comparison that the engine would make with the same place's figure of `span`."""
    reference = figure(current.indicator, span, value, current.area)
    difference = current.value - value
    facts: dict[str, Any] = {"favourable": is_favourable(current.indicator.direction, difference)}
    if baseline is Baseline.PLAN:
        facts["attainment"] = 100 * current.value / value
    elif current.indicator.is_rate:
        facts |= {"change": difference, "change_unit": ChangeUnit.PERCENTAGE_POINT}
    elif current.indicator is RANK or value <= 0 or current.value < 0:
        facts |= {"change": difference, "change_unit": ChangeUnit.OWN}
    else:
        facts["change"] = 100 * difference / value
    return Comparison(baseline, reference, difference, **{**facts, **changed})


def series(
    of: Indicator, first: str, values: Sequence[float | None], area: Area = PROVINCE, **changed: Any
) -> Series:
    """Points from the period `first` on; None stands for a period without a figure."""
    spans = [parse(first)]
    while len(spans) < len(values):
        spans.append(spans[-1].shift(1))
    pairs = list(zip(spans, values, strict=True))
    grain = spans[0].grain
    assert grain is not None
    return Series(
        indicator=of,
        area=area,
        grain=grain,
        points=tuple(
            figure(of, span.name, value, area) for span, value in pairs if value is not None
        ),
        missing=tuple(span for span, value in pairs if value is None),
        **changed,
    )


def year_before(line: Series, factor: float = 0.9) -> tuple[Figure, ...]:
    """Last year's points of a series, each `factor` times this year's."""
    return tuple(
        figure(line.indicator, point.period.last_year().name, point.value * factor, line.area)
        for point in line.points
    )


def by_district(of: Indicator, span: str, values: Sequence[float | None]) -> list[Answer]:
    """An answer for each district, in the order of the catalogue, that has a value."""
    return [
        Answer(figure(of, span, value, area))
        for area, value in zip(DISTRICTS, values, strict=True)
        if value is not None
    ]


def understood(sentence: str = "", intent: Intent = Intent.VALUE, **changed: Any) -> Outcome:
    return Outcome(Status.OK, Query(intent), sentence, **changed)


DAY = timedelta(days=1)
