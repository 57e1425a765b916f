"""What sample figures are like: they add up, agree with each other, and look like the province's."""

from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from ioc_query.catalogue import AreaAggregation, Catalogue, TimeAggregation
from ioc_query.figures import Stage
from ioc_query.periods import Grain
from ioc_query.sample.bundled import bundled_catalogue
from ioc_query.sample.calendar import TET, is_school_day, is_working_day
from ioc_query.sample.generate import FIRST_AS_OF, LAST_AS_OF
from ioc_query.sample.profile_files import bundled_profiles
from ioc_query.sample.profiles import Shape
from tests.ioc_query.sample.reading import (
    PROVINCE,
    Figures,
    RememberedSample,
    figures,
    newest,
    of_province,
    only,
)

INDICATORS = bundled_catalogue().indicators
PROFILES = bundled_profiles().series
ADDED_UP = [
    code
    for code, entry in INDICATORS.items()
    if entry.by_area and entry.area_aggregation is AreaAggregation.SUM
]
PERCENTAGES = [
    code
    for code, entry in INDICATORS.items()
    if entry.is_rate and PROFILES[code].shape is not Shape.CHANGE
]
STEADY = [
    code
    for code, profile in PROFILES.items()
    if profile.shape is Shape.QUANTITY
    and code in INDICATORS
    and profile.noise < 0.1
    and not profile.cycle
    and abs(profile.growth) < 20
    and INDICATORS[code].frequency is not Grain.YEAR
]
AT_LEVEL = (Shape.QUANTITY, Shape.PART, Shape.RATE, Shape.TOTAL)
"""Other shapes move with the year or with what they are made from."""
NOT_NEAR_TYPICAL = {"KT.FDI_VON", "KT.DTTN_VON", "YT.SXH_TV", "AT.SUCO", "YT.SOI"}
"""A few large projects, deaths that are zero in a typical week, incidents fewer than the note's 1, waves."""


@pytest.mark.parametrize("code", ADDED_UP)
def test_districts_add_up_to_the_province(sample: RememberedSample, code: str) -> None:
    found = figures(sample, code)
    totals: dict[object, float] = {}
    for (area, period), value in found.items():
        totals[period] = totals.get(period, 0) + (-value if area == PROVINCE else value)
    assert totals
    assert max(map(abs, totals.values())) < 1e-6 * max(found.values()) + 1e-9


@pytest.mark.parametrize("code", INDICATORS)
def test_every_indicator_has_figures_of_every_area_it_is_reported_for(
    sample: RememberedSample, code: str
) -> None:
    areas = {area for area, _ in figures(sample, code)}
    expected = {PROVINCE}
    if INDICATORS[code].by_area:
        expected |= {area.code for area in sample.catalogue.districts}
    assert areas == expected


@pytest.mark.parametrize("code", PERCENTAGES)
def test_percentages_are_within_bounds(sample: RememberedSample, code: str) -> None:
    above = 130 if PROFILES[code].shape is Shape.ATTAINMENT else 100
    assert all(0 <= value <= above for value in figures(sample, code).values())


@pytest.mark.parametrize("code", INDICATORS)
def test_amounts_are_not_negative_and_counts_are_whole(sample: RememberedSample, code: str) -> None:
    values = list(figures(sample, code).values())
    if PROFILES[code].shape in (Shape.QUANTITY, Shape.CUMULATIVE, Shape.PART):
        assert min(values) >= 0
    if INDICATORS[code].decimals == 0:
        assert all(value == int(value) for value in values)


@pytest.mark.parametrize(
    "code",
    [
        code
        for code in INDICATORS
        if PROFILES[code].shape in AT_LEVEL and code not in NOT_NEAR_TYPICAL
    ],
)
def test_last_year_is_near_the_typical_value(sample: RememberedSample, code: str) -> None:
    profile, days = PROFILES[code], INDICATORS[code].frequency is Grain.DAY
    values = [
        value
        for period, value in of_province(sample, code).items()
        if period.start.year == 2025 and (not days or is_working_day(period.start))
    ]
    assert 0.75 < np.mean(values) / profile.level < 1.33


@pytest.mark.parametrize("code", STEADY)
def test_growth_over_the_years_is_the_typical_one(sample: RememberedSample, code: str) -> None:
    values = of_province(sample, code)
    first = np.mean([value for period, value in values.items() if period.end.year == 2021])
    last = np.mean([value for period, value in values.items() if period.end.year == 2025])
    yearly = 100 * ((last / first) ** 0.25 - 1)
    assert abs(yearly - PROFILES[code].growth) < 3.5


