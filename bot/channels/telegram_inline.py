"""Answers while a question is being typed behind the bot's name in any chat."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.channels.channel import Message, Respond
from bot.channels.telegram_pictures import Pictures
from bot.channels.telegram_sending import NO_PREVIEW, persistently
from bot.conversation import Speaker
from bot.messages import say
from bot.rendering.limits import split_html, text_length
from bot.rendering.pages import pages_of
from bot.rendering.reply import Reply

log = logging.getLogger(__name__)

START = "/start"
"""What an empty question comes to: its choices are the examples."""
START_PARAMETER = "inline"
_GAP = "\n\n"

InlineResult = InlineQueryResultArticle | InlineQueryResultCachedPhoto


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that can be posted, under its question where that was not typed."""

    reply: Reply
    title: str = ""

    @property
    def shown(self) -> list[str]:
        """The lines by which it is chosen."""
        lines = [self.title, *(line for line in self.reply.text.split("\n") if line.strip())]
        return [line for line in lines if line][:2]


class InlineAnswers:
    """An article, and its picture, for a question; those of the examples before the first letter."""

    def __init__(self, respond: Respond, pictures: Pictures) -> None:
        self._respond = respond
        self._pictures = pictures

    async def on_query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.inline_query
        assert query is not None, "the handler is for these only"
        question = query.query.strip()
        offers = await asyncio.to_thread(lambda: list(self._offers(query.from_user.id, question)))
        if question and (chart := offers[0].reply.chart) is not None:
            await self._pictures.put_up(context.application, chart)
        await answer(query, [one for offer in offers for one in self._results(offer)])

    def _offers(self, person: int, question: str) -> Iterator[Offer]:
        speaker = Speaker("telegram", "inline", str(person))
        if question:
            yield Offer(self._respond(Message(speaker, question, is_draft=True)))
            return
        for example in self._respond(Message(speaker, START, is_draft=True)).choices:
            yield Offer(self._respond(Message(speaker, example, is_draft=True)), example)

    def _results(self, offer: Offer) -> Iterator[InlineResult]:
        yield _article(offer)
        chart = offer.reply.chart
        if chart is not None and (file_id := self._pictures.held(chart)) is not None:
            yield _photo(offer, file_id)


async def answer(
    query: InlineQuery,
    results: Sequence[InlineResult],
    button: InlineQueryResultsButton | None = None,
) -> None:
    """Kept by nobody: figures change, and each person sees what is theirs."""
    try:
        await persistently(
            lambda: query.answer(results, cache_time=0, is_personal=True, button=button)
        )
    except BadRequest as refusal:
        log.info("an inline question was not answered: %s", refusal)


async def turn_away(query: InlineQuery) -> None:
    """Nothing for a stranger but the way into the private chat."""
    words = say("telegram.inline_stranger")
    await answer(query, [], InlineQueryResultsButton(words, start_parameter=START_PARAMETER))


def _article(offer: Offer) -> InlineQueryResultArticle:
    title, *more = offer.shown
    content = InputTextMessageContent(
        _first(pages_of(offer.reply.html)),
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
    )
    return InlineQueryResultArticle(_number(), title, content, description="".join(more))


def _photo(offer: Offer, file_id: str) -> InlineQueryResultCachedPhoto:
    return InlineQueryResultCachedPhoto(
        _number(),
        file_id,
        title=offer.shown[0],
        description=say("telegram.inline_photo"),
        caption=_caption(offer.reply.html),
        parse_mode=ParseMode.HTML,
    )


def _caption(html: str) -> str:
    longest = MessageLimit.CAPTION_LENGTH
    if text_length(html) <= longest:
        return html
    return _first(split_html(html, longest - len(_GAP) - len(say("telegram.inline_more"))))


def _first(parts: Sequence[str]) -> str:
    """What is posted into a chat of others is one page, and says so when there is more."""
    first, *more = parts
    return f"{first}{_GAP}{say('telegram.inline_more')}" if more else first


def _number() -> str:
    """Telegram wants one of its own for each result; they are told apart by nothing else."""
    return uuid4().hex
