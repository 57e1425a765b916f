"""Explains rankings, conditions and breakdowns: the rule, who was looked at, and the number of each."""

from collections.abc import Sequence

from bot.rendering.conditions import condition_words
from bot.rendering.explanations import formulas
from bot.rendering.explanations.answers import answer_section, figure_title
from bot.rendering.explanations.series import series_sections
from bot.rendering.explanations.steps import Section, Step
from bot.rendering.filtered import measured_figure
from bot.rendering.formatting import coverage, figure_text, grain_noun, in_sentence, listed
from bot.rendering.grids import by_size
from bot.rendering.headlines.filtering import noun_of
from bot.rendering.headlines.ranking import order_words, ordering_comparison
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.figures import Answer, Comparison, Figure
from ioc_query.makeup import Makeups
from ioc_query.query import Baseline, Order
from ioc_query.results import BreakdownResult, FilteringResult, Part, Ranked, RankingResult

MOST_ROWS = 15
MOST_NAMES = 12


def of_ranking(result: RankingResult, makeups: Makeups) -> list[Section]:
    if not result.rows:
        return []
    noun = grain_noun(result.grain) if result.grain else phrase(f"group.{result.group_by.value}")
    has_order = result.baseline is not None
    by = order_words(result) if has_order else phrase("explain.order_by_value")
    way = "descending" if result.order is Order.DESCENDING else "ascending"
    rules = [
        Step(phrase("explain.order", by=by, way=phrase(f"explain.{way}"))),
        Step(phrase("explain.ties")),
        *_looked_at(result, result.ranked + len(result.not_comparable), noun),
    ]
    rows = [_ranked_row(result, row) for row in result.rows[:MOST_ROWS]]
    return [
        Section(phrase("explain.rule"), tuple(rules)),
        Section(phrase("explain.numbers"), (*rows, *_untold(len(rows), len(result.rows)))),
        *_total(result.total, makeups),
    ]


def of_breakdown(result: BreakdownResult, makeups: Makeups) -> list[Section]:
    if result.series:
        return series_sections(result.series, makeups)
    if not result.parts:
        return []
    parts = by_size(result.parts)
    told = [_part_row(result, part) for part in parts[:MOST_ROWS]]
    has_shares = any(part.share is not None for part in parts)
    rules = [Step(phrase("explain.share_rule" if has_shares else "explain.no_shares"))]
    rules += _looked_at(result, len(parts), phrase("group.area"))
    return [
        Section(phrase("explain.rule"), tuple(rules)),
        Section(phrase("explain.numbers"), (*told, *_untold(len(told), len(parts)))),
        *_total(result.total, makeups),
    ]


def of_filtering(result: FilteringResult, makeups: Makeups) -> list[Section]:
    """Those that satisfy it, and what comes closest where none does."""
    if not result.judged:
        return []
    noun = noun_of(result)
    rules = [
        Step(_condition(result, noun)),
        *([Step(phrase("explain.strongest_first"))] if result.rows else []),
        *_looked_at(result, result.expected - len(result.missing), noun),
    ]
    shown = result.rows or ((result.nearest,) if result.nearest else ())
    rows = [
        _number(
            item_name(one.answer.figure, result.group_by),
            measured_figure(one.answer, one.comparison),
            one.comparison,
        )
        for one in shown[:MOST_ROWS]
    ]
    title = phrase("explain.numbers" if result.rows else "explain.nearest")
    return [
        Section(phrase("explain.rule"), tuple(rules)),
        Section(title, (*rows, *_untold(len(rows), len(shown)))),
        *_total(result.total, makeups),
    ]


def _condition(result: FilteringResult, noun: str) -> str:
    """Who was looked for; the indicator is named where it is one."""
    if result.indicator is None:
        return phrase("explain.condition", noun=noun, condition=condition_words(result))
    return phrase(
        "explain.condition_on",
        noun=noun,
        name=in_sentence(result.indicator.short_name),
        condition=condition_words(result),
    )


def _looked_at(
    result: RankingResult | BreakdownResult | FilteringResult, found: int, noun: str
) -> list[Step]:
    """How many of how many had a figure, and who was left out for what reason."""
    steps = [
        Step(phrase("explain.looked_at", found=found, expected=result.expected, noun=noun)),
    ]
    if result.missing:
        steps.append(Step(_left_out("explain.absent", result.missing, noun)))
    unclear = () if isinstance(result, BreakdownResult) else result.not_comparable
    if unclear:
        steps.append(Step(_left_out("explain.not_comparable", unclear, noun)))
    return steps


def _left_out(form: str, names: Sequence[str], noun: str) -> str:
    return phrase(form, names=listed(names, MOST_NAMES, noun))


def _ranked_row(result: RankingResult, row: Ranked) -> Step:
    figure = row.answer.figure
    name = phrase("explain.placed", rank=row.rank, name=item_name(figure, result.group_by))
    comparison = ordering_comparison(result, row.answer) if result.baseline else None
    compared = comparison.compared if comparison else None
    return _number(name, compared or figure, comparison)


def _number(name: str, figure: Figure, comparison: Comparison | None) -> Step:
    """The figure, how it came about, and the formula of what was judged where that is not the figure."""
    words = phrase("headline.is", subject=name, value=figure_text(figure))
    how = coverage(figure)
    if how:
        words = phrase("explain.value_made", value=words, coverage=in_sentence(how))
    if comparison is None:
        return Step(words)
    reference = comparison.reference
    if comparison.baseline is not Baseline.PLAN:
        return Step(words, (formulas.change(figure.value, comparison),))
    if not reference.value:
        return Step(words)
    return Step(words, (formulas.share(figure.value, reference.value),))


def _part_row(result: BreakdownResult, part: Part) -> Step:
    step = _number(part.answer.figure.area.short_name, part.answer.figure, None)
    if part.share is None or result.total is None:
        return step
    way = formulas.share(part.answer.figure.value, result.total.figure.value)
    return Step(step.words, (way,))


def _untold(shown: int, count: int) -> list[Step]:
    return [Step(phrase("explain.shown", shown=shown, count=count))] if shown < count else []


def _total(total: Answer | None, makeups: Makeups) -> list[Section]:
    """Where the province's own figure comes from."""
    if total is None:
        return []
    section = answer_section(total, makeups)
    return [Section(phrase("explain.province", figure=figure_title(total.figure)), section.steps)]
