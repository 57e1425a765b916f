"""The messages and the code that says them fit together."""

import re
from pathlib import Path

import pytest

import bot
from bot.messages import keys, say

FOLDER = Path(bot.__path__[0])
SAID = re.compile(r'(?:\bsay|\bRefusal|BadLineError)\(\s*"([a-z0-9_.]+)"')
FROM_CODE = re.compile(
    r"help\.|metavar\.|settings\.|obstacle\.|telegram\.poll\.|telegram\.menu\.|demo\.example|import\.kind"
    r"|lexicon\.fault\."
)
"""Keys that are put together: commands, parameters, settings and states have tests of their own."""


def said() -> set[str]:
    return {
        key
        for path in FOLDER.rglob("*.py")
        if "rendering" not in path.parts
        for key in SAID.findall(path.read_text(encoding="utf-8"))
    }


def test_every_message_that_the_code_says_exists() -> None:
    assert said() <= keys()


def test_every_message_is_said_somewhere() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py"))
    unsaid = {key for key in keys() if not FROM_CODE.match(key) and f'"{key}"' not in text}
    assert not unsaid


def test_fields_are_filled_in() -> None:
    assert "IOC" not in say("parse.not_json", line=7)
    assert "7" in say("parse.not_json", line=7)


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("nothing.of.that.name")
