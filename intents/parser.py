"""From the text of a question to its outcome: query, certainty, candidates, and how it was understood."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from intents.case import Case
from intents.decision import certain, nearest, status_of
from intents.evidence.answers import beside_asked
from intents.evidence.indicator_names import read_names
from intents.evidence.matching import IndicatorIndex
from intents.evidence.mending import mended
from intents.evidence.question import Question
from intents.evidence.scan import scan
from intents.evidence.sentences import without_small_talk
from intents.explanation import Explanation
from intents.follow_up import is_follow_up, merge
from intents.intent_rules import find_intent
from intents.lexicon import Lexicon
from intents.origins import origins_of
from intents.outcome import Outcome, Status
from intents.phrasebook import all_phrases, all_words
from intents.query_keys import fill
from intents.reading import Reading, read
from intents.understood import Understanding
from intents.words.abbreviations import Expander
from intents.words.repair import repair
from intents.words.text import Token, tokenize
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.query import GroupBy

MAX_CONTEXT = 8
"""Earlier questions that are looked at; what was said before them is forgotten."""


class Parser:
    """Built once for a catalogue and a lexicon; `parse` keeps nothing between calls."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._expander = Expander(lexicon.abbreviations)
        names = read_names(catalogue, lexicon.aliases.get("indicators", {}), self._expander)
        self._indicators = IndicatorIndex(names)
        self._index = all_phrases(lexicon, catalogue, self._indicators, self._expander)
        self._vocabulary = all_words(lexicon, self._index)
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
        status = status_of(reading, own, query)
        if status is not Status.OK:
            query = certain(query, status)
        return Outcome(
            status=status,
            query=query,
            understood=self._understanding.sentence(
                status,
                query,
                impossible=reading.impossible,
                is_ambiguous_month=reading.alternative is not None,
            ),
            candidates=nearest(reading, status),
            origins=origins_of(query, own, reading),
        )


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
