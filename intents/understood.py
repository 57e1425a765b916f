"""One Vietnamese sentence that says how a question was read, put together from the parts of its query."""

import re
from collections.abc import Mapping

from intents.outcome import Status
from intents.periods.spans import Impossible
from intents.understood_parts import PARTS, Speaker
from ioc_query.catalogue import Catalogue
from ioc_query.query import Query

_UNKNOWN = "intent.unknown"
_FIELD = re.compile(r"\{(\w+)\}")


class Understanding:
    """Says queries back. `sentences` are the templates of the lexicon, by name."""

    def __init__(self, catalogue: Catalogue, sentences: Mapping[str, str]) -> None:
        self._sentences = sentences
        self._speaker = Speaker(catalogue, sentences)

    def sentence(
        self,
        status: Status,
        query: Query,
        *,
        impossible: Impossible | None = None,
        is_ambiguous_month: bool = False,
    ) -> str:
        """With a capital and a full stop. `impossible` and `is_ambiguous_month` tell why it is asked back."""
        template = self._sentences[_template(status, query, impossible, is_ambiguous_month)]
        text = _FIELD.sub(lambda found: PARTS[found[1]](self._speaker, query), template)
        text = " ".join(text.split()).replace(" ,", ",")
        return f"{text[:1].upper()}{text[1:]}."


def _template(
    status: Status, query: Query, impossible: Impossible | None, is_ambiguous_month: bool
) -> str:
    if status is Status.OK:
        return f"intent.{query.intent.value}"
    if status is Status.UNKNOWN:
        return _UNKNOWN
    if impossible is not None:
        return f"impossible.{impossible.value}"
    return "clarify.month_or_next" if is_ambiguous_month else "clarify.indicator"
