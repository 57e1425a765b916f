"""The dispatch is complete, and the start-up path is light."""

import json
import re
import subprocess
import sys
import typing
from dataclasses import replace
from functools import cache

import pytest
import yaml
from jinja2 import UndefinedError

from bot.rendering.environment import TEMPLATES, build_environment
from bot.rendering.phrases import FILE, has_phrase, phrase
from bot.rendering.render import PRESENTATIONS, Renderer
from intents.outcome import Origin
from ioc_query.catalogue import Catalogue
from ioc_query.engine import OPERATIONS, Operation
from ioc_query.query import Intent, Query
from ioc_query.results import NotAllowed, NotAnswered, Result
from tests.bot.rendering.situations import reply_to, result_of
from tests.bot.rendering.world import CATALOGUE, NOW, REVENUE, understood

RESULT_KINDS = typing.get_args(Result)


@pytest.mark.parametrize("kind", RESULT_KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_result_has_a_template(kind: type[Result]) -> None:
    assert (TEMPLATES / f"{PRESENTATIONS[kind].template}.html.j2").is_file()


def kinds_answered(operation: Operation) -> set[type[Result]]:
    """The kinds of result that an operation says it returns."""
    returned = typing.get_type_hints(operation.run)["return"]
    return set(typing.get_args(returned) or (returned,))


@pytest.mark.parametrize("intent", OPERATIONS)
def test_an_operation_and_its_presentation_have_the_same_stem(intent: Intent) -> None:
    operation = OPERATIONS[intent]
    stem = operation.run.__module__.rpartition(".")[2]
    shown = [PRESENTATIONS[kind] for kind in kinds_answered(operation)]
    (own,) = [one for one in shown if one.template == stem]
    assert own.chart in (None, stem)


def test_every_presentation_is_of_a_result_that_is_returned() -> None:
    returned = {kind for operation in OPERATIONS.values() for kind in kinds_answered(operation)}
    assert returned | {NotAllowed, NotAnswered} == set(PRESENTATIONS) == set(RESULT_KINDS)


def test_what_is_not_answered_yet_is_told_what_is() -> None:
    """A new operation is to be named where the bot says what it can do."""
    text = reply_to("not_answered", Renderer(CATALOGUE)).text
    told = {
        Intent.VALUE: "số liệu",
        Intent.TREND: "diễn biến theo thời gian",
        Intent.COMPARE: "so sánh",
        Intent.RANK: "xếp hạng",
        Intent.BREAKDOWN: "chi tiết theo huyện",
        Intent.FILTER: "lọc theo điều kiện",
        Intent.FORECAST: "dự báo",
        Intent.SCENARIO: "tính theo giả định",
        Intent.DEFINITION: "ý nghĩa của chỉ tiêu",
        Intent.CATALOGUE: "danh mục chỉ tiêu",
        Intent.OVERVIEW: "tổng quan",
        Intent.ANOMALIES: "điểm bất thường",
        Intent.SUBMISSIONS: "tình hình nộp số liệu",
    }
    assert set(told) == set(OPERATIONS)
    assert [words for words in told.values() if words not in text] == []


def test_every_picture_has_a_drawer() -> None:
    from bot.rendering.charts.draw import DRAWERS

    assert {shown.chart for shown in PRESENTATIONS.values() if shown.chart} == set(DRAWERS)


@pytest.mark.parametrize(
    "template", sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.j2"))
)
def test_every_template_compiles(template: str) -> None:
    assert build_environment(CATALOGUE).get_template(template)


def test_an_unknown_name_in_a_template_is_an_error() -> None:
    template = build_environment(CATALOGUE).from_string("{{ nothing_of_that_name }}")
    with pytest.raises(UndefinedError):
        template.render()


@pytest.mark.parametrize("intent", Intent)
def test_every_intent_has_a_name_for_people(intent: Intent) -> None:
    assert phrase(f"intent.{intent.value}")


@pytest.mark.parametrize(
    "slot", [slot for slot in Query(Intent.VALUE).to_json() if slot != "intent"]
)
def test_every_slot_taken_from_context_is_named(slot: str) -> None:
    assert has_phrase(f"slot.{slot}")
    outcome = understood("thu ngân sách", origins={slot: Origin.CONTEXT})
    reply = Renderer(CATALOGUE).answer(result_of("value"), outcome, now=NOW)
    assert f"({phrase(f'slot.{slot}')} lấy từ câu trước)" in reply.text


def test_phrase_refuses_an_unknown_name() -> None:
    with pytest.raises(KeyError):
        phrase("change.sideways")


def test_names_in_other_unicode_forms_come_out_composed() -> None:
    decomposed = replace(REVENUE, short_name="Thu nga\u0302n sa\u0301ch")
    catalogue = Catalogue(
        CATALOGUE.domains, CATALOGUE.departments, CATALOGUE.areas, {REVENUE.code: decomposed}
    )
    assert "Thu ngân sách" in reply_to("unknown_with_candidates", Renderer(catalogue)).text


def test_a_catalogue_without_districts_or_plans_still_has_examples() -> None:
    plain = replace(REVENUE, by_area=False, has_plan=False)
    catalogue = Catalogue(
        CATALOGUE.domains, CATALOGUE.departments, CATALOGUE.areas, {REVENUE.code: plain}
    )
    assert "1. Diễn biến thu ngân sách từ đầu năm" in Renderer(catalogue).help().text


def test_every_intent_without_an_operation_is_refused_in_its_own_words() -> None:
    told = {f"not_answered.{one}" for one in Intent if has_phrase(f"not_answered.{one}")}
    silent = {Intent.HELP, Intent.UNKNOWN}
    assert told == {f"not_answered.{one}" for one in set(Intent) - set(OPERATIONS) - silent}


def loaded_after(statement: str) -> set[str]:
    """Modules of a fresh process that has run the statement."""
    script = f"import json, sys; {statement}; print(json.dumps(list(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    return set(json.loads(run.stdout))


def test_rendering_starts_without_drawing_or_data_packages() -> None:
    loaded = loaded_after("import bot.rendering.render, bot.rendering.rows.answers")
    assert not loaded & {"matplotlib", "pandas", "numpy", "sqlalchemy", "telegram", "PIL"}


def test_drawing_never_loads_pyplot() -> None:
    loaded = loaded_after("import bot.rendering.charts.draw")
    assert "matplotlib.figure" in loaded
    assert not loaded & {"matplotlib.pyplot", "pandas"}


def phrases_by_literal_name() -> list[str]:
    """Those whose group is not put together with a word of the data (a grain, a stage, a slot)."""
    groups = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    of_data = {
        "anomalies_next", "baseline", "chance", "condition", "course", "coverage", "due", "effort", "explain_refused",
        "frequency", "grain", "group", "group_place", "intent", "kind", "model", "need_line", "need_title", "next",
        "not_answered", "not_comparable", "origin", "over_areas", "over_time", "overview_block", "overview_next",
        "plan_pace", "plan_picture", "scale", "slot", "stage", "submissions_in_span", "submissions_now",
    }  # fmt: skip
    return [f"{group}.{key}" for group in groups if group not in of_data for key in groups[group]]


@cache
def whole_source() -> str:
    """The code and the templates of rendering."""
    files = [path for path in FILE.parent.rglob("*") if path.suffix in {".py", ".j2"}]
    return "".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("name", phrases_by_literal_name())
def test_every_phrase_is_said_somewhere(name: str) -> None:
    """A wording that nothing uses any more is to be taken out."""
    source = whole_source()
    stem = re.sub(
        r"^(rank|plan|ceiling)_(?=up|down|good|bad)|_indicator$", "", name.partition(".")[2]
    )
    assert name in source or f'"{stem}"' in source
