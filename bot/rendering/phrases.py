"""Short Vietnamese wordings, by name, from the file beside this module."""

from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("phrases.yaml")


def phrase(name: str, /, **parts: object) -> str:
    """The wording of `group.name` with its `{parts}` filled in. KeyError for an unknown one."""
    group, _, key = name.partition(".")
    return _groups()[group][key].format(**parts)


def has_phrase(name: str) -> bool:
    group, _, key = name.partition(".")
    return key in _groups().get(group, {})


@cache
def _groups() -> dict[str, dict[str, str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with FILE.open(encoding="utf-8") as file:
        groups: dict[str, dict[str, str]] = yaml.load(file, loader)
    return groups
