"""Numbers, units, dates and names the way a Vietnamese official writes them.

A number is rounded once, here, half away from zero; the minus sign is the ASCII hyphen, so that a copied
number is a number elsewhere.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from bot.rendering.phrases import has_phrase, phrase
from ioc_query import periods
from ioc_query.catalogue import PERCENT, RANK, Area, Indicator
from ioc_query.figures import Figure, Method, Stage
from ioc_query.periods import Grain, Period

CHANGE_DECIMALS = 1
_SWAP = str.maketrans(",.", ".,")


def number(value: float, decimals: int) -> str:
    """`value` with exactly `decimals` places, e.g. "1.234,50"."""
    with localcontext(prec=400):
        rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if not rounded:
        rounded = abs(rounded)
    return f"{rounded:,f}".translate(_SWAP)


def plain_number(value: float, decimals: int) -> str:
    """As `number`, without places that are all zero: "1.080", "1.080,50"."""
    text = number(value, decimals)
    whole, comma, places = text.partition(",")
    return whole if comma and not places.strip("0") else text


def exact_number(value: float) -> str:
    """`value` with the places that it has and no more: "60", "2,5", for numbers that people named."""
    places = Decimal(repr(value)).normalize().as_tuple().exponent
    return number(value, max(0, -places) if isinstance(places, int) else 0)


def signed(value: float, decimals: int = CHANGE_DECIMALS) -> str:
    """As `number`, with a plus in front of what stays positive after rounding."""
    text = number(value, decimals)
    is_positive = value > 0 and text.strip("0,.") != ""
    return f"+{text}" if is_positive else text


def percent(value: float, decimals: int = CHANGE_DECIMALS) -> str:
    return phrase("unit.tight", number=plain_number(value, decimals))


def with_unit(text: str, unit: str) -> str:
    """A formatted number and its unit: "8,34%", "12 ca", "hạng 9"."""
    if unit == PERCENT:
        return phrase("unit.tight", number=text)
    if unit == RANK:
        return phrase("unit.ranked", number=text)
    return phrase("unit.spaced", number=text, unit=unit)


def quantity(value: float, indicator: Indicator) -> str:
    """A value of the indicator with its unit."""
    return with_unit(plain_number(value, indicator.decimals), indicator.unit)


def figure_text(figure: Figure) -> str:
    return quantity(figure.value, figure.indicator)


def gap(difference: float, indicator: Indicator) -> str:
    """The size of a difference between two values: in điểm phần trăm for rates, in places for ranks."""
    text = plain_number(abs(difference), indicator.decimals)
    if indicator.is_rate:
        return phrase("unit.percentage_point", number=text)
    if indicator.is_rank:
        return phrase("unit.places", number=text)
    return with_unit(text, indicator.unit)


def day(value: date) -> str:
    return f"{value:%d/%m/%Y}"


def age(published: date, today: date) -> str:
    """How long ago within the last month: "hôm nay", "5 ngày trước"; "" for anything else."""
    days = (today - published).days
    near = {0: phrase("age.today"), 1: phrase("age.yesterday")}
    if days in near:
        return near[days]
    return phrase("age.days", count=days) if 1 < days <= 31 else ""


def period(value: Period) -> str:
    return periods.label(value)


def brief_period(value: Period) -> str:
    """As `period`, for the inside of a sentence: a week without its days."""
    return periods.short_label(value) if value.grain is Grain.WEEK else periods.label(value)


def stage(value: Stage) -> str:
    return phrase(f"stage.{value.code}")


def capitalised(text: str) -> str:
    """The first letter in capitals, the rest as it is."""
    return text[:1].upper() + text[1:]


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: "thu ngân sách", but "GRDP", "IIP so cùng kỳ"."""
    is_abbreviation = len(name) > 1 and not (name[1].islower() or name[1].isspace())
    return name if is_abbreviation else name[:1].lower() + name[1:]


def subject(
    indicator: Indicator,
    span: Period | None = None,
    area: Area | None = None,
    *,
    brief: bool = False,
) -> str:
    """What a number is of: indicator, period, and the area unless it is the province.

    `brief` leaves out the days of a week. A comma stands between where the name itself ends in words of time ("CPI so cùng kỳ, tháng 10/2026").
    """
    text = indicator.short_name
    if span is not None:
        form = "subject.clear" if " so " in text else "subject.plain"
        text = phrase(form, name=text, period=brief_period(span) if brief else period(span))
    if area is None or area.parent is None:
        return text
    return phrase("subject.in_area", subject=text, area=area.name)


def grain_noun(grain: Grain | None) -> str:
    return phrase(f"grain.{grain.value}") if grain else phrase("coverage.noun")


def coverage(figure: Figure) -> str:
    """How a computed figure came about, e.g. "Cộng 10/12 tháng có số"; "" for a published one."""
    if figure.method is Method.PUBLISHED:
        return ""
    name = f"coverage.{figure.method.value}"
    if figure.is_complete and has_phrase(f"{name}_complete"):
        name += "_complete"
    return phrase(
        name,
        parts=figure.parts,
        expected=figure.parts_expected,
        noun=grain_noun(figure.part_grain),
    )


def partial(figure: Figure) -> str:
    """ "10/12 tháng" for a figure that lacks parts, else ""."""
    if figure.is_complete:
        return ""
    is_of_areas = figure.method in (Method.AREA_SUM, Method.AREA_MEAN)
    noun = phrase("group.area") if is_of_areas else grain_noun(figure.part_grain)
    return phrase("coverage.partial", parts=figure.parts, expected=figure.parts_expected, noun=noun)


def listed(names: Sequence[str], limit: int = 5, noun: str = "") -> str:
    """ "A, B và C", or "A, B và 7 huyện khác" when there are more than `limit`."""
    if len(names) > limit:
        shown = ", ".join(names[: limit - 1])
        return phrase("list.more", names=shown, count=len(names) - limit + 1, noun=noun)
    if len(names) < 2:
        return "".join(names)
    return phrase("list.last", names=", ".join(names[:-1]), name=names[-1])
