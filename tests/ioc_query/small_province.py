"""A province of three districts, small enough that every answer can be worked out by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

from sqlalchemy import Connection, insert, select

from ioc_query import engine, periods
from ioc_query.access import EVERYTHING, Access, Scope
from ioc_query.catalogue import (
    Area,
    AreaAggregation,
    Catalogue,
    Department,
    Direction,
    Domain,
    Indicator,
    Kind,
    TimeAggregation,
    parse_due_rule,
)
from ioc_query.catalogue_store import save_catalogue
from ioc_query.figures import Stage
from ioc_query.forecasting.forecast import forecast_all
from ioc_query.forecasting.projection import Forecaster
from ioc_query.periods import Grain, Period
from ioc_query.query import Intent, Query
from ioc_query.results import Result
from ioc_query.tables import import_batch, observation, plan, source

PROVINCE, EAST, WEST, SOUTH = "T", "E", "W", "S"
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def indicator(
    code: str, frequency: Grain, over_time: str, over_areas: str, **other: object
) -> Indicator:
    fields: dict[str, object] = {
        "code": code,
        "name": f"Chỉ tiêu {code}",
        "short_name": code,
        "aliases": (),
        "domain": "KT",
        "department": "STC",
        "unit": "tỷ đồng",
        "decimals": 1,
        "frequency": frequency,
        "kind": Kind.OPERATIONAL,
        "direction": Direction.UP_GOOD,
        "time_aggregation": TimeAggregation(over_time),
        "area_aggregation": AreaAggregation(over_areas),
        "by_area": over_areas != "none",
        "has_plan": False,
        "due_rule": parse_due_rule(f"{frequency.value}+5"),
        "definition": "",
    }
    return Indicator(**(fields | other))  # type: ignore[arg-type]


INDICATORS = (
    indicator("THU", Grain.MONTH, "sum", "sum", has_plan=True),
    indicator("XK", Grain.MONTH, "sum", "none"),
    indicator("CANCAN", Grain.MONTH, "sum", "none"),
    indicator("NO", Grain.MONTH, "last", "sum", direction=Direction.DOWN_GOOD, has_plan=True),
    indicator("TYLE", Grain.MONTH, "last", "none", unit="%", by_area=True, has_plan=True),
    indicator(
        "CPI",
        Grain.MONTH,
        "none",
        "none",
        unit="%",
        direction=Direction.DOWN_GOOD,
        kind=Kind.STATISTICAL,
    ),
    indicator("HANG", Grain.MONTH, "none", "none", unit="hạng", direction=Direction.DOWN_GOOD),
    indicator("GRDP", Grain.QUARTER, "sum", "none"),
    indicator("TANG", Grain.QUARTER, "none", "none", unit="%"),
    indicator(
        "SXH",
        Grain.WEEK,
        "sum",
        "sum",
        unit="ca",
        direction=Direction.DOWN_GOOD,
        domain="YT",
        department="SYT",
    ),
    indicator("AQI", Grain.DAY, "mean", "mean", unit="điểm", direction=Direction.DOWN_GOOD),
    indicator("HONGHEO", Grain.YEAR, "last", "sum", unit="hộ", direction=Direction.NEUTRAL),
)

CATALOGUE = Catalogue(
    domains={"KT": Domain("KT", "Kinh tế"), "YT": Domain("YT", "Y tế")},
    departments={
        "STC": Department("STC", "Sở Tài chính", "Sở Tài chính"),
        "SYT": Department("SYT", "Sở Y tế", "Sở Y tế"),
        "SNV": Department("SNV", "Sở Nội vụ", "Sở Nội vụ"),
    },
    areas={
        PROVINCE: Area(PROVINCE, "Tỉnh Nhỏ", "province"),
        EAST: Area(EAST, "Huyện Đông", "district", PROVINCE),
        WEST: Area(WEST, "Huyện Tây", "district", PROVINCE),
        SOUTH: Area(SOUTH, "Thị xã Nam", "district", PROVINCE),
    },
    indicators={one.code: one for one in INDICATORS},
)


@dataclass
class SmallProvince:
    """The province's database: figures in, questions answered."""

    connection: Connection
    catalogue: Catalogue = CATALOGUE
    scope: Scope = EVERYTHING
    known_by: date | None = None
    forecaster: Forecaster = forecast_all

    def __post_init__(self) -> None:
        save_catalogue(self.connection, self.catalogue)
        self._batch = self.connection.execute(
            insert(import_batch).values(
                kind="test", file_name="-", sha256="0" * 64, recorded_at=NOW
            )
        ).inserted_primary_key[0]  # type: ignore[index]
        self._seconds: Iterator[int] = count()

    def put(
        self,
        indicator: str,
        area: str,
        values: Mapping[str, float],
        *,
        stage: Stage = Stage.FINAL,
        published: date | None = None,
        title: str = "Báo cáo",
    ) -> None:
        """Record figures by SDMX period, each batch a second later than the one before."""
        told = {
            "indicator": indicator,
            "area": area,
            "stage": stage,
            "source_id": self._source(title),
            "recorded_at": NOW + timedelta(seconds=next(self._seconds)),
            "batch_id": self._batch,
        }
        rows = [
            told
            | {
                "start_day": period.start,
                "end_day": period.end,
                "published": published or period.end,
                "value": value,
            }
            for period, value in zip(map(periods.parse, values), values.values(), strict=True)
        ]
        if rows:
            self.connection.execute(insert(observation), rows)

    def put_plan(
        self,
        indicator: str,
        area: str,
        year: int,
        value: float,
        by: str = "HĐND tỉnh",
        *,
        published: date | None = None,
    ) -> None:
        whole = periods.year(year)
        self.connection.execute(
            insert(plan).values(
                indicator=indicator,
                area=area,
                start_day=whole.start,
                end_day=whole.end,
                assigned_by=by,
                published=published or date(year - 1, 12, 10),
                recorded_at=NOW,
                value=value,
                source_id=self._source("Nghị quyết"),
                batch_id=self._batch,
            )
        )

    def ask(self, intent: str, indicators: str, *spans: str, **slots: object) -> Result:
        """Ask about indicators named with blanks between, in SDMX periods."""
        query = Query(
            intent=Intent(intent),
            indicators=tuple(indicators.split()),
            periods=tuple(as_period(span) for span in spans),
            **slots,  # type: ignore[arg-type]
        )
        return self.answer(query, Access(self.connection, self.scope, self.known_by))

    def answer(self, query: Query, access: Access, now: datetime = NOW) -> Result:
        """What one who has that access is told."""
        return engine.run(access, query, self.catalogue, now=now, forecaster=self.forecaster)

    def _source(self, title: str) -> int:
        found = self.connection.scalar(select(source.c.id).where(source.c.title == title))
        if found is None:
            made = self.connection.execute(insert(source).values(title=title, url=""))
            found = made.inserted_primary_key[0]  # type: ignore[index]
        return int(found)


def as_period(text: str) -> Period:
    """An SDMX name, or two days with ".." between."""
    if ".." not in text:
        return periods.parse(text)
    start, end = text.split("..")
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def months(year: int, *values: float) -> dict[str, float]:
    """Values of the months from January."""
    return {f"{year}-{month:02}": value for month, value in enumerate(values, 1)}
