"""Which indicators exist."""

import pytest

from ioc_query.catalogue import Kind
from ioc_query.figures import Status
from ioc_query.results import ContentsResult
from tests.ioc_query.small_province import INDICATORS, SmallProvince


def contents(result: object) -> ContentsResult:
    assert isinstance(result, ContentsResult)
    assert result.status is Status.OK
    return result


def listed(result: ContentsResult) -> list[list[str]]:
    return [[one.code for one in section.indicators] for section in result.sections]


def test_the_whole_is_told_by_domain_and_by_department(province: SmallProvince) -> None:
    result = contents(province.ask("catalogue", ""))
    assert result.is_whole
    assert [section.domain and section.domain.code for section in result.sections] == ["KT", "YT"]
    assert [len(codes) for codes in listed(result)] == [len(INDICATORS) - 1, 1]


def test_departments_that_supply_nothing_are_no_suppliers(province: SmallProvince) -> None:
    result = contents(province.ask("catalogue", ""))
    names = [section.department and section.department.code for section in result.suppliers]
    assert names == ["STC", "SYT"]


def test_what_asks_someone_to_act_comes_first(province: SmallProvince) -> None:
    (section,) = contents(province.ask("catalogue", "", domains=("KT",))).sections
    assert [one.code for one in section.statistical] == ["CPI"]
    assert section.indicators[-1].code == "CPI"
    assert len(section.indicators) == len(INDICATORS) - 1


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"domains": ("YT",)}, [["SXH"]]),
        ({"departments": ("SYT",)}, [["SXH"]]),
        ({"departments": ("SNV",)}, [[]]),
        ({"departments": ("SNV", "SYT")}, [[], ["SXH"]]),
        ({"domains": ("YT",), "departments": ("STC", "SYT")}, [[], ["SXH"]]),
    ],
)
def test_sections_are_those_named(
    province: SmallProvince, slots: dict[str, object], expected: list[list[str]]
) -> None:
    result = contents(province.ask("catalogue", "", **slots))
    assert listed(result) == expected
    assert not result.is_whole


def test_only_the_kind_that_is_named_is_listed(province: SmallProvince) -> None:
    assert listed(contents(province.ask("catalogue", "", kind=Kind.STATISTICAL))) == [["CPI"]]
    (section,) = contents(
        province.ask("catalogue", "", kind=Kind.OPERATIONAL, domains=("KT",))
    ).sections
    assert "CPI" not in [one.code for one in section.indicators]
