"""The province's clock: now, and moments as people write them, in Asia/Ho_Chi_Minh."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


@cache
def zone() -> ZoneInfo:
    return ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    return datetime.now(zone())


def read_moment(text: str) -> datetime:
    """ISO 8601, a bare day being its midnight and a bare time local; ValueError for anything else."""
    moment = datetime.fromisoformat(text.strip())
    return moment.replace(tzinfo=zone()) if moment.tzinfo is None else moment.astimezone(zone())


def stopped_at(moment: datetime) -> Clock:
    """A clock that always shows `moment`."""
    return lambda: moment
