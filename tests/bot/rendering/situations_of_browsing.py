"""What is shown without a question: the welcome, the catalogue to walk through, areas, the end of a talk."""

from collections.abc import Callable

from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from tests.bot.rendering.world import NOW

SITUATIONS: dict[str, Callable[[Renderer], Reply]] = {
    "start": lambda renderer: renderer.browsing.start(),
    "stale": lambda renderer: renderer.stale(),
    "forgotten": lambda renderer: renderer.browsing.forgotten(),
    "domains": lambda renderer: renderer.browsing.indicators(""),
    "domain": lambda renderer: renderer.browsing.indicators("ns"),
    "found": lambda renderer: renderer.browsing.indicators("thu"),
    "found_nothing": lambda renderer: renderer.browsing.indicators("<xyz>"),
    "areas": lambda renderer: renderer.browsing.areas("thu <2026>", NOW.date(), 1),
    "nothing_to_continue": lambda renderer: renderer.browsing.nothing_to_continue(),
}
