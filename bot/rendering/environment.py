"""The template environment: escaping, strict names, and the wordings that templates may use."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.rendering import (
    changes,
    contents,
    due_rules,
    facts,
    figures,
    filtered,
    formatting,
    grids,
    names,
)
from bot.rendering.headlines import breakdown, comparison, filtering, ranking, trend
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Area, Catalogue, Department, Indicator

TEMPLATES = Path(__file__).with_name("templates")

FILTERS = {
    "age": formatting.age,
    "arrow": changes.arrow,
    "baseline_name": changes.baseline_name,
    "brief_period": formatting.brief_period,
    "capitalised": formatting.capitalised,
    "change_words": changes.change_words,
    "coverage": formatting.coverage,
    "day": formatting.day,
    "day_after": facts.day_after,
    "due_words": due_rules.due_words,
    "figure_text": formatting.figure_text,
    "origin_notes": facts.origin_notes,
    "grain_noun": formatting.grain_noun,
    "has_illustrative": facts.has_illustrative,
    "in_sentence": formatting.in_sentence,
    "is_link": facts.is_link,
    "is_ranked": facts.is_ranked,
    "listed": formatting.listed,
    "marks_estimates": figures.marks_estimates,
    "names": names.item_names,
    "partial": formatting.partial,
    "period": formatting.period,
    "plan_words": changes.plan_words,
    "stage": formatting.stage,
    "sum_of_indicators": contents.sum_of_indicators,
    "told_comparisons": facts.told_comparisons,
    "told_earlier": facts.told_earlier,
    "verdict": changes.verdict,
    "with_points": facts.with_points,
    "without_prefix": facts.without_prefix,
}

GLOBALS = {
    "LISTED_POINTS": grids.LISTED_POINTS,
    "MOST_SOURCES": figures.MOST_SOURCES,
    "breakdown_grid": grids.breakdown_grid,
    "breakdown_headline": breakdown.headline,
    "comparison_grid": grids.comparison_grid,
    "comparison_headline": comparison.headline,
    "contents_questions": contents.contents_questions,
    "default_span": filtering.default_span,
    "difference_of": comparison.difference_of,
    "filtering_grid": filtered.filtering_grid,
    "filtering_headline": filtering.headline,
    "filtering_notes": filtered.filtering_notes,
    "filtering_noun": filtering.noun_of,
    "filtering_subject": filtering.subject_words,
    "has_difference": comparison.has_difference,
    "incomplete": grids.incomplete,
    "item_name": names.item_name,
    "latest_comparison": trend.latest_comparison,
    "latest_grid": grids.latest_grid,
    "measured_words": filtered.measured_words,
    "operational_indicators": facts.operational_indicators,
    "ordering_comparison": ranking.ordering_comparison,
    "other_names": names.other_names,
    "phrase": phrase,
    "ranking_grid": grids.ranking_grid,
    "ranking_headline": ranking.headline,
    "ranking_order": ranking.order_words,
    "reference_name": trend.reference_name,
    "row_words": filtered.row_words,
    "rows_by_kind": filtered.rows_by_kind,
    "series_grid": grids.series_grid,
    "series_names": names.series_names,
    "shown_figures": figures.shown_figures,
    "source_notes": figures.source_notes,
    "subject": formatting.subject,
    "trend_headline": trend.lines_headline,
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
    environment.tests["answer"] = facts.is_answer
    environment.globals.update(GLOBALS)
    environment.globals.update(_of_catalogue(catalogue))
    return environment


def _of_catalogue(catalogue: Catalogue) -> dict[str, Any]:
    """What templates ask of the catalogue."""

    def suppliers(indicators: tuple[Indicator, ...]) -> list[Department]:
        return list(dict.fromkeys(catalogue.department_of(one) for one in indicators))

    def heirs(unit: Area | Department) -> list[str]:
        if isinstance(unit, Area):
            return [catalogue.areas[code].name for code in unit.successors]
        return [catalogue.departments[code].short_name for code in unit.successors]

    return {"suppliers": suppliers, "heirs": heirs, "domain_of": catalogue.domain_of}
