"""Answers while a question is being typed behind the bot's name in any chat."""

import asyncio
import logging
from collections.abc import Iterator

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.channels.channel import Message, Respond
from bot.channels.telegram_sending import NO_PREVIEW, persistently
from bot.conversation import Speaker
from bot.messages import say
from bot.rendering.pages import pages_of
from bot.rendering.reply import Reply

log = logging.getLogger(__name__)

START = "/start"
"""What an empty question comes to: its choices are the examples."""
START_PARAMETER = "inline"


class InlineAnswers:
    """One article for a question, one each for the examples before the first letter."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    async def on_query(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.inline_query
        assert query is not None, "the handler is for these only"
        articles = await asyncio.to_thread(lambda: list(self._articles(query)))
        await answer(query, articles)

    def _articles(self, query: InlineQuery) -> Iterator[InlineQueryResultArticle]:
        speaker = Speaker("telegram", "inline", str(query.from_user.id))
        question = query.query.strip()
        if question:
            yield _article("0", self._respond(Message(speaker, question, is_draft=True)))
            return
        examples = self._respond(Message(speaker, START, is_draft=True)).choices
        for at, example in enumerate(examples):
            reply = self._respond(Message(speaker, example, is_draft=True))
            yield _article(str(at), reply, title=example)


async def answer(
    query: InlineQuery,
    articles: list[InlineQueryResultArticle],
    button: InlineQueryResultsButton | None = None,
) -> None:
    """Kept by nobody: figures change, and each person sees what is theirs."""
    try:
        await persistently(
            lambda: query.answer(articles, cache_time=0, is_personal=True, button=button)
        )
    except BadRequest as refusal:
        log.info("an inline question was not answered: %s", refusal)


async def turn_away(query: InlineQuery) -> None:
    """Nothing for a stranger but the way into the private chat."""
    words = say("telegram.inline_stranger")
    await answer(query, [], InlineQueryResultsButton(words, start_parameter=START_PARAMETER))


def _one_page(html: str) -> str:
    """What is posted into a chat of others is one page, and says so when there is more."""
    first, *more = pages_of(html)
    return "\n\n".join((first, say("telegram.inline_more"))) if more else first


def _article(number: str, reply: Reply, title: str = "") -> InlineQueryResultArticle:
    """The title, or else the first line, above the line after it."""
    lines = [title, *(line for line in reply.text.split("\n") if line.strip())]
    shown = [line for line in lines if line]
    return InlineQueryResultArticle(
        number,
        shown[0],
        InputTextMessageContent(
            _one_page(reply.html),
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
        ),
        description="\n".join(shown[1:2]),
    )
