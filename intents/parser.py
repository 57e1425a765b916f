"""From the text of a question to its outcome: query, certainty, candidates, and how it was understood."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from intents.case import Case
from intents.evidence.answers import beside_asked
from intents.evidence.indicator_names import name_parts, read_names
from intents.evidence.matching import IndicatorIndex
from intents.evidence.mending import mended
from intents.evidence.named_things import add_areas, add_departments, add_domains
from intents.evidence.phrase_index import PhraseIndex
from intents.evidence.question import Question
from intents.evidence.scan import scan
from intents.evidence.sentences import without_small_talk
from intents.evidence.spans import PLACE_NOUN, UNIT, Kind
from intents.explanation import Explanation
from intents.follow_up import is_follow_up, merge
from intents.intent_rules import find_intent
from intents.lexicon import Lexicon
from intents.outcome import Origin, Outcome, Status
from intents.query_keys import KEYS, fill
from intents.reading import Reading, read
from intents.understood import Understanding
from intents.words.abbreviations import Expander
from intents.words.repair import repair
from intents.words.templates import Phrase
from intents.words.text import Token, tokenize
from intents.words.vocabulary import Vocabulary
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.query import GroupBy, Intent, Query

MAX_CANDIDATES = 5
"""Buttons under a question that is asked back."""

MAX_CONTEXT = 8
"""Earlier questions that are looked at; what was said before them is forgotten."""

_NEEDS_INDICATOR = frozenset(
    (
        Intent.VALUE,
        Intent.TREND,
        Intent.COMPARE,
        Intent.BREAKDOWN,
        Intent.FORECAST,
        Intent.SCENARIO,
        Intent.ALERT,
        Intent.DEFINITION,
    )
)
_NAMES_INDICATOR = _NEEDS_INDICATOR | {Intent.SUBSCRIBE, Intent.UNSUBSCRIBE}
"""Wishes that ask back when an indicator is named in part."""

_STRICT = frozenset(
    (
        Intent.OVERVIEW,
        Intent.CATALOGUE,
        Intent.HELP,
        Intent.ANOMALIES,
        Intent.SUBSCRIBE,
        Intent.UNSUBSCRIBE,
    )
)
"""Wishes whose cues are everyday words, or that are about everything where nothing is named: one word that nobody
knows makes them another question."""


class Parser:
    """Built once for a catalogue and a lexicon; `parse` keeps nothing between calls."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._expander = Expander(lexicon.abbreviations)
        self._index = PhraseIndex()
        self._vocabulary = Vocabulary()
        names = read_names(catalogue, lexicon.aliases.get("indicators", {}), self._expander)
        self._indicators = IndicatorIndex(names)
        self._learn(lexicon)
        self._understanding = Understanding(catalogue, lexicon.sentences)

    def parse(self, text: str, *, now: datetime, context: Sequence[str] = ()) -> Outcome:
        """The outcome of a question asked at `now` (aware, local time) after the questions in `context`."""
        return self.explain(text, now=now, context=context).outcome

    def explain(self, text: str, *, now: datetime, context: Sequence[str] = ()) -> Explanation:
        """As `parse`, with everything that led to the outcome."""
        today = now.date()
        before: Reading | None = None
        for earlier in context[-MAX_CONTEXT:]:
            said = self._scanned(earlier, today)
            before = _folded(self._completed(self._read(said), said, before, today), before)
        question = self._scanned(text, today)
        own = self._completed(self._read(question), question, before, today)
        return Explanation(
            tokens=tuple(question.tokens),
            proposals=tuple(question.proposals),
            chosen=tuple(question.cover),
            outcome=self._outcome(_folded(own, before), own, today),
        )

    def _scanned(self, text: str, today: date) -> Question:
        tokens = self._expander.expand(repair(tokenize(text), self._vocabulary))

        def read_again(tokens: Sequence[Token]) -> Question:
            return scan(tokens, self._index, today)

        question = mended(read_again(tokens), read_again, self._vocabulary)
        asking = without_small_talk(question)
        return question if asking is question.tokens else read_again(asking)

    def _read(self, question: Question) -> Reading:
        return self._narrowed(read(question, self._indicators, self._catalogue))

    def _completed(
        self, own: Reading, question: Question, before: Reading | None, today: date
    ) -> Reading:
        """The reading with the words that were asked back beside it, where that makes a name of them."""
        if before is None or own.indicators or before.indicators or not before.asked:
            return own
        for tokens in beside_asked(before.asked, question):
            joined = self._read(scan(tokens, self._index, today))
            named = len(joined.indicators) == 1 and joined.indicators[0] in before.candidates
            if named and not (joined.is_foreign or joined.loose):
                return joined
        return own

    def _narrowed(self, reading: Reading) -> Reading:
        """What stands beside an unclear name tells which of its indicators is meant: a test that none passes
        tells nothing."""
        fitting = [self._catalogue.indicators[code] for code in reading.candidates]
        for fits in _tests_of_candidates(reading):
            fitting = [one for one in fitting if fits(one)] or fitting
        codes = tuple(one.code for one in fitting)
        if len(codes) == 1 and not reading.indicators:
            return replace(reading, indicators=codes, candidates=())
        return replace(reading, candidates=codes)

    def _outcome(self, reading: Reading, own: Reading, today: date) -> Outcome:
        case = Case(reading, self._catalogue, today)
        query = fill(case, find_intent(case))
        status = Status.UNKNOWN if _is_half_read(own, query) else _status(reading, query)
        if status is not Status.OK:
            query = _certain(query, status)
        near = reading.candidates if status is Status.CLARIFY else _nearest(reading, status)
        return Outcome(
            status=status,
            query=query,
            understood=self._understanding.sentence(
                status,
                query,
                impossible=reading.impossible,
                is_ambiguous_month=reading.alternative is not None,
            ),
            candidates=near[:MAX_CANDIDATES],
            origins=_origins(query, own, reading),
        )

    def _learn(self, lexicon: Lexicon) -> None:
        aliases = lexicon.aliases
        add_areas(self._index, self._catalogue, aliases.get("areas", {}), self._expander)
        add_domains(self._index, self._catalogue, aliases.get("domains", {}), self._expander)
        add_departments(
            self._index, self._catalogue, aliases.get("departments", {}), self._expander
        )
        for name in self._indicators.names:
            self._add(name.complete, Kind.INDICATOR, value=name.code)
        for cue, phrases in lexicon.cues.items():
            self._add(phrases, Kind.CUE, cue.removesuffix("!"), needs_marks=cue.endswith("!"))
        for place in lexicon.elsewhere:
            self._index.add(place, Kind.ELSEWHERE, needs_marks=len(place.fold) == 1)
        unnamed = (thing for thing in lexicon.absent if not self._indicators.holds(thing))
        self._add(unnamed, Kind.ELSEWHERE)
        self._add(lexicon.place_nouns, Kind.FILLER, PLACE_NOUN)
        self._add(lexicon.courtesy, Kind.COURTESY)
        self._add(lexicon.filler, Kind.FILLER)
        self._add(lexicon.marked_filler, Kind.FILLER, needs_marks=True)
        self._add(lexicon.units, Kind.FILLER, UNIT)
        self._add(name_parts(self._indicators.names, self._index), Kind.NAME_PART)
        self._vocabulary.add(lexicon.vocabulary)
        self._vocabulary.add(self._index.phrases)
        self._vocabulary.add_short_forms(short.short for short in lexicon.abbreviations)
        self._vocabulary.add_others(lexicon.others)

    def _add(
        self,
        phrases: Iterable[Phrase],
        kind: Kind,
        name: str = "",
        value: object = None,
        *,
        needs_marks: bool = False,
    ) -> None:
        for phrase in phrases:
            self._index.add(phrase, kind, name, value, needs_marks=needs_marks)


