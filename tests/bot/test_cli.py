"""The command line as a whole: what it loads, how it explains itself and how it refuses."""

import gettext
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import bot
from bot.cli import MODULES, cli, speak_vietnamese
from bot.messages import has, say
from bot.settings import Settings

HEAVY = (
    "sqlalchemy",
    "pandas",
    "numpy",
    "matplotlib",
    "telegram",
    "pydantic",
    "jinja2",
    "rapidfuzz",
)
WORDS = Path(bot.__path__[0]) / "locale/vi/LC_MESSAGES"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("LANGUAGE", "vi")
    speak_vietnamese()
    return CliRunner()


def loaded_by(*arguments: str) -> set[str]:
    """The heavy packages in memory after the command has run in a process of its own."""
    code = (
        "import sys; from bot.cli import cli, speak_vietnamese; speak_vietnamese();"
        f"cli({list(arguments)!r}, standalone_mode=False);"
        f"print('LOADED', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, input=""
    )
    return set(done.stdout.partition("LOADED")[2].split())


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by("--help") == set()


def test_parse_loads_neither_database_nor_charts() -> None:
    assert not loaded_by("parse") & {"sqlalchemy", "pandas", "matplotlib", "telegram", "jinja2"}


def walk(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from walk(below, (*path, name))


COMMANDS = dict(walk(cli))


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "iocbot")
def test_every_command_explains_itself_in_vietnamese(run: CliRunner, path: tuple[str, ...]) -> None:
    result = run.invoke(cli, [*path, "--help"], prog_name="iocbot")
    assert result.exit_code == 0, result.output
    assert result.output.startswith(" ".join(["Cách dùng: iocbot", *path]))
    english = re.findall(
        r"\b(?:Usage|Options|Commands|Show|Error|default|TEXT|PATH|INTEGER|ARGS)\b", result.output
    )
    assert not english


def test_every_command_is_listed_with_its_first_line(run: CliRunner) -> None:
    words = " ".join(run.invoke(cli, ["--help"]).output.split())
    for name in MODULES:
        assert f"{name} {say(f'help.{name}.text').splitlines()[0]}" in words


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["aks"], "Không có lệnh 'aks'"),
        (["ask"], "Thiếu tham số 'CÂU_HỎI'"),
        (["ask", "--jsn", "x"], "Không có tuỳ chọn '--jsn'"),
        (["ask", "a", "b"], "Thừa tham số (b)"),
        (["ask", "a", "--as-of", "hôm nay"], "không phải là thời điểm"),
        (["parse", "--catalogue", "/nowhere"], "không tìm thấy '/nowhere'"),
        (["sample", "--seed", "x"], "'x' không phải là số"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_slip_on_the_command_line_is_told_in_vietnamese(
    run: CliRunner, arguments: list[str], told: str
) -> None:
    result = run.invoke(cli, arguments, prog_name="iocbot")
    assert result.exit_code == 2
    assert told in result.output
    assert "Lỗi: " in result.output
    assert not re.search(r"Error|Try|Usage|Did you mean", result.output)


def test_a_wrong_setting_stops_the_start_with_its_name(run: CliRunner) -> None:
    result = run.invoke(cli, ["chat"], env={"IOC_CONTEXT_MINUTES": "nửa giờ"})
    assert result.exit_code == 1
    assert "IOC_CONTEXT_MINUTES: cần số phút" in result.output


def test_every_setting_has_its_explanation() -> None:
    assert all(
        has(f"settings.{name}") for name in Settings.model_fields if name != "database_password"
    )


def test_the_compiled_words_are_those_of_the_source() -> None:
    source = (WORDS / "messages.po").read_text(encoding="utf-8")
    with (WORDS / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    pairs = re.findall(
        r'^msgid "(.+)"\n(?:msgid_plural .*\n)?msgstr(?:\[0\])? "(.+)"', source, re.M
    )
    assert len(pairs) > 20
    for english, vietnamese in pairs:
        assert (
            compiled.gettext(english) == vietnamese
            or compiled.ngettext(english, "", 1) == vietnamese
        )


def test_output_into_a_closed_pipe_ends_quietly() -> None:
    program = Path(sys.executable).with_name("iocbot")
    lines = '{"id": 1, "text": "thu ngân sách"}\n' * 3000
    shell = subprocess.run(
        ["bash", "-c", f"{program} parse --as-of 2026-11-23 | head -1"],
        input=lines.encode(), capture_output=True, check=True, env=os.environ,
    )  # fmt: skip
    assert shell.stderr == b""
    assert shell.stdout.count(b"\n") == 1
