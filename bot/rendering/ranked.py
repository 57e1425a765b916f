"""What of a ranking is drawn: the rows asked for, or the one asked for among the others."""

from dataclasses import replace

from bot.rendering.formatting import grain_noun
from bot.rendering.phrases import phrase
from ioc_query.results import Ranked, RankingResult

MOST_DRAWN = 12


def drawn_ranking(result: RankingResult) -> RankingResult:
    """The ranking as its picture shows it: rows that fit, with those asked for by name whatever their rank.

    A winner alone is no picture, so that it is shown among those behind it.
    """
    rows = sorted((*result.rows, *result.rest), key=_rank) if result.limit == 1 else result.rows
    left_out = [row for row in rows[MOST_DRAWN:] if row.highlighted]
    drawn = (*rows[: MOST_DRAWN - len(left_out)], *left_out) if len(rows) > MOST_DRAWN else rows
    return replace(result, rows=tuple(drawn), rest=())


def ranked_noun(result: RankingResult) -> str:
    """What is put in order: "huyện", "tháng"."""
    return grain_noun(result.grain) if result.grain else phrase(f"group.{result.group_by}")


def _rank(row: Ranked) -> int:
    return row.rank
