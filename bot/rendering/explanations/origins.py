"""How a figure came about: as published, or from which parts; and which of its vintages was taken."""

from collections.abc import Sequence

from bot.rendering.explanations.formulas import exact, exact_quantity, quotient
from bot.rendering.explanations.steps import Step
from bot.rendering.formatting import (
    coverage,
    day,
    figure_text,
    in_sentence,
    listed,
    period,
    stage,
)
from bot.rendering.grid import Row, grid
from bot.rendering.phrases import phrase
from ioc_query.figures import Answer, Figure, Method, Substitution
from ioc_query.makeup import Makeup, Makeups
from ioc_query.periods import Grain, Period, short_label

MOST_PARTS = 31
"""Parts listed one by one: the days of a month, and every district."""

MOST_VINTAGES = 8
_BY_AREA = (Method.AREA_SUM, Method.AREA_MEAN)
_MEANS = (Method.MEAN, Method.AREA_MEAN)


def value_steps(figure: Figure) -> list[Step]:
    """The value before rounding, where that says more than the reply."""
    told = round(figure.value, figure.indicator.decimals)
    if exact(figure.value) == exact(told):
        return []
    value = exact_quantity(figure.value, figure.indicator)
    return [Step(phrase("explain.full", value=value))]


def origin_steps(figure: Figure, makeups: Makeups, asked: Period | None = None) -> list[Step]:
    """`asked` is the span that the question named, where the figure is of another."""
    if figure.method is Method.PUBLISHED:
        told = phrase("explain.published", stage=stage(figure.stage), day=day(figure.published))
        return [Step(told)]
    if figure.method is Method.LAST:
        return [Step(_newest(figure, asked))]
    makeup = makeups.get(figure)
    if makeup is None:
        return [Step(phrase("explain.computed", coverage=coverage(figure)))]
    return _made_of(figure, makeup)


def substitution_steps(answer: Answer) -> list[Step]:
    """Why the figure is of something else than what was asked."""
    if answer.substitution is Substitution.NEWEST_PART and answer.asked:
        return [Step(phrase("explain.newest_part", period=period(answer.asked)))]
    if answer.substitution is Substitution.NO_DISTRICT_FIGURES:
        return [Step(phrase("explain.no_district_figures"))]
    return []


def vintage_steps(answer: Answer) -> list[Step]:
    """The rule by which one was taken, and all of them, the one that was taken first."""
    vintages = (answer.figure, *answer.earlier)
    if len(vintages) == 1:
        return []
    rule = Step(phrase("explain.vintages", count=len(vintages)))
    told = [_vintage(one, is_taken=not place) for place, one in enumerate(vintages)]
    if len(told) <= MOST_VINTAGES:
        return [rule, *told]
    shown = phrase("explain.shown", shown=MOST_VINTAGES, count=len(told))
    return [rule, *told[:MOST_VINTAGES], Step(shown)]


def _newest(figure: Figure, asked: Period | None) -> str:
    form = "explain.newest_of" if asked else "explain.newest"
    return phrase(
        form,
        asked=period(asked) if asked else "",
        period=period(figure.period),
        stage=stage(figure.stage),
        day=day(figure.published),
    )


def _made_of(figure: Figure, makeup: Makeup) -> list[Step]:
    listed_parts = makeup.parts[:MOST_PARTS]
    steps = [
        Step(
            phrase("explain.computed", coverage=coverage(figure)),
            _division(figure, makeup.parts),
            _table(figure, listed_parts),
        )
    ]
    if figure.part_grain is Grain.WEEK and figure.method not in _BY_AREA:
        steps.append(Step(phrase("explain.weeks")))
    if len(listed_parts) < len(makeup.parts):
        counts = {"shown": len(listed_parts), "count": len(makeup.parts)}
        steps.append(Step(phrase("explain.shown_parts", **counts)))
    absent = [short_label(one) for one in makeup.absent]
    absent += [one.short_name for one in makeup.absent_areas]
    if absent:
        noun = phrase("group.area" if makeup.absent_areas else "coverage.noun")
        steps.append(Step(phrase("explain.absent", names=listed(absent, MOST_PARTS, noun))))
    if len({part.stage for part in makeup.parts}) > 1:
        steps.append(Step(phrase("explain.mixed_stages", stage=stage(figure.stage))))
    return steps


def _division(figure: Figure, parts: Sequence[Figure]) -> tuple[str, ...]:
    """Of a mean: the sum of all parts by their number."""
    if figure.method not in _MEANS:
        return ()
    total = sum(part.value for part in parts)
    return (quotient(total, len(parts), figure.indicator),)


def _table(figure: Figure, parts: Sequence[Figure]) -> str:
    """One line a part, and the result under them."""
    is_by_area = figure.method in _BY_AREA
    rows = [
        Row(part.area.short_name if is_by_area else short_label(part.period), (_cell(part),))
        for part in parts
    ]
    result = Row(phrase(f"explain.{_RESULTS[figure.method]}"), (exact(figure.value),))
    return grid([*rows, result])


def _cell(part: Figure) -> str:
    return exact(part.value)


def _vintage(figure: Figure, *, is_taken: bool) -> Step:
    return Step(
        phrase(
            "explain.vintage_taken" if is_taken else "explain.vintage",
            value=figure_text(figure),
            stage=stage(figure.stage),
            day=day(figure.published),
            source=figure.source.title,
        )
    )


def reference_coverage(figure: Figure) -> str:
    """How a figure that something is held against was computed; "" where it was published."""
    return in_sentence(coverage(figure))


_RESULTS: dict[Method, str] = {
    Method.SUM: "sum",
    Method.AREA_SUM: "sum",
    Method.MEAN: "mean",
    Method.AREA_MEAN: "mean",
    Method.MAX: "max",
    Method.MIN: "min",
}
