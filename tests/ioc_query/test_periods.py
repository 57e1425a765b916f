"""Periods: SDMX names both ways, neighbours in time, parts, labels."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ioc_query import periods
from ioc_query.periods import Grain, Period, label, months_from, parse, short_label, unit, year

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
GRAINS = st.sampled_from(Grain)
WHOLE_MONTHS = st.builds(months_from, DAYS, st.integers(1, 72))
DAY_SPANS = st.builds(
    lambda start, days: Period(start, start + timedelta(days=days)), DAYS, st.integers(0, 900)
)
SPANS = st.one_of(st.builds(unit, GRAINS, DAYS), WHOLE_MONTHS, DAY_SPANS)


def span(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


NAMES = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-S1", "2024-01-01", "2024-06-30"),
    ("2024-S2", "2024-07-01", "2024-12-31"),
    ("2024-Q1", "2024-01-01", "2024-03-31"),
    ("2024-Q4", "2024-10-01", "2024-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2020-W53", "2020-12-28", "2021-01-03"),
    ("2026-W01", "2025-12-29", "2026-01-04"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2024-01/P9M", "2024-01-01", "2024-09-30"),
    ("2025-11/P4M", "2025-11-01", "2026-02-28"),
    ("2021-01/P60M", "2021-01-01", "2025-12-31"),
    ("2024-07-21/P11D", "2024-07-21", "2024-07-31"),
    ("2026-01-01/P327D", "2026-01-01", "2026-11-23"),
]


@pytest.mark.parametrize(("name", "start", "end"), NAMES)
def test_a_name_and_its_span_give_each_other(name: str, start: str, end: str) -> None:
    assert parse(name) == span(start, end)
    assert span(start, end).name == name


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("2024-A1", "2024"),
        ("2024-M07", "2024-07"),
        (" 2024-Q3 ", "2024-Q3"),
        ("2024-01/P12M", "2024"),
        ("2021-01/P5Y", "2021-01/P60M"),
        ("2024-04/P3M", "2024-Q2"),
        ("2026-11-16/P1W", "2026-W47"),
        ("2026-11-16/P2W", "2026-11-16/P14D"),
        ("2024-07-15/P1M", "2024-07-15/P31D"),
    ],
)
def test_other_spellings_are_read_and_written_canonically(name: str, canonical: str) -> None:
    assert parse(name).name == canonical


@pytest.mark.parametrize(
    "name",
    [
        *("", "24", "2024-Q5", "2024-S3", "2024-13", "2024-00", "2024-02-30", "2023-02-29"),
        *("2021-W53", "2024-W00", "2024-01/P0M", "2024-01/P9X", "2024/P1Y", "0000", "quý 3"),
        *("2024-Q3x", "2024-1", "2024-01/P", "9999-12-31/P9D", "9999-W52", "9999-01/P13M"),
    ],
)
def test_what_is_not_a_period_is_refused_with_value_error(name: str) -> None:
    with pytest.raises(ValueError):
        parse(name)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError):
        span("2024-02-01", "2024-01-31")


@given(SPANS)
def test_every_span_survives_its_name(period: Period) -> None:
    assert parse(period.name) == period


@given(GRAINS, DAYS)
def test_a_unit_holds_its_day_knows_its_grain_and_follows_its_neighbour(
    grain: Grain, day: date
) -> None:
    whole = unit(grain, day)
    assert whole.start <= day <= whole.end
    assert whole.grain is grain
    assert whole.previous().end == whole.start - timedelta(days=1)
    assert whole.previous() == unit(grain, whole.start - timedelta(days=1))


@given(SPANS, st.integers(-8, 8))
def test_shifting_back_undoes_shifting_forth(period: Period, count: int) -> None:
    there = period.shift(count)
    assume(there.months == period.months)  # 31 days may come to lie on a whole month
    assert there.shift(-count) == period


@given(SPANS, st.integers(-8, 8))
def test_a_shifted_span_keeps_its_length(period: Period, count: int) -> None:
    moved = period.shift(count)
    assert moved.months == period.months
    if period.months is None:
        assert moved.days == period.days


@given(SPANS)
def test_previous_and_next_leave_no_gap(period: Period) -> None:
    assert period.previous().end + timedelta(days=1) == period.start
    assert period.shift(1).start - timedelta(days=1) == period.end


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("2024-03", "2024-02"),
        ("2024-01", "2023-12"),
        ("2024-Q1", "2023-Q4"),
        ("2024-S1", "2023-S2"),
        ("2024", "2023"),
        ("2026-W01", "2025-W52"),
        ("2024-03-01", "2024-02-29"),
        ("2024-01/P9M", "2023-04/P9M"),
        ("2024-07-21/P11D", "2024-07-10/P11D"),
    ],
)
def test_previous(name: str, before: str) -> None:
    assert parse(name).previous() == parse(before)


@pytest.mark.parametrize(
    ("name", "earlier"),
    [
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024-Q1", "2023-Q1"),
        ("2025-01/P2M", "2024-01/P2M"),
        ("2021-01/P60M", "2020-01/P60M"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"),
        ("2021-W05", "2020-W05"),
        ("2026-W53", "2025-W52"),
        ("2021-W01", "2020-W01"),
        ("2026-01-01/P327D", "2025-01-01/P327D"),
        ("2024-02-20/P10D", "2023-02-20/P9D"),
    ],
)
def test_last_year(name: str, earlier: str) -> None:
    assert parse(name).last_year() == parse(earlier)


@given(st.builds(unit, GRAINS, DAYS))
def test_last_year_of_a_unit_is_a_unit_of_the_same_grain_that_ends_earlier(period: Period) -> None:
    earlier = period.last_year()
    assert earlier.grain is period.grain
    assert 358 <= (period.end - earlier.end).days <= 372


@pytest.mark.parametrize(
    ("name", "grain", "first", "last", "count"),
    [
        ("2024", Grain.MONTH, "2024-01", "2024-12", 12),
        ("2024", Grain.QUARTER, "2024-Q1", "2024-Q4", 4),
        ("2024", Grain.HALF_YEAR, "2024-S1", "2024-S2", 2),
        ("2024", Grain.DAY, "2024-01-01", "2024-12-31", 366),
        ("2020", Grain.WEEK, "2020-W01", "2020-W53", 53),
        ("2024", Grain.WEEK, "2024-W01", "2024-W52", 52),
        ("2026-11", Grain.WEEK, "2026-W45", "2026-W48", 4),
        ("2026-10", Grain.WEEK, "2026-W40", "2026-W44", 5),
        ("2024-01/P9M", Grain.QUARTER, "2024-Q1", "2024-Q3", 3),
        ("2024-02/P9M", Grain.QUARTER, "2024-Q2", "2024-Q3", 2),
        ("2026-01-15/P60D", Grain.MONTH, "2026-02", "2026-02", 1),
        ("2021-01/P60M", Grain.YEAR, "2021", "2025", 5),
        ("2024-07", Grain.MONTH, "2024-07", "2024-07", 1),
    ],
)
def test_units(name: str, grain: Grain, first: str, last: str, count: int) -> None:
    parts = parse(name).units(grain)
    assert (parts[0].name, parts[-1].name, len(parts)) == (first, last, count)


@pytest.mark.parametrize(
    ("name", "grain"),
    [
        ("2024-07", Grain.QUARTER),
        ("2024-02/P2M", Grain.QUARTER),
        ("2024-Q1", Grain.YEAR),
        ("2026-11-23", Grain.WEEK),
        ("2026-11-20/P12D", Grain.MONTH),
    ],
)
def test_a_span_too_short_for_the_grain_has_no_units(name: str, grain: Grain) -> None:
    assert parse(name).units(grain) == []


@given(SPANS, st.sampled_from([grain for grain in Grain if grain is not Grain.WEEK]))
def test_units_are_ordered_adjoining_and_inside(period: Period, grain: Grain) -> None:
    parts = period.units(grain)
    assert all(period.contains(part) and part.grain is grain for part in parts)
    assert all(earlier.shift(1) == later for earlier, later in pairwise(parts))
    filled = bool(parts) and (parts[0].start, parts[-1].end) == (period.start, period.end)
    assert period.is_made_of(grain) == filled


@given(st.integers(1990, 2060))
def test_the_months_of_a_year_share_out_its_weeks(number: int) -> None:
    by_month = [
        week for month in year(number).units(Grain.MONTH) for week in month.units(Grain.WEEK)
    ]
    assert by_month == year(number).units(Grain.WEEK)
    assert {week.start.isocalendar().year for week in by_month} == {number}


@pytest.mark.parametrize(
    ("name", "months", "cumulative"),
    [
        ("2024-07", 1, False),
        ("2024-01", 1, False),
        ("2024-01/P9M", 9, True),
        ("2024-S1", 6, True),
        ("2024-Q1", 3, True),
        ("2024-S2", 6, False),
        ("2024", 12, False),
        ("2021-01/P60M", 60, False),
        ("2026-11-23", None, False),
        ("2026-01-01/P327D", None, False),
    ],
)
def test_whole_months(name: str, months: int | None, cumulative: bool) -> None:
    period = parse(name)
    assert (period.months, period.is_cumulative) == (months, cumulative)


@pytest.mark.parametrize(
    ("last_day", "clipped"),
    [
        ("2026-12-31", "2026-12-31"),
        ("2027-05-01", "2026-12-31"),
        ("2026-11-23", "2026-11-23"),
        ("2026-01-01", "2026-01-01"),
    ],
)
def test_clipped_ends_no_later_than_the_last_day(last_day: str, clipped: str) -> None:
    expected = span("2026-01-01", clipped)
    assert year(2026).clipped(date.fromisoformat(last_day)) == expected


def test_a_span_that_has_not_begun_is_clipped_away() -> None:
    assert year(2026).clipped(date(2025, 12, 31)) is None


@pytest.mark.parametrize(
    ("name", "text", "short"),
    [
        ("2024", "năm 2024", "2024"),
        ("2024-S1", "6 tháng đầu năm 2024", "6T đầu 2024"),
        ("2024-S2", "6 tháng cuối năm 2024", "6T cuối 2024"),
        ("2024-Q3", "quý III/2024", "Q3/2024"),
        ("2024-07", "tháng 7/2024", "T7/2024"),
        ("2026-W01", "tuần 1/2026 (29/12–04/01)", "tuần 1/2026"),
        ("2024-07-05", "ngày 05/07/2024", "05/07/2024"),
        ("2024-01/P9M", "9 tháng đầu năm 2024", "9T/2024"),
        ("2021-01/P60M", "giai đoạn 2021–2025", "01/01/21–31/12/25"),
        ("2024-02/P3M", "tháng 2–4/2024", "01/02/24–30/04/24"),
        ("2025-11/P4M", "từ tháng 11/2025 đến tháng 2/2026", "01/11/25–28/02/26"),
        ("2026-01-01/P327D", "từ đầu năm 2026 đến ngày 23/11", "01/01/26–23/11/26"),
    ],
)
def test_labels(name: str, text: str, short: str) -> None:
    assert (label(parse(name)), short_label(parse(name))) == (text, short)


@given(SPANS, SPANS)
def test_labels_tell_spans_apart(one: Period, other: Period) -> None:
    assert (label(one) == label(other)) == (one == other)


def test_roman_quarters_match_their_numbers() -> None:
    quarters = [label(period) for period in year(2026).units(Grain.QUARTER)]
    assert quarters == [f"quý {roman}/2026" for roman in periods.ROMAN[1:]]