@pytest.mark.parametrize(
    ("code", "month", "low", "high"),
    [
        ("NS.THU_TYLE", 1, 7, 14),
        ("NS.THU_TYLE", 12, 85, 116),
        ("NS.DTC_TYLE", 3, 7, 13),
        ("NS.DTC_TYLE", 6, 24, 36),
        ("NS.DTC_TYLE", 12, 78, 99),
        ("YT.TIEMCHUNG", 12, 92, 97),
        ("KT.NN_GIEOTRONG", 5, 9000, 13500),
        ("KT.NN_GIEOTRONG", 8, 20000, 28000),
        ("KT.NN_DIEU_SL", 3, 75000, 135000),
        ("KT.NN_DIEU_SL", 7, 0, 0),
        ("KT.NN_TIEU_SL", 3, 12000, 21000),
    ],
)
def test_months_are_as_the_notes_say(
    sample: RememberedSample, code: str, month: int, low: float, high: float
) -> None:
    values = [
        value for period, value in of_province(sample, code).items() if period.start.month == month
    ]
    assert len(values) >= 5
    assert all(low <= value <= high for value in values)


@pytest.mark.parametrize("code", ["HC.HS_TIEPNHAN", "HC.HS_GIAIQUYET"])
def test_offices_take_next_to_nothing_on_days_off(sample: RememberedSample, code: str) -> None:
    days = of_province(sample, code)
    off = [value for day, value in days.items() if not is_working_day(day.start)]
    working = [value for day, value in days.items() if is_working_day(day.start)]
    assert len(off) > 500
    assert max(off) < 60
    assert min(working) > 900


def test_attendance_is_reported_on_school_days_only(sample: RememberedSample) -> None:
    days = [period.start for period in of_province(sample, "GD.CHUYENCAN")]
    assert all(is_school_day(day) for day in days)
    assert 150 < sum(day.year == 2025 for day in days) < 190
    assert TET[2025] not in days


def test_dengue_peaks_in_the_rainy_season(sample: RememberedSample) -> None:
    weeks = of_province(sample, "YT.SXH")
    for year in range(2021, 2026):
        rainy = [
            value
            for week, value in weeks.items()
            if week.end.year == year and week.end.month in (8, 9)
        ]
        dry = [
            value
            for week, value in weeks.items()
            if week.end.year == year and week.end.month in (3, 4)
        ]
        assert np.mean(rainy) > 2 * np.mean(dry)


def test_few_die_of_dengue(sample: RememberedSample) -> None:
    deaths = of_province(sample, "YT.SXH_TV")
    assert 3 <= sum(deaths.values()) <= 40


@pytest.mark.parametrize("code", INDICATORS)
def test_past_figures_do_not_depend_on_the_day_of_the_sample(
    sample: RememberedSample, earlier_sample: RememberedSample, code: str
) -> None:
    now, before = figures(sample, code), figures(earlier_sample, code)
    if PROFILES[code].revision:
        before = _of_final_stage(earlier_sample, code)
    shared = now.keys() & before.keys()
    assert shared
    assert all(now[key] == before[key] for key in shared)


def test_figures_do_not_depend_on_what_else_the_catalogue_holds(
    sample: RememberedSample, catalogue: Catalogue
) -> None:
    alone = RememberedSample(only(catalogue, "YT.SXH"), sample.as_of, sample.seed)
    assert figures(alone, "YT.SXH") == figures(sample, "YT.SXH")


def test_another_seed_gives_another_sample(sample: RememberedSample, catalogue: Catalogue) -> None:
    other = RememberedSample(catalogue, sample.as_of, 7)
    assert figures(other, "NS.THU_TONG") != figures(sample, "NS.THU_TONG")


@pytest.mark.parametrize("year", [FIRST_AS_OF, LAST_AS_OF])
@pytest.mark.parametrize("day", [(1, 1), (2, 28), (12, 31)])
def test_any_day_of_the_known_years_can_be_sampled(
    catalogue: Catalogue, year: int, day: tuple[int, int]
) -> None:
    codes = ("HC.HS_QUAHAN_TYLE", "KT.GRDP_TANG", "NS.DTC_KH", "YT.TCM", "AT.TANCONG")
    behind = ("KT.GRDP_SS", "NS.DTC_GN", "KT.VA_NLTS", "KT.VA_CNXD", "KT.VA_DV")
    sample = RememberedSample(only(catalogue, *codes, *behind), date(year, *day), 1)
    for code in codes:
        found = figures(sample, code)
        assert max(period.end for _, period in found) < sample.as_of
        assert min(period.start.year for _, period in found) == year - 5


@pytest.mark.parametrize("year", [FIRST_AS_OF - 1, LAST_AS_OF + 1])
def test_day_outside_the_known_years_is_refused(catalogue: Catalogue, year: int) -> None:
    with pytest.raises(ValueError, match=str(FIRST_AS_OF)):
        RememberedSample(catalogue, date(year, 6, 1), 1)


def test_sums_over_time_are_of_whole_parts(sample: RememberedSample) -> None:
    """No gaps: each sum indicator has every unit from the first to the newest."""
    for code, entry in INDICATORS.items():
        if entry.time_aggregation is TimeAggregation.SUM:
            periods = list(of_province(sample, code))
            assert all(later == earlier.shift(1) for earlier, later in pairwise(periods))


def _of_final_stage(sample: RememberedSample, code: str) -> Figures:
    rows = sample.observations(INDICATORS[code])
    return newest(row for row in rows if row.stage is Stage.FINAL)
