"""The choice among overlapping spans."""

import pytest

from intents.evidence.spans import Kind, Span, best_cover, worth


def _span(first: int, last: int, kind: Kind, name: str = "") -> Span:
    return Span(first, last, kind, name, score=worth(kind, last - first + 1, name=name))


def _names(*spans: Span) -> list[str]:
    return [span.name for span in best_cover(spans, 6)]


def test_what_explains_more_words_wins() -> None:
    assert _names(
        _span(0, 1, Kind.INDICATOR, "IIP tháng"),
        _span(0, 0, Kind.INDICATOR, "IIP"),
        _span(1, 2, Kind.PERIOD, "tháng 6"),
    ) == ["IIP", "tháng 6"]


def test_name_wins_back_what_a_detector_claimed() -> None:
    assert _names(
        _span(0, 0, Kind.INDICATOR, "IIP"),
        _span(1, 2, Kind.PERIOD, "lũy kế"),
        _span(0, 2, Kind.INDICATOR, "IIP lũy kế"),
    ) == ["IIP lũy kế"]


def test_filler_of_two_words_keeps_a_lone_cue_out() -> None:
    assert _names(
        _span(0, 0, Kind.FILLER, "số"),
        _span(1, 1, Kind.CUE, "forecast"),
        _span(0, 1, Kind.FILLER, "số liệu"),
    ) == ["số liệu"]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_span_is_worth_choosing(kind: Kind) -> None:
    assert worth(kind, 1) > 0


def test_chosen_spans_stand_in_order_and_apart() -> None:
    spans = [_span(a, b, Kind.CUE) for a in range(6) for b in range(a, min(a + 3, 6))]
    cover = best_cover(spans, 6)
    places = [place for span in cover for place in range(span.first, span.last + 1)]
    assert places == list(range(6))
