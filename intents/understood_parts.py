"""The parts of the sentence that says how a question was read, each made from one part of its query."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ioc_query.catalogue import Catalogue, Direction, Indicator, TimeAggregation
from ioc_query.periods import label
from ioc_query.query import Baseline, Condition, GroupBy, Intent, Measured, Query, ScenarioKind

_WHOLE_AREAS = (Intent.OVERVIEW, Intent.ANOMALIES, Intent.SUBSCRIBE)
"""What is asked of a place as a whole: the place is then the subject."""

_OVER_INDICATORS = (Intent.CATALOGUE, Intent.SUBSCRIBE, Intent.ANOMALIES)


class Speaker:
    """Names things and fills templates. `sentences` are those of the lexicon, by name."""

    def __init__(self, catalogue: Catalogue, sentences: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._sentences = sentences

    def say(self, key: str, /, **parts: object) -> str:
        """The sentence part of this name, filled in."""
        return self._sentences[key].format(**parts)

    def joined(self, names: Sequence[str]) -> str:
        """ "a", "a và b", "a, b và c"."""
        if len(names) < 2:
            return "".join(names)
        return ", ".join(names[:-1]) + self.say("and") + names[-1]

    def indicators(self, query: Query) -> str:
        known = self._catalogue.indicators
        return self.joined([_lower_first(known[code].short_name) for code in query.indicators])

    def what(self, query: Query) -> str:
        return self.indicators(query) or self.say("figure")

    def areas(self, query: Query) -> str:
        known = self._catalogue.areas
        return self.joined([_lower_first(known[code].name) for code in query.areas])

    def scope(self, query: Query) -> str:
        """Indicators, else domains and departments, else everything."""
        if query.indicators:
            return self.indicators(query)
        named = [
            self.say("domain", name=_lower_first(self._catalogue.domains[code].name))
            for code in query.domains
        ]
        named += [self._catalogue.departments[code].short_name for code in query.departments]
        if named or query.areas:
            return self.joined(named) or self.areas(query)
        return self.say("all_indicators" if query.intent in _OVER_INDICATORS else "province")

    def unit_of(self, query: Query) -> str:
        codes = query.indicators
        unit = self._catalogue.indicators[codes[0]].unit if codes else ""
        return unit if unit in ("", "%") else f" {unit}"

    def is_better_less(self, query: Query) -> bool:
        """Whether a plan is a bound that is not to be passed."""
        asked = [self._catalogue.indicators[code] for code in query.indicators]
        return bool(asked) and all(one.direction is Direction.DOWN_GOOD for one in asked)

    def is_count(self, query: Query) -> bool:
        """Whether the figure counts things, so that more is "nhiều" and not "cao"."""
        asked = [self._catalogue.indicators[code] for code in query.indicators]
        return bool(asked) and all(_counts_things(one) for one in asked)


def _counts_things(indicator: Indicator) -> bool:
    is_averaged = indicator.time_aggregation is TimeAggregation.MEAN
    return indicator.decimals == 0 and not indicator.is_rank and not is_averaged


def _lower_first(name: str) -> str:
    """For the middle of a sentence; abbreviations keep their capitals."""
    return name if name[1:2].isupper() or name[:2].isdigit() else name[:1].lower() + name[1:]


def _number(value: float) -> str:
    """Vietnamese writing, without idle zeros: 1.234,5."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def _when(say: Speaker, query: Query) -> str:
    if not query.periods:
        return ""
    labels = [label(period) for period in query.periods]
    versus = query.intent is Intent.COMPARE and len(labels) > 1
    names = say.say("versus").join(labels) if versus else say.joined(labels)
    return say.say("when", names=names)


def _where(say: Speaker, query: Query) -> str:
    sides = len(query.areas) > 1 and query.intent is Intent.COMPARE
    sides = sides or _is_against_province(query)
    is_scope = not (query.indicators or query.domains or query.departments)
    if (is_scope and query.intent in _WHOLE_AREAS) or _is_place_asked(query):
        return ""
    return say.say("where", names=say.areas(query)) if query.areas and not sides else ""


def _sides(say: Speaker, query: Query) -> str:
    if _is_against_province(query):
        names = say.joined([say.areas(query), say.say("province")])
        return say.say("sides.area", names=names)
    return say.say("sides.area", names=say.areas(query)) if len(query.areas) > 1 else ""


def _is_against_province(query: Query) -> bool:
    """Whether one district is named, and nothing else to compare it with."""
    is_alone = len(query.areas) == len(query.indicators) == 1 and len(query.periods) < 2
    return is_alone and query.intent is Intent.COMPARE


def _baseline(say: Speaker, query: Query) -> str:
    return say.say(f"baseline.{query.baseline.value}") if query.baseline else ""


def _against(say: Speaker, query: Query) -> str:
    """The baseline, unless the condition has named it."""
    return "" if query.baseline is Baseline.PLAN else _baseline(say, query)


def _aggregate(say: Speaker, query: Query) -> str:
    return say.say(f"aggregate.{query.aggregate.value}") if query.aggregate else ""


def _grain(say: Speaker, query: Query) -> str:
    return say.say(f"grain.{query.grain.value}") if query.grain else ""


def _group_name(say: Speaker, query: Query) -> str:
    if query.group_by is GroupBy.PERIOD and query.grain:
        return say.say(f"unit.{query.grain.value}")
    if query.group_by is GroupBy.INDICATOR:
        return _listed(say, query)
    return say.say(f"group.{query.group_by.value}") if query.group_by else ""


