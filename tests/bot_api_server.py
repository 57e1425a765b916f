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
import itertools
import json
import re
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.bot_api_formats import (
    CAPTION_MAX,
    ApiError,
    Json,
    bad,
    formatted,
    inline_results,
    markup,
    png_size,
    text_of,
    units,
)
from tests.bot_api_people import Chat, User

TOKEN = "123456:token-of-the-loopback-server-for-tests"
PHOTO_MAX, UPLOAD_MAX = 10_000_000, 50_000_000
ALERT_MAX = 200
ACTIONS = {"typing", "upload_photo", "upload_document"}


@dataclass
class Call:
    """One request of the bot, with what it was answered."""

    method: str
    params: Json
    files: dict[str, bytes]
    client: tuple[str, int]
    status: int = 0


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
        self.actions: list[tuple[int, int | None, str]] = []
        self.callbacks: dict[str, bool] = {}
        self.alerts: dict[str, str] = {}
        self.inline_answers: dict[str, Json] = {}
        self.offset = 0
        self._photos: dict[str, bytes] = {}
        self._documents: dict[str, bytes] = {}
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
        serving = self._server.server_state
        for server in self._server.servers:
            server.close()
        for connection in list(serving.connections):
            connection.transport.abort()
        self._task.cancel()  # its own way to stop is slower, and is not tried here
        await asyncio.gather(self._task, *serving.tasks, return_exceptions=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    # ---- the people's side

    def user(self, number: int, name: str = "An") -> User:
        return User(self, number, name)

    def group(self, number: int, name: str = "Sở Y tế", topics: Collection[int] = ()) -> Chat:
        """A group, with topics by their numbers where it is a forum."""
        chat = Chat(number, "supergroup", name, topics=topics, started=True)
        return self.chats.setdefault(number, chat)

    def fault(self, method: str, **how: Any) -> None:
        self._faults.append(Fault(method, **how))

    def document(self, message: Json) -> bytes:
        """The bytes of the file in a message of the bot."""
        return self._documents[message["document"]["file_id"]]

    def photo(self, message: Json) -> bytes:
        """The bytes of the picture in a message of the bot, or in what it offers inline."""
        sizes = message.get("photo")
        return self._photos[sizes[-1]["file_id"] if sizes else message["photo_file_id"]]

    def sent(self, method: str) -> list[Call]:
        """The calls that were answered well."""
        return [call for call in self.calls if call.method == method and call.status == 200]

    def message(self, chat: Chat, author: Json, **content: Any) -> Json:
        head = {"message_id": next(self._ids), "date": int(time.time())}
        chat.messages.append(head | {"from": author, "chat": chat.json()} | content)
        return chat.messages[-1]

    def new_callback(self) -> str:
        number = str(next(self._ids))
        self.callbacks[number] = False
        return number

    def new_inline(self) -> str:
        return str(next(self._ids))

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
        chat = self._chat(params)
        self.actions.append(
            (chat.id, chat.topic(params).get("message_thread_id"), params["action"])
        )
        return True

    async def do_sendmessage(self, params: Json, _files: Json) -> Json:
        text, chat = text_of(params), self._chat(params)
        return self.message(chat, self.me, **text, **markup(params), **chat.where(params))

    async def do_editmessagetext(self, params: Json, _files: Json) -> Json:
        return self._edited(params, "text", text_of(params))

    async def do_editmessagemedia(self, params: Json, files: dict[str, bytes]) -> Json:
        media = json.loads(params["media"])
        picture = self._picture(files[media["media"].removeprefix("attach://")])
        return self._edited(params, "photo", picture | formatted(media, "caption", CAPTION_MAX))

    async def do_answercallbackquery(self, params: Json, _files: Json) -> bool:
        if self.callbacks.get(params["callback_query_id"]) is not False:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if units(params.get("text", "")) > ALERT_MAX:
            raise bad("MESSAGE_TOO_LONG")
        self.callbacks[params["callback_query_id"]] = True
        self.alerts[params["callback_query_id"]] = params.get("text", "")
        return True

    async def do_answerinlinequery(self, params: Json, _files: Json) -> bool:
        button = json.loads(params.get("button") or "null")
        if button and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
            raise bad("START_PARAM_INVALID")
        self.inline_answers[params["inline_query_id"]] = {
            "results": inline_results(params, self._photos),
            "button": button,
            "cache_time": params.get("cache_time"),
            "is_personal": params.get("is_personal"),
        }
        return True

    async def do_sendphoto(self, params: Json, files: dict[str, bytes]) -> Json:
        chat, picture = self._chat(params), self._picture(files["photo"])
        caption = formatted(params, "caption", CAPTION_MAX)
        return self.message(
            chat, self.me, **picture, **caption, **markup(params), **chat.where(params)
        )

    async def do_senddocument(self, params: Json, files: dict[str, bytes]) -> Json:
        chat, data = self._chat(params), files["document"]
        if not data:
            raise bad("file must be non-empty")
        number = f"document{next(self._ids)}"
        self._documents[number] = data
        document = {"file_id": number, "file_unique_id": number, "file_size": len(data)}
        document["file_name"] = params["document.name"]
        caption = formatted(params, "caption", CAPTION_MAX)
        return self.message(
            chat,
            self.me,
            document=document,
            **caption,
            **markup(params),
            **chat.where(params),
        )

    def _picture(self, data: bytes) -> Json:
        width, height = png_size(data)
        too_narrow = max(width, height) > 20 * min(width, height)
        if len(data) > PHOTO_MAX or width + height > 10_000 or too_narrow:
            raise bad("PHOTO_INVALID_DIMENSIONS")
        number = f"photo{next(self._ids)}"
        self._photos[number] = data
        size = {"file_id": number, "file_unique_id": number, "width": width, "height": height}
        return {"photo": [size]}

    def _edited(self, params: Json, kind: str, content: Json) -> Json:
        """Another content of the same kind in a message of the bot."""
        chat = self._chat(params)
        message = chat.find(int(params["message_id"]))
        if message is None:
            raise bad("message to edit not found")
        if message["from"]["id"] != self.me["id"]:
            raise bad("message can't be edited")
        if kind not in message:
            raise bad(f"there is no {kind} in the message to edit")
        content = content | markup(params)
        changing = ("text", "caption", "entities", "caption_entities", "reply_markup", "photo")
        if {key: message[key] for key in changing if key in message} == content:
            raise bad(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        for key in changing:
            if key != "photo":
                message.pop(key, None)
        message |= content | {"edit_date": int(time.time())}
        chat.edited.append(message)
        return message

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
                params[f"{name}.name"] = value.filename
            else:
                params[name] = value
    return params, files
