"""Choices and pages as buttons under a message, and what a pressed one says."""

from collections.abc import Iterable, Iterator, Sequence

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.channel import Message, Pressed
from bot.conversation import Speaker
from bot.messages import say
from bot.rendering.formatting import capitalised
from bot.rendering.phrases import phrase
from bot.rendering.reply import Reply

ROW_LENGTH = 34
"""Letters that a phone shows in one row of buttons."""
_SEPARATOR, _PAGE = ":", "p"


def keyboard_of(reply: Reply, page: int = 1, pages: int = 1) -> InlineKeyboardMarkup | None:
    """One button a choice, as many beside each other as a phone can show; the pages below them.

    What is asked next fills its rows from the last one, so that what is always offered keeps its place.
    """
    if reply.keyboard is None:
        return None
    buttons = [
        _button(words, f"{reply.keyboard}{_SEPARATOR}{at}")
        for at, words in enumerate(reply.shown_choices)
    ]
    rows = _packed(buttons) if reply.candidates else _packed_from_the_end(buttons)
    if pages > 1:
        rows.append(list(_page_buttons(reply.keyboard, page, pages)))
    return InlineKeyboardMarkup(rows) if rows else None


def pressed_button(query: CallbackQuery) -> Message:
    """The press as a message; data that no keyboard of ours carries finds no keyboard later on."""
    token, _, place = (query.data or "").rpartition(_SEPARATOR)
    chat = query.message.chat.id if query.message else query.from_user.id
    speaker = Speaker("telegram", str(chat), str(query.from_user.id))
    number = int(place.removeprefix(_PAGE)) if place.removeprefix(_PAGE).isdecimal() else 0
    is_page = place.startswith(_PAGE)
    pressed = Pressed(token, page=number) if is_page else Pressed(token, number)
    return Message(speaker, pressed=pressed, has_buttons=True)


def _packed(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    rows: list[list[InlineKeyboardButton]] = []
    room = 0
    for button in buttons:
        if rows and len(button.text) <= room:
            rows[-1].append(button)
            room -= len(button.text)
        else:
            rows.append([button])
            room = ROW_LENGTH - len(button.text)
    return rows


def _packed_from_the_end(
    buttons: Sequence[InlineKeyboardButton],
) -> list[list[InlineKeyboardButton]]:
    return [row[::-1] for row in reversed(_packed(reversed(buttons)))]


def _page_buttons(token: str, page: int, pages: int) -> Iterator[InlineKeyboardButton]:
    """Back, where one is, on: the page itself shows itself again, which changes nothing."""

    def button(words: str, to: int) -> InlineKeyboardButton:
        return _button(words, f"{token}{_SEPARATOR}{_PAGE}{to}")

    if page > 1:
        yield button(phrase("browse.back"), page - 1)
    yield button(say("telegram.page", page=page, pages=pages), page)
    if page < pages:
        yield button(phrase("browse.next"), page + 1)


def _button(words: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(capitalised(words), callback_data=data)
