"""What a reply says of where the parts of a question came from."""

import pytest

from bot.rendering.facts import origin_notes
from intents.outcome import Origin, Outcome, Status
from ioc_query.periods import Period, parse
from ioc_query.query import Intent, Query


@pytest.mark.parametrize(
    ("origins", "periods", "notes"),
    [
        ({"periods": Origin.QUESTION}, (parse("2026-10"),), []),
        ({"periods": Origin.DEFAULT}, (), ["kỳ mới nhất theo mặc định"]),
        ({"periods": Origin.CONTEXT}, (parse("2026-10"),), ["thời gian lấy từ câu trước"]),
        (
            {"indicators": Origin.CONTEXT, "areas": Origin.CONTEXT, "periods": Origin.DEFAULT},
            (),
            ["chỉ tiêu và địa bàn lấy từ câu trước", "kỳ mới nhất theo mặc định"],
        ),
        (
            dict.fromkeys(
                ("indicators", "areas", "group_by", "order", "limit", "baseline"), Origin.CONTEXT
            ),
            (parse("2026-10"),),
            ["chỉ tiêu, địa bàn, cách chia, thứ tự và 2 phần khác lấy từ câu trước"],
        ),
    ],
)
def test_what_was_not_said_is_told(
    origins: dict[str, Origin], periods: tuple[Period, ...], notes: list[str]
) -> None:
    query = Query(Intent.VALUE, ("A",), periods=periods)
    assert origin_notes(Outcome(Status.OK, query, "", origins=origins)) == notes
