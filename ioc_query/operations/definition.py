"""What indicators mean, with the newest figure of each."""

from ioc_query.answering import answers
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.figures import Answer
from ioc_query.results import Definition, DefinitionResult


def run(asking: Asking) -> DefinitionResult:
    """For the province, or for the first area named."""
    keys = [Key(indicator, asking.areas[0], None) for indicator in asking.indicators]
    items = answers(asking, keys, Wanted(bare=True))
    return DefinitionResult(
        tuple(
            Definition(key.indicator, item.figure if isinstance(item, Answer) else item.newest)
            for key, item in zip(keys, items, strict=True)
        )
    )
