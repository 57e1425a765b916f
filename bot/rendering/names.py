"""What figures and series are called beside others."""

from collections.abc import Iterable, Sequence

from bot.rendering.formatting import period, subject
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Figure, Item, Missing, Series
from ioc_query.query import GroupBy

MOST_ALIASES = 5
"""Other names of an indicator that are told."""


def item_name(figure: Figure, by: GroupBy) -> str:
    """What a figure is called beside others that differ from it in `by`."""
    if by is GroupBy.AREA:
        return area_name(figure)
    if by is GroupBy.PERIOD:
        return period(figure.period)
    return figure.indicator.short_name


def item_names(items: Iterable[Item], by: GroupBy) -> list[str]:
    """A name for each item: what differs by `by`, and what else tells it from the others."""
    items = list(items)
    by_key = {key: [_named(item, key) for item in items] for key in _NAMING_ORDER}
    differing = [key for key in _NAMING_ORDER if len(set(by_key[key])) > 1]
    if len(set(by_key.get(by, ()))) == len(items) or not differing:
        differing = [by]
    return [", ".join(names) for names in zip(*(by_key[key] for key in differing), strict=True)]


def area_name(of: Figure | Series | Missing) -> str:
    return place_name(of.area)


def place_name(area: Area) -> str:
    return phrase("subject.province") if area.parent is None else area.short_name


def named(name: str, value: str) -> str:
    """One value among others: "Đồng Xoài: 284,76"."""
    return phrase("chart.point", name=name, value=value)


def other_names(indicator: Indicator) -> list[str]:
    """The first few aliases that are more than the indicator's own names in other letters."""
    own = {indicator.name.casefold(), indicator.short_name.casefold()}
    return [alias for alias in indicator.aliases if alias.casefold() not in own][:MOST_ALIASES]


def series_names(series: Sequence[Series]) -> list[str]:
    """What tells the series apart: the area, the indicator, or both."""
    several_areas = len({line.area.code for line in series}) > 1
    several_indicators = len({line.indicator.code for line in series}) > 1
    if several_areas and several_indicators:
        return [subject(line.indicator, area=line.area) for line in series]
    if several_areas:
        return [area_name(line) for line in series]
    return [line.indicator.short_name for line in series]


def _named(item: Item, by: GroupBy) -> str:
    """As `item_name`, for what has no figure too."""
    if by is GroupBy.PERIOD:
        span = item.asked if isinstance(item, Missing) else item.figure.period
        return period(span) if span else ""
    if by is GroupBy.AREA:
        return area_name(_figured(item))
    return _figured(item).indicator.short_name


def _figured(item: Item) -> Missing | Figure:
    """What knows the item's indicator and area."""
    return item if isinstance(item, Missing) else item.figure


_NAMING_ORDER = (GroupBy.INDICATOR, GroupBy.AREA, GroupBy.PERIOD)
