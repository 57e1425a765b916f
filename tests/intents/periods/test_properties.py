"""What holds for every time phrase, on every day."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from intents.periods.finding import PeriodSpan, Relation, find_periods
from intents.words.text import tokenize
from ioc_query import periods
from ioc_query.periods import Period

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def only_span(text: str, today: date, *, future: bool = False) -> PeriodSpan:
    [span] = find_periods(tokenize(text), today, future=future)
    return span


def only_period(text: str, today: date, *, future: bool = False) -> Period:
    period = only_span(text, today, future=future).period
    assert period is not None
    return period


@given(st.integers(1, 11), DAYS)
def test_the_next_month_of_a_named_year_is_one_month_later(number: int, today: date) -> None:
    month = only_period(f"tháng {number}/2025", today)
    assert only_period(f"tháng {number + 1}/2025", today) == month.shift(1)


@given(st.integers(1, 12), DAYS)
def test_a_bare_month_is_the_newest_begun_or_looking_ahead_the_first_not_over(
    number: int, today: date
) -> None:
    back = only_period(f"tháng {number}", today)
    ahead = only_period(f"tháng {number}", today, future=True)
    assert back.start.month == ahead.start.month == number
    assert back.start <= today < back.shift(12).start
    assert ahead.shift(-12).end < today <= ahead.end


@given(st.integers(1, 30), st.sampled_from(["ngày", "tuần", "tháng", "quý", "năm"]), DAYS)
def test_last_and_next_n_leave_out_just_the_current_unit(
    count: int, word: str, today: date
) -> None:
    last = only_period(f"{count} {word} qua", today)
    coming = only_period(f"{count} {word} tới", today)
    grain = only_span(f"{count} {word} qua", today).unit
    assert grain is not None
    current = periods.unit(grain, today)
    assert last.end + timedelta(days=1) == current.start
    assert current.end + timedelta(days=1) == coming.start
    assert len(last.units(grain)) == len(coming.units(grain)) == count


@given(DAYS)
def test_what_is_to_date_ends_today(today: date) -> None:
    for phrase in ("từ đầu năm", "từ đầu tháng đến nay", "lũy kế", "từ đầu quý đến nay"):
        assert only_span(phrase, today).relation is Relation.TO_DATE
        assert only_period(phrase, today).end == today


WORDS = [
    *(
        "tháng",
        "quý",
        "năm",
        "tuần",
        "ngày",
        "nửa",
        "đầu",
        "cuối",
        "từ",
        "đến",
        "nay",
        "này",
        "trước",
    ),
    *(
        "sau",
        "qua",
        "tới",
        "nữa",
        "kia",
        "thứ",
        "hai",
        "ba",
        "tư",
        "sáu",
        "mười",
        "và",
        ",",
        "-",
        "/",
    ),
    *(
        "lũy kế",
        "hết",
        "thượng tuần",
        "cùng kỳ",
        "mỗi",
        "các",
        "theo",
        "nào",
        "của",
        "so với",
        "huyện",
    ),
    *(
        "1",
        "2",
        "6",
        "13",
        "31",
        "32",
        "99",
        "366",
        "999",
        "2025",
        "2021-2025",
        "15/6",
        "30/2",
        "1-6",
    ),
    *(
        "III",
        "T",
        "Q",
        "thang",
        "nam",
        "sau",
        "giai đoạn",
        "hôm nay",
        "chủ nhật",
        "9999",
        "0",
        "00/00",
    ),
]


@given(st.lists(st.sampled_from(WORDS), max_size=9), DAYS, st.booleans())
def test_any_words_give_ordered_spans_with_a_period_or_a_reason(
    words: list[str], today: date, future: bool
) -> None:
    tokens = tokenize(" ".join(words))
    spans = find_periods(tokens, today, future=future)
    assert_in_order(spans, len(tokens))
    for span in spans:
        silent = span.relation in (Relation.SAME_PERIOD, Relation.NO_PERIOD)
        assert (span.period is None) == (silent or span.impossible is not None)
        assert not (silent and span.impossible)


def assert_in_order(spans: list[PeriodSpan], length: int) -> None:
    places = [(span.first, span.last) for span in spans]
    assert all(0 <= first <= last < length for first, last in places)
    assert all(one == other or one[1] < other[0] for one, other in pairwise(places))


@given(st.text(max_size=60), DAYS, st.booleans())
def test_any_text_is_read_without_error(text: str, today: date, future: bool) -> None:
    find_periods(tokenize(text), today, future=future, overlapping=True)
