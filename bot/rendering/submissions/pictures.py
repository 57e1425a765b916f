"""What the picture of submissions shows: who owes figures now, else how often each department is on time."""

from dataclasses import dataclass

from bot.rendering.formatting import listed, number, percent
from bot.rendering.headlines.submissions import headline, order_headline
from bot.rendering.names import named
from bot.rendering.phrases import phrase
from bot.rendering.submissions.departments import (
    always_on_time,
    brief_words,
    drawn_departments,
    is_of_many,
    on_time_words,
    shows_rates,
)
from bot.rendering.submissions.lateness import short_late_words
from ioc_query.submission_results import (
    DepartmentSubmissions,
    Placed,
    SubmissionsResult,
    on_time_share,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One department: `value` is drawn and `text` written beside it, `spoken` stands for all of it."""

    name: str
    value: float
    text: str
    spoken: str
    is_leading: bool


@dataclass(frozen=True, slots=True)
class Picture:
    title: str
    notes: tuple[str, ...]
    items: tuple[Item, ...]


def picture_of(result: SubmissionsResult) -> Picture:
    """Of those that are late, where the text begins with them; without items where there is nothing to hold
    against each other."""
    if result.order is None and is_of_many(result) and result.late_departments:
        return _late(result)
    return _on_time(result)


def _late(result: SubmissionsResult) -> Picture:
    """The latest first, as the text tells them."""
    late = result.late_departments
    longest = max(one.days_late for one in late)
    return Picture(
        headline(result),
        (phrase("submissions.late_scale"),),
        tuple(_late_item(one, is_leading=one.days_late == longest) for one in late),
    )


def _late_item(one: DepartmentSubmissions, *, is_leading: bool) -> Item:
    missing, expected = one.rates.missing, one.rates.expected
    text = phrase(
        "submissions.late_bar",
        missing=number(missing, 0),
        expected=number(expected, 0),
        late=short_late_words(one.overdue[0].lateness),
    )
    name = one.department.short_name
    return Item(name, missing, text, named(name, brief_words(one)), is_leading)


def _on_time(result: SubmissionsResult) -> Picture:
    is_drawn = shows_rates(result) or result.order is not None
    placed = drawn_departments(result) if is_drawn else ()
    return Picture(
        order_headline(result),
        tuple(_on_time_notes(result)),
        tuple(_on_time_item(result, one) for one in placed),
    )


def _on_time_notes(result: SubmissionsResult) -> list[str]:
    notes = [phrase("submissions.scale")]
    perfect = always_on_time(result)
    if result.order is None and perfect:
        names = listed(perfect, limit=4, noun=phrase("group.department"))
        notes.append(phrase("submissions.always", names=names))
    overall = result.record.on_time_share
    if overall is not None:
        notes.append(phrase("submissions.overall", share=percent(overall)))
    return notes


def _on_time_item(result: SubmissionsResult, one: Placed) -> Item:
    name, words = one.department.department.short_name, on_time_words(one.department.shown_rates)
    return Item(
        name=f"{one.rank}. {name}" if result.order else name,
        value=on_time_share(one.department),
        text=words,
        spoken=named(name, words),
        is_leading=one.rank == 1,
    )
