"""A reply as the Telegram messages that carry it, each within Telegram's limits."""

import html
from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup
from telegram.constants import MessageLimit

from bot.channels.telegram_buttons import keyboard_of
from bot.messages import say
from bot.rendering.limits import split_html, text_length
from bot.rendering.pages import pages_of
from bot.rendering.reply import Document, Reply

LONGEST_HEADLINE = 200


@dataclass(frozen=True, slots=True)
class Part:
    """One message: a text, or a picture or a document with its caption, which may be empty."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    picture: bytes | None = None
    document: Document | None = None


def parts_of(reply: Reply, picture: bytes | None) -> list[Part]:
    """The picture with the text as its caption, or with a short caption and the text after it.

    A text too long for one page is shown by its page where its keyboard can turn them, else whole.
    """
    if reply.documents:
        return _documents(reply)
    if picture is None:
        return _texts(reply)
    if text_length(reply.html) <= MessageLimit.CAPTION_LENGTH:
        return [Part(reply.html, keyboard_of(reply), picture)]
    return [Part(_headline(reply), picture=picture), *_texts(reply)]


def _documents(reply: Reply) -> list[Part]:
    """The text stands under the first, the buttons under the last; one too long for a caption goes before."""
    is_caption = text_length(reply.html) <= MessageLimit.CAPTION_LENGTH
    before = [] if is_caption else _texts(replace(reply, keyboard=None))
    captions = [reply.html if is_caption else "", *[""] * (len(reply.documents) - 1)]
    parts = [
        Part(caption, document=document)
        for caption, document in zip(captions, reply.documents, strict=True)
    ]
    return [*before, *parts[:-1], replace(parts[-1], keyboard=keyboard_of(reply))]


def _texts(reply: Reply) -> list[Part]:
    """The buttons stand under the last part."""
    if reply.keyboard is None:
        return [Part(part) for part in split_html(reply.html, MessageLimit.MAX_TEXT_LENGTH)]
    pages = pages_of(reply.html)
    page = min(max(1, reply.page), len(pages))
    return [Part(pages[page - 1], keyboard_of(reply, page, len(pages)))]


def _headline(reply: Reply) -> str:
    """The first line of the text, as a caption for a picture whose text follows."""
    first = reply.text.partition("\n")[0]
    return html.escape(say("telegram.continued", headline=first[:LONGEST_HEADLINE]))
