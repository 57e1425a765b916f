"""Cutting a message to the length that a channel carries, without losing a word or breaking a tag."""

import html as entities
import re
from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST_LIMIT = 16

PAGE_BREAK = "\f"
"""Where a text that is leafed through begins a new page; nothing where it is shown whole. Outside all tags."""

# A tag, or a letter or entity with its combining marks; the marks are bounded, so that a piece always fits.
_PIECE = re.compile(
    r"<[^<>]+>"
    r"|(?:&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,6});|.)[\u0300-\u036f\u200d\ufe0f]{0,6}",
    re.DOTALL,
)
_TAG = re.compile(r"<(/?)([a-z]+)[^<>]*>")


@dataclass(frozen=True, slots=True)
class _Piece:
    """`units` is the length in UTF-16 units after parsing, as Telegram counts; 0 for a tag."""

    source: str
    units: int
    tag: str = ""
    closes: bool = False


def text_length(html: str) -> int:
    """Length of the message in UTF-16 units once tags and entities are parsed."""
    return sum(piece.units for piece in _pieces(html))


def without_page_breaks(text: str) -> str:
    return text.replace(PAGE_BREAK, "")


def split_html(html: str, limit: int) -> list[str]:
    """The message in parts of at most `limit` UTF-16 units each, cut at line ends where there are any.

    Without a line end the cut falls at a space, else between letters. Tags open at a cut are closed and
    opened again, white space around a cut is dropped, and no part is empty. ValueError below 16 units.
    """
    if limit < SMALLEST_LIMIT:
        raise ValueError(f"limit must be at least {SMALLEST_LIMIT}")
    pieces = _pieces(without_page_breaks(html))
    parts: list[str] = []
    opened: list[_Piece] = []
    start = 0
    while start < len(pieces):
        end = _cut(pieces, start, limit)
        chunk = pieces[start:end]
        still_open = _open_after(opened, chunk)
        body = "".join(piece.source for piece in (*opened, *chunk, *_closing(still_open)))
        if any(not piece.tag and not piece.source.isspace() for piece in chunk):
            parts.append(body.strip() if not still_open and not opened else body)
        opened, start = still_open, end
    return parts


def _pieces(html: str) -> list[_Piece]:
    return [_piece(found[0]) for found in _PIECE.finditer(html)]


def _piece(source: str) -> _Piece:
    tag = _TAG.fullmatch(source)
    if tag:
        return _Piece(source, 0, tag[2], bool(tag[1]))
    text = entities.unescape(source) if source.startswith("&") else source
    return _Piece(source, len(text.encode("utf-16-le", "surrogatepass")) // 2)


def _cut(pieces: Sequence[_Piece], start: int, limit: int) -> int:
    """Index of the first piece of the next part: after the last line end, else space, that fits."""
    units, at_line, at_space = 0, start, start
    for index in range(start, len(pieces)):
        piece = pieces[index]
        units += piece.units
        if units > limit:
            return next(cut for cut in (at_line, at_space, index) if cut > start)
        if piece.source == "\n":
            at_line = index + 1
        elif piece.source == " ":
            at_space = index + 1
    return len(pieces)


def _open_after(opened: Sequence[_Piece], chunk: Sequence[_Piece]) -> list[_Piece]:
    stack = list(opened)
    for piece in chunk:
        if piece.tag and piece.closes:
            stack.pop()
        elif piece.tag:
            stack.append(piece)
    return stack


def _closing(opened: Sequence[_Piece]) -> list[_Piece]:
    return [_Piece(f"</{piece.tag}>", 0, piece.tag, closes=True) for piece in reversed(opened)]
