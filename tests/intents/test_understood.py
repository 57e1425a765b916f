"""The sentence that tells a person how the question was read."""

import pytest

from tests.intents.conftest import Ask, worked_examples


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "thu ngân sách tháng 10 Đồng Xoài so với cùng kỳ",
            "Thu ngân sách tháng 10/2026 của thành phố Đồng Xoài, so với cùng kỳ năm trước.",
        ),
        (
            "vẽ biểu đồ CPI theo tháng năm 2025",
            "Diễn biến CPI so cùng kỳ theo tháng năm 2025, kèm biểu đồ.",
        ),
        (
            "top 3 huyện nhiều hộ nghèo nhất năm 2025",
            "3 địa phương có số hộ nghèo nhiều nhất năm 2025.",
        ),
        (
            "huyện nào thu ngân sách giảm quá 10%",
            "Địa phương có thu ngân sách giảm trên 10%, so với cùng kỳ năm trước.",
        ),
        (
            "chỉ tiêu y tế nào chưa đạt kế hoạch",
            "Chỉ tiêu của lĩnh vực y tế đạt dưới 100% kế hoạch.",
        ),
        (
            "nếu mỗi tháng xuất khẩu giảm 2,5% thì cả năm được bao nhiêu",
            "Giả định kim ngạch xuất khẩu mỗi tháng giảm 2,5% năm 2026.",
        ),
        (
            "báo tôi khi nợ thuế vượt 1,5 nghìn tỷ",
            "Báo khi nợ thuế trên 1.500 tỷ đồng.",
        ),
        (
            "gửi tôi tỷ lệ giải ngân 7h30 mỗi sáng",
            "Đăng ký nhận tin về tỷ lệ giải ngân, hằng ngày lúc 07:30.",
        ),
        ("tình hình Đồng Xoài tháng này", "Tổng quan thành phố Đồng Xoài tháng 11/2026."),
        ("có những chỉ tiêu nào", "Danh mục chỉ tiêu."),
        (
            "giải ngân tháng 10",
            "Chưa rõ chỉ tiêu nào được hỏi tháng 10/2026; xin chọn một chỉ tiêu.",
        ),
        (
            "thu ngân sách tháng 13",
            "Không có tháng nào như trong câu hỏi: một năm có 12 tháng.",
        ),
        ("giá vàng hôm nay", "Chưa hiểu câu hỏi này."),
        (
            "huyện nào thu ngân sách tăng mạnh nhất",
            "Địa phương có thu ngân sách tăng mạnh nhất, so với cùng kỳ năm trước.",
        ),
        (
            "huyện nào thu ngân sách giảm sâu nhất tháng 10",
            "Địa phương có thu ngân sách giảm mạnh nhất hoặc tăng ít nhất tháng 10/2026, so với cùng kỳ năm trước.",
        ),
        (
            "huyện nào thu ngân sách đạt thấp nhất so với kế hoạch",
            "Địa phương có tỷ lệ thực hiện kế hoạch thu ngân sách thấp nhất.",
        ),
        (
            "3 chỉ tiêu đạt kế hoạch thấp nhất",
            "3 chỉ tiêu có tỷ lệ thực hiện kế hoạch thấp nhất.",
        ),
        (
            "xếp hạng các huyện về thu ngân sách tháng 10",
            "Xếp hạng địa phương theo thu ngân sách tháng 10/2026, từ cao đến thấp.",
        ),
        (
            "Đồng Xoài đứng thứ mấy về thu ngân sách",
            "Vị trí của thành phố Đồng Xoài khi xếp hạng địa phương theo thu ngân sách, từ cao đến thấp.",
        ),
        (
            "huyện nào AQI cao nhất hôm qua",
            "Địa phương có chỉ số AQI cao nhất ngày 22/11/2026.",
        ),
        (
            "mỗi tháng số vụ tai nạn không được quá bao nhiêu để không vượt kế hoạch",
            "Mức vụ tai nạn giao thông mỗi tháng không được vượt để giữ đúng kế hoạch.",
        ),
        (
            "tỷ lệ giải ngân Đồng Xoài so với toàn tỉnh",
            "So sánh tỷ lệ giải ngân giữa thành phố Đồng Xoài và toàn tỉnh.",
        ),
    ],
)
def test_sentence(ask: Ask, text: str, sentence: str) -> None:
    assert ask(text).understood == sentence


def test_every_question_gets_one_clean_sentence(ask: Ask) -> None:
    for row in worked_examples():
        sentence = ask(row["text"], *row.get("context", [])).understood
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not set(sentence) & set("{}<>")
        assert "  " not in sentence
        assert " ," not in sentence
