"""What the loopback Bot API server checks in a message: markup, lengths, buttons and pictures."""

import html
import json
import re
from collections.abc import Collection
from typing import Any

TEXT_MAX, CAPTION_MAX = 4096, 1024
ENTITY = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "del": "strikethrough", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal with Telegram's code and words."""

    def __init__(self, code: int, description: str, **parameters: object) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Visible text and entities, or Telegram's "can't parse entities"."""
    text = ""
    entities: list[Json] = []
    stack: list[tuple[str, int]] = []
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


def formatted(params: Json, name: str, longest: int) -> Json:
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


def text_of(params: Json) -> Json:
    """As `formatted`, for a message that is nothing but text."""
    text = formatted(params, "text", TEXT_MAX)
    if not text["text"]:
        raise bad("message text is empty")
    return text


def markup(params: Json) -> Json:
    """The inline keyboard, checked."""
    given = json.loads(params.get("reply_markup") or "{}")
    buttons = [button for row in given.get("inline_keyboard", []) for button in row]
    for button in buttons:
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
        if not button["text"]:
            raise bad("text buttons are unallowed in the inline keyboard")
    if len(buttons) > 100:
        raise bad("reply markup is too long")
    return {"reply_markup": given} if buttons else {}


def inline_results(params: Json, file_ids: Collection[str]) -> list[Json]:
    """The articles and the pictures offered for an inline question, checked; of pictures only those held."""
    results: list[Json] = json.loads(params["results"])
    if len(results) > 50:
        raise bad("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        if not 1 <= len(result["id"].encode()) <= 64:
            raise bad("RESULT_ID_INVALID")
        if result["type"] == "photo":
            if result["photo_file_id"] not in file_ids:
                raise bad("wrong file identifier/HTTP URL specified")
            formatted(result, "caption", CAPTION_MAX)
            continue
        content = result["input_message_content"]
        if not result["title"]:
            raise bad("ARTICLE_TITLE_EMPTY")
        text_of({"text": content["message_text"], "parse_mode": content.get("parse_mode")})
    return results


def marked_names(text: str) -> list[Json]:
    """The entities that a client sees in what a person types: commands and names."""
    pattern = re.compile(r"(?<!\S)(?:(/[A-Za-z0-9_]{1,32}(?:@\w+)?)|(@\w{3,}))")
    return [
        {
            "type": "bot_command" if found[1] else "mention",
            "offset": units(text[: found.start()]),
            "length": units(found[0]),
        }
        for found in pattern.finditer(text)
    ]
