"""The console channel: questions from standard input, answers and the place of charts on the screen."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from bot.channels.channel import Message, Respond
from bot.clock import Clock
from bot.conversation import Speaker
from bot.messages import say
from bot.rendering.reply import Chart, Document

SPEAKER = Speaker(channel="console", chat="console", person="console")


@dataclass(frozen=True, slots=True)
class ChartFolder:
    """A folder for files: charts, drawn and named after the time and their kind, and documents."""

    folder: Path
    draw: Callable[[Chart], bytes]
    clock: Clock

    def save(self, chart: Chart) -> Path:
        """The new file; the folder is made when it is missing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._free_path(f"{self.clock():%Y%m%d-%H%M%S}-{chart.kind}", ".png")
        path.write_bytes(self.draw(chart))
        return path

    def save_document(self, document: Document) -> Path:
        """The new file, under the document's own name where that is free."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = Path(document.name)
        path = self._free_path(name.stem, name.suffix)
        path.write_bytes(document.content)
        return path

    def _free_path(self, stem: str, ending: str) -> Path:
        path, count = self.folder / f"{stem}{ending}", 1
        while path.exists():
            count += 1
            path = self.folder / f"{stem}-{count}{ending}"
        return path


@dataclass(frozen=True, slots=True)
class Console:
    """A conversation on the terminal, or over the given lines when there is nobody at it."""

    charts: ChartFolder
    lines: Callable[[], Iterator[str]]
    echo_questions: bool = False
    """Show each question above its answer: for lines that nobody typed on this screen."""

    def serve(self, respond: Respond) -> bool:
        for line in self.lines():
            question = line.strip()
            if question.casefold() in _farewells():
                break
            if question:
                self._answer(question, respond)
        return True

    def _answer(self, question: str, respond: Respond) -> None:
        if self.echo_questions:
            click.echo(say("chat.asked", question=question))
        reply = respond(Message(SPEAKER, question))
        click.echo(reply.text)
        if reply.chart is not None:
            click.echo(say("chat.chart", path=self.charts.save(reply.chart)))
        for document in reply.documents:
            click.echo(say("chat.document", path=self.charts.save_document(document)))
        if reply.suggestions:
            between = "\n  " if reply.labels else " · "  # labels are a list to choose from
            click.echo(say("chat.next", questions=between.join(numbered(reply.shown_choices))))
        click.echo()


def numbered(choices: Sequence[str]) -> list[str]:
    """Each with the number that can be typed in its place."""
    return [f"{number}. {words}" for number, words in enumerate(choices, 1)]


def typed_lines() -> Iterator[str]:
    """What a person types after the prompt, until end of input (Ctrl-D) or Ctrl-C."""
    with suppress(ImportError):
        import readline  # noqa: F401  # arrow keys and earlier lines
    while True:
        try:
            yield input(say("chat.prompt"))
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return


def _farewells() -> frozenset[str]:
    return frozenset(say("chat.farewells").split(", "))
