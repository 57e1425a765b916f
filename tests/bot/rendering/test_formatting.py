"""Numbers, units, dates and names as an official writes them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.formatting import (
    age,
    brief_period,
    coverage,
    gap,
    in_sentence,
    listed,
    number,
    percent,
    plain_number,
    quantity,
    signed,
    subject,
)
from ioc_query.figures import Method
from ioc_query.periods import Grain, parse
from tests.bot.rendering.world import (
    CPI,
    DENGUE,
    DONG_XOAI,
    GROWTH,
    PROVINCE,
    RANK,
    REVENUE,
    TRADE,
    figure,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1.234,5"),
        (0, 2, "0,00"),
        (2.675, 2, "2,68"),
        (0.125, 2, "0,13"),
        (-0.125, 2, "-0,13"),
        (-0.004, 2, "0,00"),
        (999.995, 2, "1.000,00"),
        (1_249_638.955, 2, "1.249.638,96"),
        (1e22, 0, "10.000.000.000.000.000.000.000"),
        (-1234567, 0, "-1.234.567"),
        (7, 0, "7"),
    ],
)
def test_number(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


def read(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


@given(st.floats(-1e15, 1e15), st.integers(0, 4))
def test_number_is_the_value_rounded_once_half_away_from_zero(value: float, decimals: int) -> None:
    expected = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert read(number(value, decimals)) == expected


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_a_number_never_shows_minus_zero(value: float, decimals: int) -> None:
    text = number(value, decimals)
    assert not text.startswith("-") or read(text) < 0


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_leaving_out_zero_places_changes_no_number(value: float, decimals: int) -> None:
    assert read(plain_number(value, decimals)) == read(number(value, decimals))


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1080, 2, "1.080"), (1080.5, 2, "1.080,50"), (1000, 0, "1.000"), (0.0, 1, "0")],
)
def test_whole_numbers_lose_their_places(value: float, decimals: int, text: str) -> None:
    assert plain_number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.44, "+12,4"), (-3.15, "-3,2"), (0, "0,0"), (0.04, "0,0"), (-0.04, "0,0")],
)
def test_signs_stand_only_before_what_is_not_zero(value: float, text: str) -> None:
    assert signed(value) == text


def test_units() -> None:
    assert quantity(8.34, GROWTH) == "8,34%"
    assert quantity(49638.96, REVENUE) == "49.638,96 tỷ đồng"
    assert quantity(12, DENGUE) == "12 ca"
    assert quantity(9, RANK) == "hạng 9"
    assert quantity(-12.3, TRADE) == "-12,3 triệu USD"
    assert percent(82.3076) == "82,3%"


def test_differences_have_their_own_units() -> None:
    assert gap(-0.15, GROWTH) == "0,15 điểm phần trăm"
    assert gap(3, RANK) == "3 hạng"
    assert gap(-25.2, REVENUE) == "25,20 tỷ đồng"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Thu ngân sách", "thu ngân sách"),
        ("Ổ dịch tả heo", "ổ dịch tả heo"),
        ("GRDP bình quân", "GRDP bình quân"),
        ("IIP so cùng kỳ", "IIP so cùng kỳ"),
        ("PM2.5", "PM2.5"),
        ("", ""),
    ],
)
def test_names_inside_sentences(name: str, text: str) -> None:
    assert in_sentence(name) == text


def test_subject_names_the_area_unless_it_is_the_province() -> None:
    assert subject(REVENUE, parse("2026-10"), PROVINCE) == "Thu ngân sách tháng 10/2026"
    assert (
        subject(REVENUE, parse("2026-10"), DONG_XOAI)
        == "Thu ngân sách tháng 10/2026, Thành phố Đồng Xoài"
    )
    assert subject(REVENUE) == "Thu ngân sách"


def test_a_name_that_ends_in_a_time_is_set_apart_from_the_period() -> None:
    assert subject(CPI, parse("2026-10")) == "CPI so cùng kỳ, tháng 10/2026"


def test_a_week_loses_its_days_inside_a_sentence() -> None:
    assert brief_period(parse("2026-W46")) == "tuần 46/2026"
    assert brief_period(parse("2026-Q3")) == "quý III/2026"


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (date(2026, 11, 23), "hôm nay"),
        (date(2026, 11, 22), "hôm qua"),
        (date(2026, 11, 20), "3 ngày trước"),
        (date(2026, 10, 23), "31 ngày trước"),
        (date(2026, 10, 22), ""),
        (date(2026, 11, 24), ""),
    ],
)
def test_age_is_told_within_a_month(published: date, text: str) -> None:
    assert age(published, date(2026, 11, 23)) == text


@pytest.mark.parametrize(
    ("method", "parts", "expected", "grain", "text"),
    [
        (Method.PUBLISHED, 1, 1, None, ""),
        (Method.SUM, 10, 12, Grain.MONTH, "Cộng 10/12 tháng có số"),
        (Method.SUM, 12, 12, Grain.MONTH, "Cộng đủ 12 tháng"),
        (Method.MEAN, 30, 30, Grain.DAY, "Trung bình 30 ngày"),
        (Method.MEAN, 28, 30, Grain.DAY, "Trung bình 28/30 ngày có số"),
        (Method.MAX, 4, 4, Grain.WEEK, "Lớn nhất trong 4/4 tuần có số"),
        (Method.MIN, 3, 4, Grain.QUARTER, "Nhỏ nhất trong 3/4 quý có số"),
        (Method.AREA_SUM, 11, 11, None, "Cộng 11/11 huyện có số"),
        (Method.AREA_MEAN, 10, 11, None, "Trung bình 10/11 huyện có số"),
        (Method.LAST, 1, 1, None, "Lấy số mới nhất có được"),
    ],
)
def test_computed_figures_say_how(
    method: Method, parts: int, expected: int, grain: Grain | None, text: str
) -> None:
    computed = figure(
        REVENUE, "2025", 1, method=method, parts=parts, parts_expected=expected, part_grain=grain
    )
    assert coverage(computed) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A và B"),
        (["A", "B", "C"], "A, B và C"),
        (list("ABCDE"), "A, B, C, D và E"),
        (list("ABCDEFG"), "A, B, C, D và 3 huyện khác"),
    ],
)
def test_lists_of_names(names: list[str], text: str) -> None:
    assert listed(names, noun="huyện") == text
