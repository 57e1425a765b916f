"""How much of what was looked at needs attention."""

from bot.rendering.formatting import brief_period, capitalised, listed
from bot.rendering.insights.standings import counts_words
from bot.rendering.phrases import phrase
from ioc_query.overview_results import Extent, OverviewResult


def headline(result: OverviewResult) -> str:
    """The counts of operational indicators; of statistical ones where there is no other."""
    scope = scope_words(result.extent)
    if not result.standings:
        return phrase("overview.nothing", scope=scope)
    is_operational = bool(result.operational)
    counted = result.operational if is_operational else result.statistical
    form = "overview.operational" if is_operational else "overview.statistical"
    counts = phrase(form, count=len(counted), counts=counts_words(counted))
    return phrase("overview.headline", scope=scope, counts=counts)


def picture_title(result: OverviewResult) -> str:
    """How many ask for attention."""
    form = "overview.attention" if result.alarming else "overview.calm"
    return phrase(
        form,
        scope=scope_words(result.extent),
        count=len(result.alarming),
        total=len(result.standings),
    )


def scope_words(extent: Extent) -> str:
    """Whose indicators, and the period where one was asked: "Lĩnh vực y tế, tháng 11/2026"."""
    names = [one.short_name for one in extent.indicators]
    if extent.domains:
        # Many names hold an "and" of their own.
        domains = "; ".join(one.name for one in extent.domains)
        names.append(phrase("overview.domain", name=domains))
    names += [one.short_name for one in extent.departments]
    places = [area.name for area in extent.areas if area.parent]
    if not names and not places:
        names = [phrase("overview.whole")]
    text = ", ".join([*([listed(names, 3)] if names else []), *places])
    if extent.asked:
        text = phrase("overview.scope", names=text, period=brief_period(extent.asked))
    return capitalised(text)
