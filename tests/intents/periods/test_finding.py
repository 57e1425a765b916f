"""Time phrases: what they mean on several days, and what is no time."""

import csv
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from intents.periods.finding import Impossible, Relation, find_periods
from intents.words.text import tokenize
from ioc_query import periods
from ioc_query.periods import Grain, Period

MONDAY = date(2026, 11, 23)
Meaning = Period | Impossible | None


class Case(NamedTuple):
    today: date
    future: bool
    phrase: str
    meanings: list[Meaning]
    marked_only: bool

    def __str__(self) -> str:
        return f"{self.today}{' future' * self.future}: {self.phrase}"


def read_cases() -> Iterator[Case]:
    text = Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8")
    for group in yaml.load(text, Loader=yaml.BaseLoader):
        for phrase, expected in group["phrases"].items():
            listed = expected if isinstance(expected, list) else [expected]
            yield Case(
                date.fromisoformat(group["today"]),
                group.get("future") == "true",
                phrase,
                [read_meaning(text) for text in listed],
                group.get("marked_only") == "true",
            )


def read_meaning(text: Any) -> Meaning:
    """A period by its SDMX name or its ends; no period; or "!" and why there is none."""
    if not text:
        return None
    if text.startswith("!"):
        return Impossible(text[1:])
    first, _, last = text.partition("..")
    return Period(periods.parse(first).start, periods.parse(last or first).end)


def meanings(text: str, today: date, *, future: bool = False) -> list[Meaning]:
    spans = find_periods(tokenize(text), today, future=future)
    return [span.period or span.impossible for span in spans]


def said(found: list[Meaning]) -> list[Meaning]:
    """Without words that name no period."""
    return [meaning for meaning in found if meaning is not None]


CASES = list(read_cases())
WITHOUT_MARKS = [case for case in CASES if not case.marked_only]
each_case = pytest.mark.parametrize("case", CASES, ids=str)


def test_the_table_is_large_and_a_fifth_of_it_is_no_time() -> None:
    silent = [case for case in CASES if not said(case.meanings)]
    assert len(CASES) >= 250
    assert len(silent) >= len(CASES) / 5


@each_case
def test_phrase(case: Case) -> None:
    assert said(meanings(case.phrase, case.today, future=case.future)) == said(case.meanings)


@pytest.mark.parametrize("case", WITHOUT_MARKS, ids=str)
def test_phrase_without_marks(case: Case) -> None:
    found = meanings(without_marks(case.phrase), case.today, future=case.future)
    assert said(found) == said(case.meanings)


def without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@each_case
def test_phrase_in_capitals(case: Case) -> None:
    found = meanings(case.phrase.upper(), case.today, future=case.future)
    assert said(found) == said(case.meanings)


@each_case
def test_phrase_decomposed_and_with_courtesy_around_it(case: Case) -> None:
    text = unicodedata.normalize("NFD", f"Em ơi cho anh hỏi, {case.phrase} ạ?")
    assert said(meanings(text, case.today, future=case.future)) == said(case.meanings)


def indicator_names() -> list[str]:
    source = files("ioc_query") / "sample" / "catalogue" / "indicators.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return [row["name"] for row in rows]


OWN_TIME_WORDS = ("lũy kế", "từ đầu năm", "so với tháng trước", "trong năm")


@pytest.mark.parametrize("change", [str, without_marks], ids=["marked", "unmarked"])
def test_indicator_names_are_no_times(change: Callable[[str], str]) -> None:
    found = {name for name in indicator_names() if said(meanings(change(name), MONDAY))}
    assert found == {
        name for name in indicator_names() if any(words in name for words in OWN_TIME_WORDS)
    }


WRONG_MARKS = [
    ("tháng truớc", "2026-10"),
    ("thàng 6", "2026-06"),
    ("quy 3", "2026-Q3"),
    ("nằm 2025", "2025"),
    ("tuan trước", "2026-11-16..2026-11-22"),
    ("thắng 6", None),
    ("quỹ 3", None),
    ("quỷ 3", None),
    ("Thu hai huyện Đồng Phú", None),
    ("thủ tục tuần trước", "2026-11-16..2026-11-22"),
    ("đầu tư 3 tháng qua", "2026-08/P3M"),
    ("dầu tháng 6", "2026-06"),
    ("vốn đầu tư tháng 6", "2026-06"),
    ("von dau tu thang 6", "2026-06"),
]


