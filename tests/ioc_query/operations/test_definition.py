"""What indicators mean, with the newest figure of each."""

from ioc_query.figures import Status
from ioc_query.query import Intent
from ioc_query.results import DefinitionResult, NotAnswered
from tests.ioc_query.small_province import EAST, SOUTH, WEST, SmallProvince


def newest(result: object) -> list[tuple[str, float | None]]:
    assert isinstance(result, DefinitionResult)
    assert result.status is Status.OK
    return [(one.indicator.code, one.newest.value if one.newest else None) for one in result.items]


def test_each_indicator_comes_with_its_newest_figure(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-09": 9, "2026-10": 10})
    province.put("XK", "T", {"2026-08": 8})
    assert newest(province.ask("definition", "XK THU")) == [("XK", 8), ("THU", 10)]


def test_an_indicator_without_figures_is_explained_all_the_same(province: SmallProvince) -> None:
    assert newest(province.ask("definition", "THU")) == [("THU", None)]


def test_districts_together_are_the_newest_where_only_they_report(province: SmallProvince) -> None:
    for area, value in ((EAST, 10), (WEST, 20), (SOUTH, 30)):
        province.put("THU", area, {"2026-10": value})
    assert newest(province.ask("definition", "THU")) == [("THU", 60)]


def test_the_district_named_is_the_one_told(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 100})
    province.put("THU", EAST, {"2026-10": 10})
    assert newest(province.ask("definition", "THU", areas=(EAST,))) == [("THU", 10)]


def test_no_indicator_is_nothing_to_explain(province: SmallProvince) -> None:
    assert province.ask("definition", "") == NotAnswered(Intent.DEFINITION)
