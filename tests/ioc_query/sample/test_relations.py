"""Sample figures that follow from each other."""

from datetime import date

import numpy as np
import pytest

from ioc_query.periods import Grain
from ioc_query.sample.bundled import bundled_catalogue
from tests.ioc_query.sample.reading import PROVINCE, RememberedSample, figures, of_province

INDICATORS = bundled_catalogue().indicators


@pytest.mark.parametrize(
    ("code", "terms"),
    [
        ("NS.THU_TONG", {"NS.THU_NOIDIA": 1, "NS.THU_XNK": 1}),
        ("KT.XUATSIEU", {"KT.XK": 1, "KT.NK": -1}),
    ],
)
def test_total_is_the_sum_of_its_terms(
    sample: RememberedSample, code: str, terms: dict[str, int]
) -> None:
    total = of_province(sample, code)
    parts = {term: of_province(sample, term) for term in terms}
    for period, value in total.items():
        expected = sum(times * parts[term][period] for term, times in terms.items())
        assert value == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("NS.THU_DAT", "NS.THU_NOIDIA"),
        ("KT.BANLE_HH", "KT.BANLE"),
        ("KT.XK_DIEU", "KT.XK"),
        ("YT.NOITRU", "YT.KCB"),
        ("HC.HS_QUAHAN", "HC.HS_DANGGQ"),
        ("DL.KHACH_QT", "DL.KHACH"),
        ("DL.KHACH_LUUTRU", "DL.KHACH"),
        ("GT.TNGT_CHET", "GT.TNGT_VU"),
        ("GT.NONGDOCON", "GT.VIPHAM"),
        ("MX.TIEUCUC", "MX.TINBAI"),
    ],
)
def test_part_is_never_more_than_the_whole(sample: RememberedSample, part: str, whole: str) -> None:
    parts, wholes = figures(sample, part), figures(sample, whole)
    shared = parts.keys() & wholes.keys()
    assert len(shared) > 60
    assert all(parts[key] <= wholes[key] for key in shared)


def test_late_land_files_are_some_of_all_late_files(sample: RememberedSample) -> None:
    land, all_files = figures(sample, "MT.DAT_QUAHAN"), figures(sample, "HC.HS_QUAHAN")
    on_the_day = {(area, period.end): value for (area, period), value in all_files.items()}
    assert all(value <= on_the_day[area, week.end] for (area, week), value in land.items())


@pytest.mark.parametrize(
    ("growth", "level"),
    [
        ("KT.GRDP_TANG", "KT.GRDP_SS"),
        ("KT.NLTS_TANG", "KT.VA_NLTS"),
        ("KT.CNXD_TANG", "KT.VA_CNXD"),
        ("KT.DV_TANG", "KT.VA_DV"),
    ],
)
def test_growth_rates_are_those_of_the_levels(
    sample: RememberedSample, growth: str, level: str
) -> None:
    levels, rates = of_province(sample, level), of_province(sample, growth)
    compared = [period for period in rates if period.last_year() in levels]
    assert len(compared) > 15
    for period in compared:
        expected = 100 * (levels[period] / levels[period.last_year()] - 1)
        assert rates[period] == pytest.approx(expected, abs=0.011)


@pytest.mark.parametrize("span", ["2024-S1", "2024-01/P9M", "2024"])
def test_growth_of_longer_spans_is_that_of_the_quarters_together(
    sample: RememberedSample, span: str
) -> None:
    levels = of_province(sample, "KT.GRDP_SS")
    rates = {period.name: value for (_, period), value in figures(sample, "KT.GRDP_TANG").items()}
    quarters = {"2024-S1": 2, "2024-01/P9M": 3, "2024": 4}[span]

    def total(year: int) -> float:
        names = [f"{year}-Q{number}" for number in range(1, quarters + 1)]
        return sum(value for period, value in levels.items() if period.name in names)

    assert rates[span] == pytest.approx(100 * (total(2024) / total(2023) - 1), abs=0.011)


def test_shares_of_the_economy_and_taxes_make_a_hundred(sample: RememberedSample) -> None:
    sectors = [of_province(sample, f"KT.CC_{name}") for name in ("NLTS", "CNXD", "DV")]
    for period in sectors[0]:
        assert 95.3 < sum(sector[period] for sector in sectors) < 97.7


def test_economy_is_its_sectors_and_product_taxes(sample: RememberedSample) -> None:
    sectors = [of_province(sample, f"KT.VA_{name}") for name in ("NLTS", "CNXD", "DV")]
    for period, value in of_province(sample, "KT.GRDP_SS").items():
        assert 1.03 < value / sum(sector[period] for sector in sectors) < 1.055


def test_disbursement_rate_is_the_money_paid_out_of_the_money_there_is(
    sample: RememberedSample,
) -> None:
    paid, there = figures(sample, "NS.DTC_GN"), figures(sample, "NS.DTC_KH")
    for (area, year), money in there.items():
        months = year.units(Grain.MONTH)
        rate = 100 * sum(paid[area, month] for month in months) / money
        stated = figures(sample, "NS.DTC_TYLE")[area, months[-1]]
        assert stated == pytest.approx(rate, abs=0.011)


@pytest.mark.parametrize(
    ("rate", "assigned_by"), [("NS.THU_TYLE", "HĐND tỉnh"), ("NS.THU_TYLE_TW", "Bộ Tài chính")]
)
def test_revenue_rate_is_revenue_in_per_cent_of_the_plan(
    sample: RememberedSample, rate: str, assigned_by: str
) -> None:
    revenue = of_province(sample, "NS.THU_TONG")
    for plan in sample.plans(INDICATORS["NS.THU_TONG"]):
        if (plan.area, plan.assigned_by) != (PROVINCE, assigned_by) or plan.year == 2026:
            continue
        total = sum(value for month, value in revenue.items() if month.start.year == plan.year)
        december = [
            value
            for month, value in of_province(sample, rate).items()
            if month.end == date(plan.year, 12, 31)
        ]
        assert december == [pytest.approx(100 * total / plan.value, abs=0.011)]


def test_consumer_prices_of_a_year_follow_from_those_of_the_months(
    sample: RememberedSample,
) -> None:
    monthly, yearly = of_province(sample, "KT.CPI_TT"), of_province(sample, "KT.CPI_CK")
    for month, value in list(yearly.items())[12:]:
        last_twelve = [monthly[month.shift(-back)] for back in range(12)]
        product = np.prod([1 + change / 100 for change in last_twelve])
        assert value == pytest.approx(100 * (product - 1), abs=0.08)


@pytest.mark.parametrize(
    "code",
    ["NS.THU_TYLE", "NS.DTC_TYLE", "NS.DTC_TYLE_TTG", "YT.TIEMCHUNG", "KT.NN_GIEOTRONG", "HC.TOANTRINH_TYLE"],
)  # fmt: skip
def test_running_figures_climb_all_year_and_start_anew_in_january(
    sample: RememberedSample, code: str
) -> None:
    found = figures(sample, code)
    for (area, month), value in found.items():
        before = found.get((area, month.previous()))
        if before is not None:
            assert (value < before) == (month.start.month == 1), (area, month.name)


def test_on_time_rate_exists_only_where_something_was_resolved(sample: RememberedSample) -> None:
    resolved = figures(sample, "HC.HS_GIAIQUYET")
    rated = figures(sample, "HC.HS_DUNGHAN_TYLE").keys()
    assert {key for key, value in resolved.items() if value > 0} == rated
