"""The template environment: escaping, strict names, and the wordings that templates may use."""

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.rendering import (
    changes,
    contents,
    due_rules,
    examples,
    facts,
    figures,
    filtered,
    formatting,
    grids,
    limits,
    names,
    paces,
)
from bot.rendering.headlines import (
    anomalies,
    breakdown,
    comparison,
    filtering,
    overview,
    ranking,
    scenario,
    submissions,
    trend,
)
from bot.rendering.insights import blocks, sentences, standings
from bot.rendering.outlooks import expectations, methods, needs, suppositions
from bot.rendering.phrases import phrase
from bot.rendering.submissions import departments, lateness, lines
from bot.rendering.successions import begun_units, ended_units, ended_within
from ioc_query.catalogue import Catalogue, Department, Indicator
from ioc_query.submissions.lateness import lateness_of

TEMPLATES = Path(__file__).with_name("templates")

FILTERS = {
    "age": formatting.age,
    "arrow": changes.arrow,
    "assumption_words": suppositions.assumption_words,
    "back_test_words": methods.back_test_words,
    "baseline_name": changes.baseline_name,
    "behind_words": standings.behind_words,
    "brief_period": formatting.brief_period,
    "calm": standings.calm,
    "capitalised": formatting.capitalised,
    "case_headline": scenario.case_headline,
    "change_words": changes.change_words,
    "coverage": formatting.coverage,
    "day": formatting.day,
    "day_after": facts.day_after,
    "due_words": due_rules.due_words,
    "effort_words": needs.effort_words,
    "expected_text": expectations.expected_text,
    "figure_text": formatting.figure_text,
    "goal_words": expectations.goal_words,
    "origin_notes": facts.origin_notes,
    "grain_noun": formatting.grain_noun,
    "has_illustrative": facts.has_illustrative,
    "in_sentence": formatting.in_sentence,
    "is_link": facts.is_link,
    "is_of_its_own_grain": facts.is_of_its_own_grain,
    "is_widened": expectations.is_widened,
    "kept_words": needs.kept_words,
    "known_words": expectations.known_words,
    "last_year_words": expectations.last_year_words,
    "is_ranked": facts.is_ranked,
    "is_short_of_asked": facts.is_short_of_asked,
    "late_periods": lateness.late_periods,
    "late_words": lateness.late_words,
    "listed": formatting.listed,
    "marks_estimates": figures.marks_estimates,
    "method_words": methods.method_words,
    "missing_unlisted": grids.missing_unlisted,
    "names": names.item_names,
    "need_lines": needs.need_lines,
    "outlook_headline": expectations.headline_words,
    "pace_line": paces.pace_line,
    "partial": formatting.partial,
    "period": formatting.period,
    "place_words": suppositions.place_words,
    "plan_lines": suppositions.plan_lines,
    "plan_words": changes.plan_words,
    "range_words": expectations.range_words,
    "rates_words": departments.rates_words,
    "rhythm_words": needs.rhythm_words,
    "stage": formatting.stage,
    "steps_words": suppositions.steps_words,
    "sum_of_indicators": contents.sum_of_indicators,
    "told_comparisons": facts.told_comparisons,
    "told_earlier": facts.told_earlier,
    "told_goals": expectations.told_goals,
    "told_year": expectations.told_year,
    "verdict": changes.verdict,
    "with_bold": facts.with_bold,
    "with_points": facts.with_points,
    "without_prefix": facts.without_prefix,
}

