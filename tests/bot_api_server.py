"""A strict stand-in for the Telegram Bot API on loopback: HTTP for the bot, objects for the people.

    async with TelegramServer() as telegram:
        an = telegram.user(1001, "An")
        await an.say("thu ngân sách tháng 6")
        answer = await an.expect()
        picture = telegram.photo(answer)

It refuses what Telegram refuses, in Telegram's words, so that the library raises the same errors:
texts, captions and pictures that are too large, markup that does not parse, a chat that never wrote to the
bot, a person who blocked it, two pollers at once, an unknown method, a wrong token. `fault` makes calls
fail, hang or lose their connection.
"""

import asyncio
import contextlib
import html
import itertools
import json
import re
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "123456:token-of-the-loopback-server-for-tests"
TEXT_MAX, CAPTION_MAX, PHOTO_MAX = 4096, 1024, 10_000_000
UPLOAD_MAX = 50_000_000
ACTIONS = {"typing", "upload_photo", "upload_document"}
ENTITY = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "del": "strikethrough", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip

Json = dict[str, Any]


class ApiError(Exception):
    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Visible text and entities, or Telegram's "can't parse entities"."""
    text, entities, stack = "", [], []
    for found in re.finditer(r"<(/?)([^<>\s/]*)[^<>]*>|<|([^<]+)", source):
        closing, tag, words = found[1], (found[2] or "").lower(), found[3]
        offset = len(source[: found.start()].encode())
        if words is not None:
            text += html.unescape(words)
        elif closing:
            name, start = stack.pop() if stack else ("", 0)
            if name != tag:
                raise bad(f"can't parse entities: Unexpected end tag at byte offset {offset}")
            entities.append({"type": ENTITY[name], "offset": start, "length": units(text) - start})
        elif tag not in ENTITY:
            raise bad(f"can't parse entities: Unsupported start tag {tag} at byte offset {offset}")
        else:
            stack.append((tag, units(text)))
    if stack:
        raise bad(f"can't parse entities: Can't find end tag of start tag {stack[-1][0]}")
    return text, entities


def png_size(data: bytes) -> tuple[int, int]:
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise bad("IMAGE_PROCESS_FAILED")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


@dataclass
class Call:
    """One request of the bot, with what it was answered."""

    method: str
    params: Json
    files: dict[str, bytes]
    client: tuple[str, int]
    status: int = 0


@dataclass
class Chat:
    """`messages` are what the people in it see."""

    id: int
    type: str
    name: str
    messages: list[Json] = field(default_factory=list)
    started: bool = False
    blocked: bool = False

    def json(self) -> Json:
        title = {"first_name": self.name} if self.type == "private" else {"title": self.name}
        return {"id": self.id, "type": self.type, **title}

    def from_bot(self) -> list[Json]:
        return [message for message in self.messages if message["from"]["is_bot"]]


@dataclass
class Fault:
    """`times` calls of `method` (to `chat_id`, when given) fail."""

    method: str
    code: int = 0
    description: str = ""
    times: int = 1
    chat_id: int | None = None
    retry_after: int | None = None
    delay: float = 0.0
    drop: bool = False


class User:
    """A person; each method does what a tap in a Telegram client would do."""

    def __init__(self, server: "TelegramServer", number: int, name: str) -> None:
        self.server, self.id, self.name = server, number, name
        self.chat = server.chats.setdefault(number, Chat(number, "private", name))
        self._seen: dict[int, int] = {}

    async def say(self, text: str, chat: Chat | None = None, *, kind: str = "message") -> Json:
        return await self._send(kind, chat or self.chat, text=text)

    async def upload(self, file_name: str) -> Json:
        document = {"file_id": "F1", "file_unique_id": "F1", "file_name": file_name}
        return await self._send("message", self.chat, document=document)

    async def _send(self, kind: str, chat: Chat, **content: Any) -> Json:
        if chat is self.chat:
            chat.started, chat.blocked = True, False
        person = {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "vi"}
        message = self.server.message(chat, person, **content)
        await self.server.push({kind: message})
        return message

    async def expect(self, chat: Chat | None = None, timeout: float = 10.0) -> Json:
        """The next message of the bot in the chat."""
        chat = chat or self.chat
        seen, deadline = self._seen.get(chat.id, 0), time.monotonic() + timeout
        while len(chat.from_bot()) <= seen:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.name}: no more; the bot said {chat.from_bot()}")
            await asyncio.sleep(0.01)
        self._seen[chat.id] = seen + 1
        return chat.from_bot()[seen]

    async def expect_silence(self, chat: Chat | None = None, seconds: float = 0.4) -> None:
        try:
            message = await self.expect(chat, timeout=seconds)
        except TimeoutError:
            return
        raise AssertionError(f"the bot should have been silent, and said {message}")


