"""One indicator in every district, for the same period."""

from dataclasses import dataclass

from ioc_query.answering import answers
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Area, Indicator
from ioc_query.common_period import of_the_same_period
from ioc_query.figures import Answer, Item, Missing
from ioc_query.periods import Period
from ioc_query.query import GroupBy
from ioc_query.results import NotBrokenDown
from ioc_query.series import asked_span


@dataclass(frozen=True, slots=True)
class ByArea:
    """The districts' answers in the order of the catalogue, and the province's own."""

    answers: tuple[Answer, ...]
    missing: tuple[str, ...]
    expected: int
    period: Period | None
    total: Answer | None
    nothing: Missing | None


def by_area(asking: Asking, indicator: Indicator, wanted: Wanted) -> ByArea | NotBrokenDown:
    """The districts that exist at the end of the span; NotBrokenDown where the indicator has figures for the province only."""
    every = asking.catalogue.districts
    pairs = [(indicator.code, district.code) for district in every]
    span = asked_span(asking) or asking.common_period(pairs)
    if span is None and not indicator.by_area:
        return not_broken_down(asking, indicator, GroupBy.AREA)
    districts = asking.catalogue.districts_at_end_of(span) if span else every
    keys = [Key(indicator, area, span) for area in (asking.catalogue.province, *districts)]
    whole, *items = answers(asking, keys, wanted)
    own = [_own(item, area) for item, area in zip(items, districts, strict=True)]
    if not indicator.by_area and not any(isinstance(item, Answer) for item in own):
        return not_broken_down(asking, indicator, GroupBy.AREA)
    same, others = of_the_same_period(own)
    return ByArea(
        answers=tuple(same),
        missing=tuple(area_of(item).short_name for item in others),
        expected=len(districts),
        period=same[0].figure.period if same else span,
        total=whole if isinstance(whole, Answer) else None,
        nothing=next((item for item in others if isinstance(item, Missing)), None),
    )


def _own(item: Item, area: Area) -> Item:
    """The province's figure given in place of a district's is no figure of the district."""
    if isinstance(item, Answer) and item.figure.area != area:
        return Missing(item.figure.indicator, area, item.asked)
    return item


def area_of(item: Item) -> Area:
    return item.area if isinstance(item, Missing) else item.figure.area


def not_broken_down(asking: Asking, indicator: Indicator, group_by: GroupBy) -> NotBrokenDown:
    """The province's own figure in place of parts that nobody reports."""
    span = asking.query.periods[0] if asking.query.periods else None
    keys = [Key(indicator, asking.catalogue.province, span)]
    return NotBrokenDown(indicator, group_by, answers(asking, keys, Wanted(bare=True))[0])
