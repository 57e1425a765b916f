"""Commands on a channel without buttons: the same words, and numbers in place of buttons."""

import pytest

from bot.channels.channel import Message
from bot.conversation import Speaker
from bot.handlers.ask import Desk
from bot.rendering.browsing import LISTED
from bot.rendering.reply import Reply

AN = Speaker("console", "console", "console")
VALUE = "tăng trưởng GRDP năm 2023"


def ask(desk: Desk, text: str, **more: object) -> Reply:
    return desk.respond(Message(AN, text, **more))  # type: ignore[arg-type]


def number_of(reply: Reply, label: str) -> str:
    return str(reply.shown_choices.index(label) + 1)


def test_numbers_lead_through_the_catalogue_to_a_value(desk: Desk) -> None:
    domains = ask(desk, "/chitieu")
    budget = next(label for label in domains.shown_choices if label.startswith("Ngân sách"))
    indicators = ask(desk, number_of(domains, budget))
    assert indicators.text.startswith("Ngân sách và đầu tư công: ")
    assert "Thu ngân sách" in ask(desk, number_of(indicators, "Thu ngân sách")).text


def test_every_domain_and_every_indicator_is_reached_by_buttons(desk: Desk) -> None:
    reached: list[str] = []
    for domain in ask(desk, "/chitieu").choices:
        page: Reply | None = ask(desk, domain)
        while page is not None:
            own = [choice for choice in page.choices if "." in choice]
            reached += [choice.removeprefix("/chitieu ") for choice in own]
            assert len(own) <= LISTED
            ways = dict(zip(page.labels, page.choices, strict=True))
            page = ask(desk, ways["Tiếp ›"]) if "Tiếp ›" in ways else None
    assert sorted(reached) == sorted(desk.assistant.catalogue.indicators)


def test_every_indicator_of_the_catalogue_is_asked_for_by_its_button(desk: Desk) -> None:
    for indicator in desk.assistant.catalogue.indicators.values():
        ask(desk, f"/chitieu {indicator.code}")
        (question,) = desk.conversations.recall(AN, desk.clock()).questions
        outcome = desk.assistant.parser.parse(question, now=desk.clock())
        assert outcome.query.indicators == (indicator.code,)
        assert outcome.query.intent == "value"


def test_an_indicator_from_the_catalogue_takes_nothing_from_the_question_before(desk: Desk) -> None:
    ask(desk, "kim ngạch xuất khẩu tháng 3 năm 2022 huyện Bù Đăng")
    answer = ask(desk, "/chitieu KT.GRDP_TANG").text
    assert "2022" not in answer.partition("\n")[0]
    assert "Bù Đăng" not in answer


@pytest.mark.parametrize("page", ["99", "0", "2"])
def test_a_page_that_is_not_there_is_the_nearest(desk: Desk, page: str) -> None:
    shown = ask(desk, f"/chitieu du lịch {page}")
    assert shown.text.startswith("Du lịch: ")
    assert shown.choices


@pytest.mark.parametrize("words", ["xyzxyz", "%%%", "<b>", "12 34"])
def test_words_that_find_nothing_say_so_and_lead_on(desk: Desk, words: str) -> None:
    reply = ask(desk, f"/chitieu {words}")
    assert f"“{words}”" in reply.text
    assert reply.choices == ("/chitieu",)


def test_words_that_find_many_show_the_likest_and_say_how_many(desk: Desk) -> None:
    reply = ask(desk, "/chitieu tỷ lệ")
    assert f"Dưới đây là {LISTED} chỉ tiêu gần nhất" in reply.text
    assert len(reply.choices) == LISTED + 1


def test_an_area_can_be_named_behind_the_command(desk: Desk) -> None:
    ask(desk, "số doanh nghiệp thành lập mới năm 2023")
    answer = ask(desk, "/diaban Bù Đăng").text
    assert "Bù Đăng" in answer
    assert "2023" in answer


def test_every_area_is_understood_as_a_follow_up(desk: Desk) -> None:
    asked = "số doanh nghiệp thành lập mới năm 2023"
    ask(desk, asked)
    areas = desk.assistant.catalogue.areas.values()
    for choice, area in zip(ask(desk, "/diaban").choices, areas, strict=True):
        query = desk.assistant.parser.parse(choice, now=desk.clock(), context=[asked]).query
        assert query.indicators == ("KT.DN_MOI",)
        assert query.areas == ((area.code,) if area.parent else ())


def test_browsing_leaves_the_conversation_as_it_was(desk: Desk) -> None:
    ask(desk, VALUE)
    ask(desk, "/chitieu")
    ask(desk, "/diaban")
    assert "6,32%" in ask(desk, "còn năm 2021?").text


def test_forgetting_ends_the_conversation_and_says_so(desk: Desk) -> None:
    ask(desk, VALUE)
    assert "xoá mạch hỏi đáp" in ask(desk, "/huy").text
    assert "Chưa có câu hỏi nào" in ask(desk, "/diaban").text


def test_commands_are_read_in_capitals_and_with_spaces_around(desk: Desk) -> None:
    assert ask(desk, "  /START ").text == ask(desk, "/start").text


def test_a_draft_neither_reads_nor_writes_the_conversation(desk: Desk) -> None:
    ask(desk, VALUE)
    assert "6,32%" not in ask(desk, "còn năm 2021?", is_draft=True).text
    ask(desk, "kim ngạch xuất khẩu năm 2023", is_draft=True)
    assert "6,32%" in ask(desk, "còn năm 2021?").text


def test_a_corrected_question_takes_the_place_of_the_last(desk: Desk) -> None:
    ask(desk, VALUE)
    ask(desk, "kim ngạch xuất khẩu thì sao?")
    assert "6,32%" in ask(desk, "còn năm 2021?", corrects="kim ngạch xuất khẩu thì sao?").text
