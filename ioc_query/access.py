"""What one person may see, and as of which day: everything that is read passes through here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.query import Query


@dataclass(frozen=True, slots=True)
class Scope:
    """Codes of the indicators that a person may see; None for all."""

    indicators: frozenset[str] | None = None

    def permitted(self, codes: Iterable[str]) -> list[str]:
        """The codes that may be read, each once and sorted."""
        wanted = set(codes)
        return sorted(wanted if self.indicators is None else wanted & self.indicators)

    def of(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue as the person knows it."""
        if self.indicators is None:
            return catalogue
        known = {code: one for code, one in catalogue.indicators.items() if code in self.indicators}
        return replace(catalogue, indicators=known)

    def refuses(self, query: Query, catalogue: Catalogue) -> bool:
        """Whether a question is about what is not to be seen.

        One that names indicators is refused for any of them. One about domains or departments means their
        indicators; it is refused only where none of them may be seen, since a part of them is an answer.
        """
        if query.indicators:
            return bool(self.refused(query, catalogue))
        meant = [one.code for one in catalogue.indicators.values() if _is_meant(one, query)]
        return bool(meant) and not self.permitted(meant)

    def refused(self, query: Query, catalogue: Catalogue) -> tuple[Indicator, ...]:
        """The indicators that a question names and that are not to be seen, in order of mention."""
        allowed = set(self.permitted(query.indicators))
        return tuple(catalogue.indicators[c] for c in query.indicators if c not in allowed)


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Access:
    """A connection, and whose eyes look through it.

    `known_by` replays an earlier day: what was published later is not seen.
    """

    connection: Connection
    scope: Scope = EVERYTHING
    known_by: date | None = None

    @property
    def last_day(self) -> date:
        """The last day of publication that is seen."""
        return self.known_by or date.max


def _is_meant(indicator: Indicator, query: Query) -> bool:
    in_domain = not query.domains or indicator.domain in query.domains
    in_department = not query.departments or indicator.department in query.departments
    return in_domain and in_department