@pytest.mark.parametrize(("text", "expected"), WRONG_MARKS)
def test_wrong_marks_are_forgiven_unless_they_make_another_word(
    text: str, expected: str | None
) -> None:
    assert said(meanings(text, MONDAY)) == said([read_meaning(expected)])


RELATIONS = [
    ("tháng này", Relation.CURRENT, Grain.MONTH),
    ("hôm nay", Relation.CURRENT, Grain.DAY),
    ("cuối năm", Relation.CURRENT, Grain.YEAR),
    ("tháng trước", Relation.PREVIOUS, Grain.MONTH),
    ("tuần qua", Relation.PREVIOUS, Grain.WEEK),
    ("hôm qua", Relation.PREVIOUS, Grain.DAY),
    ("năm ngoái", Relation.PREVIOUS, Grain.YEAR),
    ("quý trước nữa", Relation.BEFORE_PREVIOUS, Grain.QUARTER),
    ("năm kia", Relation.BEFORE_PREVIOUS, Grain.YEAR),
    ("sang năm", Relation.NEXT, Grain.YEAR),
    ("3 tháng qua", Relation.LAST_N, Grain.MONTH),
    ("2 tuần tới", Relation.NEXT_N, Grain.WEEK),
    ("9 tháng", Relation.FIRST_N, Grain.MONTH),
    ("6T/2025", Relation.FIRST_N, Grain.MONTH),
    ("6 tháng cuối năm", Relation.PART, Grain.MONTH),
    ("hạ tuần tháng 9", Relation.PART, Grain.DAY),
    ("tháng 6", Relation.NAMED, Grain.MONTH),
    ("tháng 6 năm ngoái", Relation.NAMED, Grain.MONTH),
    ("năm 2025", Relation.NAMED, Grain.YEAR),
    ("thứ tư tuần này", Relation.NAMED, Grain.DAY),
    ("giai đoạn 2021-2025", Relation.RANGE, Grain.YEAR),
    ("tháng 1-6", Relation.RANGE, Grain.MONTH),
    ("từ 1/10 đến 15/10", Relation.RANGE, None),
    ("từ đầu năm", Relation.TO_DATE, Grain.YEAR),
    ("lũy kế", Relation.TO_DATE, Grain.YEAR),
    ("lũy kế quý 2", Relation.UP_TO, Grain.QUARTER),
    ("cùng kỳ năm ngoái", Relation.SAME_PERIOD, None),
    ("mới nhất", Relation.NO_PERIOD, None),
]


@pytest.mark.parametrize(("phrase", "relation", "grain"), RELATIONS)
def test_how_it_was_said(phrase: str, relation: Relation, grain: Grain | None) -> None:
    tokens = tokenize(phrase)
    [span] = find_periods(tokens, MONDAY)
    assert (span.relation, span.unit) == (relation, grain)
    assert (span.first, span.last) == (0, len(tokens) - 1)


@pytest.mark.parametrize(
    ("phrase", "is_bare"),
    [
        ("tháng 6", True),
        ("quý 3", True),
        ("15/6", True),
        ("6 tháng đầu năm", True),
        ("tháng 6/2025", False),
        ("tháng 6 năm nay", False),
        ("tháng này", False),
        ("năm 2025", False),
        ("3 tháng qua", False),
    ],
)
def test_a_time_without_a_year_is_bare(phrase: str, is_bare: bool) -> None:
    [span] = find_periods(tokenize(phrase), MONDAY)
    assert span.is_bare is is_bare


def test_unmarked_thang_sau_has_two_readings_looking_back_and_one_looking_ahead() -> None:
    [looking_back] = find_periods(tokenize("thu ngan sach thang sau"), MONDAY)
    [ahead] = find_periods(tokenize("du bao thu ngan sach thang sau"), MONDAY, future=True)
    assert (looking_back.period, looking_back.alternative) == (
        periods.parse("2026-06"),
        periods.parse("2026-12"),
    )
    assert (ahead.period, ahead.alternative) == (periods.parse("2026-12"), None)


def test_overlapping_also_reads_what_a_name_may_leave_over() -> None:
    tokens = tokenize("so vu pham toi thang 6")
    spans = find_periods(tokens, MONDAY, overlapping=True)
    assert [(span.first, span.period) for span in spans] == [
        (3, periods.parse("2026-S1")),
        (4, periods.parse("2026-06")),
    ]
