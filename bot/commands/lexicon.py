"""`iocbot lexicon`: for whoever looks after the words of the language."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command import (
    Described,
    DescribedGroup,
    Refusal,
    as_of_option,
    catalogue_from,
    catalogue_option,
    count,
    lexicon_problem,
    settings_for,
)
from bot.messages import say

if TYPE_CHECKING:
    from intents.evidence.spans import Span
    from intents.explanation import Explanation


@click.command("lexicon", cls=DescribedGroup)
def command() -> None:
    """The group."""


@command.command("check", cls=Described)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Every problem at once, each with its file and line; ends with 1 when there is any."""
    from intents.lexicon import BUNDLED, check_lexicon

    own = files or settings_for().lexicon_files
    problems = check_lexicon(*own)
    for problem in problems:
        click.echo(lexicon_problem(problem), err=True)
    if problems:
        raise Refusal("lexicon.refused", count=count(len(problems)))
    click.echo(say("lexicon.fine", count=count(len(BUNDLED) + len(own))))


@command.command("explain", cls=Described)
@click.argument("question")
@as_of_option
@catalogue_option
def explain(question: str, as_of: datetime, catalogue_folder: Path | None) -> None:
    """What was proposed for which words, at which score, and what won."""
    from intents.lexicon import load_lexicon
    from intents.parser import Parser

    lexicon = load_lexicon(*settings_for().lexicon_files)
    parser = Parser(catalogue_from(catalogue_folder), lexicon)
    for line in _lines(parser.explain(question, now=as_of)):
        click.echo(line)


def _lines(explanation: "Explanation") -> Iterable[str]:
    yield say("lexicon.read", tokens=" ".join(token.exact for token in explanation.tokens))
    yield say("lexicon.chosen")
    yield from (_span_line(explanation, span) for span in explanation.chosen)
    others = [span for span in explanation.proposals if span not in explanation.chosen]
    if others:
        yield say("lexicon.others")
        by_place = sorted(others, key=lambda span: (span.first, -span.score))
        yield from (_span_line(explanation, span) for span in by_place)
    outcome = explanation.outcome
    yield say("lexicon.outcome", status=outcome.status.value, understood=outcome.understood)
    if outcome.candidates:
        yield say("lexicon.candidates", codes=", ".join(outcome.candidates))


def _span_line(explanation: "Explanation", span: "Span") -> str:
    words = " ".join(token.exact for token in explanation.tokens[span.first : span.last + 1])
    said = f"{span.name} {_value(span)}".strip()
    return f"  {span.score:5.2f}  {words:<32} {span.kind.value:<12} {said}".rstrip()


def _value(span: "Span") -> str:
    """A code as it is, times by their SDMX names; what else a span carries is said by its name."""
    if isinstance(span.value, str):
        return span.value
    parts = span.value if isinstance(span.value, tuple) else ()
    periods = [getattr(part, "period", None) for part in parts]
    return ", ".join(period.name for period in periods if period)
