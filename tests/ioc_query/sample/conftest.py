"""One generated sample for all tests that only look at it."""

from datetime import date

import pytest

from ioc_query.catalogue import Catalogue
from tests.ioc_query.sample.reading import RememberedSample

AS_OF = date(2026, 11, 25)
SEED = 2026


@pytest.fixture(scope="session")
def sample(catalogue: Catalogue) -> RememberedSample:
    return RememberedSample(catalogue, AS_OF, SEED)


@pytest.fixture(scope="session")
def earlier_sample(catalogue: Catalogue) -> RememberedSample:
    """The same world as it was known ten months earlier."""
    return RememberedSample(catalogue, date(2026, 1, 20), SEED)
