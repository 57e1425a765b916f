"""The Telegram channel: its life from the first probe to the last answer."""

import asyncio
import logging
import signal
from dataclasses import dataclass

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    Update,
)
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder
from telegram.request import HTTPXRequest

from bot.channels.channel import Respond
from bot.channels.telegram_answers import Answers
from bot.channels.telegram_gate import Admission, Gate
from bot.channels.telegram_handlers import Answering, handlers, on_error
from bot.channels.telegram_inline import InlineAnswers
from bot.channels.telegram_pictures import App, Pictures
from bot.channels.telegram_polling import Poll, PollingRequest, PollingWatch
from bot.channels.telegram_turns import ChatTurns
from bot.messages import say
from bot.painter import Painter
from bot.settings import Settings

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
)
"""A question that was corrected by editing its message is answered again; a button continues it."""
MENU = ("chitieu", "diaban", "huy", "help", "start")
"""The desk's commands, those of everyday first."""
CONNECTIONS = 64
CONNECT_SECONDS, READ_SECONDS, UPLOAD_SECONDS = 10.0, 20.0, 60.0
RETRIES_WHEN_TOO_FAST = 3


@dataclass(frozen=True, slots=True)
class Telegram:
    """Answers listed people, in private and in the allowed groups. `token` is set in the settings."""

    settings: Settings
    painter: Painter
    answers: Answers

    def serve(self, respond: Respond) -> bool:
        """Until SIGTERM or Ctrl-C, which let what is being answered be finished; a second one does not."""
        return asyncio.run(self._serve_until_signal(respond))

    async def poll(self, respond: Respond, stop: asyncio.Event) -> bool:
        """Until `stop` is set; False when the server is out of reach or refuses the token."""
        watch = PollingWatch(self.settings.heartbeat_file, stop)
        proxy = self.settings.telegram_proxy
        requests = _sending_request(proxy), PollingRequest(watch.note, proxy=proxy)
        try:
            async with self._application(respond, *requests) as application:
                await self._run(application, stop)
        except InvalidToken:
            watch.note(Poll.REFUSED)
        except NetworkError:
            watch.note(Poll.UNREACHABLE)
            return False
        finally:  # the library leaves them open when the start fails
            await asyncio.gather(*(request.shutdown() for request in requests))
        return watch.state is not Poll.REFUSED

    async def _serve_until_signal(self, respond: Respond) -> bool:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()

        def ask_to_stop() -> None:
            log.info(say("telegram.stopping"))
            stop.set()
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)

        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, ask_to_stop)
        return await self.poll(respond, stop)

    async def _run(self, application: App, stop: asyncio.Event) -> None:
        self.painter.warm()
        await application.start()
        try:
            await _set_menu(application)
            await _poll_updates(application, stop)
        finally:
            await application.stop()

    def _application(self, respond: Respond, sending: HTTPXRequest, polling: PollingRequest) -> App:
        settings = self.settings
        assert settings.telegram_token is not None, "the command has looked"
        application: App = (
            ApplicationBuilder()
            .token(settings.telegram_token.get_secret_value())
            .base_url(settings.telegram_base_url)
            .base_file_url(settings.telegram_base_file_url)
            .request(sending)
            .get_updates_request(polling)
            .rate_limiter(AIORateLimiter(max_retries=RETRIES_WHEN_TOO_FAST))
            .concurrent_updates(ChatTurns())
            .job_queue(None)
            .build()
        )
        gate = Gate(
            Admission(
                people=settings.telegram_allowed_ids,
                groups=settings.telegram_allowed_group_ids,
                commands=MENU,
            )
        )
        pictures = Pictures(self.painter, settings.telegram_picture_chat_id)
        answering = Answering(respond, pictures, self.answers)
        application.add_handlers(handlers(answering, InlineAnswers(respond, pictures), gate))
        application.add_error_handler(on_error)
        return application


async def _poll_updates(application: App, stop: asyncio.Event) -> None:
    updater = application.updater
    assert updater is not None, "the builder makes one"
    await updater.start_polling(
        allowed_updates=list(ALLOWED_UPDATES),
        error_callback=lambda _error: None,  # the watch has told it
    )
    log.info(say("telegram.started", username=application.bot.username))
    try:
        await stop.wait()
    finally:
        await updater.stop()


async def _set_menu(application: App) -> None:
    """The commands behind the menu button; without them the bot works all the same."""
    commands = [BotCommand(name, say(f"telegram.menu.{name}")) for name in MENU]
    try:
        for scope in (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()):
            await application.bot.set_my_commands(commands, scope=scope, language_code="vi")
            await application.bot.set_my_commands(commands, scope=scope)
    except TelegramError:
        log.warning("the menu of commands could not be set", exc_info=True)


def _sending_request(proxy: str | None) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        proxy=proxy,
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        write_timeout=READ_SECONDS,
        media_write_timeout=UPLOAD_SECONDS,
        pool_timeout=CONNECT_SECONDS,
    )
