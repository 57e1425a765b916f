"""A question under decision: its evidence, and what the catalogue says of it."""

from dataclasses import dataclass, replace
from datetime import date

from intents.evidence.grouping import Grouping, How
from intents.reading import Reading
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.query import GroupBy


@dataclass(frozen=True)
class Case:
    """What `decide` and `filling` look at."""

    reading: Reading
    catalogue: Catalogue
    today: date

    @property
    def indicator(self) -> Indicator | None:
        codes = self.reading.indicators
        return self.catalogue.indicators[codes[0]] if codes else None

    @property
    def grouping(self) -> Grouping | None:
        """A count of all districts tells them apart, it does not pick ("11 huyện")."""
        grouping = self.reading.grouping
        all_districts = (
            grouping is not None
            and grouping.by is GroupBy.AREA
            and grouping.how is How.COUNTED
            and grouping.count == len(self.catalogue.districts)
        )
        if grouping is None or not all_districts:
            return grouping
        return replace(grouping, how=How.EACH, count=None)

    @property
    def names_topic(self) -> bool:
        """Whether an indicator is named, completely or in part."""
        return bool(self.reading.indicators or self.reading.candidates)

    @property
    def is_future(self) -> bool:
        return any(period.start > self.today for period in self.reading.periods)

    @property
    def filter_grouping(self) -> Grouping | None:
        """What a condition picks from; "các tháng có ..." are periods."""
        reading = self.reading
        if self.grouping is not None:
            return self.grouping
        if reading.is_each_period and reading.grain is not None:
            return Grouping(GroupBy.PERIOD, How.EACH, grain=reading.grain)
        return None
