"""What a channel sends: a text, and perhaps a picture still to be drawn."""

from dataclasses import dataclass
from html.parser import HTMLParser

from ioc_query.results import Result


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture to draw: `kind` names a module of `bot.rendering.charts`, `alt` says it in words.

    It is plain data, so that another process can draw it.
    """

    kind: str
    result: Result
    alt: str


@dataclass(frozen=True, slots=True)
class Reply:
    """`html` uses only the tags that Telegram knows: b, i, u, s, a, code, pre, blockquote."""

    html: str
    chart: Chart | None = None

    @property
    def text(self) -> str:
        """The reply as plain text, for the console and for JSON."""
        parser = _Text()
        parser.feed(self.html)
        parser.close()
        return "".join(parser.pieces).strip()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
