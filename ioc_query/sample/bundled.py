"""The sample world that comes with the program."""

from pathlib import Path

from ioc_query.catalogue import Catalogue
from ioc_query.imports.catalogue_files import read_catalogue

FOLDER = Path(__file__).parent


def bundled_path() -> Path:
    """The folder of the four catalogue files."""
    return FOLDER / "catalogue"


def published_path() -> Path:
    """Figures that were really published, as a CSV file to import."""
    return FOLDER / "published_observations.csv"


def bundled_catalogue() -> Catalogue:
    """Read anew at each call. RuntimeError when the installed files have been damaged."""
    reading = read_catalogue(bundled_path())
    if reading.catalogue is None:
        raise RuntimeError("\n".join(map(str, reading.problems)))
    return reading.catalogue
