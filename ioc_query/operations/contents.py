"""Which indicators exist, by domain and department; answered from the catalogue alone."""

from dataclasses import replace
from itertools import product

from ioc_query.asking import Asking
from ioc_query.catalogue import Catalogue, Department, Domain, Kind, Section
from ioc_query.results import ContentsResult


def run(asking: Asking) -> ContentsResult:
    """The domains and departments named, each domain by department where both are; else the whole."""
    catalogue, query = asking.catalogue, asking.query
    if query.kind:
        known = {code: one for code, one in catalogue.indicators.items() if one.kind is query.kind}
        catalogue = replace(catalogue, indicators=known)
    if not query.domains and not query.departments:
        return _whole(catalogue)
    domains: list[Domain | None] = [catalogue.domains[code] for code in query.domains]
    departments: list[Department | None] = [catalogue.departments[c] for c in query.departments]
    pairs = product(domains or [None], departments or [None])
    return ContentsResult(tuple(_section(catalogue, *pair) for pair in pairs), is_whole=False)


def _whole(catalogue: Catalogue) -> ContentsResult:
    by_domain = (_section(catalogue, domain, None) for domain in catalogue.domains.values())
    by_department = (_section(catalogue, None, one) for one in catalogue.departments.values())
    return ContentsResult(
        sections=tuple(section for section in by_domain if section.indicators),
        is_whole=True,
        suppliers=tuple(section for section in by_department if section.indicators),
    )


def _section(catalogue: Catalogue, domain: Domain | None, department: Department | None) -> Section:
    found = [
        one
        for one in catalogue.indicators.values()
        if (domain is None or one.domain == domain.code)
        and (department is None or one.department == department.code)
    ]
    return Section(
        domain=domain,
        department=department,
        operational=tuple(one for one in found if one.kind is Kind.OPERATIONAL),
        statistical=tuple(one for one in found if one.kind is not Kind.OPERATIONAL),
    )
