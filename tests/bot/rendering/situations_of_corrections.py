"""What is shown to put right a part of a question that was misread."""

from collections.abc import Callable

from bot.rendering.browsing import Choice
from bot.rendering.corrections.parts import Part, ReadQuestion
from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from ioc_query.periods import parse
from ioc_query.query import Intent, Query
from tests.bot.rendering.world import ABOLISHED, CATALOGUE, NOW, TRADE

OF_A_MONTH = ReadQuestion(
    Query(Intent.VALUE, (TRADE.code,), (ABOLISHED.code,), periods=(parse("2026-10"),)),
    CATALOGUE,
    NOW.date(),
)
WITHOUT_A_PERIOD = ReadQuestion(Query(Intent.TREND, (TRADE.code,)), CATALOGUE, NOW.date())
OTHERS = (Choice("Thu ngân sách", "còn Thu ngân sách?"),)


def _choices(part: Part, read: ReadQuestion) -> Callable[[Renderer], Reply]:
    return lambda renderer: renderer.correcting.choices(part, read, OTHERS)


SITUATIONS: dict[str, Callable[[Renderer], Reply]] = {
    "correct": lambda renderer: renderer.correcting.parts(OF_A_MONTH, tuple(Part)),
    "correct_indicator": _choices(Part.INDICATOR, OF_A_MONTH),
    "correct_period": _choices(Part.PERIOD, OF_A_MONTH),
    "correct_period_by_default": _choices(Part.PERIOD, WITHOUT_A_PERIOD),
    "correct_area": _choices(Part.AREA, WITHOUT_A_PERIOD),
    "nothing_to_correct": lambda renderer: renderer.correcting.nothing(),
    "nothing_to_correct_yet": lambda renderer: renderer.correcting.nothing(is_first=True),
}
