"""A forecaster whose numbers can be worked out in the head."""

from collections.abc import Sequence

from ioc_query.forecasting.projection import BackTest, History, Projection, TooShort

DEVIATION = 10.0
EIGHTY, NINETY_FIVE = 1.2815515655, 1.9599639845
"""How many standard deviations reach that share of a normal distribution, on each side."""


def repeat(histories: Sequence[History]) -> list[Projection | TooShort]:
    """The season before, once more; all errors are the same one, of deviation 10 in every period.

    So the error of a sum of n periods has the deviation 10 n.
    """
    return [_repeated(one) for one in histories]


def _repeated(history: History) -> Projection | TooShort:
    if len(history.values) < 2 * history.season:
        return TooShort(len(history.values), 2 * history.season)
    season = history.values[-history.season :]
    return Projection(
        middles=tuple(season[place % history.season] for place in range(history.horizon)),
        deviations=(DEVIATION,) * history.horizon,
        sum_deviations=tuple(DEVIATION * count for count in range(1, history.horizon + 1)),
        methods=("seasonal_naive",),
        back_test=BackTest(5, 5, 4, history.horizon),
    )
