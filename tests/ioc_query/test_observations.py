"""Reading the newest periods of more pairs than one statement takes."""

from sqlalchemy import Engine

from ioc_query.access import Access
from ioc_query.observations import newest_periods
from ioc_query.periods import parse
from tests.ioc_query.small_province import NOW, SmallProvince


def test_newest_periods_of_any_number_of_pairs(engine: Engine) -> None:
    pairs = [(f"NONE{number}", "T") for number in range(1200)]
    pairs[700], pairs[1100] = ("THU", "T"), ("XK", "T")
    with engine.begin() as connection:
        province = SmallProvince(connection)
        province.put("THU", "T", {"2026-09": 1, "2026-10": 2, "2026-12": 3})
        province.put("XK", "T", {"2026-08": 1})
        found = newest_periods(Access(connection), pairs, NOW.date())
    assert found == {("THU", "T"): parse("2026-10"), ("XK", "T"): parse("2026-08")}
