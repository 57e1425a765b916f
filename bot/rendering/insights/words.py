"""Words that sentences about insights share."""

from dataclasses import dataclass, replace

from bot.rendering.changes import baseline_name
from bot.rendering.formatting import quantity, subject
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Indicator
from ioc_query.figures import ChangeUnit, Comparison, Figure
from ioc_query.insights.evidence import UNUSUAL_Z, Change, Deviation
from ioc_query.insights.place_evidence import OutlierPlace
from ioc_query.periods import Grain
from ioc_query.query import Baseline


@dataclass(frozen=True, slots=True)
class Said:
    """`value` stands inside `sentence`, and is told in bold; `why` shows the formula with its numbers."""

    sentence: str
    value: str
    why: str


def as_comparison(
    figure: Figure, change: Change, baseline: Baseline, *, favourable: bool | None = None
) -> Comparison:
    """A change as it is worded elsewhere; its reference carries the source of the figure itself."""
    unit = ChangeUnit.PERCENT
    if change.percent is None:
        unit = ChangeUnit.PERCENTAGE_POINT if figure.indicator.is_rate else ChangeUnit.OWN
    return Comparison(
        baseline=baseline,
        reference=replace(figure, period=change.before_period, value=change.before),
        difference=change.difference,
        change=change.difference if change.percent is None else change.percent,
        change_unit=unit,
        favourable=favourable,
    )


def reference_words(figure: Figure, change: Change, baseline: Baseline) -> str:
    """What the change is against: "cùng kỳ", "tháng trước"; of days the same day of the week before."""
    grain = figure.period.grain
    if grain is Grain.DAY and (figure.period.start - change.before_period.start).days == 7:
        return phrase("reference.week_before")
    if baseline is Baseline.LAST_YEAR and grain is not Grain.YEAR:
        return phrase("reference.last_year")
    return baseline_name(as_comparison(figure, change, baseline))


def usual_words(evidence: Deviation, indicator: Indicator) -> str:
    """Where the figure would have been usual; of an unusual one the bound that it is beyond."""
    low, high = evidence.band
    if not evidence.is_unusual:
        return phrase(
            "insight.usual_between", low=quantity(low, indicator), high=quantity(high, indicator)
        )
    return _bound_words(low, high, indicator, is_high=is_above_usual(evidence))


def usual_place_words(evidence: OutlierPlace, indicator: Indicator) -> str:
    """The bound that the place is beyond, and the others usually are not."""
    low, high = place_band(evidence)
    return _bound_words(low, high, indicator, is_high=evidence.value > evidence.centre)


def place_band(evidence: OutlierPlace) -> tuple[float, float]:
    """Between which values a place would not have been unusual."""
    reach = abs(evidence.value - evidence.centre) * UNUSUAL_Z / abs(evidence.z)
    return evidence.centre - reach, evidence.centre + reach


def _bound_words(low: float, high: float, indicator: Indicator, *, is_high: bool) -> str:
    if is_high:
        return phrase("insight.usual_at_most", bound=quantity(high, indicator))
    return phrase("insight.usual_at_least", bound=quantity(low, indicator))


def is_above_usual(evidence: Deviation) -> bool:
    return evidence.difference > evidence.centre


def named(figure: Figure) -> str:
    return subject(figure.indicator, figure.period, figure.area, brief=True)


def level_way(indicator: Indicator, *, is_high: bool) -> str:
    """ "cao", "thấp"; of ranks, whose first is the smallest, "tốt", "kém"."""
    if indicator.is_rank:
        return phrase("insight.rank_worst") if is_high else phrase("insight.rank_best")
    return phrase("insight.high") if is_high else phrase("insight.low")


def change_way(indicator: Indicator, *, is_up: bool) -> str:
    """ "tăng", "giảm"; of ranks "lên hạng", "tụt hạng"."""
    if indicator.is_rank:
        return phrase("insight.rank_worse") if is_up else phrase("insight.rank_better")
    return phrase("insight.rise") if is_up else phrase("insight.fall")
