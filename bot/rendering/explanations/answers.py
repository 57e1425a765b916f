"""Explains single figures with what they are compared with, and figures side by side."""

from bot.rendering.changes import baseline_name, change_words, plan_name
from bot.rendering.explanations import formulas
from bot.rendering.explanations.origins import (
    origin_steps,
    reference_coverage,
    substitution_steps,
    value_steps,
    vintage_steps,
)
from bot.rendering.explanations.plans import due_steps
from bot.rendering.explanations.steps import Section, Step
from bot.rendering.facts import told_comparisons
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    figure_text,
    period,
    subject,
)
from bot.rendering.headlines.comparison import has_difference
from bot.rendering.names import item_names
from bot.rendering.phrases import phrase
from ioc_query.changes import held_against
from ioc_query.figures import Answer, ChangeUnit, Comparison, Figure, Item
from ioc_query.makeup import Makeups
from ioc_query.query import Baseline, GroupBy
from ioc_query.results import CompareResult, DefinitionResult, NotBrokenDown, ValueResult


def of_values(result: ValueResult, makeups: Makeups) -> list[Section]:
    return [item_section(item, makeups) for item in result.items]


def of_definitions(result: DefinitionResult, makeups: Makeups) -> list[Section]:
    """A definition tells the newest figure, and that has an origin."""
    return [answer_section(Answer(one.newest), makeups) for one in result.items if one.newest]


def of_whole(result: NotBrokenDown, makeups: Makeups) -> list[Section]:
    return [item_section(result.total, makeups)] if result.total else []


def of_comparison(result: CompareResult, makeups: Makeups) -> list[Section]:
    """Each thing by itself, then the difference of two."""
    sections = [item_section(item, makeups) for item in result.items]
    return [*sections, _difference(result)] if has_difference(result) else sections


def item_section(item: Item, makeups: Makeups) -> Section:
    if isinstance(item, Answer):
        return answer_section(item, makeups)
    title = subject(item.indicator, item.asked, item.area)
    steps = [Step(phrase("explain.missing"))]
    if item.newest:
        newest = phrase(
            "explain.newest_there",
            period=period(item.newest.period),
            value=figure_text(item.newest),
        )
        steps.append(Step(newest))
    return Section(title, tuple(steps))


def answer_section(answer: Answer, makeups: Makeups) -> Section:
    figure = answer.figure
    return Section(
        figure_title(figure),
        (
            *substitution_steps(answer),
            *value_steps(figure),
            *origin_steps(figure, makeups, answer.asked),
            *vintage_steps(answer),
            *_time_steps(answer),
            *_plan_steps(answer, makeups),
        ),
    )


def figure_title(figure: Figure) -> str:
    """ "Thu ngân sách tháng 10/2026: 1.080,25 tỷ đồng"."""
    name = subject(figure.indicator, figure.period, figure.area)
    return phrase("headline.is", subject=name, value=figure_text(figure))


def _time_steps(answer: Answer) -> list[Step]:
    """What each change was computed from."""
    steps: list[Step] = []
    for one in told_comparisons(answer):
        if one.baseline is not Baseline.PLAN:
            steps.append(Step(_against(one), (formulas.change(answer.figure.value, one),)))
            steps += _without_percent(one)
    return steps


def _against(comparison: Comparison) -> str:
    """ "Tăng 12,4% so với cùng kỳ năm trước (tháng 10/2025: 960,85 tỷ đồng)"."""
    reference = comparison.reference
    value = figure_text(reference)
    how = reference_coverage(reference)
    return phrase(
        "explain.against",
        change=capitalised(change_words(comparison)),
        baseline=baseline_name(comparison),
        period=brief_period(reference.period),
        value=phrase("explain.value_made", value=value, coverage=how) if how else value,
    )


def _without_percent(comparison: Comparison) -> list[Step]:
    """Why a change of something that is no rate is not told in %."""
    indicator = comparison.reference.indicator
    is_own = comparison.change_unit is ChangeUnit.OWN
    if not is_own or indicator.is_rank:
        return []
    form = "explain.zero_base" if comparison.reference.value == 0 else "explain.sign_changes"
    return [Step(phrase(form))]


def _plan_steps(answer: Answer, makeups: Makeups) -> list[Step]:
    """Each plan, behind what is held against it where that is not the answer's own figure."""
    steps: list[Step] = []
    held_before: Figure | None = answer.figure
    for one in answer.comparisons:
        if one.baseline is not Baseline.PLAN:
            continue
        held = answer.held(one)
        if held != held_before:
            steps.append(Step(phrase("explain.held", figure=figure_title(held))))
            steps += [*value_steps(held), *origin_steps(held, makeups)]
        steps.append(_plan_step(held, one))
        if one.due:
            steps += due_steps(held.indicator, held.value, one.reference.value, one.due)
        held_before = held
    return steps


def _plan_step(held: Figure, comparison: Comparison) -> Step:
    plan, indicator = comparison.reference, comparison.reference.indicator
    told = phrase(
        "headline.is", subject=capitalised(plan_name(comparison)), value=figure_text(plan)
    )
    ways = [formulas.difference(held.value, plan.value, indicator)]
    if comparison.attainment is not None and plan.value and not indicator.is_rank:
        ways.insert(0, formulas.share(held.value, plan.value))
    return Step(told, tuple(ways))


def _difference(result: CompareResult) -> Section:
    """The first against the second, the later against the earlier."""
    first, second = (answer.figure for answer in result.answers)
    names = item_names(result.answers, result.by)
    if result.by is GroupBy.PERIOD and first.period < second.period:
        first, second, names = second, first, names[::-1]
    ways = [formulas.difference(first.value, second.value, first.indicator)]
    is_share = not (first.indicator.is_rate or first.indicator.is_rank)
    if is_share and min(first.value, second.value) > 0:
        comparison = held_against(first, second, Baseline.PREVIOUS)
        ways.append(formulas.change(first.value, comparison))
    title = phrase("explain.difference", first=capitalised(names[0]), second=names[1])
    return Section(title, (Step(formulas=tuple(ways)),))
