"""The data files that say how each series behaves."""

import pytest

from ioc_query.catalogue import AreaAggregation, Catalogue
from ioc_query.periods import Grain
from ioc_query.sample.profile_files import bundled_profiles, read_profile
from ioc_query.sample.profiles import Profile, Shape

SEASON_LENGTHS = {
    Grain.DAY: 12,
    Grain.WEEK: 12,
    Grain.MONTH: 12,
    Grain.QUARTER: 4,
    Grain.HALF_YEAR: 2,
}
PROFILES = bundled_profiles()
CODES = [code for code in PROFILES.series if not code.startswith("_")]


def test_every_indicator_of_the_catalogue_has_a_profile(catalogue: Catalogue) -> None:
    assert set(CODES) == set(catalogue.indicators)


def test_seasons_have_the_length_of_the_frequency(catalogue: Catalogue) -> None:
    for code in CODES:
        expected = SEASON_LENGTHS.get(catalogue.indicators[code].frequency, 0)
        profile = PROFILES.series[code]
        for weights in (profile.season, profile.growth_by_season):
            assert len(weights) in (0, expected), code


def test_seasons_of_amounts_are_never_negative() -> None:
    for code in CODES:
        profile = PROFILES.series[code]
        if profile.shape not in (Shape.RATE, Shape.LEVEL):
            assert all(weight >= 0 for weight in profile.season), code


def test_amounts_reported_by_district_have_a_theme(catalogue: Catalogue) -> None:
    for code in CODES:
        indicator, profile = catalogue.indicators[code], PROFILES.series[code]
        adds_up = indicator.by_area and indicator.area_aggregation is AreaAggregation.SUM
        assert profile.weights or not adds_up or profile.shape is not Shape.QUANTITY, code


@pytest.mark.parametrize("theme", PROFILES.shares)
def test_every_theme_weighs_every_district(catalogue: Catalogue, theme: str) -> None:
    assert set(PROFILES.shares[theme]) == {area.code for area in catalogue.districts}
    assert all(weight > 0 for weight in PROFILES.shares[theme].values())


def test_departments_that_may_be_late_exist(catalogue: Catalogue) -> None:
    assert set(PROFILES.punctuality.pool) <= set(catalogue.departments)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"shape": "quantity", "sesaon": [1, 2]}, "sesaon"),
        ({"shape": "part"}, "of"),
        ({"shape": "quantity", "days": "sundays"}, "days"),
        ({"shape": "rate", "level": 100}, "between 0 and 100"),
        ({}, "shape"),
    ],
)
def test_wrong_entry_is_refused_by_name(entry: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=rf"X\.Y.*{says}"):
        read_profile("X.Y", entry, {"level": 1.0, "growth": 0.0})


def test_typical_value_gives_way_to_the_entry() -> None:
    profile = read_profile(
        "X.Y", {"shape": "quantity", "level": 0.5}, {"level": 1.0, "growth": 3.0}
    )
    assert profile == Profile(Shape.QUANTITY, level=0.5, growth=3.0)
