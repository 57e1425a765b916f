"""Pages of a long text: none too long, none that breaks a tag, and nothing lost."""

import unicodedata
from html import escape
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.limits import PAGE_BREAK, split_html, text_length
from bot.rendering.pages import PAGE_LENGTH, is_paged, pages_of
from bot.rendering.reply import Reply

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐếộữỳẩặ😀"
words = st.text(LETTERS, min_size=1, max_size=400)
lines = st.lists(words, min_size=1, max_size=8).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=60)
Form = Literal["NFC", "NFD"]
forms: st.SearchStrategy[Form] = st.sampled_from(("NFC", "NFD"))


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(texts, forms)
def test_pages_hold_everything_and_none_is_too_long(lines: list[str], form: Form) -> None:
    html = "\n".join(f"<b>{escape(unicodedata.normalize(form, line))}</b>" for line in lines)
    pages = pages_of(html)
    assert all(text_length(page) <= PAGE_LENGTH for page in pages)
    assert all(page.count("<b>") == page.count("</b>") for page in pages)
    whole = squeezed(Reply(html).text)
    assert "".join(squeezed(Reply(page).text) for page in pages) == whole
    assert is_paged(html) or len(pages) == 1


def test_a_page_ends_where_a_line_does() -> None:
    lines = [f"Dòng {number}: 1.234,5 tỷ đồng" for number in range(200)]
    assert "\n".join(pages_of("\n".join(lines))).split("\n") == lines


def test_the_last_page_is_no_scrap() -> None:
    lines = ["x" * 49] * 32
    pages = pages_of("\n".join(lines))
    assert len(pages) == 2
    assert min(map(text_length, pages)) > PAGE_LENGTH / 3


def test_a_short_text_is_one_page() -> None:
    assert pages_of("<b>Thu ngân sách</b>") == ["<b>Thu ngân sách</b>"]
    assert not is_paged("x" * PAGE_LENGTH)
    assert is_paged("x" * (PAGE_LENGTH + 1))


def test_a_page_break_begins_a_page_and_is_not_shown() -> None:
    html = f"<b>Kinh tế</b>\n\n{PAGE_BREAK}• Thu ngân sách\n• Xuất khẩu"
    assert is_paged(html)
    assert pages_of(html) == ["<b>Kinh tế</b>", "• Thu ngân sách\n• Xuất khẩu"]
    assert split_html(html, 4096) == ["<b>Kinh tế</b>\n\n• Thu ngân sách\n• Xuất khẩu"]
    assert Reply(html).text == "Kinh tế\n\n• Thu ngân sách\n• Xuất khẩu"


def test_what_is_long_behind_a_page_break_is_paged_on_its_own() -> None:
    pages = pages_of("Kinh tế\n" + PAGE_BREAK + "\n".join(["x" * 49] * 32))
    assert pages[0] == "Kinh tế"
    assert len(pages) == 3
