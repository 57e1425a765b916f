"""Sets the answer to what was asked back beside the words that were unclear ("doanh nghiệp tháng 10?", "giải thể")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intents.evidence.question import Question
from intents.evidence.spans import Kind
from intents.words.text import Token

MAX_ANSWER = 6
"""Words of an answer, courtesies apart; what is longer says all of it."""


def beside_asked(asked: Sequence[Token], answer: Question) -> Iterator[list[Token]]:
    """The answer behind the words and before them, as it stands and then without its courtesies, in which a word of
    a name may hide ("số hộ")."""
    polite = {at for span in answer.spans(Kind.COURTESY) for at in span.places}
    plain = [token for at, token in enumerate(answer.tokens) if at not in polite]
    if len(plain) > MAX_ANSWER:
        return
    for said in (answer.tokens, plain):
        for tokens in ((*asked, *said), (*said, *asked)):
            yield [replace(token, mark="") for token in tokens]
