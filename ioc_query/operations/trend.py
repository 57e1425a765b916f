"""Points over time, one series for each indicator and area."""

from itertools import product

from ioc_query.answering import newest_figures
from ioc_query.asking import Asking, Key
from ioc_query.results import TrendResult
from ioc_query.series import asked_span, load_series


def run(asking: Asking) -> TrendResult:
    places = list(product(asking.indicators, asking.areas))
    series = load_series(asking, places)
    span = asked_span(asking)
    empty = [Key(line.indicator, line.area, span) for line in series if not line.points]
    return TrendResult(
        asked=span,
        series=series,
        newest=newest_figures(asking, empty),
    )
