"""What the period grammar finds in a question: times, units of points, and how each was said."""

from dataclasses import dataclass
from enum import StrEnum

from ioc_query.periods import Grain, Period


class Relation(StrEnum):
    """How a period was said, so that "tháng trước" in "so với tháng trước" can be seen to be a baseline."""

    NAMED = "named"
    """By its number or date: tháng 6, quý III/2025, ngày 15/6, tuần 42, năm 2025, a weekday."""
    CURRENT = "current"
    """Hôm nay, tuần này, năm nay; also cả năm, trong năm, cuối năm."""
    PREVIOUS = "previous"
    """The unit just before this one: hôm qua, tháng trước, tuần rồi, năm ngoái, năm qua."""
    BEFORE_PREVIOUS = "before_previous"
    """Further back: hôm kia, tháng trước nữa, năm kia."""
    NEXT = "next"
    """Ngày mai, tháng tới, quý sau, sang năm."""
    LAST_N = "last_n"
    """Whole units before the current one: 3 tháng qua."""
    NEXT_N = "next_n"
    """Whole units after the current one: 3 tháng tới."""
    FIRST_N = "first_n"
    """9 tháng, 6T/2025, hai quý đầu năm: units from the start of a year."""
    PART = "part"
    """A part of a longer unit: 6 tháng cuối năm, nửa đầu năm, thượng tuần tháng 7."""
    RANGE = "range"
    """From one time to another: tháng 1-6, giai đoạn 2021-2025."""
    TO_DATE = "to_date"
    """Up to today: từ đầu năm (đến nay), lũy kế, từ năm 2021."""
    UP_TO = "up_to"
    """From 1 January: lũy kế đến tháng 6, tính đến hết quý 2."""
    SAME_PERIOD = "same_period"
    """Cùng kỳ (năm ngoái): a baseline, never a period of its own; `period` is None."""
    NO_PERIOD = "no_period"
    """Time words that name no period: hiện nay, mới nhất, gần đây, đến nay; `period` is None."""


class Impossible(StrEnum):
    """Why a time cannot be."""

    NO_SUCH_DAY = "no_such_day"
    """Ngày 30/2, 31/4, ngày 32."""
    NO_SUCH_WEEK = "no_such_week"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_QUARTER = "no_such_quarter"
    ENDS_BEFORE_START = "ends_before_start"


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """Tokens `first`..`last` (inclusive) and the time they say.

    `period` is None for an impossible time (`impossible` says why), for SAME_PERIOD and for NO_PERIOD.
    `unit` is the grain of the words (month of "tháng trước" and of "3 tháng qua"), None for ranges of
    dates. `is_bare`: said without a year, so that the year was chosen (newest that has begun; with
    `future` the first that is not over). `alternative` is the other reading of unmarked "thang sau" (next month beside
    June), else None: ask when it is there.
    """

    first: int
    last: int
    period: Period | None
    unit: Grain | None
    relation: Relation
    impossible: Impossible | None = None
    is_bare: bool = False
    alternative: Period | None = None


class GrainCue(StrEnum):
    """What kind of words name the unit of the points."""

    BY = "by"
    """Theo tháng, theo từng quý."""
    EACH = "each"
    """Từng tháng, hằng năm, các tháng, qua các năm."""
    PER = "per"
    """Mỗi tháng: no grain in a scenario or a subscription."""
    WHICH = "which"
    """Tháng nào, năm nào."""
    COUNTED = "counted"
    """Top 3 tháng, 3 tháng nào: so many of them are ranked."""


@dataclass(frozen=True, slots=True)
class GrainSpan:
    """Tokens `first`..`last` (inclusive), the unit they name and how; `count` is set for COUNTED."""

    first: int
    last: int
    grain: Grain
    cue: GrainCue
    count: int | None = None
