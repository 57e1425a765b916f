"""The Vietnamese words of the command line, of the channels and of the operator's log."""

from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("messages.yaml")


def say(key: str, **values: object) -> str:
    """The text of `key` (names joined by dots), its `{fields}` filled in. KeyError for an unknown one."""
    text = _texts()[key]
    return text.format(**values) if values else text


def has(key: str) -> bool:
    return key in _texts()


def keys() -> frozenset[str]:
    return frozenset(_texts())


@cache
def _texts() -> dict[str, str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with FILE.open(encoding="utf-8") as file:
        return dict(_flattened(yaml.load(file, loader)))


def _flattened(tree: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, branch in tree.items():
        if isinstance(branch, dict):
            found += _flattened(branch, f"{prefix}{name}.")
        else:
            found.append((prefix + name, str(branch).rstrip("\n")))
    return found
