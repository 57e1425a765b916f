"""Whatever the reply, every message that carries it keeps to Telegram's limits."""

import unicodedata
from html import escape
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_parts import Part, parts_of
from bot.rendering.reply import Reply
from tests.bot_api_formats import CAPTION_MAX, TEXT_MAX, parse_html, units

names = st.text("aăâđêôơưxyẾộữỳ &<>😀", min_size=1, max_size=300)
Form = Literal["NFC", "NFD"]
forms: st.SearchStrategy[Form] = st.sampled_from(("NFC", "NFD"))
tokens = st.none() | st.just("T" * 16)


def reply_of(lines: list[str], form: Form, token: str | None) -> Reply:
    shown = [escape(unicodedata.normalize(form, line)) for line in lines]
    html = "\n".join(f"<b>{line}</b>" if at % 9 == 0 else line for at, line in enumerate(shown))
    return Reply(f"<b>Đầu đề</b>\n{html}", suggestions=("vẽ biểu đồ", *lines[:3]), keyboard=token)


def checked(part: Part) -> str:
    """The words of a part, when Telegram would take it."""
    text, entities = parse_html(part.html)
    assert units(text.strip()) <= (TEXT_MAX if part.picture is None else CAPTION_MAX)
    assert text.strip()
    assert len(entities) <= 100
    buttons = part.keyboard.inline_keyboard if part.keyboard else ()
    for row in buttons:
        for button in row:
            assert 1 <= len(str(button.callback_data).encode()) <= 64
            assert button.text
    return text


@given(st.lists(names, max_size=60), forms, tokens, st.none() | st.just(b"png"))
def test_every_part_keeps_to_the_limits(
    lines: list[str], form: Form, token: str | None, picture: bytes | None
) -> None:
    parts = parts_of(reply_of(lines, form, token), picture)
    for part in parts:
        checked(part)
    assert [part.picture for part in parts].count(picture) == (1 if picture else len(parts))


@given(st.lists(names, max_size=60), forms)
def test_without_a_keyboard_nothing_is_left_out(lines: list[str], form: Form) -> None:
    reply = reply_of(lines, form, None)
    shown = "".join(checked(part) for part in parts_of(reply, None))
    assert "".join(shown.split()) == "".join(reply.text.split())