class QuietServer(uvicorn.Server):
    """uvicorn without its signal handlers: the test process keeps its own."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class TelegramServer:
    """The server of one bot. `calls` are all requests of the bot, in order."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        number = int(token.split(":")[0])
        self.me = {"id": number, "is_bot": True, "first_name": "IOC", "username": "ioc_bot"}
        self.calls: list[Call] = []
        self.chats: dict[int, Chat] = {}
        self.commands: dict[str, list[Json]] = {}
        self.actions: list[tuple[int, str]] = []
        self.offset = 0
        self._photos: dict[str, bytes] = {}
        self._faults: list[Fault] = []
        self._updates: deque[Json] = deque()
        self._ids = itertools.count(1)
        self._pollers: list[asyncio.Event] = []

    # ---- life cycle

    async def __aenter__(self) -> Self:
        route = Route("/bot{token}/{method}", self._endpoint, methods=["GET", "POST"])
        config = uvicorn.Config(
            Starlette(routes=[route]), host="127.0.0.1", port=0, log_level="error", lifespan="off"
        )
        self._server = QuietServer(config)
        self._task = asyncio.create_task(self._server.serve())
        while not self._server.started:
            await asyncio.sleep(0.01)
        self.port = self._server.servers[0].sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_error: object) -> None:
        for poller in self._pollers:
            poller.set()
        self._server.should_exit = True
        await self._task

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    # ---- the people's side

    def user(self, number: int, name: str = "An") -> User:
        return User(self, number, name)

    def group(self, number: int, name: str = "Sở Y tế") -> Chat:
        return self.chats.setdefault(number, Chat(number, "supergroup", name, started=True))

    def fault(self, method: str, **how: Any) -> None:
        self._faults.append(Fault(method, **how))

    def photo(self, message: Json) -> bytes:
        """The bytes of the picture in a message of the bot."""
        return self._photos[message["photo"][-1]["file_id"]]

    def sent(self, method: str) -> list[Call]:
        """The calls that were answered well."""
        return [call for call in self.calls if call.method == method and call.status == 200]

    def message(self, chat: Chat, author: Json, **content: Any) -> Json:
        head = {"message_id": next(self._ids), "date": int(time.time())}
        chat.messages.append(head | {"from": author, "chat": chat.json()} | content)
        return chat.messages[-1]

    async def push(self, update: Json) -> None:
        self._updates.append({"update_id": next(self._ids), **update})

    # ---- HTTP

    async def _endpoint(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            refused = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return JSONResponse(refused, 401)
        params, files = await _form(request)
        call = Call(request.path_params["method"], params, files, tuple(request.client))
        self.calls.append(call)
        try:
            await self._suffer_fault(call)
            handler: Callable[..., Any] | None = getattr(self, "do_" + call.method.lower(), None)
            if handler is None:
                raise ApiError(404, "Not Found: method not found")
            body = {"ok": True, "result": await handler(call.params, call.files)}
            call.status = 200
        except ApiError as error:
            call.status = error.code
            body = {"ok": False, "error_code": error.code, "description": error.description}
            body |= {"parameters": error.parameters} if error.parameters else {}
        return JSONResponse(body, call.status)

    async def _suffer_fault(self, call: Call) -> None:
        for fault in self._faults:
            to = (None, call.params.get("chat_id") and int(call.params["chat_id"]))
            if fault.times <= 0 or fault.method != call.method or fault.chat_id not in to:
                continue
            fault.times -= 1
            await asyncio.sleep(fault.delay)
            if fault.drop:
                self._cut(call.client)
            if fault.code:
                wait = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
                raise ApiError(fault.code, fault.description, **wait)

    def _cut(self, client: tuple[str, int]) -> None:
        """Lose the connection on which the request came."""
        for connection in list(self._server.server_state.connections):
            if connection.client == client:
                connection.transport.abort()

    # ---- methods

    async def do_getme(self, _params: Json, _files: Json) -> Json:
        return self.me

    async def do_deletewebhook(self, _params: Json, _files: Json) -> bool:
        return True

    async def do_getupdates(self, params: Json, _files: Json) -> list[Json]:
        for other in self._pollers:
            other.set()
        cut_off = asyncio.Event()
        self._pollers.append(cut_off)
        self.offset = int(params.get("offset") or 0)
        while self._updates and self._updates[0]["update_id"] < self.offset:
            self._updates.popleft()
        allowed = set(json.loads(params.get("allowed_updates") or "[]"))
        deadline = time.monotonic() + float(params.get("timeout") or 0)
        try:
            while not (ready := [update for update in self._updates if set(update) & allowed]):
                if cut_off.is_set():
                    raise ApiError(409, "Conflict: terminated by other getUpdates request")
                if time.monotonic() >= deadline:
                    break
                await asyncio.sleep(0.01)
            return ready
        finally:
            self._pollers.remove(cut_off)

    async def do_setmycommands(self, params: Json, _files: Json) -> bool:
        commands = json.loads(params["commands"])
        if not all(re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]) for command in commands):
            raise bad("BOT_COMMAND_INVALID")
        scope = json.loads(params.get("scope") or '{"type": "default"}')["type"]
        self.commands[f"{scope}:{params.get('language_code', '')}"] = commands
        return True

    async def do_sendchataction(self, params: Json, _files: Json) -> bool:
        if params["action"] not in ACTIONS:
            raise bad("wrong parameter action in request")
        self.actions.append((self._chat(params).id, params["action"]))
        return True

    async def do_sendmessage(self, params: Json, _files: Json) -> Json:
        text = _formatted(params, "text", TEXT_MAX)
        if not text["text"]:
            raise bad("message text is empty")
        return self.message(self._chat(params), self.me, **text)

    async def do_sendphoto(self, params: Json, files: dict[str, bytes]) -> Json:
        chat, data = self._chat(params), files["photo"]
        width, height = png_size(data)
        too_narrow = max(width, height) > 20 * min(width, height)
        if len(data) > PHOTO_MAX or width + height > 10_000 or too_narrow:
            raise bad("PHOTO_INVALID_DIMENSIONS")
        number = f"photo{next(self._ids)}"
        self._photos[number] = data
        size = {"file_id": number, "file_unique_id": number, "width": width, "height": height}
        caption = _formatted(params, "caption", CAPTION_MAX)
        return self.message(chat, self.me, photo=[size], **caption)

    def _chat(self, params: Json) -> Chat:
        chat = self.chats.get(int(params["chat_id"]))
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if not chat.started:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        return chat


async def _form(request: Request) -> tuple[Json, dict[str, bytes]]:
    params: Json = dict(request.query_params)
    files: dict[str, bytes] = {}
    async with request.form(max_part_size=UPLOAD_MAX) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = await value.read()
            else:
                params[name] = value
    return params, files


def _formatted(params: Json, name: str, longest: int) -> Json:
    """The visible words, checked; `entities` beside them when there are any."""
    source, mode = str(params.get(name, "")), params.get("parse_mode")
    text, entities = parse_html(source) if mode == "HTML" else (source, [])
    text = text.strip()
    if units(text) > longest:
        raise bad("message is too long" if name == "text" else "message caption is too long")
    if len(entities) > 100:
        raise bad("too many entities")
    label = "entities" if name == "text" else "caption_entities"
    return {name: text} | ({label: entities} if entities else {})
