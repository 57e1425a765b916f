"""The console channel: questions from standard input, answers and the place of charts on the screen."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from bot.channels.channel import Message, Respond
from bot.clock import Clock
from bot.conversation import Speaker
from bot.messages import say
from bot.rendering.reply import Chart

SPEAKER = Speaker(channel="console", chat="console", person="console")


@dataclass(frozen=True, slots=True)
class ChartFolder:
    """Draws charts into files of a folder, named after the time and the kind of chart."""

    folder: Path
    draw: Callable[[Chart], bytes]
    clock: Clock

    def save(self, chart: Chart) -> Path:
        """The new file; the folder is made when it is missing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._free_path(f"{self.clock():%Y%m%d-%H%M%S}-{chart.kind}")
        path.write_bytes(self.draw(chart))
        return path

    def _free_path(self, stem: str) -> Path:
        path, count = self.folder / f"{stem}.png", 1
        while path.exists():
            count += 1
            path = self.folder / f"{stem}-{count}.png"
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
        click.echo()


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
