"""Mends a word that is still unknown once a question is read: to what makes most of the whole question.

Neighbours alone cannot tell that "vợt" is vượt in "nợ thuế vợt 1.200 tỷ" or "cơn" Chơn in "ở Cơn Thành"; the
lattice can, because a threshold and a place come out of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from intents.evidence.question import Question
from intents.evidence.spans import SOFT, Kind, Span
from intents.words.keystrokes import with_word
from intents.words.repair import FREQUENT, around, near_words
from intents.words.syllables import is_spelled, is_syllable
from intents.words.text import Token, exact_key, fold_key
from intents.words.vocabulary import MIN_LETTERS, Vocabulary

Scan = Callable[[Sequence[Token]], Question]

MAX_TRIALS = 9
"""Readings that are tried for one question, so that nonsense costs no more than a few questions."""

MAX_TOKENS_TRIED = 360
"""As above for what is long: nine readings of 40 words, which no question has."""

MAX_TRIALS_A_WORD = 4
MIN_GAIN = 0.7
"""What mending a word that cannot be one has to add: more than any filler does, as much as a lone cue."""

MIN_LEAD = 0.05
"""How much better than the next best word it has to be."""

GAIN_OF_SYLLABLES = 1.0
"""What could be a word is only mended where more than a lone cue comes of it."""

FITS_OF_WORDS = 2
"""A word that we know is another one only with two reasons: neighbours, or marks but one edit away ("quá hạng"). One
that is further off, and no frequent word, needs as many as an everyday word ("xuất khẩu tiêu" is not of điều)."""

FITS_OF_OTHERS = 3
"""An everyday word that is none of ours only where all around ask for another ("thu nhân sách", but not "muối")."""


GAIN_BETWEEN_NEIGHBOURS = 0.05
"""What setting other marks aside has to add where the neighbours ask for the word: a filler is enough."""

FITS_OF_FILLERS = 2
MIN_NAME = 3
"""Words of a name in which one with other marks, that is a word itself, may stand ("thu nối địa")."""


def mended(question: Question, scan: Scan, vocabulary: Vocabulary) -> Question:
    """The question with its unknown words mended where that explains more of it, and one way explains the most."""
    question = _with_marks_aside(question, scan, vocabulary)
    left = _trials_for(question)
    for place in _doubtful(question):
        if not _is_doubtful(question, place):
            continue
        wrong = _Wrong(question.tokens, place, vocabulary)
        choices = wrong.choices(question)[: min(left, MAX_TRIALS_A_WORD)]
        left -= len(choices)
        trials = [scan(wrong.mended_to(word)) for word in choices]
        question = _best(question, [t for t in trials if wrong.is_mended_in(t)], wrong.min_gain)
    return question


def _trials_for(question: Question) -> int:
    return min(MAX_TRIALS, MAX_TOKENS_TRIED // max(1, len(question.tokens)))


def _with_marks_aside(question: Question, scan: Scan, vocabulary: Vocabulary) -> Question:
    """The question with the marks of words that say nothing, or only themselves, set aside where more comes of it."""
    left = _trials_for(question)
    for place in _doubtful(question):
        if not left:
            break
        if not (_is_doubtful(question, place) and _has_marks_to_spare(question, place, vocabulary)):
            continue
        left -= 1
        token = question.tokens[place]
        bare = replace(token, exact=token.fold, is_unsure=True)
        trial = scan([*question.tokens[:place], bare, *question.tokens[place + 1 :]])
        fits = vocabulary.fits(token.fold, around(question.tokens, place))
        needed = GAIN_BETWEEN_NEIGHBOURS if fits >= FITS_OF_FILLERS else GAIN_OF_SYLLABLES
        if trial.score >= question.score + needed and _is_used_in(trial, place):
            question = trial
    return question


def _has_marks_to_spare(question: Question, place: int, vocabulary: Vocabulary) -> bool:
    token = question.tokens[place]
    says_nothing = token.exact == token.fold and (token.is_unsure or not question.is_marked)
    return not says_nothing and token.fold in vocabulary.words


def _is_used_in(trial: Question, place: int) -> bool:
    """Whether the word has become a part of something said, and not of a mere piece of a name."""
    owner = next((span for span in trial.cover if span.first <= place <= span.last), None)
    if owner is None or owner.kind is Kind.NAME_PART:
        return False
    return owner.kind is not Kind.INDICATOR or owner.length >= MIN_NAME


def _doubtful(question: Question) -> list[int]:
    """Unknown words, then the lone ones beside them."""
    unknown = sorted(question.unknown)
    beside = (place + step for place in unknown for step in (-1, 1))
    return list(dict.fromkeys((*unknown, *beside)))


def _is_doubtful(question: Question, place: int) -> bool:
    """Whether a word is still unknown, or says nothing but itself beside an unknown one ("nợ thế")."""
    if not 0 <= place < len(question.tokens) or not question.tokens[place].is_word:
        return False
    if place in question.unknown:
        return True
    owner = next(span for span in question.cover if span.first <= place <= span.last)
    lone = owner.length == 1 and owner.kind in (*SOFT, Kind.CUE)
    return lone and bool(question.unknown & {place - 1, place + 1})


def _best(question: Question, trials: Sequence[Question], min_gain: float) -> Question:
    ranked = sorted(trials, key=lambda trial: -trial.score)
    if not ranked or ranked[0].score < question.score + min_gain:
        return question
    leads = len(ranked) == 1 or ranked[0].score >= ranked[1].score + MIN_LEAD
    return ranked[0] if leads else question


def _is_hardly_meant(owner: Span) -> bool:
    return owner.kind is Kind.NAME_PART or (owner.kind is Kind.INDICATOR and owner.length == 1)


class _Wrong:
    """A word that may be misspelt, among its neighbours."""

    def __init__(self, tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> None:
        self._tokens, self._place, self._vocabulary = tokens, place, vocabulary
        self._token = tokens[place]
        self._typed = exact_key(self._token.raw)
        self._has_marks = self._typed != fold_key(self._typed)
        knows = vocabulary.knows_exactly if self._has_marks else vocabulary.knows
        is_other = (
            self._typed in vocabulary.others
            if self._has_marks
            else vocabulary.is_other(self._typed)
        )
        self._is_everyday = is_other
        self._is_known = knows(self._typed)
        self._is_word = self._is_known or (self._has_marks and is_spelled(self._typed))

    @property
    def min_gain(self) -> float:
        return GAIN_OF_SYLLABLES if is_syllable(self._token.fold) else MIN_GAIN

    def choices(self, question: Question) -> list[str]:
        """Words one edit from what was typed, those that their marks or their neighbours speak for first.

        An everyday word right behind a name narrows it.
        """
        names = question.spans(Kind.INDICATOR)
        if self._is_everyday and any(name.last == self._place - 1 for name in names):
            return []
        beside = around(self._tokens, self._place)
        merits = {
            word: (self._vocabulary.is_like(word, self._typed), self._vocabulary.fits(word, beside))
            for word in near_words(self._token, self._vocabulary)
        }
        allowed = [
            word
            for word, (is_like, fits) in merits.items()
            if self._may_be(word, is_like, fits) and (fits or not self._is_swapped_for(word))
        ]
        return sorted(
            allowed, key=lambda word: (*merits[word], self._keeps_letters(word), word), reverse=True
        )

    def _is_swapped_for(self, word: str) -> bool:
        """A short word with another letter in it: there are too many of them to try all."""
        typed = self._token.fold
        same_length = len(word) == len(typed) < MIN_LETTERS
        return same_length and sorted(word) != sorted(typed)

    def _keeps_letters(self, word: str) -> bool:
        """A letter left out, or two swapped, is likelier than another one."""
        return set(self._token.fold) <= set(word)

    def _may_be(self, word: str, is_like: bool, fits: int) -> bool:
        if self._is_everyday:
            return fits >= FITS_OF_OTHERS
        if self._is_known:
            is_near = is_like or word in FREQUENT
            return fits + is_like >= (FITS_OF_WORDS if is_near else FITS_OF_OTHERS)
        if self._is_word:
            return is_like
        return is_like or fits > 0 or len(self._token.fold) >= MIN_LETTERS

    def is_mended_in(self, trial: Question) -> bool:
        """Whether a word, if it was one, has become more than a part of some name, or the whole of one ("chán")."""
        owners = [span for span in trial.cover if span.first <= self._place <= span.last]
        return not self._is_word or not any(_is_hardly_meant(owner) for owner in owners)

    def mended_to(self, word: str) -> list[Token]:
        """All tokens, with the word in place of the wrong one."""
        token = with_word(self._token, self._vocabulary.marked_form(word, self._typed))
        before, after = self._tokens[: self._place], self._tokens[self._place + 1 :]
        return [*before, replace(token, is_unsure=True), *after]
