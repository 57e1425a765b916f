"""The people and the chats of the loopback Bot API server."""

import asyncio
import json
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.bot_api_formats import Json, bad, marked_names

if TYPE_CHECKING:
    from tests.bot_api_server import TelegramServer


@dataclass
class Chat:
    """`messages` are what the people in it see, `edited` those that the bot has changed, each time anew."""

    id: int
    type: str
    name: str
    messages: list[Json] = field(default_factory=list)
    edited: list[Json] = field(default_factory=list)
    deleted: set[int] = field(default_factory=set)
    topics: Collection[int] = ()
    started: bool = False
    blocked: bool = False

    def json(self) -> Json:
        title = {"first_name": self.name} if self.type == "private" else {"title": self.name}
        forum = {"is_forum": True} if self.topics else {}
        return {"id": self.id, "type": self.type, **title, **forum}

    def from_bot(self) -> list[Json]:
        return [message for message in self.messages if message["from"]["is_bot"]]

    def find(self, message_id: int) -> Json | None:
        """None for one that has been deleted, though it stays in the record of what was said."""
        found = (one for one in self.messages if one["message_id"] == message_id)
        return None if message_id in self.deleted else next(found, None)

    def where(self, params: Json) -> Json:
        """The message that is answered, if one is, and the topic: that message's own unless one is named."""
        quoted = self._quoted(params)
        own = quoted.get("reply_to_message", {}).get("message_thread_id")
        return quoted | (self.topic(params) or in_topic(own))

    def topic(self, params: Json) -> Json:
        """The topic that is named; nothing where none is."""
        named = int(params.get("message_thread_id") or 0)
        if named and named not in self.topics:
            raise bad("message thread not found")
        return in_topic(named)

    def _quoted(self, params: Json) -> Json:
        given = json.loads(params.get("reply_parameters") or "{}")
        if not given:
            return {}
        found = self.find(given["message_id"])
        if found is None and not given.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        return {"reply_to_message": found} if found else {}


class User:
    """A person; each method does what a tap in a Telegram client would do."""

    def __init__(self, server: "TelegramServer", number: int, name: str) -> None:
        self.server, self.id, self.name = server, number, name
        self.chat = server.chats.setdefault(number, Chat(number, "private", name))
        self._seen: dict[tuple[int, str], int] = {}

    async def say(
        self, text: str, chat: Chat | None = None, *, reply_to: Json | None = None, **more: object
    ) -> Json:
        """`more` are further fields, such as the chat in whose name it is written."""
        entities = marked_names(text)
        content: Json = {"text": text} | ({"entities": entities} if entities else {}) | more
        if reply_to is not None:
            content["reply_to_message"] = reply_to
        return await self._send(chat or self.chat, content)

    async def edit(self, message: Json, text: str) -> None:
        """Put other words into one's own message."""
        message |= {"text": text, "edit_date": int(time.time())}
        await self.server.push({"edited_message": message})

    async def delete(self, message: Json) -> None:
        """Take a message out of its chat for everybody."""
        self.server.chats[message["chat"]["id"]].deleted.add(message["message_id"])

    async def press(self, message: Json, label: str, *, data: str | None = None) -> str:
        """Press the button of that label, or one that carries other data than was sent."""
        number = self.server.new_callback()
        query = {"id": number, "from": self.json(), "message": message, "chat_instance": "1"}
        query["data"] = data or buttons(message)[label]
        await self.server.push({"callback_query": query})
        return number

    async def upload(self, file_name: str, **more: object) -> Json:
        document = {"file_id": "F1", "file_unique_id": "F1", "file_name": file_name}
        return await self._send(self.chat, {"document": document, **more})

    async def show(self, chat: Chat | None = None, **content: object) -> Json:
        """Send something that is no text, as the fields of a message."""
        return await self._send(chat or self.chat, dict(content))

    async def type_inline(self, text: str) -> str:
        """Type behind the bot's name in some chat; gives the number of the inline question."""
        number = self.server.new_inline()
        query = {"id": number, "from": self.json(), "query": text, "offset": ""}
        await self.server.push({"inline_query": query})
        return number

    async def expect(self, chat: Chat | None = None, seconds: float = 10.0) -> Json:
        """The next message of the bot in the chat."""
        chat = chat or self.chat
        return await self._next(chat, "sent", seconds)

    async def expect_edit(self, chat: Chat | None = None, seconds: float = 10.0) -> Json:
        """The next message of the bot that has been changed in the chat."""
        return await self._next(chat or self.chat, "edited", seconds)

    async def expect_inline(self, number: str, seconds: float = 10.0) -> Json:
        """What is offered for an inline question."""
        await self._until(lambda: number in self.server.inline_answers, seconds, "no inline answer")
        return self.server.inline_answers[number]

    async def expect_alert(self, number: str, seconds: float = 10.0) -> str:
        """What a press is answered with, in front of nobody else; "" where it is only confirmed."""
        await self._until(lambda: number in self.server.alerts, seconds, "no answer to a press")
        return self.server.alerts[number]

    async def expect_silence(self, chat: Chat | None = None, seconds: float = 0.2) -> None:
        try:
            message = await self.expect(chat, seconds=seconds)
        except TimeoutError:
            return
        raise AssertionError(f"the bot should have been silent, and said {message}")

    def json(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "vi"}

    async def _send(self, chat: Chat, content: Json) -> Json:
        if chat is self.chat:
            chat.started, chat.blocked = True, False
        message = self.server.message(chat, self.json(), **content)
        await self.server.push({"message": message})
        return message

    async def _next(self, chat: Chat, kind: str, seconds: float) -> Json:
        def shown() -> list[Json]:
            return chat.from_bot() if kind == "sent" else chat.edited

        seen = self._seen.get((chat.id, kind), 0)
        await self._until(lambda: len(shown()) > seen, seconds, f"no more {kind}")
        self._seen[chat.id, kind] = seen + 1
        return shown()[seen]

    async def _until(self, is_there: Callable[[], bool], seconds: float, lack: str) -> None:
        deadline = time.monotonic() + seconds
        while not is_there():
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.name}: {lack}; the bot said {self.chat.from_bot()}")
            await asyncio.sleep(0.01)


def in_topic(number: int | None) -> Json:
    """What tells in a message that it stands in that topic of a forum."""
    return {"message_thread_id": number, "is_topic_message": True} if number else {}


def buttons(message: Json) -> dict[str, str]:
    """What the buttons under a message carry, by their labels."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["callback_data"] for row in rows for button in row}
