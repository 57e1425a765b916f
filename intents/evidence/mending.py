"""Mends a word that is still unknown once a question is read: to what makes most of the whole question.

Neighbours alone cannot tell that "vợt" is vượt in "nợ thuế vợt 1.200 tỷ" or "cơn" Chơn in "ở Cơn Thành"; the
lattice can, because a threshold and a place come out of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from intents.evidence.question import Question
from intents.words.keystrokes import with_word
from intents.words.repair import around, near_words
from intents.words.syllables import is_spelled, is_syllable
from intents.words.text import Token, exact_key, fold_key
from intents.words.vocabulary import Vocabulary

Scan = Callable[[Sequence[Token]], Question]

MAX_TRIALS = 9
"""Readings that are tried for one question, so that nonsense costs no more than a few questions."""

MAX_TRIALS_A_WORD = 4
MIN_GAIN = 0.7
"""What a mended word has to add: more than any filler does, about as much as a cue of one word."""

MIN_LEAD = 0.05
"""How much better than the next best word it has to be."""

FITS_OF_OTHERS = 3
"""A word that we know to be another is only mended where all around ask for it ("thu nhân sách")."""


def mended(question: Question, scan: Scan, vocabulary: Vocabulary) -> Question:
    """The question with its unknown words mended where that explains more of it, and one way explains the most."""
    left = MAX_TRIALS
    for place in sorted(question.unknown):
        if place not in question.unknown:
            continue
        choices = _choices(question.tokens, place, vocabulary)[: min(left, MAX_TRIALS_A_WORD)]
        left -= len(choices)
        question = _best(question, [scan(_with(question.tokens, place, word)) for word in choices])
    return question


def _best(question: Question, trials: Sequence[Question]) -> Question:
    ranked = sorted(trials, key=lambda trial: -trial.score)
    if not ranked or ranked[0].score < question.score + MIN_GAIN:
        return question
    leads = len(ranked) == 1 or ranked[0].score >= ranked[1].score + MIN_LEAD
    return ranked[0] if leads else question


def _with(tokens: Sequence[Token], place: int, word: str) -> list[Token]:
    wrong = tokens[place]
    return [*tokens[:place], replace(with_word(wrong, word), is_unsure=True), *tokens[place + 1 :]]


def _choices(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> list[str]:
    """Words one edit from what was typed, those that their neighbours or their marks speak for first."""
    token = tokens[place]
    typed = exact_key(token.raw)
    if not token.is_word:
        return []
    beside = around(tokens, place)

    def merit(word: str) -> tuple[int, bool]:
        return vocabulary.fits(word, beside), vocabulary.is_like(word, typed)

    is_other = typed in vocabulary.others or (typed.isascii() and vocabulary.is_other(token.fold))
    is_meant = typed != fold_key(typed) and is_spelled(typed)
    merits = {word: merit(word) for word in near_words(token, vocabulary)}
    allowed = [
        word
        for word, (fits, is_like) in merits.items()
        if (fits >= FITS_OF_OTHERS if is_other else is_like or (fits and not is_meant))
        or not is_syllable(token.fold)
    ]
    return sorted(allowed, key=lambda word: (merits[word][1], merits[word][0], word), reverse=True)
