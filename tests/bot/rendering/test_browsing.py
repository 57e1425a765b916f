"""Lists to walk through: how many buttons stand on a page, and where they lead."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.browsing import LISTED, Choice, Shelf
from bot.rendering.pages import is_paged
from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from ioc_query.catalogue import Catalogue


@given(st.integers(0, 200), st.integers(-5, 50))
def test_pages_together_show_every_choice_once(count: int, asked: int) -> None:
    choices = [Choice(f"nhãn {number}", f"lời {number}") for number in range(count)]
    shelf = Shelf(choices, "/lenh")
    pages = [shelf.shown(page) for page in range(1, shelf.pages + 1)]
    assert [one for page in pages for one in page if one in choices] == choices
    assert all(len(page) <= LISTED + 2 for page in pages)
    assert shelf.shown(asked) in pages
    if count:
        assert 1 <= shelf.page(asked) <= shelf.pages


def test_the_ways_lead_to_the_pages_beside() -> None:
    shelf = Shelf([Choice("nhãn", "lời")] * (3 * LISTED), "/chitieu Y tế")
    ways = [(one.label, one.words) for one in shelf.shown(2)[LISTED:]]
    assert ways == [("‹ Trước", "/chitieu Y tế 1"), ("Tiếp ›", "/chitieu Y tế 3")]


def test_areas_that_are_no_more_are_not_offered(catalogue: Catalogue) -> None:
    gone, today = catalogue.districts[0], date(2026, 11, 23)
    ended = {gone.code: replace(gone, valid_to=date(2025, 6, 30))}
    browsing = Renderer(replace(catalogue, areas={**catalogue.areas, **ended})).browsing
    shown = browsing.areas("thu ngân sách", today, 1)
    assert shown.labels[0] == "Toàn tỉnh"
    assert gone.name not in shown.labels
    assert len(shown.labels) == len(catalogue.areas) - 1


def test_where_no_area_is_left_those_that_were_are_offered(catalogue: Catalogue) -> None:
    ended = {one.code: replace(one, valid_to=date(2025, 6, 30)) for one in catalogue.districts}
    browsing = Renderer(replace(catalogue, areas={**catalogue.areas, **ended})).browsing
    shown = browsing.areas("thu ngân sách", date(2026, 11, 23), 1)
    assert len(shown.labels) == len(catalogue.areas)


def test_labels_and_choices_go_together(catalogue: Catalogue) -> None:
    browsing = Renderer(catalogue).browsing
    replies: list[Reply] = [
        browsing.indicators(words) for words in ("", "kt", "kt 2", "thu", "xyz")
    ]
    assert all(len(one.labels) == len(one.choices) for one in replies)
    assert all(one.takes_place for one in replies)


def test_long_words_are_told_in_short(catalogue: Catalogue) -> None:
    browsing = Renderer(catalogue).browsing
    today = date(2026, 11, 23)
    for shown in (browsing.indicators("<a> " * 900), browsing.areas("dài " * 900, today, 1)):
        assert not is_paged(shown.html)
        assert "…" in shown.text
