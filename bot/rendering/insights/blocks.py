"""An overview in blocks: what asks for attention first, and as much of it as a phone shows at once."""

from dataclasses import dataclass

from bot.rendering.formatting import listed
from bot.rendering.insights.standings import calm
from bot.rendering.phrases import phrase
from ioc_query.overview_results import AnomaliesResult, OverviewResult, Standing

MOST_ON_ONE_PAGE = 6
"""Indicators of an overview that needs no second page."""

MOST_FIRST = 3
"""Indicators on the first of several pages: with the heading and how many follow they fill a phone."""


@dataclass(frozen=True, slots=True)
class Block:
    """Indicators under a heading; `kind` is alarming, better, operational or statistical."""

    kind: str
    standings: tuple[Standing, ...]
    is_continued: bool = False
    """The first of the block stand on an earlier page."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """What stands on the first page, and what follows; where `is_paged`, a whole province's domains follow, too."""

    first: tuple[Block, ...]
    rest: tuple[Block, ...] = ()
    is_paged: bool = False


def blocks_of(result: OverviewResult) -> Blocks:
    """Of the whole province only what asks for attention or is better than usual; the other indicators are counted by domain."""
    blocks = _all_blocks(result)
    if len(result.standings) <= MOST_ON_ONE_PAGE or not blocks:
        return Blocks(blocks)
    opening, *others = blocks
    shown, left = opening.standings[:MOST_FIRST], opening.standings[MOST_FIRST:]
    continued = (Block(opening.kind, left, is_continued=True),) if left else ()
    return Blocks((Block(opening.kind, shown),), (*continued, *others), is_paged=True)


def heading(block: Block, result: OverviewResult) -> str:
    """Of what asks for attention with its count: "Cần lưu ý (9/51 chỉ tiêu)"."""
    form = block.kind
    if block.is_continued:
        form += "_continued"
    elif form == "operational" and (result.alarming or result.better):
        form += "_others"
    return phrase(f"overview_block.{form}", count=len(result.alarming), total=len(result.standings))


def next_words(result: OverviewResult) -> str:
    """What the following pages hold: "tình hình theo lĩnh vực và 12 chỉ tiêu cần lưu ý khác"."""
    parts = [
        phrase(
            f"overview_next.{block.kind}_more"
            if block.is_continued
            else f"overview_next.{block.kind}",
            count=len(block.standings),
        )
        for block in blocks_of(result).rest
    ]
    by_domain = [phrase("overview_next.domains")] if result.extent.is_whole else []
    return listed([*by_domain, *parts])


def more_anomalies(result: AnomaliesResult) -> str:
    """What stands behind the first page of anomalies: "5 điểm bất thường khác và 2 điểm đáng chú ý"."""
    parts = (
        ("unusual", result.found - MOST_FIRST),
        ("notable", len(result.notable)),
        ("behind", len(result.behind)),
        ("late", len(result.late)),
    )
    return listed([phrase(f"anomalies_next.{kind}", count=count) for kind, count in parts if count])


def _all_blocks(result: OverviewResult) -> tuple[Block, ...]:
    found = [("alarming", result.alarming), ("better", result.better)]
    if not result.extent.is_whole:
        found += [
            ("operational", tuple(calm(result.operational))),
            ("statistical", tuple(calm(result.statistical))),
        ]
    return tuple(Block(kind, standings) for kind, standings in found if standings)
