"""Which indicator a question is about: the longest name, shared heads, and honest refusals."""

import pytest

from intents.outcome import Status
from ioc_query.query import Baseline
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
        ("quy mô GRDP 2024", ("KT.GRDP_HH",)),
        ("GRDP 2024", ("KT.GRDP_SS",)),
        ("người chết tai nạn giao thông", ("GT.TNGT_CHET",)),
        ("tỷ trọng nông nghiệp GRDP", ("KT.CC_NLTS",)),
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
        ("tỷ trọng dịch vụ và nông nghiệp", ("KT.CC_DV", "KT.CC_NLTS")),
        (
            "tỷ trọng nông nghiệp, công nghiệp và dịch vụ",
            ("KT.CC_NLTS", "KT.CC_CNXD", "KT.CC_DV"),
        ),
        (
            "tỷ trọng công nghiệp, dịch vụ, nông nghiệp trong GRDP",
            ("KT.CC_CNXD", "KT.CC_DV", "KT.CC_NLTS"),
        ),
        ("GRDP và tỷ trọng nông nghiệp trong GRDP", ("KT.GRDP_SS", "KT.CC_NLTS")),
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


@pytest.mark.parametrize(
    "text",
    [
        "thu ngân sách phường",
        "thu ngân sách các xã",
        "xa nao thu ngan sach cao nhat",
        "số hộ nghèo từng xã",
        "ca sốt xuất huyết cấp xã",
    ],
)
def test_places_of_a_level_that_the_catalogue_lacks_are_refused(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.UNKNOWN


@pytest.mark.parametrize("text", ["các xã đạt nông thôn mới", "bao nhiêu xã đạt chuẩn NTM"])
def test_places_that_are_counted_are_no_level(ask: Ask, text: str) -> None:
    assert ask(text).query.indicators == ("KT.NN_NTM",)


@pytest.mark.parametrize("text", ["thu ngân sách huyện Lộc Ninh", "vốn đầu tư toàn xã hội"])
def test_names_with_such_a_noun_are_answered(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.OK


@pytest.mark.parametrize("text", ["thu ns 2025 đồng xoài", "vụ cháy 2025 dong phu"])
def test_a_year_beside_a_place_is_no_amount(ask: Ask, text: str) -> None:
    query = ask(text).query
    assert [span.name for span in query.periods] == ["2025"]
    assert len(query.areas) == 1


@pytest.mark.parametrize("text", ["giai ngan dau tu cong so kh", "thu ngan sach t10 so ke hoach"])
def test_plan_behind_a_name_is_no_office(ask: Ask, text: str) -> None:
    assert ask(text).query.baseline is Baseline.PLAN
