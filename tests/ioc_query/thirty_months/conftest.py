"""The thirty months on each kind of server, filled once for all questions."""

from collections.abc import Iterator

import pytest

from tests.conftest import BACKENDS
from tests.ioc_query.lasting_database import lasting_database
from tests.ioc_query.small_province import SmallProvince
from tests.ioc_query.thirty_months.world import thirty_months


@pytest.fixture(scope="package", params=BACKENDS)
def province(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SmallProvince]:
    with (
        lasting_database(request, tmp_path_factory, "thirty_months") as engine,
        engine.begin() as connection,
    ):
        yield thirty_months(connection)
