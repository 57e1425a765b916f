"""The catalogue in the database, on each kind of server."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.exc import IntegrityError

from ioc_query.catalogue import Area, Catalogue, DayShift, DueRule
from ioc_query.catalogue_store import CatalogueChanges, load_catalogue, save_catalogue
from ioc_query.imports.observations import import_observations
from ioc_query.periods import Grain
from ioc_query.sample.bundled import published_path
from ioc_query.tables import area, indicator


def save(engine: Engine, catalogue: Catalogue) -> CatalogueChanges:
    with engine.begin() as connection:
        return save_catalogue(connection, catalogue)


def load(engine: Engine) -> Catalogue:
    with engine.connect() as connection:
        return load_catalogue(connection)


def without(entries: Mapping[str, Any], *codes: str) -> dict[str, Any]:
    return {code: entry for code, entry in entries.items() if code not in codes}


def test_empty_database_gives_an_empty_catalogue(engine: Engine) -> None:
    loaded = load(engine)
    assert not any((loaded.domains, loaded.departments, loaded.areas, loaded.indicators))


def test_catalogue_is_loaded_as_it_was_saved_and_in_its_order(
    engine: Engine, catalogue: Catalogue
) -> None:
    changes = save(engine, catalogue)
    loaded = load(engine)
    assert loaded == catalogue
    assert list(loaded.indicators) == list(catalogue.indicators)
    assert list(loaded.areas) == list(catalogue.areas)
    assert len(changes.added) == 12 + 20 + 12 + 140


def test_loading_takes_four_statements(catalogue_engine: Engine) -> None:
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    load(catalogue_engine)
    event.listen(catalogue_engine, "before_cursor_execute", note)
    load(catalogue_engine)
    assert len(statements) == 4


def test_saving_the_same_again_changes_nothing(
    catalogue_engine: Engine, catalogue: Catalogue
) -> None:
    assert save(catalogue_engine, catalogue) == CatalogueChanges()
    assert load(catalogue_engine) == catalogue


def test_every_field_of_an_entry_can_change(catalogue_engine: Engine, catalogue: Catalogue) -> None:
    changed = replace(
        catalogue.indicators["KT.XK"],
        name="Xuất khẩu",
        aliases=("XK",),
        frequency=Grain.QUARTER,
        by_area=True,
        due_rule=DueRule(Grain.QUARTER, offset_days=5, working=True, shift=DayShift.PREVIOUS),
    )
    abolished = replace(
        catalogue.areas["689"],
        valid_from=date(2018, 12, 1),
        valid_to=date(2025, 6, 30),
        successors=("688", "690"),
    )
    renewed = replace(
        catalogue,
        indicators={**catalogue.indicators, "KT.XK": changed},
        areas={**catalogue.areas, "689": abolished},
    )
    assert save(catalogue_engine, renewed).changed == ("689", "KT.XK")
    assert load(catalogue_engine) == renewed


def test_order_of_the_files_is_taken_over(catalogue_engine: Engine, catalogue: Catalogue) -> None:
    backwards = dict(reversed(list(catalogue.indicators.items())))
    save(catalogue_engine, replace(catalogue, indicators=backwards))
    assert list(load(catalogue_engine).indicators) == list(backwards)


def test_unused_entries_are_removed(catalogue_engine: Engine, catalogue: Catalogue) -> None:
    smaller = replace(catalogue, indicators=without(catalogue.indicators, "KT.XK", "KT.NK"))
    assert save(catalogue_engine, smaller).removed == ("KT.XK", "KT.NK")
    assert load(catalogue_engine) == smaller


def test_entries_with_figures_are_kept_behind_the_others(
    catalogue_engine: Engine, catalogue: Catalogue
) -> None:
    import_observations(catalogue_engine, published_path(), now=datetime(2026, 1, 1, tzinfo=UTC))
    smaller = replace(
        catalogue, indicators=without(catalogue.indicators, "KT.GRDP_TANG", "PA.QUAHAN", "AN.TP")
    )
    changes = save(catalogue_engine, smaller)
    assert changes.kept == ("KT.GRDP_TANG",)
    loaded = load(catalogue_engine)
    assert list(loaded.indicators) == [*smaller.indicators, "KT.GRDP_TANG"]
    assert loaded.indicators["KT.GRDP_TANG"] == catalogue.indicators["KT.GRDP_TANG"]


def test_what_kept_entries_refer_to_is_kept(catalogue_engine: Engine, catalogue: Catalogue) -> None:
    import_observations(catalogue_engine, published_path(), now=datetime(2026, 1, 1, tzinfo=UTC))
    statistics = [code for code, item in catalogue.indicators.items() if item.department == "CTK"]
    smaller = replace(
        catalogue,
        departments=without(catalogue.departments, "CTK"),
        indicators=without(catalogue.indicators, *statistics),
    )
    changes = save(catalogue_engine, smaller)
    assert "CTK" in changes.kept
    assert list(load(catalogue_engine).departments)[-1] == "CTK"


def test_area_is_removed_after_those_below_it(engine: Engine, catalogue: Catalogue) -> None:
    commune = Area("25000", "Xã Tân Thành", "commune", parent="689")
    deeper = replace(catalogue, areas={"25000": commune, **catalogue.areas})
    save(engine, deeper)
    assert next(iter(load(engine).areas)) == "25000"
    save(engine, replace(catalogue, areas=without(catalogue.areas, "689")))
    with engine.connect() as connection:
        assert set(connection.scalars(select(area.c.code))) == {*catalogue.areas} - {"689"}


def test_failed_save_leaves_the_old_catalogue(
    catalogue_engine: Engine, catalogue: Catalogue
) -> None:
    broken = replace(catalogue.indicators["KT.XK"], domain="KHONG_CO")
    indicators = {**catalogue.indicators, "KT.XK": broken}
    with pytest.raises(IntegrityError):
        save(catalogue_engine, replace(catalogue, indicators=indicators))
    with catalogue_engine.connect() as connection:
        assert (
            connection.scalar(select(indicator.c.domain).where(indicator.c.code == "KT.XK")) == "KT"
        )
    assert load(catalogue_engine) == catalogue
