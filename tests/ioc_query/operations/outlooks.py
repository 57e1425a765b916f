"""Short ways to put figures for a forecast and to read what came of them."""

from collections.abc import Sequence

from ioc_query.forecast_results import Expected, ForecastResult, Outlook, OutlookItem
from tests.ioc_query.small_province import SmallProvince, months


def items(result: object) -> tuple[OutlookItem, ...]:
    assert isinstance(result, ForecastResult)
    return result.items


def only(result: object) -> Outlook:
    (item,) = items(result)
    assert isinstance(item, Outlook)
    return item


def put_steady_years(province: SmallProvince, code: str = "THU", area: str = "T") -> None:
    """100, 101 ... 111 from January to December of two years, and this year's first ten."""
    year = [float(value) for value in range(100, 112)]
    for number in (2024, 2025):
        province.put(code, area, months(number, *year))
    province.put(code, area, months(2026, *year[:10]))


def named(expected: Sequence[Expected]) -> dict[str, float]:
    return {one.period.name: one.middle for one in expected}


def bounds(expected: Expected) -> tuple[float, float]:
    return expected.inner.low, expected.inner.high
