"""Indicators explained and listed, each a situation that a person can meet."""

from dataclasses import replace

from ioc_query.catalogue import Department, Domain, Kind, Section, TimeAggregation, parse_due_rule
from ioc_query.results import ContentsResult, Definition, DefinitionResult, Result
from tests.bot.rendering.world import CATALOGUE, DONG_XOAI, GROWTH, ON_TIME, RANK, REVENUE, figure


def definition() -> Result:
    explained = replace(
        REVENUE,
        aliases=("thu ngân sách", "tổng thu ngân sách", "thu NSNN", "thu ngân sách nhà nước"),
        definition="Toàn bộ các khoản thu phát sinh trên địa bàn trong kỳ & đã nộp vào ngân sách.",
    )
    return DefinitionResult((Definition(explained, figure(explained, "2026-10", 1080.25)),))


def definition_of_several() -> Result:
    quarterly = replace(GROWTH, due_rule=parse_due_rule("Q@25:prev"))
    return DefinitionResult(
        (
            Definition(quarterly, figure(quarterly, "2026-Q3", 8.9)),
            Definition(replace(RANK, by_area=False, due_rule=parse_due_rule("M+5w"))),
        )
    )


def definition_of_a_district() -> Result:
    mean = replace(ON_TIME, time_aggregation=TimeAggregation.MEAN)
    return DefinitionResult((Definition(mean, figure(mean, "2026-10", 99.2, DONG_XOAI)),))


def _section(domain: Domain | None = None, department: Department | None = None) -> Section:
    found = [
        one
        for one in CATALOGUE.indicators.values()
        if domain in (None, CATALOGUE.domains[one.domain])
        and department in (None, CATALOGUE.departments[one.department])
    ]
    return Section(
        domain,
        department,
        tuple(one for one in found if one.kind is Kind.OPERATIONAL),
        tuple(one for one in found if one.kind is Kind.STATISTICAL),
    )


def contents() -> Result:
    return ContentsResult(
        tuple(_section(domain) for domain in CATALOGUE.domains.values()),
        is_whole=True,
        suppliers=tuple(_section(None, one) for one in CATALOGUE.departments.values()),
    )


def contents_of_a_domain() -> Result:
    return ContentsResult((_section(CATALOGUE.domains["NS"]),), is_whole=False)


def contents_of_departments() -> Result:
    departments = CATALOGUE.departments
    idle = Department("SNV", "Sở Nội vụ", "Sở Nội vụ")
    return ContentsResult(
        (
            _section(None, departments["CTK"]),
            _section(None, departments["VP"]),
            Section(None, idle, (), ()),
        ),
        is_whole=False,
    )


def contents_of_a_department_in_a_domain() -> Result:
    whose = CATALOGUE.domains["NS"], CATALOGUE.departments["STC"]
    return ContentsResult((_section(*whose),), is_whole=False)


SITUATIONS = (
    definition,
    definition_of_several,
    definition_of_a_district,
    contents,
    contents_of_a_domain,
    contents_of_departments,
    contents_of_a_department_in_a_domain,
)
