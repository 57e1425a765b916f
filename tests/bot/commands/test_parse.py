"""`iocbot parse`: the question contract over standard input and output."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.clock import read_moment
from bot.commands.parse import BadLineError, read_question
from ioc_query.sample.bundled import bundled_path
from tests.bot.commands.conftest import Run

AS_OF = ("--as-of", "2026-11-23T09:00")
KEYS = {"id", "status", "query", "candidates", "understood"}


def lines_of(*questions: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(question)}\n" for question in questions)


def periods_of(output: str) -> list[list[list[str]]]:
    return [json.loads(line)["query"]["periods"] for line in output.splitlines()]


def test_each_question_gives_one_object_in_the_same_order(run: Run) -> None:
    questions = [{"id": number, "text": "thu ngân sách tháng 6"} for number in ("b", 7, None)]
    result = run("parse", *AS_OF, input=lines_of(*questions))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", 7, None]
    assert all(set(answer) == KEYS for answer in answers)
    assert result.exit_code == 0


def test_vietnamese_is_written_as_it_is(run: Run) -> None:
    assert "\\u" not in run("parse", *AS_OF, input=lines_of({"id": 1, "text": "thu"})).stdout


def test_the_as_of_of_a_line_goes_before_the_option(run: Run) -> None:
    plain = {"id": 1, "text": "thu ngân sách tháng trước"}
    result = run("parse", *AS_OF, input=lines_of(plain, plain | {"as_of": "2025-03-05T08:00"}))
    assert periods_of(result.stdout) == [
        [["2026-10-01", "2026-10-31"]],
        [["2025-02-01", "2025-02-28"]],
    ]


def test_a_moment_in_another_zone_is_taken_to_the_day_of_the_province(run: Run) -> None:
    question = {"id": 1, "text": "thu ngân sách hôm nay", "as_of": "2026-11-22T18:30:00+00:00"}
    assert periods_of(run("parse", input=lines_of(question)).stdout) == [[["2026-11-23"] * 2]]


def test_earlier_questions_of_the_line_are_taken_up(run: Run) -> None:
    question = {"id": 1, "text": "còn tháng 5?", "context": ["thu ngân sách tháng 6"]}
    answer = json.loads(run("parse", *AS_OF, input=lines_of(question)).stdout)
    assert answer["query"]["indicators"] == ["NS.THU_TONG"]
    assert answer["query"]["periods"] == [["2026-05-01", "2026-05-31"]]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("{", "parse.not_json"),
        ("[1]", "parse.not_json"),
        ('{"id": 2}', "parse.no_text"),
        ('{"id": 2, "text": 5}', "parse.no_text"),
        ('{"id": 2, "text": "thu", "context": "chi"}', "parse.bad_context"),
        ('{"id": 2, "text": "thu", "context": [1]}', "parse.bad_context"),
        ('{"id": 2, "text": "thu", "as_of": "mai"}', "parse.bad_as_of"),
        ('{"id": 2, "text": "thu", "as_of": 2026}', "parse.bad_as_of"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(line: str, key: str) -> None:
    with pytest.raises(BadLineError) as bad:
        read_question(line, read_moment("2026-11-23"))
    assert bad.value.key == key


def test_bad_lines_are_told_with_their_numbers_and_the_others_are_read(run: Run) -> None:
    good = lines_of({"id": 1, "text": "thu ngân sách"})
    result = run("parse", *AS_OF, input=f'{good}{{\n{good}{{"id": 4}}\n')
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["Dòng 2", "Dòng 4"]
    assert len(result.stdout.splitlines()) == 2


def test_empty_lines_are_no_questions(run: Run) -> None:
    result = run("parse", *AS_OF, input="\n  \n" + lines_of({"id": 1, "text": "thu ngân sách"}))
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_another_catalogue_is_used_when_given(run: Run, tmp_path: Path) -> None:
    for source in bundled_path().glob("*.csv"):
        content = source.read_text(encoding="utf-8").replace("NS.THU_TONG", "THU.RIENG")
        (tmp_path / source.name).write_text(content, encoding="utf-8")
    question = lines_of({"id": 1, "text": "thu ngân sách"})
    answer = json.loads(run("parse", *AS_OF, "--catalogue", tmp_path, input=question).stdout)
    assert answer["query"]["indicators"] == ["THU.RIENG"]


def test_a_catalogue_with_mistakes_is_refused_with_its_problems(run: Run, tmp_path: Path) -> None:
    result = run("parse", "--catalogue", tmp_path, input="")
    assert result.exit_code == 1
    assert "indicators.csv" in result.stderr
