"""What a question about the future has to go by: pasts, how far to look, and projections."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from ioc_query.answering import answers, newest_figures
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.figures import Item, Missing
from ioc_query.forecast_results import NotForecast, Reason
from ioc_query.forecasting.expectation import Future
from ioc_query.forecasting.horizon import Horizon, Sight, horizon_of, refusal
from ioc_query.forecasting.past import Past, Place, load_pasts
from ioc_query.forecasting.projection import Forecaster, History, Projection, TooShort


@dataclass(frozen=True, slots=True)
class Prospect:
    """One place whose figures do not yet cover what is asked."""

    past: Past
    horizon: Horizon
    future: Future | NotForecast


def load_prospects(asking: Asking, sight: Sight) -> list[Prospect | Item]:
    """For each indicator and area asked, in order: all of them in one call of the forecaster.

    An `Answer` where the time asked for is over and has its figure, a `Missing` without any figure.
    """
    places = list(product(asking.indicators, asking.areas))
    pasts = load_pasts(asking, places, sight.last_day)
    ahead = {
        place: (past, horizon)
        for place, past in pasts.items()
        if past and (horizon := horizon_of(past, sight))
    }
    futures = _project(asking.forecaster, list(ahead.values()))
    found: dict[Place, Prospect | Item] = {
        place: Prospect(past, horizon, future)
        for (place, (past, horizon)), future in zip(ahead.items(), futures, strict=True)
    }
    over = [place for place, past in pasts.items() if past and place not in ahead]
    empty = [place for place, past in pasts.items() if past is None]
    found |= _as_published(asking, over, sight)
    found |= _without_figures(asking, empty, sight)
    return [found[place] for place in places]


def _as_published(asking: Asking, places: Sequence[Place], sight: Sight) -> dict[Place, Item]:
    keys = [Key(indicator, area, sight.asked) for indicator, area in places]
    if not keys:
        return {}
    return dict(zip(places, answers(asking, keys, Wanted.of(asking.query)), strict=True))


def _without_figures(asking: Asking, places: Sequence[Place], sight: Sight) -> dict[Place, Missing]:
    keys = [Key(indicator, area, sight.asked) for indicator, area in places]
    return dict(zip(places, newest_figures(asking, keys), strict=True))


def _project(
    forecaster: Forecaster, ahead: Sequence[tuple[Past, Horizon]]
) -> list[Future | NotForecast]:
    """The future of each past as far as its horizon, or why there is none."""
    refused = [refusal(past, horizon) for past, horizon in ahead]
    histories = [
        History(past.values, past.season, len(horizon.units))
        for (past, horizon), no in zip(ahead, refused, strict=True)
        if no is None
    ]
    projected = iter(forecaster(histories) if histories else ())
    return [
        no or _future(past, horizon, next(projected))
        for (past, horizon), no in zip(ahead, refused, strict=True)
    ]


def _future(past: Past, horizon: Horizon, found: Projection | TooShort) -> Future | NotForecast:
    if isinstance(found, TooShort):
        return NotForecast(
            Reason.TOO_SHORT, horizon.asked, past.newest, figures=found.length, needed=found.needed
        )
    return Future(past, found, horizon.units)
