"""An answer as data: the rows and the object of the question contract.

A row always has every key; what does not apply is None. `change`, `change_unit` and `attainment` stand on the
row of the baseline or plan that they were measured against, and once more on the answer's own row: there the
change of the first comparison that has one, and the attainment of the first that has one.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from bot.rendering.reply import Reply
from intents.outcome import Outcome
from ioc_query.catalogue import Indicator
from ioc_query.figures import ChangeUnit, Comparison, Figure, Item, Missing
from ioc_query.query import Baseline
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    ContentsResult,
    DefinitionResult,
    FilteringResult,
    NotAnswered,
    NotBrokenDown,
    RankingResult,
    Result,
    Series,
    TrendResult,
    ValueResult,
)

Row = dict[str, Any]


class AnsweredQuestion(Protocol):
    """A question with all that became of it; `result` is None where the data was not asked."""

    @property
    def outcome(self) -> Outcome: ...
    @property
    def result(self) -> Result | None: ...
    @property
    def reply(self) -> Reply: ...


def answer_json(answered: AnsweredQuestion) -> dict[str, Any]:
    """The object that `iocbot ask --json` prints."""
    outcome, result = answered.outcome, answered.result
    return {
        "status": (outcome if result is None else result).status.value,
        "query": outcome.query.to_json(),
        "understood": outcome.understood,
        "candidates": list(outcome.candidates),
        "text": answered.reply.text,
        "rows": [] if result is None else rows(result),
        "chart": answered.reply.chart is not None,
    }


def rows(result: Result) -> list[Row]:
    """Every figure that answers, each followed by what it is held against and its earlier vintages.

    What was asked and has no figure is a row whose `value` is None. The province's own figure beside a
    ranking or a breakdown is no answer and has no row. Of a list of indicators each is a row without a figure.
    """
    return list(_ROWS[type(result)](result))


def _row(figure: Figure, role: str, **known: object) -> Row:
    return _blank(figure, role) | {
        "start": figure.period.start.isoformat(),
        "end": figure.period.end.isoformat(),
        "value": figure.value,
        "stage": figure.stage.code,
        "source": figure.source.title,
        "published": figure.published.isoformat(),
        "parts": figure.parts,
        "parts_expected": figure.parts_expected,
        **known,
    }


def _blank(of: Figure | Missing | Series, role: str) -> Row:
    return _empty(of.indicator, role) | {"area": of.area.code}


def _empty(indicator: Indicator, role: str) -> Row:
    return {
        "indicator": indicator.code,
        "area": None,
        "start": None,
        "end": None,
        "value": None,
        "unit": indicator.unit,
        "role": role,
        "stage": None,
        "source": None,
        "published": None,
        "parts": None,
        "parts_expected": None,
        "rank": None,
        "change": None,
        "change_unit": None,
        "attainment": None,
    }


def _of_item(item: Item, rank: int | None = None) -> Iterator[Row]:
    if isinstance(item, Missing):
        yield _of_missing(item)
        return
    yield _row(item.figure, "answer", rank=rank, **_measured(item.comparisons))
    for comparison in item.comparisons:
        role = "plan" if comparison.baseline is Baseline.PLAN else "baseline"
        yield _row(comparison.reference, role, **_measured([comparison]))
    for figure in item.earlier:
        yield _row(figure, "earlier")


def _of_missing(missing: Missing) -> Row:
    row = _blank(missing, "answer")
    if missing.asked:
        row |= {"start": missing.asked.start.isoformat(), "end": missing.asked.end.isoformat()}
    return row


def _measured(comparisons: Iterable[Comparison]) -> Row:
    """The first change and the first attainment among the comparisons."""
    comparisons = list(comparisons)
    changed = next((one for one in comparisons if one.change is not None), None)
    reached = (one.attainment for one in comparisons if one.attainment is not None)
    return {
        "change": changed.change if changed else None,
        "change_unit": _unit_of_change(changed) if changed else None,
        "attainment": next(reached, None),
    }


def _unit_of_change(comparison: Comparison) -> str:
    if comparison.change_unit is ChangeUnit.OWN:
        return comparison.reference.indicator.unit
    return comparison.change_unit.value


def _of_items(items: Iterable[Item]) -> Iterator[Row]:
    for item in items:
        yield from _of_item(item)


def _of_series(series: Iterable[Series]) -> Iterator[Row]:
    """Points and gaps in order of time, then the year before, then the plan."""
    for line in series:
        gaps = [Missing(line.indicator, line.area, span) for span in line.missing]
        own = [_row(figure, "answer") for figure in line.points] + [
            _of_missing(gap) for gap in gaps
        ]
        yield from sorted(own, key=lambda row: str(row["start"]))
        yield from (_row(figure, "baseline") for figure in line.last_year)
        if line.plan:
            yield _row(line.plan, "plan")


def _of_trend(result: TrendResult) -> Iterator[Row]:
    yield from _of_series(result.series)
    told = {(line.indicator.code, line.area.code) for line in result.series if line.missing}
    for missing in result.newest:
        if (missing.indicator.code, missing.area.code) not in told:
            yield _of_missing(missing)


def _of_comparison(result: CompareResult) -> Iterator[Row]:
    yield from _of_items(result.items)
    yield from _of_series(result.series)


def _of_ranking(result: RankingResult) -> Iterator[Row]:
    for row in result.rows:
        yield from _of_item(row.answer, row.rank)
    if not result.rows and result.nothing:
        yield _of_missing(result.nothing)


def _of_breakdown(result: BreakdownResult) -> Iterator[Row]:
    yield from _of_items(part.answer for part in result.parts)
    yield from _of_series(result.series)
    if not result.parts and not result.series and result.nothing:
        yield _of_missing(result.nothing)


def _of_filtering(result: FilteringResult) -> Iterator[Row]:
    yield from _of_items(row.answer for row in result.rows)
    if not result.judged and result.nothing:
        yield _of_missing(result.nothing)


def _of_definition(result: DefinitionResult) -> Iterator[Row]:
    for item in result.items:
        if item.newest:
            yield _row(item.newest, "answer")


def _of_contents(result: ContentsResult) -> Iterator[Row]:
    """The indicators that exist; a list of them has no figures and no area."""
    for section in result.sections:
        for indicator in section.indicators:
            yield _empty(indicator, "answer")


def _of_whole(result: NotBrokenDown) -> Iterator[Row]:
    return _of_items([result.total] if result.total else [])


_ROWS: dict[type[Result], Callable[[Any], Iterable[Row]]] = {
    ValueResult: lambda result: _of_items(result.items),
    TrendResult: _of_trend,
    CompareResult: _of_comparison,
    RankingResult: _of_ranking,
    BreakdownResult: _of_breakdown,
    FilteringResult: _of_filtering,
    DefinitionResult: _of_definition,
    ContentsResult: _of_contents,
    NotBrokenDown: _of_whole,
    NotAnswered: lambda _result: (),
}
