"""Every reply that a person can meet, word for word, beside its expected text in `golden/`.

`IOC_UPDATE_GOLDEN=1 pytest tests/bot/rendering/test_replies.py` writes the texts anew; read the difference.
"""

import os
import re
from pathlib import Path

import pytest

from bot.rendering.limits import PAGE_BREAK, text_length
from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from tests.bot.rendering.situations import RESULTS, names, reply_to
from tests.bot.rendering.world import CATALOGUE

GOLDEN = Path(__file__).with_name("golden")
UPDATING = bool(os.environ.get("IOC_UPDATE_GOLDEN"))
TELEGRAM_TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote"}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(CATALOGUE)


def as_file(reply: Reply) -> str:
    html = reply.html.replace(PAGE_BREAK, "[trang mới]\n")
    if reply.chart is None:
        return f"{html}\n"
    return f"{html}\n\n[{reply.chart.kind}] {reply.chart.alt}\n"


@pytest.mark.parametrize("name", names())
def test_reply_reads_as_expected(name: str, renderer: Renderer) -> None:
    shown = as_file(reply_to(name, renderer))
    file = GOLDEN / f"{name}.txt"
    if UPDATING:
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


def test_every_expected_text_has_its_situation() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(names())


@pytest.mark.parametrize("name", names())
def test_reply_keeps_to_what_telegram_carries(name: str, renderer: Renderer) -> None:
    """Whole in the caption of its picture, or in one message where it has none."""
    reply = reply_to(name, renderer)
    html = reply.html
    assert text_length(html) <= (1024 if reply.chart else 4096)
    assert set(re.findall(r"<([a-z]+)", html)) <= TELEGRAM_TAGS
    assert html.count("<") / 2 <= 100


@pytest.mark.parametrize("name", names())
def test_tables_fit_the_width_of_a_phone(name: str, renderer: Renderer) -> None:
    reply = reply_to(name, renderer)
    for table in re.findall(r"<pre>(.*?)</pre>", reply.html, re.DOTALL):
        assert max(len(line) for line in Reply(table).text.splitlines()) <= 34


@pytest.mark.parametrize("make", RESULTS, ids=lambda make: make.__name__)
def test_first_line_stands_alone(make: object, renderer: Renderer) -> None:
    """It serves as the caption of a picture whose text is too long for one."""
    line = reply_to(getattr(make, "__name__", ""), renderer).html.splitlines()[0]
    assert len(re.findall(r"<[a-z]", line)) == line.count("</")
    assert Reply(line).text
