"""When figures are due, in words: "chậm nhất 5 ngày sau khi hết tháng", "ngày 25 tháng cuối quý"."""

from bot.rendering.formatting import grain_noun
from bot.rendering.phrases import has_phrase, phrase
from ioc_query.catalogue import DueRule


def due_words(rule: DueRule) -> str:
    """The rule as the inside of a sentence; working days never fall on a day off, so they do not shift."""
    if rule.fixed_day is None and rule.working:
        return _after_the_end(rule)
    return phrase(f"due.{rule.shift.value}", rule=_day(rule))


def _day(rule: DueRule) -> str:
    if rule.fixed_day is None:
        return _after_the_end(rule)
    graded = f"due.fixed_{rule.frequency.value}"
    return phrase(graded if has_phrase(graded) else "due.fixed", day=rule.fixed_day)


def _after_the_end(rule: DueRule) -> str:
    form = "due.working_days" if rule.working else "due.days"
    if not rule.offset_days:
        form = "due.last_day"
    return phrase(form, days=rule.offset_days, noun=grain_noun(rule.frequency))
