"""Punctuality of many departments, hard to draw."""

from ioc_query.catalogue import Department
from ioc_query.query import Order
from ioc_query.results import Result
from ioc_query.submission_results import DepartmentSubmissions
from tests.bot.rendering.situations_of_submissions import office, overdue, result
from tests.bot.rendering.world import REVENUE

NAMES = ("Sở KH&ĐT", "Sở VHTT&DL", "Ban Quản lý Khu kinh tế", "Cục Thuế", "VP <UBND> tỉnh")


def _offices() -> list[DepartmentSubmissions]:
    """Twenty departments with long and short names, from never to always on time."""
    return [
        office(
            Department(f"S{number}", NAMES[number % 5], f"{NAMES[number % 5]} {number}"),
            (5, 5, 5),
            record=(60 + number, 60 + number, min(60 + number, number * 5)),
        )
        for number in range(20)
    ]


def submissions_of_many_departments() -> Result:
    return result(_offices(), is_illustrative=True)


def submissions_of_many_that_owe() -> Result:
    """More than fit, from much and long ago to one figure since yesterday."""
    owing = [
        office(
            Department(f"S{number}", NAMES[number % 5], f"{NAMES[number % 5]} {number}"),
            (30, number, number),
            *[overdue(REVENUE, "2022-07" if number < 3 else "2026-10")] * (30 - number),
        )
        for number in range(20)
    ]
    return result(owing, is_illustrative=True)


def submissions_best_first() -> Result:
    return result(_offices(), order=Order.DESCENDING)
