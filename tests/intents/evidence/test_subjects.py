"""Which indicator a question is about: the longest name, shared heads, and honest refusals."""

import pytest

from intents.outcome import Status
from tests.intents.conftest import Ask


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("xuất khẩu điều", ("KT.XK_DIEU",)),
        ("thu ngân sách từ xuất nhập khẩu", ("NS.THU_XNK",)),
        ("tỷ lệ hồ sơ quá hạn", ("HC.HS_QUAHAN_TYLE",)),
        ("hồ sơ quá hạn", ("HC.HS_QUAHAN",)),
        ("CPI bình quân", ("KT.CPI_BQ",)),
        ("CPI tháng 9 so với tháng trước", ("KT.CPI_TT",)),
        ("GRDP quý 3 tăng bao nhiêu", ("KT.GRDP_TANG",)),
        ("số ca tử vong do sốt xuất huyết", ("YT.SXH_TV",)),
    ],
)
def test_longest_name_wins(ask: Ask, text: str, codes: tuple[str, ...]) -> None:
    assert ask(text).query.indicators == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("thu, chi ngân sách", ("NS.THU_TONG", "NS.CHI_TONG")),
        ("diện tích điều và cao su", ("KT.NN_DIEU_DT", "KT.NN_CAOSU_DT")),
        ("kim ngạch xuất nhập khẩu", ("KT.XK", "KT.NK")),
        ("số vụ và số người chết do tai nạn giao thông", ("GT.TNGT_VU", "GT.TNGT_CHET")),
        ("hồ sơ tiếp nhận và giải quyết", ("HC.HS_TIEPNHAN", "HC.HS_GIAIQUYET")),
    ],
)
def test_shared_words_mean_both(ask: Ask, text: str, codes: tuple[str, ...]) -> None:
    assert ask(text).query.indicators == codes


@pytest.mark.parametrize("text", ["giải ngân", "hồ sơ hôm nay", "cao su", "tỷ lệ", "sản lượng"])
def test_part_of_several_names_is_asked_back(ask: Ask, text: str) -> None:
    outcome = ask(text)
    assert outcome.status is Status.CLARIFY
    assert 1 < len(outcome.candidates) <= 5
    assert outcome.query.indicators == ()


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("hồ sơ", "AT.CAPDO_TYLE"),
        ("còn bao nhiêu nữa mới đủ kế hoạch thu", "KT.NN_TIEU_SL"),
        ("mỗi tháng còn phải thu bao nhiêu để đạt kế hoạch", "KT.NN_DIEU_SL"),
    ],
)
def test_what_is_called_so_is_offered_before_what_has_such_an_alias(
    ask: Ask, text: str, none: str
) -> None:
    outcome = ask(text)
    assert outcome.status is Status.CLARIFY
    assert none not in outcome.candidates


@pytest.mark.parametrize(
    "text",
    [
        "xuất khẩu gạo",
        "giá heo hơi",
        "lương giáo viên",
        "giáo viên mầm non",
        "tỷ lệ hộ cận nghèo",
        "so ho can ngheo",
        "số vụ cháy rừng",
        "thu ngân sách Bình Dương",
        "thu ngân sách xã Tân Khai",
        "số vụ cháy phường Tân Phú",
        "dân số Đồng Xoài",
        "tình hình chiến sự",
        "hướng dẫn nấu phở",
    ],
)
def test_what_the_catalogue_lacks_is_not_bent_to_the_nearest(ask: Ask, text: str) -> None:
    outcome = ask(text)
    assert outcome.status is Status.UNKNOWN
    assert outcome.query.indicators == ()


def test_department_narrows_and_is_not_listed(ask: Ask) -> None:
    query = ask("Sở Tài nguyên và Môi trường có bao nhiêu hồ sơ đất đai quá hạn").query
    assert (query.indicators, query.departments) == (("MT.DAT_QUAHAN",), ())


@pytest.mark.parametrize(
    "text",
    ["trẻ dưới 1 tuổi được tiêm chủng đầy đủ", "thu từ hoạt động xuất nhập khẩu", "nợ thuế"],
)
def test_name_with_time_or_number_words_sets_no_other_key(ask: Ask, text: str) -> None:
    query = ask(f"Số liệu {text}").query
    assert (query.periods, query.condition, query.baseline) == ((), None, None)
