"""Due rules as catalogues write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.catalogue import Catalogue, DayShift, DueRule, parse_due_rule
from ioc_query.catalogue_store import due_rule_text
from ioc_query.periods import Grain

RULES = [
    ("M+5", DueRule(Grain.MONTH, offset_days=5)),
    ("M+5w", DueRule(Grain.MONTH, offset_days=5, working=True)),
    ("M@25", DueRule(Grain.MONTH, fixed_day=25)),
    ("Q@25:prev", DueRule(Grain.QUARTER, fixed_day=25, shift=DayShift.PREVIOUS)),
    ("A+210", DueRule(Grain.YEAR, offset_days=210)),
    ("W+2:none", DueRule(Grain.WEEK, offset_days=2, shift=DayShift.NONE)),
    (" S+30 ", DueRule(Grain.HALF_YEAR, offset_days=30)),
]


@pytest.mark.parametrize(("text", "rule"), RULES)
def test_rule_is_parsed(text: str, rule: DueRule) -> None:
    assert parse_due_rule(text) == rule


@pytest.mark.parametrize(
    "text", ["", "M", "M5", "X+5", "M+", "M+5d", "M@0", "M@32", "M@25w", "M+5:later", "M-5", "m+5", "M+1000"]
)  # fmt: skip
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a due rule"):
        parse_due_rule(text)


@given(st.sampled_from(Grain), st.integers(0, 999), st.booleans(), st.sampled_from(DayShift))
def test_offset_rule_is_written_and_parsed_back(
    grain: Grain, days: int, working: bool, shift: DayShift
) -> None:
    rule = DueRule(grain, offset_days=days, working=working, shift=shift)
    assert parse_due_rule(due_rule_text(rule)) == rule


@given(st.sampled_from(Grain), st.integers(1, 31), st.sampled_from(DayShift))
def test_fixed_day_rule_is_written_and_parsed_back(grain: Grain, day: int, shift: DayShift) -> None:
    rule = DueRule(grain, fixed_day=day, shift=shift)
    assert parse_due_rule(due_rule_text(rule)) == rule


def test_bundled_rules_name_the_frequency_of_their_indicator(catalogue: Catalogue) -> None:
    indicators = catalogue.indicators.values()
    assert all(item.due_rule.frequency is item.frequency for item in indicators)
