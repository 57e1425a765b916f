"""The areas that may have been meant instead of the one that was read."""

from collections.abc import Iterator
from dataclasses import replace

from bot.rendering.corrections.alternatives import Alternative
from bot.rendering.corrections.parts import ReadQuestion
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Area
from ioc_query.periods import Period


def near_areas(read: ReadQuestion) -> Iterator[Alternative]:
    """The province, then the districts, without the one that was read."""
    for area in _areas(read):
        is_province = area.parent is None
        codes = () if is_province else (area.code,)
        if codes != read.query.areas:
            label = phrase("browse.province") if is_province else area.name
            yield Alternative(label, replace(read.query, areas=codes), (area.name,))


def _areas(read: ReadQuestion) -> tuple[Area, ...]:
    """Only the province where the indicator has no figures by district."""
    catalogue = read.catalogue
    known = catalogue.indicators
    if not all(known[code].by_area for code in read.query.indicators):
        return (catalogue.province,)
    today = Period(read.today, read.today)
    districts = catalogue.districts_at_end_of(today) or catalogue.districts
    return (catalogue.province, *districts)
