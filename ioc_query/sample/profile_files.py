"""Reading and checking the data files that say how each sample series behaves."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import yaml

from ioc_query.sample.profiles import (
    OutlierRule,
    PlanRule,
    Profile,
    Profiles,
    Punctuality,
    Shape,
)

TYPICAL_FILE = "typical_values.csv"
PROFILES_FILE = "profiles.yaml"
SHARES_FILE = "district_weights.csv"

Built = TypeVar("Built")

NEEDS: dict[Shape, tuple[str, ...]] = {
    Shape.PROGRESS: ("season",),
    Shape.PART: ("of",),
    Shape.TOTAL: ("terms",),
    Shape.CHANGE: ("of", "over"),
    Shape.ATTAINMENT: ("of",),
    Shape.CAPACITY: ("of",),
    Shape.STANDING: ("of",),
}
"""Fields without which a shape means nothing."""

CHOICES: dict[str, tuple[str, ...]] = {
    "days": ("", "working", "school"),
    "over": ("", "year", "unit", "running"),
    "spans": ("", "change", "mean"),
    "per": ("", "population"),
}


@cache
def bundled_profiles() -> Profiles:
    """The profiles of the sample catalogue. ValueError, naming the entry, when a file is wrong."""
    content = yaml.safe_load(_text(PROFILES_FILE))
    typical = _typical_values()
    entries = content["series"] | content["indicators"]
    series = {
        code: read_profile(code, entry, typical.get(code, {})) for code, entry in entries.items()
    }
    shares = _shares()
    for code, profile in series.items():
        _check_references(code, profile, series, shares)
    outliers = tuple(_build(OutlierRule, rule["indicator"], rule) for rule in content["outliers"])
    punctuality: Punctuality = _build(Punctuality, "punctuality", content["punctuality"])
    return Profiles(series, outliers, punctuality, shares)


def _text(name: str) -> str:
    return files("ioc_query.sample").joinpath(name).read_text(encoding="utf-8")


def _typical_values() -> dict[str, dict[str, float]]:
    rows = csv.DictReader(_text(TYPICAL_FILE).splitlines())
    return {
        row["code"]: {
            "level": float(row["typical_value_province"]),
            "growth": float(row["annual_growth_pct"]),
        }
        for row in rows
    }


def _shares() -> dict[str, dict[str, float]]:
    rows = list(csv.DictReader(_text(SHARES_FILE).splitlines()))
    themes = [name for name in rows[0] if name != "area"]
    return {theme: {row["area"]: float(row[theme]) for row in rows} for theme in themes}


def read_profile(code: str, entry: dict[str, Any], typical: dict[str, float]) -> Profile:
    """One entry over the typical values; ValueError that begins with `code` when it makes no sense."""
    profile = _build(Profile, code, typical | entry)
    missing = [name for name in NEEDS.get(profile.shape, ()) if not getattr(profile, name)]
    if missing:
        raise ValueError(f"{code}: {profile.shape} needs {', '.join(missing)}")
    for name, allowed in CHOICES.items():
        if getattr(profile, name) not in allowed:
            raise ValueError(f"{code}: {name} is one of {allowed}, not {getattr(profile, name)!r}")
    if profile.shape is Shape.RATE and not 0 < profile.level < 100:
        raise ValueError(f"{code}: a rate needs a level between 0 and 100")
    return profile


READERS: dict[str, Callable[[Any], Any]] = {
    "shape": Shape,
    "plans": lambda rules: tuple(_build(PlanRule, "plans", rule) for rule in rules),
}


def _build(kind: type[Built], name: str, entry: dict[str, Any]) -> Built:
    """A dataclass from a mapping; ValueError on an unknown or missing field."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    needed = {field.name for field in fields(kind) if field.default is MISSING}  # type: ignore[arg-type]
    if entry.keys() - known or needed - entry.keys():
        odd = sorted(entry.keys() - known) + sorted(needed - entry.keys())
        raise ValueError(f"{name}: unknown or missing {', '.join(odd)}")
    return kind(**{key: _read(key, value) for key, value in entry.items()})


def _read(key: str, value: Any) -> Any:  # noqa: ANN401
    if key in READERS:
        return READERS[key](value)
    return tuple(value) if isinstance(value, list) else value


def _check_references(
    code: str,
    profile: Profile,
    series: Mapping[str, Profile],
    shares: Mapping[str, Mapping[str, float]],
) -> None:
    unknown = [source for source in profile.sources if source not in series]
    if profile.weights and profile.weights not in shares:
        unknown.append(profile.weights)
    if unknown:
        raise ValueError(f"{code}: unknown {', '.join(unknown)}")
