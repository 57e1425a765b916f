"""The lexicon of time words and the code that reads it fit together."""

from importlib.resources import files

import pytest
import yaml

from intents.periods.combinations import LEADS
from intents.periods.grammar import Line, grammar
from intents.periods.parts import PARTS
from intents.periods.phrases import BUILDERS
from intents.periods.spans import GrainCue
from intents.periods.templates import TemplateCompiler
from intents.words.text import tokenize

SOURCE = yaml.safe_load((files("intents") / "lexicon" / "periods.yaml").read_text("utf-8"))
RULES = SOURCE["rules"]


def test_every_rule_has_its_builder_and_every_builder_its_rule() -> None:
    assert RULES["anchors"].keys() | RULES["years"].keys() == BUILDERS.keys()
    assert RULES["parts"].keys() == PARTS.keys()
    assert RULES["leads"].keys() == LEADS.keys()
    assert {name.removesuffix("_unmarked") for name in RULES["grains"]} == set(GrainCue)


def test_guards_name_rules_and_word_lists_that_exist() -> None:
    names = {name for section in RULES.values() for name in section}
    lists = {
        name for guard in SOURCE["guards"].values() for side in guard.values() for name in side
    }
    assert SOURCE["guards"].keys() <= names
    assert lists <= SOURCE["words"].keys()


TEMPLATES = [t for section in RULES.values() for templates in section.values() for t in templates]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_compiles_and_knows_what_it_can_open_with(template: str) -> None:
    compiler = TemplateCompiler(SOURCE["words"])
    assert compiler.pattern(template)
    assert compiler.openings(template)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tháng 6/2025", "tháng 6/2025"),
        ("thàng 6", "thang 6"),
        ("T6, quý III", "t6 , quí iii"),
        ("thu ngân sách thứ sáu", "thu' ngan sach thứ sáu"),
        ("thu ngan sach thu sau", "thu ngan sach thu sau"),
        ("quỹ 3", "quĩ 3"),
        ("2021 – 2025", "2021 - 2025"),
    ],
)
def test_a_word_keeps_its_marks_only_where_they_tell_it_from_another(text: str, line: str) -> None:
    assert Line(tokenize(text), grammar()).text == line
