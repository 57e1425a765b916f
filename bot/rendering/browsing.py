"""Walking through the catalogue by buttons: domains, their indicators, what words find, areas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from bot.catalogue_search import CatalogueSearch
from bot.rendering.names import place_name
from bot.rendering.phrases import phrase
from bot.rendering.reply import Reply
from ioc_query.catalogue import Area, Catalogue, Domain, Indicator
from ioc_query.periods import Period

LISTED = 12
"""Buttons of one page: a phone shows a dozen rows without scrolling."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a button says, and the words that it sends."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list to page through; `command` with a page number behind it shows that page."""

    choices: Sequence[Choice]
    command: str

    @property
    def pages(self) -> int:
        return max(1, ceil(len(self.choices) / LISTED))

    def page(self, asked: int) -> int:
        """The page that exists and is nearest to the one asked for, from 1."""
        return min(max(1, asked), self.pages)

    def shown(self, asked: int) -> tuple[Choice, ...]:
        """The choices of the page, and the ways to the pages beside it."""
        page = self.page(asked)
        here = self.choices[(page - 1) * LISTED : page * LISTED]
        back = self._way("browse.back", page - 1) if page > 1 else ()
        on = self._way("browse.next", page + 1) if page < self.pages else ()
        return (*here, *back, *on)

    def _way(self, label: str, page: int) -> tuple[Choice]:
        return (Choice(phrase(label), f"{self.command} {page}"),)


class Browsing:
    """Replies without figures over one catalogue; `fill` writes a template. Safe in several threads."""

    def __init__(
        self, catalogue: Catalogue, examples: Sequence[str], fill: Callable[..., str]
    ) -> None:
        self._catalogue = catalogue
        self._examples = tuple(examples)
        self._fill = fill
        self.search = CatalogueSearch(catalogue)

    def start(self) -> Reply:
        """A welcome, with questions to try."""
        html = self._fill("start", province=self._catalogue.province)
        return Reply(html, suggestions=self._examples)

    def forgotten(self) -> Reply:
        return Reply(self._fill("forgotten"))

    def nothing_to_continue(self) -> Reply:
        """Areas were asked for, and no question before them."""
        return Reply(self._fill("nothing_to_continue"), suggestions=self._examples)

    def indicators(self, words: str) -> Reply:
        """All domains when there are no words, the indicators of a domain, else those that are found.

        A number behind the name of a domain, or alone, is the page.
        """
        name, page = _paged(words)
        if not name:
            return self._domains(page)
        domain = self._domain_named(words) or self._domain_named(name)
        return self._of_domain(domain, page) if domain else self._found(words)

    def areas(self, question: str, today: date, page: int) -> Reply:
        """The areas of `today` for which a question can be asked again; all where none is left."""
        province = self._catalogue.province
        districts = (
            self._catalogue.districts_at_end_of(Period(today, today)) or self._catalogue.districts
        )
        shelf = Shelf([_area_choice(one) for one in (province, *districts)], "/diaban")
        html = self._fill("areas", question=question, page=shelf.page(page), pages=shelf.pages)
        return _browsed(html, shelf.shown(page))

    def _domains(self, page: int) -> Reply:
        choices = [
            Choice(phrase("browse.domain", name=one.name, count=len(own)), _command(one))
            for one in self._catalogue.domains.values()
            if (own := self._indicators_of(one))
        ]
        shelf = Shelf(choices, "/chitieu")
        count = len(self._catalogue.indicators)
        html = self._fill(
            "domains",
            count=count,
            domains=len(choices),
            page=shelf.page(page),
            pages=shelf.pages,
        )
        return _browsed(html, shelf.shown(page))

    def _of_domain(self, domain: Domain, page: int) -> Reply:
        indicators = self._indicators_of(domain)
        shelf = Shelf([_indicator_choice(one) for one in indicators], _command(domain))
        html = self._fill(
            "domain",
            domain=domain,
            count=len(indicators),
            page=shelf.page(page),
            pages=shelf.pages,
        )
        return _browsed(html, (*shelf.shown(page), _to_domains()))

    def _found(self, words: str) -> Reply:
        """The likest only: a word that finds more is better told more exactly."""
        found = self.search.find(words)
        html = self._fill("found", words=words, count=len(found), shown=min(len(found), LISTED))
        return _browsed(html, (*map(_indicator_choice, found[:LISTED]), _to_domains()))

    def _domain_named(self, name: str) -> Domain | None:
        known = self._catalogue.domains.values()
        wanted = name.casefold()
        return next(
            (one for one in known if wanted in (one.name.casefold(), one.code.casefold())), None
        )

    def _indicators_of(self, domain: Domain) -> list[Indicator]:
        return [one for one in self._catalogue.indicators.values() if one.domain == domain.code]


def _paged(words: str) -> tuple[str, int]:
    """A number at the end is a page; without one it is the first."""
    name, _, number = words.rpartition(" ")
    return (name, int(number)) if number.isdecimal() else (words, 1)


def _command(domain: Domain) -> str:
    return f"/chitieu {domain.name}"


def _indicator_choice(indicator: Indicator) -> Choice:
    return Choice(indicator.short_name, f"/chitieu {indicator.code}")


def _area_choice(area: Area) -> Choice:
    return Choice(place_name(area), phrase("browse.in_area", area=area.name))


def _to_domains() -> Choice:
    return Choice(phrase("browse.domains"), "/chitieu")


def _browsed(html: str, choices: Sequence[Choice]) -> Reply:
    return Reply(
        html,
        suggestions=tuple(one.words for one in choices),
        labels=tuple(one.label for one in choices),
        takes_place=True,
    )
