"""Randomness that depends only on its key."""

import numpy as np
import pytest

from ioc_query.periods import Grain
from ioc_query.sample.axis import Axis
from ioc_query.sample.draws import Draws


def test_equal_keys_give_equal_numbers_whatever_was_drawn_before() -> None:
    fresh, used = Draws(1), Draws(1)
    used.normal("something else")
    assert fresh.normal("NS.THU_TONG", "689") == used.normal("NS.THU_TONG", "689")


@pytest.mark.parametrize("other", [("NS.THU_TONG", "690"), ("NS.THU_DAT", "689")])
def test_other_keys_give_other_numbers(other: tuple[str, str]) -> None:
    assert Draws(1).normal("NS.THU_TONG", "689") != Draws(1).normal(*other)


def test_another_seed_gives_other_numbers() -> None:
    assert Draws(1).normal("NS.THU_TONG") != Draws(2).normal("NS.THU_TONG")


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR])
def test_years_that_two_spans_share_have_the_same_numbers(grain: Grain) -> None:
    long, short = Axis(grain, 2019, 2026), Axis(grain, 2021, 2024)
    wide = Draws(1).normals(long.years, "key")
    narrow = Draws(1).normals(short.years, "key")
    shared = (long.years >= 2021) & (long.years <= 2024)
    assert np.array_equal(wide[shared], narrow)


def test_numbers_are_standard_normal() -> None:
    drawn = Draws(1).normals(Axis(Grain.DAY, 2014, 2026).years, "key")
    assert abs(drawn.mean()) < 0.05
    assert drawn.std() == pytest.approx(1, abs=0.05)
