"""Words that only the whole question can mend, and those that must not be left out of the answer."""

import pytest

from intents.outcome import Status
from ioc_query.query import Intent
from tests.intents.conftest import Ask


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("báo tôi khi nợ thuế vợt 1.200 tỷ", "báo tôi khi nợ thuế vượt 1.200 tỷ"),
        ("so sáh xuất khẩu quý 2 với quý 3", "so sánh xuất khẩu quý 2 với quý 3"),
        ("thu nhân sách 9 tháng", "thu ngân sách 9 tháng"),
        ("xu hướng AQI 10 ngày qua ở Cơn Thành", "xu hướng AQI 10 ngày qua ở Chơn Thành"),
        ("hằng tháng gửi tôi nợ thế", "hằng tháng gửi tôi nợ thuế"),
        ("thu ngan sach tu tang 7 den thang 9", "thu ngan sach tu thang 7 den thang 9"),
        ("Cục Hải quaan có chậm báo cáo không", "Cục Hải quan có chậm báo cáo không"),
        ("hco em xin nợ thuế tháng 10", "cho em xin nợ thuế tháng 10"),
        ("thu ngân sách hôm uqa", "thu ngân sách hôm qua"),
        ("huyện nào thu ngân sách cao hnất", "huyện nào thu ngân sách cao nhất"),
        ("thu nội địa quýý III", "thu nội địa quý III"),
        ("sxxh tuần trước", "sxh tuần trước"),
        (
            "mỗi tháng pải cấp bao nhiêu sổ đỏ để đạt kế hoạch",
            "mỗi tháng phải cấp bao nhiêu sổ đỏ để đạt kế hoạch",
        ),
        ("tỷ lệ hồ sơ quá hạng tháng 10", "tỷ lệ hồ sơ quá hạn tháng 10"),
    ],
)
def test_wrong_letter_is_mended_to_what_explains_the_question(
    ask: Ask, text: str, meant: str
) -> None:
    assert ask(text).status is Status.OK
    assert ask(text).query == ask(meant).query


@pytest.mark.parametrize(
    "text",
    [
        "thu nhập bình quân đầu người",
        "số liệu lao động nước ngoài",
        "xuất khẩu hạt sen",
        "sản lượng thiết bị",
        "hai cộng hai bằng mấy",
        "chán em quá",
        "xuất khẩu tiêu tháng 10",
        "xuat khau hat tieu 9 thang",
        "diện tích tiêu năm 2025",
    ],
)
def test_word_that_is_one_is_not_mended_into_ours(ask: Ask, text: str) -> None:
    assert ask(text).status is not Status.OK


@pytest.mark.parametrize(
    "text",
    [
        "thu ngân sách tháng 10 ở Xaqq",
        "thu ngân sách và qwert tháng 10",
        "thu ngân sách huyện qwert",
        "cục qwert nộp số liệu chưa",
        "thu ngân sách Đồng Xoài so với qwert",
        "so sánh thu ngân sách qwert",
        "thu ngân sách qwert năm",
        "số hồ sơ quá hạn bên Qwert",
        "hằng tuần gửi tôi qwert",
    ],
)
def test_question_with_an_unknown_part_is_not_answered_without_it(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.UNKNOWN


@pytest.mark.parametrize("text", ["thế qwert thì sao", "còn qwert?", "vậy ở qwert thì sao"])
def test_follow_up_that_is_not_understood_does_not_repeat_the_question_before(
    ask: Ask, text: str
) -> None:
    assert ask(text, "thu ngân sách quý 3 Đồng Xoài").status is Status.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "nhap khau o to",
        "san luong sau rieng",
        "tang truong tin dung",
        "gia dat",
        "so vu chay cho",
        "xuất khẩu nguyên liệu",
    ],
)
def test_what_no_catalogue_holds_is_seen_without_marks(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Tài liệu họp cần nợ thuế quý 3", Intent.VALUE),
        ("theo so lieu cua so y te thi so ca soi thang 9", Intent.VALUE),
        ("Liệu cuối năm có đạt kế hoạch xuất khẩu không", Intent.FORECAST),
    ],
)
def test_only_an_opening_asks_whether_something_will_be(
    ask: Ask, text: str, intent: Intent
) -> None:
    assert ask(text).query.intent is intent


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("vẽ đồ thị vốn FDI theo quỳ năm 2025", "vẽ đồ thị vốn FDI theo quý năm 2025"),
        ("bào tôi khi sự cố ATTT quá 5", "báo tôi khi sự cố ATTT quá 5"),
        ("các huyến có trên 5 vụ cháy", "các huyện có trên 5 vụ cháy"),
        ("huyện náo thu ngân sách cao nhất", "huyện nào thu ngân sách cao nhất"),
        ("thu ngân sách Đống Xoài tháng 10", "thu ngân sách Đồng Xoài tháng 10"),
        ("khả năng đạt kề hoạch thu ngân sách", "khả năng đạt kế hoạch thu ngân sách"),
        ("tính hình Bú Gia Mập quý 3", "tình hình Bù Gia Mập quý 3"),
        ("thu nối địa tháng 10", "thu nội địa tháng 10"),
    ],
)
def test_wrong_mark_is_set_aside_where_the_word_says_more_without_it(
    ask: Ask, text: str, meant: str
) -> None:
    assert ask(text).status is Status.OK
    assert ask(text).query == ask(meant).query


@pytest.mark.parametrize(
    "text", ["sản lượng dứa năm 2025", "số vụ chảy máu cam tháng 10", "số ca mổ đẻ", "số cầu thủ"]
)
def test_word_with_its_own_marks_is_not_read_as_ours(ask: Ask, text: str) -> None:
    assert ask(text).status is not Status.OK


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("giai ngan dau tu cong thag truoc", "giải ngân đầu tư công tháng trước"),
        ("thu ngân sách tháng trớc", "thu ngân sách tháng trước"),
        ("KCN lấp đầy bao nhiêu torng quý 3", "KCN lấp đầy bao nhiêu trong quý 3"),
        ("huyen nao khogn qua 20 vu chay", "huyện nào không quá 20 vụ cháy"),
        ("huyen nao thu ngan sach tren 1,2 nghni ty", "huyện nào thu ngân sách trên 1,2 nghìn tỷ"),
        ("địa phơng nào dẫn đầu về thu ngân sách", "địa phương nào dẫn đầu về thu ngân sách"),
    ],
)
def test_slip_in_a_short_frequent_word(ask: Ask, text: str, meant: str) -> None:
    assert ask(text).query == ask(meant).query


def test_amount_with_a_broken_magnitude_is_not_guessed(ask: Ask) -> None:
    assert ask("huyện nào thu ngân sách trên 1,2 nghi tỷ").status is Status.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "nỡ nào tỷ lệ hộ nghèo chưa đến 2,5%",
        "zự nợ thuế thấp nhất tuần trước",
        "khi nợ thuế vượt 5 tỷ",
    ],
)
def test_condition_or_end_without_use_is_not_left_out(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.UNKNOWN
