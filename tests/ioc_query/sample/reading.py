"""Reading generated rows as a question would: the newest figure of the highest stage."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ioc_query.catalogue import Catalogue
from ioc_query.periods import Grain, Period
from ioc_query.sample.generate import Sample
from ioc_query.sample.publication import ObservationRow

PROVINCE = "70"

Figures = dict[tuple[str, Period], float]


@dataclass(frozen=True)
class RememberedSample(Sample):
    """A sample that keeps the figures that tests have read."""

    read: dict[str, Figures] = field(default_factory=dict)


def newest(rows: Iterable[ObservationRow]) -> Figures:
    """Figures by area and period."""
    ordered = sorted(rows, key=lambda row: (row.stage, row.published))
    return {(row.area, row.period): row.value for row in ordered}


def figures(sample: RememberedSample, code: str) -> Figures:
    if code not in sample.read:
        sample.read[code] = newest(sample.observations(sample.catalogue.indicators[code]))
    return sample.read[code]


def of_province(
    sample: RememberedSample, code: str, grain: Grain | None = None
) -> dict[Period, float]:
    """The province's figures of one unit each, oldest first."""
    wanted = grain or sample.catalogue.indicators[code].frequency
    found = figures(sample, code).items()
    return {
        period: value
        for (area, period), value in sorted(found)
        if area == PROVINCE and period.grain is wanted
    }


def only(catalogue: Catalogue, *codes: str) -> Catalogue:
    """The catalogue with those indicators alone."""
    return replace(catalogue, indicators={code: catalogue.indicators[code] for code in codes})
