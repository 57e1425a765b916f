"""The Vietnamese texts of imports: all there, all used, all names told apart."""

import re
from pathlib import Path

import pytest

from ioc_query.imports.catalogue_tables import SCHEMAS
from ioc_query.imports.problems import Problem, load_yaml
from ioc_query.imports.targets import OBSERVATIONS, PLANS
from ioc_query.imports.words import column_named, fold, sheet_named, value_named, vietnamese

CODE = Path(__file__).parents[3] / "ioc_query" / "imports"
TEXTS = [f"{group}.{name}" for group, texts in load_yaml("messages.yaml").items() for name in texts]
COLUMNS = {
    **{name: schema.columns.all for name, schema in SCHEMAS.items()},
    "observations": OBSERVATIONS.columns.all,
    "plans": PLANS.columns.all,
}


def keys_in_code() -> set[str]:
    found: set[str] = set()
    for path in CODE.glob("*.py"):
        for key in re.findall(r'f?"([a-z]+\.[a-z_{}0-9]+)"', path.read_text(encoding="utf-8")):
            found |= {key.replace("{kind}", kind) for kind in ("indicator", "area")}
    return found


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_said_somewhere(key: str) -> None:
    assert key in keys_in_code()


def test_every_key_in_the_code_has_a_text() -> None:
    groups = tuple(f"{group}." for group in load_yaml("messages.yaml"))
    assert {key for key in keys_in_code() if key.startswith(groups)} <= set(TEXTS)


@pytest.mark.parametrize("table", COLUMNS)
def test_first_vietnamese_name_of_a_column_means_that_column_in_its_table(table: str) -> None:
    for column in COLUMNS[table]:
        assert column_named(vietnamese(column), COLUMNS[table]) == column
        assert column_named(vietnamese(column).upper(), COLUMNS[table]) == column


@pytest.mark.parametrize("name", SCHEMAS)
def test_sheet_is_known_by_both_names(name: str) -> None:
    assert sheet_named(name.upper(), SCHEMAS) == name
    assert sheet_named(vietnamese(name, "sheets"), SCHEMAS) == name


@pytest.mark.parametrize("kind", load_yaml("words.yaml")["values"])
def test_every_spelling_of_a_value_means_only_that_value(kind: str) -> None:
    for value, spellings in load_yaml("words.yaml")["values"][kind].items():
        for spelling in (value, *spellings):
            assert isinstance(spelling, str)
            assert value_named(spelling, kind) == value


def test_fold_drops_case_marks_and_signs() -> None:
    assert fold("  Mã_CHỈ tiêu (Đ/v) ") == "ma chi tieu d v"


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("a.csv", 12, "kind", "sai"), "a.csv, dòng 12, cột kind: sai"),
        (Problem("a.csv", 1, None, "sai"), "a.csv, dòng 1: sai"),
        (Problem("a.csv", None, None, "sai"), "a.csv: sai"),
    ],
)
def test_problem_says_its_place_and_reason(problem: Problem, text: str) -> None:
    assert str(problem) == text