def _folded(own: Reading, before: Reading | None) -> Reading:
    """The reading of a question after the one before it."""
    if before is None or not is_follow_up(own, before):
        return own
    return merge(own, before)


def _tests_of_candidates(reading: Reading) -> Iterator[Callable[[Indicator], bool]]:
    """A department that is named; a threshold in %; places that are asked about."""
    threshold = reading.threshold
    if reading.departments:
        yield lambda one: one.department in reading.departments
    if threshold and threshold.percent and not threshold.change and not threshold.plan:
        yield lambda one: one.is_rate
    if reading.grouping and reading.grouping.by is GroupBy.AREA:
        yield lambda one: one.by_area


def _status(reading: Reading, query: Query) -> Status:
    if reading.is_foreign or query.intent is Intent.UNKNOWN:
        return Status.UNKNOWN
    if query.intent in _STRICT and reading.loose and not query.indicators:
        return Status.UNKNOWN
    if reading.impossible:
        return Status.CLARIFY
    if _lacks_indicator(query):
        return Status.CLARIFY if reading.candidates else Status.UNKNOWN
    if reading.candidates and query.intent in _NAMES_INDICATOR:
        return Status.CLARIFY
    return Status.CLARIFY if reading.alternative else Status.OK


def _is_half_read(own: Reading, query: Query) -> bool:
    """A condition or a superlative of the question itself that found no use, where a word that nobody knows may
    have been the point of it."""
    threshold = own.threshold
    is_condition_lost = (
        threshold is not None
        and threshold.number is not None
        and query.condition is None
        and query.scenario is None
    )
    is_order_lost = own.ordering is not None and query.order is None
    unclear = bool(own.loose) or own.says("when", "if")
    return unclear and (is_condition_lost or is_order_lost)


def _nearest(reading: Reading, status: Status) -> tuple[str, ...]:
    """What may be offered to someone who was not understood."""
    near = tuple(dict.fromkeys((*reading.indicators, *reading.candidates)))
    return near if status is Status.UNKNOWN else ()


def _lacks_indicator(query: Query) -> bool:
    if query.indicators:
        return False
    over_indicators = query.group_by is GroupBy.INDICATOR
    chooses = query.intent in (Intent.RANK, Intent.FILTER)
    return query.intent in _NEEDS_INDICATOR or (chooses and not over_indicators)


def _certain(query: Query, status: Status) -> Query:
    """What remains of a query that is asked back or not known."""
    if status is Status.UNKNOWN:
        return Query(Intent.UNKNOWN)
    return replace(query, indicators=())


def _origins(query: Query, own: Reading, merged: Reading) -> dict[str, Origin]:
    """A key that the question itself set, one taken over from before, or nobody's."""
    alone = {
        "indicators": own.indicators,
        "areas": own.areas or own.is_whole,
        "departments": own.departments,
        "domains": own.domains,
        "periods": own.periods,
        "grain": own.grain or (own.grouping and own.grouping.grain),
        "group_by": own.grouping,
        "baseline": own.baseline,
        "order": own.ordering,
        "limit": own.ordering or (own.grouping and own.grouping.count),
        "condition": own.threshold,
        "aggregate": own.aggregate or own.ordering,
        "scenario": own.threshold or own.per,
        "schedule": own.schedule,
        "chart": own.wants_chart,
        "kind": own.indicator_kind,
    }
    return {key: _origin(key, query, alone[key], merged is own) for key in KEYS[query.intent]}


def _origin(key: str, query: Query, said: object, is_alone: bool) -> Origin:
    if said:
        return Origin.QUESTION
    return Origin.CONTEXT if getattr(query, key) and not is_alone else Origin.DEFAULT
