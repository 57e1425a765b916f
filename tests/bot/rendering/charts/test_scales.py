"""Scales hold their values and read well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.charts.scales import labelled, period_texts, thinned, value_scale
from ioc_query.periods import parse


@given(st.lists(st.floats(-1e9, 1e9, allow_subnormal=False).map(lambda v: round(v, 2)), min_size=1))
def test_a_scale_holds_every_value(values: list[float]) -> None:
    scale = value_scale(values, is_whole=False)
    assert scale.low <= min(values) <= max(values) <= scale.high
    assert len(scale.ticks) == len(scale.texts) <= 7


@pytest.mark.parametrize(
    ("values", "is_whole", "texts"),
    [
        ([0, 0, 0], True, ["0", "1"]),
        ([40, 1000], False, ["0", "250", "500", "750", "1.000"]),
        ([6.2, 9.6], False, ["6", "7", "8", "9", "10"]),
        ([0.1, 0.9], False, ["0,00", "0,25", "0,50", "0,75", "1,00"]),
        ([2, 3], True, ["2", "3"]),
        ([-12.3, 22], False, ["-20", "-10", "0", "10", "20", "30"]),
    ],
)
def test_ticks_are_round_numbers(values: list[float], is_whole: bool, texts: list[str]) -> None:
    assert list(value_scale(values, is_whole=is_whole).texts) == texts


@pytest.mark.parametrize(
    ("span", "texts"),
    [
        ("2026-10", ("T10", "2026")),
        ("2026-Q3", ("Q3", "2026")),
        ("2026-S1", ("6T đầu", "2026")),
        ("2026", ("2026", "")),
        ("2026-W46", ("tuần 46", "2026")),
        ("2026-11-22", ("22/11", "2026")),
    ],
)
def test_the_year_of_a_label_stands_apart(span: str, texts: tuple[str, str]) -> None:
    assert period_texts(parse(span)) == texts


def test_the_last_period_is_always_labelled_and_the_year_once() -> None:
    texts = [(f"T{month}", year) for year in ("2025", "2026") for month in range(1, 13)]
    assert labelled(texts, most=8) == [
        (2, "2025"), (5, ""), (8, ""), (11, ""), (14, "2026"), (17, ""), (20, ""), (23, ""),
    ]  # fmt: skip


@given(st.integers(1, 400), st.integers(0, 40))
def test_no_more_labels_than_fit(count: int, most: int) -> None:
    places = [place for place, _ in labelled([("T1", "2026")] * count, most)]
    assert len(places) <= max(most, 2)
    assert places[-1] == count - 1


def test_the_same_months_are_labelled_every_year() -> None:
    texts = [(f"T{month}", year) for year in ("2024", "2025", "2026") for month in range(1, 13)]
    assert [texts[place][0] for place, _ in labelled(texts, most=8)] == ["T6", "T12"] * 3


@given(st.lists(st.floats(-1e6, 1e6).map(lambda v: round(v, 2)), min_size=1), st.integers(0, 8))
def test_thinned_ticks_are_even_and_keep_the_outer_ones(values: list[float], most: int) -> None:
    scale = value_scale(values, is_whole=False)
    thin = thinned(scale, most)
    assert (thin.ticks[0], thin.ticks[-1]) == (scale.ticks[0], scale.ticks[-1])
    assert (thin.low, thin.high) == (scale.low, scale.high)
    assert 2 <= len(thin.ticks) <= max(most, 2)
    steps = [after - before for before, after in zip(thin.ticks, thin.ticks[1:], strict=False)]
    assert steps == pytest.approx([steps[0]] * len(steps))
