"""The files of an answer: one workbook and one text file, of the same rows and the same name."""

import re
import unicodedata
from collections.abc import Sequence

from bot.rendering.asked import AskedAnswer
from bot.rendering.exports.cells import safe_text
from bot.rendering.exports.table import Formatted, table_of
from bot.rendering.exports.text_file import MEDIA_TYPE as TEXT_TYPE
from bot.rendering.exports.text_file import text_file_of
from bot.rendering.exports.workbook import MEDIA_TYPE as WORKBOOK_TYPE
from bot.rendering.exports.workbook import workbook_of
from bot.rendering.facts import without_prefix
from bot.rendering.figures import shown_figures, source_notes
from bot.rendering.formatting import day
from bot.rendering.phrases import phrase
from bot.rendering.reply import Document
from bot.rendering.rows.row import Row
from ioc_query.catalogue import Catalogue

MOMENT_FORMAT = "HH:MM DD/MM/YYYY"
_LONGEST_NAME = 60


def files_of(asked: AskedAnswer, rows: Sequence[Row], catalogue: Catalogue) -> tuple[Document, ...]:
    """`rows` are those of the answer, at least one."""
    table = table_of(rows, catalogue)
    name = file_name(asked, rows, catalogue)
    return (
        Document(f"{name}.xlsx", workbook_of(table, _facts(asked, len(rows))), WORKBOOK_TYPE),
        Document(f"{name}.csv", text_file_of(table), TEXT_TYPE),
    )


def file_name(asked: AskedAnswer, rows: Sequence[Row], catalogue: Catalogue) -> str:
    """ASCII, without its ending: the indicator, or what was asked where it is several, and the days.

    Generated sample figures are called so in the name, too: a text file has no other place for it.
    """
    codes = {row["indicator"] for row in rows}
    about = phrase(f"intent.{asked.outcome.query.intent.value}")
    if len(codes) == 1:
        about = catalogue.indicators[codes.pop()].short_name
    parts = [phrase("sheet.sample")] if asked.is_illustrative else []
    return "_".join([*(_plain(part) for part in (*parts, about)), *_days(rows)])


def _plain(words: str) -> str:
    """In small letters without marks, joined by hyphens."""
    letters = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    bare = letters.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST_NAME]


def _days(rows: Sequence[Row]) -> list[str]:
    """The first and the last day that the answer speaks of."""
    told = [row for row in rows if row["role"] in ("answer", "forecast") and row["start"]]
    if not told:
        return []
    return [min(row["start"] for row in told), max(row["end"] for row in told)]


def _facts(asked: AskedAnswer, count: int) -> list[tuple[str, Formatted]]:
    """What a reader of the file needs to know of its rows."""
    form = "sheet.is_sample" if asked.is_illustrative else "sheet.is_no_sample"
    moment = asked.now.replace(tzinfo=None, second=0, microsecond=0)
    facts = [
        ("question", Formatted(safe_text(asked.question))),
        ("understood", Formatted(safe_text(without_prefix(asked.outcome.understood)))),
        ("asked_at", Formatted(moment, MOMENT_FORMAT)),
        ("count", Formatted(count)),
        ("sample", Formatted(phrase(form))),
    ]
    if asked.known_by:
        facts.append(("known_by", Formatted(day(asked.known_by))))
    for note in source_notes(shown_figures(asked.result)):
        told = " – ".join(part for part in (note.source.title, note.source.url) if part)
        facts.append(("source", Formatted(safe_text(told))))
    return [(phrase(f"fact.{name}"), fact) for name, fact in facts]
