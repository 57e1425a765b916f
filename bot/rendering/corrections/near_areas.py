"""The areas that may have been meant instead of the one that was read."""

from collections.abc import Iterator
from dataclasses import replace

from bot.rendering.corrections.alternatives import Alternative
from bot.rendering.corrections.parts import ReadQuestion
from bot.rendering.names import place_name
from ioc_query.catalogue import Area
from ioc_query.periods import Period


def near_areas(read: ReadQuestion) -> Iterator[Alternative]:
    """The province, then the districts, without the one that was read."""
    for area in _areas(read):
        codes = () if area.parent is None else (area.code,)
        if codes != read.query.areas:
            yield Alternative(place_name(area), replace(read.query, areas=codes), (area.name,))


def _areas(read: ReadQuestion) -> tuple[Area, ...]:
    """Only the province where the indicator has no figures by district."""
    catalogue = read.catalogue
    known = catalogue.indicators
    if not all(known[code].by_area for code in read.query.indicators):
        return (catalogue.province,)
    today = Period(read.today, read.today)
    districts = catalogue.districts_at_end_of(today) or catalogue.districts
    return (catalogue.province, *districts)
