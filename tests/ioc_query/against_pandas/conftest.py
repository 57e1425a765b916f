"""A sample database on each kind of server with its export, made once for all generated queries."""

from collections.abc import Iterator

import pytest

from tests.conftest import BACKENDS
from tests.ioc_query.against_pandas.sampled import Sampled, sampled_in
from tests.ioc_query.lasting_database import lasting_database


@pytest.fixture(scope="package", params=BACKENDS)
def sampled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sampled]:
    with lasting_database(request, tmp_path_factory, "against_pandas") as engine:
        yield sampled_in(engine)
