"""What a channel sends: a text, perhaps files, and perhaps a picture still to be drawn."""

from dataclasses import dataclass
from html.parser import HTMLParser

from bot.rendering.limits import without_page_breaks
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
class Document:
    """A file to send. `name` is ASCII, with its ending."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Reply:
    """`html` uses only the tags that Telegram knows: b, i, u, s, a, code, pre, blockquote."""

    html: str
    chart: Chart | None = None
    candidates: tuple[str, ...] = ()
    """What the text lists by number for the person to choose from."""
    suggestions: tuple[str, ...] = ()
    """What the person may ask next; like the candidates, words that can be sent as they are."""
    labels: tuple[str, ...] = ()
    """What is shown in place of the choices, one for each; none where they speak for themselves."""
    keyboard: str | None = None
    """The token under which the choices are kept for buttons, where the channel has any."""
    page: int = 1
    """Which page of a long text is shown first, where the channel pages at all."""
    documents: tuple[Document, ...] = ()
    """Files that go with the text."""
    takes_place: bool = False
    """Goes where the message stood whose button asked for it, for what is leafed through."""
    in_passing: bool = False
    """Concerns nobody but the one who pressed a button: short, and shown to them alone where the channel can."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What a number typed in answer, or a button, stands for."""
        return self.candidates or self.suggestions

    @property
    def shown_choices(self) -> tuple[str, ...]:
        """The choices in the words that a person sees."""
        return self.labels or self.choices

    @property
    def text(self) -> str:
        """The reply as plain text, for the console and for JSON."""
        parser = _Text()
        parser.feed(self.html)
        parser.close()
        return without_page_breaks("".join(parser.pieces)).strip()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
