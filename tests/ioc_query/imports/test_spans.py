"""Periods as people write them in tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.imports.spans import is_in_range, read_span
from ioc_query.periods import Grain, label, parse, short_label, unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024-Q3", "2024-Q3"),
        ("2024-01/P9M", "2024-01/P9M"),
        ("2025", "2025"),
        ("năm 2025", "2025"),
        ("06/2026", "2026-06"),
        ("6/2026", "2026-06"),
        ("T6/2026", "2026-06"),
        ("Tháng 6/2026", "2026-06"),
        ("tháng 6 năm 2026", "2026-06"),
        ("2026/06", "2026-06"),
        ("Quý 3/2025", "2025-Q3"),
        ("QUÝ III/2025", "2025-Q3"),
        ("quý IV năm 2025", "2025-Q4"),
        ("Q1/2025", "2025-Q1"),
        ("15/06/2025", "2025-06-15"),
        ("ngày 5-6-2025", "2025-06-05"),
        ("6 tháng đầu năm 2025", "2025-S1"),
        ("6 tháng cuối năm 2025", "2025-S2"),
        ("9 tháng năm 2025", "2025-01/P9M"),
        ("9T/2025", "2025-01/P9M"),
        ("tuần 5/2025", "2025-W05"),
    ],
)
def test_period_that_can_mean_one_thing_is_read(text: str, name: str) -> None:
    assert read_span(text) == parse(name)


@pytest.mark.parametrize(
    "text",
    [
        *("", "tháng 6", "quý 3", "13/2025", "31/06/2025", "quý 5/2025", "Q5/2025", "2025-13", "2024-W54"),
        *("tuần 53/2025", "0 tháng 2025", "13 tháng 2025", "6 tháng", "06/25", "hôm qua", "9999-12/P9999M"),
    ],
)  # fmt: skip
def test_period_that_is_none_or_not_certain_is_refused(text: str) -> None:
    assert read_span(text) is None


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(Grain))
def test_names_and_short_labels_of_units_are_read_back(day: date, grain: Grain) -> None:
    span = unit(grain, day)
    assert read_span(span.name) == span
    if grain not in (Grain.WEEK, Grain.HALF_YEAR):
        assert read_span(short_label(span)) == span
        assert read_span(label(span)) == span


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_none(text: str) -> None:
    span = read_span(text)
    assert span is None or span.end - span.start >= timedelta(0)


def test_years_far_off_are_out_of_range() -> None:
    assert is_in_range(parse("2024"))
    assert not is_in_range(parse("0204"))
    assert not is_in_range(parse("2099-01/P5Y"))
