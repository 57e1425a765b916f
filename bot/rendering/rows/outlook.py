"""Forecasts and scenarios as data."""

from collections.abc import Iterator

from bot.rendering.rows.row import Row, blank_row, measured, row_of, row_of_missing, rows_of_item
from ioc_query.figures import Answer, Figure, Missing
from ioc_query.forecast_results import Expected, ForecastResult, NotForecast, Outlook
from ioc_query.periods import Period
from ioc_query.scenario_results import CourseKind, ScenarioResult, WhatIf


def forecast_rows(result: ForecastResult) -> Iterator[Row]:
    """The number asked for first, then the periods one by one, the year, its plans, and the year before."""
    for item in result.items:
        if isinstance(item, Outlook):
            yield from _of_outlook(item)
        else:
            yield from _of_other(item)


def scenario_rows(result: ScenarioResult) -> Iterator[Row]:
    """What the scenario asked leads to, or what a plan still needs every period; then the forecast, the plans."""
    for item in result.items:
        if isinstance(item, WhatIf):
            yield from _of_case(item)
        else:
            yield from _of_other(item)


def _of_outlook(outlook: Outlook) -> Iterator[Row]:
    told = {one.period: one for one in (outlook.headline, *outlook.shown)}
    if outlook.year_end:
        told.setdefault(outlook.year_end.period, outlook.year_end)
    for one in told.values():
        yield _of_expected(outlook, one)
    goals = [goal for one in told.values() for goal in one.goals]
    for goal in goals:
        yield row_of(goal.plan, "plan", attainment=goal.attainment)
    if outlook.last_year:
        comparison = outlook.last_year
        yield row_of(comparison.reference, "baseline", **measured([comparison]))


def _of_expected(outlook: Outlook, one: Expected) -> Row:
    """Of a sum, `parts` counts what is there and what was forecast."""
    known = one.known.parts if one.known else 0
    count = known + len(one.ahead)
    return _coming(
        outlook.newest,
        one.period,
        one.middle,
        attainment=next((goal.attainment for goal in one.goals), None),
        parts=count,
        parts_expected=count,
    )


def _of_case(case: WhatIf) -> Iterator[Row]:
    for need in case.needs:
        if need.each is not None and case.rhythm:
            rest = Period(case.newest.period.shift(1).start, case.target.end)
            yield (
                blank_row(case.newest, "answer")
                | _span(rest)
                | {
                    "value": need.each,
                    "attainment": need.attainment,
                    "parts": case.rhythm.periods,
                    "parts_expected": case.rhythm.periods,
                }
            )
    told = case.asked or next((one for one in case.courses if one.kind is CourseKind.MIDDLE), None)
    if told:
        share = next(iter(told.attainments), None)
        yield _coming(case.newest, case.target, told.value, attainment=share)
        for period, value in told.path:
            yield _coming(case.newest, period, value)
    for place, plan in enumerate(case.plans):
        shares = told.attainments if told else ()
        yield row_of(plan, "plan", attainment=shares[place] if shares else None)


def _of_other(item: Answer | Missing | NotForecast) -> Iterator[Row]:
    if not isinstance(item, NotForecast):
        yield from rows_of_item(item)
        return
    newest = item.newest
    yield row_of_missing(Missing(newest.indicator, newest.area, item.asked, newest)) | {
        "role": "forecast"
    }


def _coming(of: Figure, period: Period, value: float, **known: object) -> Row:
    return blank_row(of, "forecast") | _span(period) | {"value": value} | known


def _span(period: Period) -> Row:
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}
