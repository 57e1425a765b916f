"""Sentences about what is regular but worth a look: new trends, ranks, records and changes."""

from bot.rendering.changes import change_words
from bot.rendering.formatting import brief_period, capitalised, figure_text, grain_noun, quantity
from bot.rendering.insights.words import (
    Said,
    as_comparison,
    change_way,
    level_way,
    named,
    reference_words,
)
from bot.rendering.phrases import phrase
from ioc_query.insights.evidence import Change, Record, Turn
from ioc_query.insights.insight import Insight
from ioc_query.insights.place_evidence import RankMove
from ioc_query.query import Baseline


def new_trend(insight: Insight, evidence: Turn) -> Said:
    figure = insight.figure
    is_up, noun = evidence.now > evidence.start, grain_noun(figure.period.grain)
    value = figure_text(figure)
    return Said(
        phrase(
            "insight.new_trend",
            subject=named(figure),
            value=value,
            way=change_way(figure.indicator, is_up=is_up),
            count=evidence.count,
            noun=noun,
        ),
        value,
        phrase(
            "insight.new_trend_why",
            start=quantity(evidence.start, figure.indicator),
            period=brief_period(evidence.start_period),
            noun=noun,
            other_way=change_way(figure.indicator, is_up=not is_up),
        ),
    )


def rank(insight: Insight, evidence: RankMove) -> Said:
    figure = insight.figure
    value = figure_text(figure)
    is_better = evidence.rank < evidence.before
    return Said(
        phrase(
            "insight.rank",
            subject=named(figure),
            value=value,
            rank=evidence.rank,
            count=evidence.count,
            way=phrase("insight.better") if is_better else phrase("insight.worse"),
            steps=abs(evidence.rank - evidence.before),
        ),
        value,
        phrase(
            "insight.rank_why",
            period=capitalised(brief_period(evidence.before_period)),
            before=evidence.before,
            count=evidence.count,
        ),
    )


def record(insight: Insight, evidence: Record) -> Said:
    figure = insight.figure
    way, value = level_way(figure.indicator, is_high=evidence.is_high), figure_text(figure)
    return Said(
        phrase(
            "insight.record",
            subject=named(figure),
            value=value,
            way=way,
            count=evidence.over + 1,
            noun=grain_noun(figure.period.grain),
        ),
        value,
        phrase(
            "insight.record_why",
            way=way,
            previous=quantity(evidence.previous, figure.indicator),
            period=brief_period(evidence.previous_period),
        ),
    )


def change(insight: Insight, evidence: Change) -> Said:
    figure = insight.figure
    baseline = Baseline(insight.kind.value)
    value = figure_text(figure)
    return Said(
        phrase(
            "insight.change",
            subject=named(figure),
            value=value,
            change=change_words(as_comparison(figure, evidence, baseline)),
            reference=reference_words(figure, evidence, baseline),
        ),
        value,
        phrase(
            "insight.change_why",
            period=capitalised(brief_period(evidence.before_period)),
            before=quantity(evidence.before, figure.indicator),
        ),
    )
