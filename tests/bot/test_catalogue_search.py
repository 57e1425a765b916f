"""Indicators are found by a part of a name, as people type it on a phone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue_search import CatalogueSearch
from ioc_query.catalogue import Catalogue
from ioc_query.sample.bundled import bundled_catalogue

SEARCH = CatalogueSearch(bundled_catalogue())


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("xuất khẩu", "KT.XK"),
        ("xuat khau", "KT.XK"),
        ("XUẤT KHẨU", "KT.XK"),
        ("xuất khẩi", "KT.XK"),
        ("gii ngan", "NS.DTC_GN"),
        ("giải ngân", "NS.DTC_GN"),
        ("GRDP đầu người", "KT.GRDP_BQDN"),
        ("thu ngân sách", "NS.THU_TONG"),
    ],
)
def test_words_find_their_indicator_first(words: str, first: str) -> None:
    assert SEARCH.find(words)[0].code == first


def test_words_are_found_whole() -> None:
    assert not any("huỷ sản" in one.name or "hủy sản" in one.name for one in SEARCH.find("thu"))


@pytest.mark.parametrize("words", ["", "  ", "?!", "xyzxyz", "thu ngân sách nhà nước của tỉnh nào"])
def test_words_of_no_name_find_nothing(words: str) -> None:
    assert SEARCH.find(words) == ()


def test_every_name_finds_its_own_indicator(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators.values():
        for name in (indicator.name, indicator.short_name, *indicator.aliases):
            assert indicator in SEARCH.find(name)
            assert SEARCH.find(unicodedata.normalize("NFD", name)) == SEARCH.find(name)


@given(st.text(max_size=60))
def test_any_text_is_searched_for(words: str) -> None:
    found = SEARCH.find(words)
    assert len(set(found)) == len(found)
