"""The small province on each kind of server."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.ioc_query.small_province import SmallProvince


@pytest.fixture
def province(engine: Engine) -> Iterator[SmallProvince]:
    with engine.connect() as connection:
        yield SmallProvince(connection)
