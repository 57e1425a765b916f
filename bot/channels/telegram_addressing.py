"""Whether a message in a group speaks to the bot, and what it says besides the bot's name."""

import re
from collections.abc import Collection

from telegram import Bot, Message, MessageEntity

GREETING = "/help"
"""What the name of the bot without a word comes to."""


def is_addressed(message: Message, bot: Bot, commands: Collection[str]) -> bool:
    """Whether it answers the bot, names it, or is a command: one of `commands` if it names no bot."""
    return _answers(message, bot) or _mentions(message, bot) or _commands(message, bot, commands)


def question_in(message: Message, bot: Bot) -> str:
    """The words without the bot's name, which commands carry in a group too."""
    name = re.compile(rf"@{re.escape(bot.username)}\b", re.IGNORECASE)
    return name.sub("", message.text or "").strip() or GREETING


def _answers(message: Message, bot: Bot) -> bool:
    before = message.reply_to_message
    return before is not None and before.from_user is not None and before.from_user.id == bot.id


def _mentions(message: Message, bot: Bot) -> bool:
    kinds: list[str | None] = [MessageEntity.MENTION]
    named = [
        *message.parse_entities(kinds).values(),
        *message.parse_caption_entities(kinds).values(),
    ]
    return _name(bot) in map(str.casefold, named)


def _commands(message: Message, bot: Bot, commands: Collection[str]) -> bool:
    text = message.text or ""
    command, at, addressee = text.partition(" ")[0].casefold().partition("@")
    if at:
        return command.startswith("/") and f"@{addressee}" == _name(bot)
    return command.startswith("/") and command[1:] in commands


def _name(bot: Bot) -> str:
    return f"@{bot.username}".casefold()
