"""Sentences about what does not fit with the other figures."""

from bot.rendering.changes import change_words
from bot.rendering.formatting import (
    capitalised,
    day,
    figure_text,
    gap,
    grain_noun,
    quantity,
    subject,
)
from bot.rendering.insights.words import (
    Said,
    as_comparison,
    is_above_usual,
    level_way,
    named,
    reference_words,
    usual_place_words,
    usual_words,
)
from bot.rendering.phrases import phrase
from ioc_query.figures import Figure
from ioc_query.insights.evidence import Change, Deviation, Flat, Revision
from ioc_query.insights.insight import Insight
from ioc_query.insights.place_evidence import Mismatch, OutlierPlace
from ioc_query.query import Baseline


def unusual(insight: Insight, evidence: Deviation) -> Said:
    figure = insight.figure
    indicator = figure.indicator
    baseline = Baseline.LAST_YEAR
    change = _change_of(figure, evidence)
    value = figure_text(figure)
    return Said(
        phrase(
            "insight.unusual" if evidence.is_unusual else "insight.usual",
            subject=named(figure),
            value=value,
            way=level_way(figure.indicator, is_high=is_above_usual(evidence)),
        ),
        value,
        phrase(
            "insight.unusual_why",
            change=capitalised(change_words(as_comparison(figure, change, baseline))),
            reference=reference_words(figure, change, baseline),
            before=quantity(evidence.before, indicator),
            usual=usual_words(evidence, indicator),
        ),
    )


def _change_of(figure: Figure, evidence: Deviation) -> Change:
    keeps_sign = (evidence.now < 0) == (evidence.before < 0)
    tells_share = evidence.before != 0 and keeps_sign
    is_share = tells_share and not (figure.indicator.is_rate or figure.indicator.is_rank)
    percent = 100 * evidence.difference / abs(evidence.before) if is_share else None
    return Change(evidence.now, evidence.before, evidence.before_period, percent)


def outlier_place(insight: Insight, evidence: OutlierPlace) -> Said:
    figure = insight.figure
    value = quantity(evidence.value, figure.indicator)
    return Said(
        phrase(
            "insight.outlier_place",
            subject=subject(figure.indicator, figure.period, evidence.area, brief=True),
            value=value,
            way=level_way(figure.indicator, is_high=evidence.value > evidence.centre),
        ),
        value,
        phrase(
            "insight.outlier_place_why",
            count=evidence.count,
            centre=quantity(evidence.centre, figure.indicator),
            usual=usual_place_words(evidence, figure.indicator),
        ),
    )


def flat(insight: Insight, evidence: Flat) -> Said:
    figure = insight.figure
    noun, value = grain_noun(figure.period.grain), figure_text(figure)
    return Said(
        phrase("insight.flat", subject=named(figure), value=value, count=evidence.count, noun=noun),
        value,
        phrase("insight.flat_why", noun=noun),
    )


def mismatch(insight: Insight, evidence: Mismatch) -> Said:
    figure = insight.figure
    value = quantity(evidence.parts, figure.indicator)
    return Said(
        phrase(
            "insight.mismatch",
            subject=named(figure),
            value=value,
            gap=gap(evidence.difference, figure.indicator),
        ),
        value,
        phrase(
            "insight.mismatch_why",
            total=figure_text(figure),
            count=evidence.count,
            parts=value,
        ),
    )


def revised(insight: Insight, evidence: Revision) -> Said:
    figure = insight.figure
    change = Change(figure.value, evidence.old, figure.period, None)
    value = figure_text(figure)
    return Said(
        phrase(
            "insight.revised",
            subject=named(figure),
            value=value,
            old=quantity(evidence.old, figure.indicator),
        ),
        value,
        phrase(
            "insight.revised_why",
            change=capitalised(change_words(as_comparison(figure, change, Baseline.PREVIOUS))),
            old_day=day(evidence.old_published),
            day=day(evidence.published),
        ),
    )