GLOBALS = {
    "LISTED_POINTS": grids.LISTED_POINTS,
    "MOST_LISTED": expectations.MOST_LISTED,
    "MOST_FIRST": blocks.MOST_FIRST,
    "MOST_FIRST_ROWS": filtered.MOST_FIRST_ROWS,
    "MOST_ROWS_ON_ONE_PAGE": filtered.MOST_ROWS_ON_ONE_PAGE,
    "PAGE_BREAK": limits.PAGE_BREAK,
    "MOST_FULL": standings.MOST_FULL,
    "MOST_SOURCES": figures.MOST_SOURCES,
    "anomalies_headline": anomalies.headline,
    "always_on_time": departments.always_on_time,
    "basis_words": departments.basis_words,
    "block_heading": blocks.heading,
    "blocks_of": blocks.blocks_of,
    "breakdown_grid": grids.breakdown_grid,
    "breakdown_headline": breakdown.headline,
    "comparison_grid": grids.comparison_grid,
    "comparison_headline": comparison.headline,
    "course_grid": suppositions.course_grid,
    "default_span": filtering.default_span,
    "domain_line": standings.domain_line,
    "difference_of": comparison.difference_of,
    "filtering_grid": filtered.filtering_grid,
    "filtering_headline": filtering.headline,
    "filtering_notes": filtered.filtering_notes,
    "filtering_noun": filtering.noun_of,
    "filtering_subject": filtering.subject_words,
    "has_difference": comparison.has_difference,
    "incomplete": grids.incomplete,
    "item_name": names.item_name,
    "lateness_of": lateness_of,
    "latest_comparison": trend.latest_comparison,
    "latest_grid": grids.latest_grid,
    "line_of": standings.line_of,
    "measured_words": filtered.measured_words,
    "more_anomalies": blocks.more_anomalies,
    "next_words": blocks.next_words,
    "operational_indicators": facts.operational_indicators,
    "ordering_comparison": ranking.ordering_comparison,
    "other_names": names.other_names,
    "outlook_grid": expectations.outlook_grid,
    "overview_headline": overview.headline,
    "part_words": grids.part_words,
    "period_verdict": comparison.period_verdict,
    "phrase": phrase,
    "said_in": sentences.said_in,
    "punctuality_grid": departments.punctuality_grid,
    "ranking_default_span": ranking.default_span,
    "ranking_grid": grids.ranking_grid,
    "ranking_headline": ranking.headline,
    "ranking_order": ranking.order_words,
    "received_lines": lines.received_lines,
    "refusal_words": examples.refusal_words,
    "reference_name": trend.reference_name,
    "row_words": filtered.row_words,
    "rows_by_kind": filtered.rows_by_kind,
    "series_grid": grids.series_grid,
    "series_names": names.series_names,
    "shown_figures": figures.shown_figures,
    "shows_rates": departments.shows_rates,
    "source_notes": figures.source_notes,
    "subject": formatting.subject,
    "submission_blocks": departments.submission_blocks,
    "submissions_headline": submissions.headline,
    "submissions_span": submissions.span_words,
    "trend_headline": trend.lines_headline,
    "untold_departments": departments.untold_departments,
    "upcoming_words": lines.upcoming_words,
}


TESTS = {
    "answer": facts.is_answer,
    "finer": facts.is_finer,
    "not_forecast": facts.is_not_forecast,
    "outlook": facts.is_outlook,
    "what_if": facts.is_what_if,
}


def build_environment(catalogue: Catalogue) -> Environment:
    """Everything is escaped; an unknown name in a template is an error, never an empty word."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    environment.tests.update(TESTS)
    environment.globals.update(GLOBALS)
    environment.globals.update(_of_catalogue(catalogue))
    return environment


def _of_catalogue(catalogue: Catalogue) -> dict[str, Any]:
    """What templates ask of the catalogue."""

    def suppliers(indicators: tuple[Indicator, ...]) -> list[Department]:
        return list(dict.fromkeys(catalogue.department_of(one) for one in indicators))

    def heirs(unit: Department) -> list[str]:
        return [catalogue.departments[code].short_name for code in unit.successors]

    return {
        "begun_units": partial(begun_units, catalogue),
        "domain_of": catalogue.domain_of,
        "ended_units": partial(ended_units, catalogue),
        "ended_within": partial(ended_within, catalogue),
        "heirs": heirs,
        "suppliers": suppliers,
    }
