"""How long the command line takes to say something."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from tests.benchmarks.timing import Timing, timed

IOCBOT = Path(sys.executable).with_name("iocbot")


def run() -> Iterator[Timing]:
    with tempfile.TemporaryDirectory() as folder:
        db = f"sqlite:///{folder}/ioc.db"
        yield timed("start: iocbot --help", [_command("--help")], rounds=10)
        _command("sample", "--db", db, "--as-of", date.today().isoformat())()  # noqa: DTZ011
        ask = _command("ask", "thu ngân sách tháng trước so với cùng kỳ", "--db", db)
        yield timed("start to first answer: iocbot ask, sample database", [ask], rounds=5)


def _command(*arguments: str) -> Callable[[], object]:
    return partial(subprocess.run, [IOCBOT, *arguments], check=True, capture_output=True)
