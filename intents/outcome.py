"""What became of a question: the query, how sure it is, and where each part of it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from intents.query_keys import scored
from ioc_query.query import Query


class Status(StrEnum):
    OK = "ok"
    CLARIFY = "clarify"
    """Two or more readings are about equally good, or a time is impossible: ask, never guess."""
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """Where a slot of the query was said."""

    QUESTION = "question"
    CONTEXT = "context"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`candidates` are at most five indicator codes, best first; `origins` maps query slots to origins."""

    status: Status
    query: Query
    understood: str
    candidates: tuple[str, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The keys of the question contract, without the question's own `id`."""
        return {
            "status": self.status.value,
            "query": scored(self.query).to_json(),
            "candidates": list(self.candidates),
            "understood": self.understood,
        }
