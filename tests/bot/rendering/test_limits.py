"""A cut message loses nothing and breaks nothing."""

import re
import unicodedata
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.limits import SMALLEST_LIMIT, split_html, text_length
from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from tests.bot.rendering.situations import reply_to
from tests.bot.rendering.world import CATALOGUE

LETTERS = st.text(
    st.sampled_from("aăâđêơưTỉnh Phước 0123,%&<>\"'\n\n 😀👩\u0301\u0323\u0302\u200d"), max_size=60
)
CLUSTERS = st.lists(
    st.builds(str.__add__, st.sampled_from("aeoD<&👩 "), st.text("\u0301\u0323\u0302", max_size=3)),
    max_size=80,
).filter(
    lambda clusters: not any(cluster.startswith(" ") and cluster > " " for cluster in clusters)
)


def tagged(tag: str, inside: str) -> str:
    start = 'a href="https://e.vn/?a=1&amp;b=2"' if tag == "a" else tag
    return f"<{start}>{inside}</{tag}>"


MESSAGES = st.recursive(
    LETTERS.map(escape),
    lambda inner: st.one_of(
        st.builds(tagged, st.sampled_from(["b", "i", "a", "pre", "code"]), inner),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)


class Balance(HTMLParser):
    """Fails when tags do not close in the order in which they opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def words(html: str) -> str:
    return re.sub(r"\s", "", Reply(html).text)


def units(html: str) -> int:
    parser = Words(html)
    return len(parser.text.encode("utf-16-le")) // 2


class Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data


@given(MESSAGES, st.integers(SMALLEST_LIMIT, 80))
def test_no_letter_is_lost_and_every_part_fits(html: str, limit: int) -> None:
    parts = split_html(html, limit)
    assert "".join(words(part) for part in parts) == words(html)
    assert all(units(part) <= limit for part in parts)


@given(MESSAGES, st.integers(SMALLEST_LIMIT, 80))
def test_every_part_is_whole_and_says_something(html: str, limit: int) -> None:
    for part in split_html(html, limit):
        Balance(part)
        assert Reply(part).text.strip()


@given(CLUSTERS, st.integers(SMALLEST_LIMIT, 60))
def test_a_mark_stays_with_its_letter(clusters: list[str], limit: int) -> None:
    parts = split_html("".join(escape(cluster) for cluster in clusters), limit)
    assert not any(unicodedata.combining(Reply(part).text[0]) for part in parts)


@given(MESSAGES)
def test_length_is_counted_in_utf_16_units_after_parsing(html: str) -> None:
    assert text_length(html) == units(html)


def test_a_message_that_fits_stays_as_it_is() -> None:
    assert split_html("<b>Thu</b> ngân sách\n12%", 4096) == ["<b>Thu</b> ngân sách\n12%"]


def test_cuts_fall_at_line_ends() -> None:
    html = "\n".join(f"dòng thứ {number}" for number in range(10))
    assert split_html(html, 24) == [
        f"dòng thứ {number}\ndòng thứ {number + 1}" for number in range(0, 10, 2)
    ]


def test_without_line_ends_cuts_fall_at_spaces() -> None:
    assert split_html("một hai ba bốn năm sáu", 16) == ["một hai ba bốn", "năm sáu"]


def test_a_table_is_closed_and_opened_again() -> None:
    first, second = split_html("<pre>Đồng Xoài 12\nChơn Thành 7</pre>", 16)
    assert first == "<pre>Đồng Xoài 12\n</pre>"
    assert second == "<pre>Chơn Thành 7</pre>"


def test_a_link_keeps_its_address_on_both_sides_of_a_cut() -> None:
    parts = split_html('<a href="https://e.vn/">' + "x" * 40 + "</a>", 16)
    assert len(parts) == 3
    assert all(part.startswith('<a href="https://e.vn/">') for part in parts)


def test_a_limit_that_no_text_can_keep_is_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        split_html("a", SMALLEST_LIMIT - 1)


def test_a_ranking_is_cut_between_rows() -> None:
    reply = reply_to("ranking", Renderer(CATALOGUE))
    parts = split_html(reply.html, 200)
    assert len(parts) > 2
    rows = [line for part in parts for line in Reply(part).text.splitlines()]
    assert "10. Bù Đốp       30,10" in rows
