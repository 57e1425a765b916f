"""The areas that are offered instead, and that each is understood as itself."""

import pytest

from bot.rendering.corrections.alternatives import understood
from bot.rendering.corrections.near_areas import near_areas
from intents.parser import Parser
from tests.bot.rendering.corrections.conftest import QUESTIONS, Read, after


@pytest.mark.parametrize("question", [one for one in QUESTIONS if "huyện" not in one])
def test_every_area_replaces_the_area_and_nothing_else(
    question: str, read: Read, parser: Parser
) -> None:
    asked = read(question)
    offered = list(near_areas(asked))
    choices = list(understood(offered, after(question, parser)))
    assert [one.label for one in choices] == [one.label for one in offered]
    assert len(choices) == len(asked.catalogue.districts)


def test_the_area_that_was_read_is_not_offered(read: Read) -> None:
    labels = [one.label for one in near_areas(read("thu ngân sách Đồng Xoài tháng 10"))]
    assert labels[0] == "Toàn tỉnh"
    assert "Đồng Xoài" not in labels
    assert "Lộc Ninh" in labels
    assert "Toàn tỉnh" not in [one.label for one in near_areas(read("thu ngân sách tháng 10"))]


def test_without_figures_by_district_only_the_province_is_left(read: Read) -> None:
    labels = [one.label for one in near_areas(read("tăng trưởng GRDP Đồng Xoài năm 2025"))]
    assert labels == ["Toàn tỉnh"]