def _listed(say: Speaker, query: Query) -> str:
    """Indicators of all kinds, or of one."""
    return say.say(f"group.indicator.{query.kind.value}" if query.kind else "group.indicator")


def _subject(say: Speaker, query: Query) -> str:
    """Whose indicators are looked through."""
    named = query.domains or query.departments
    return say.say("where", names=say.scope(query)) if named and not query.indicators else ""


def _group(say: Speaker, query: Query) -> str:
    name = _group_name(say, query)
    return f" theo {name}" if name else ""


def _is_place_asked(query: Query) -> bool:
    """Whether an order of districts is asked for the sake of those named."""
    is_whole_order = query.intent is Intent.RANK and query.limit is None
    return is_whole_order and query.group_by is GroupBy.AREA and bool(query.areas)


def _ranking(say: Speaker, query: Query) -> str:
    order = query.order.value if query.order else "desc"
    is_moved = query.baseline in (Baseline.PREVIOUS, Baseline.LAST_YEAR)
    is_most = say.is_count(query) and not query.baseline
    extreme = "moved" if is_moved else "most" if is_most else "extreme"
    parts: dict[str, object] = {
        "group": _group_name(say, query),
        "what": _measure(say, query),
        "extreme": say.say(f"{extreme}.{order}"),
        "order": say.say(f"order.{order}"),
        "limit": query.limit,
        "when": _when(say, query),
        "within": _subject(say, query),
        "names": say.areas(query),
    }
    kinds = {None: "placed" if _is_place_asked(query) else "all", 1: "one"}
    return say.say(f"ranking.{kinds.get(query.limit, 'some')}", **parts)


def _measure(say: Speaker, query: Query) -> str:
    """What an order is by: the figure, its change, or its share of the plan.

    A change of the first few is said of them: "tăng mạnh nhất".
    """
    is_of_first = query.limit is not None and query.baseline is not Baseline.PLAN
    if query.baseline is None or is_of_first:
        return say.indicators(query) or say.say("ranking.of_indicators")
    named = _of_what(say, query)
    return say.say(f"ranking.by_{query.baseline.value}", of_what=named)


def _condition(say: Speaker, query: Query) -> str:
    condition = query.condition
    if condition is None:
        return ""
    if condition.of is Measured.CHANGE:
        return _change(say, condition)
    return say.say(
        f"condition.{condition.of.value}",
        op=say.say(f"op.{condition.op.value}"),
        number=_number(condition.value),
        unit=say.unit_of(query),
    )


def _change(say: Speaker, condition: Condition) -> str:
    """ "giảm trên 10%" for change below -10."""
    down = condition.value < 0 or (condition.value == 0 and "<" in condition.op.value)
    direction = say.say("change.down" if down else "change.up")
    if condition.value == 0:
        return direction
    op = condition.op.value.translate(str.maketrans("<>", "><")) if down else condition.op.value
    number = _number(abs(condition.value))
    return say.say("change.value", direction=direction, op=say.say(f"op.{op}"), number=number)


def _scenario(say: Speaker, query: Query) -> str:
    scenario = query.scenario
    if scenario is None:
        return ""
    unit = scenario.per and say.say(f"unit.{scenario.per.value}")
    per = say.say("per", unit=unit) if unit else ""
    if scenario.kind is ScenarioKind.REQUIRED_PACE:
        kind = "allowance" if say.is_better_less(query) else "required_pace"
        return say.say(f"scenario.{kind}", what=say.what(query), per=per)
    percent = scenario.percent or 0
    return say.say(
        "scenario.growth",
        what=say.what(query),
        per=per,
        direction=say.say("change.up" if percent >= 0 else "change.down"),
        number=_number(abs(percent)),
    )


def _schedule(say: Speaker, query: Query) -> str:
    schedule = query.schedule
    if schedule is None:
        return ""
    time = say.say("schedule.time", time=schedule.time) if schedule.time else ""
    return say.say("schedule", days=say.say(f"days.{schedule.days}"), time=time)


def _senders(say: Speaker, query: Query) -> str:
    if not query.departments and not query.domains:
        return say.say("all_departments")
    return say.scope(replace(query, indicators=()))


def _of_scope(say: Speaker, query: Query) -> str:
    named = query.indicators or query.domains or query.departments or query.areas
    return say.say("where", names=say.scope(query)) if named else ""


def _about_scope(say: Speaker, query: Query) -> str:
    named = query.indicators or query.domains or query.departments
    return f" về {say.scope(query)}" if named else ""


def _of_what(say: Speaker, query: Query) -> str:
    return f" {say.indicators(query)}" if query.indicators else ""


PARTS: Mapping[str, Callable[[Speaker, Query], str]] = {
    "what": Speaker.what,
    "scope": Speaker.scope,
    "when": _when,
    "where": _where,
    "sides": _sides,
    "baseline": _baseline,
    "against": _against,
    "aggregate": _aggregate,
    "grain": _grain,
    "group": _group,
    "group_name": _group_name,
    "listed": _listed,
    "subject": _subject,
    "having": lambda say, query: (
        say.say("having", what=say.what(query)) if query.indicators else ""
    ),
    "ranking": _ranking,
    "condition": _condition,
    "scenario": _scenario,
    "schedule": _schedule,
    "senders": _senders,
    "senders_order": lambda say, query: (
        say.say(f"senders.{query.order.value}") if query.order else ""
    ),
    "of_what": _of_what,
    "of_scope": _of_scope,
    "about_scope": _about_scope,
    "chart": lambda say, query: say.say("chart") if query.chart else "",
}
"""By the name that stands in braces in the templates."""
