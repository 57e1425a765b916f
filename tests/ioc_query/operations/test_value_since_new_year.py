"""Figures told since the year began, and what they may be held against."""

from ioc_query.figures import Answer, Substitution
from ioc_query.query import Baseline
from ioc_query.results import ValueResult
from tests.ioc_query.small_province import SmallProvince


def only(result: object) -> Answer:
    assert isinstance(result, ValueResult)
    (item,) = result.items
    assert isinstance(item, Answer)
    return item


def test_longest_of_the_newest_parts_answers_for_the_year_so_far(province: SmallProvince) -> None:
    province.put("TANG", "T", {"2026-Q3": 10.2, "2026-01/P9M": 9.6, "2026-S1": 9.2})
    province.put("TANG", "T", {"2025-01/P9M": 8.1})
    item = only(province.ask("value", "TANG", "2026-01-01..2026-11-23"))
    assert (item.figure.value, item.substitution) == (9.6, Substitution.NEWEST_PART)
    assert [one.reference.value for one in item.comparisons] == [8.1]


def test_level_since_new_year_is_not_held_against_the_year_before(province: SmallProvince) -> None:
    province.put("TYLE", "T", {"2025-10": 60, "2025-12": 88, "2026-10": 62})
    item = only(province.ask("value", "TYLE", "2026-01/P10M"))
    assert [one.baseline for one in item.comparisons] == [Baseline.LAST_YEAR]


def test_rate_that_starts_over_has_not_fallen_in_january(province: SmallProvince) -> None:
    province.put("TYLE", "T", {"2025-01": 2, "2025-12": 88, "2026-01": 3})
    item = only(province.ask("value", "TYLE", "2026-01"))
    assert [one.baseline for one in item.comparisons] == [Baseline.LAST_YEAR]


def test_fall_of_a_rate_by_half_within_a_year_is_told(province: SmallProvince) -> None:
    province.put("TYLE", "T", {"2026-05": 88, "2026-06": 30})
    item = only(province.ask("value", "TYLE", "2026-06"))
    assert [one.baseline for one in item.comparisons] == [Baseline.PREVIOUS]
