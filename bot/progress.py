"""A progress bar on standard error, for work that lets somebody wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

BAR = "{desc} {bar:30} {percentage:3.0f}% [{elapsed}<{remaining}]"


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Gives what is to be told how much of how much is done. Without a terminal nothing is shown."""
    with tqdm(desc=label, bar_format=BAR, leave=False, disable=None) as bar:

        def tell(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield tell
