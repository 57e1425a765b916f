"""The settings: one frozen object, read once from the environment and from files of secrets."""

import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, FilePath, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

PREFIX = "IOC_"
SECRETS = ("telegram_token", "database_password")
"""Settings that can come from a file."""


_DATABASE_ADDRESS = re.compile(
    r"sqlite://(/.*)?"
    r"|postgresql(\+psycopg)?://([^@/]*@)?(\[[0-9a-fA-F:.]+\]|[^:/@\[\]?]*)(:\d+)?(/[^/?]*)?(\?.*)?"
)


class SettingsError(Exception):
    """`fields` are the names of the settings whose values cannot be used."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(map(variable, fields)))
        self.fields = fields


def variable(field: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + field.upper()


def _starts_with(*schemes: str) -> AfterValidator:
    def check(value: str) -> str:
        if not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            raise ValueError("scheme")
        return value

    return AfterValidator(check)


def _database_address(value: str) -> str:
    if not _DATABASE_ADDRESS.fullmatch(value):
        raise ValueError("address")
    return value


def _listed(value: object) -> object:
    """ "12, 34" as its parts; anything that is not text is left to pydantic."""
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _token(value: SecretStr) -> SecretStr:
    number, _, secret = value.get_secret_value().partition(":")
    if not (number.isdecimal() and len(secret) >= 20 and secret.isprintable()):
        raise ValueError("token")
    return value


HttpAddress = Annotated[str, _starts_with("http", "https")]
ProxyAddress = Annotated[str, _starts_with("http", "https", "socks5", "socks5h")]
DatabaseAddress = Annotated[str, AfterValidator(_database_address)]
Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_listed)]
Paths = Annotated[tuple[FilePath, ...], NoDecode, BeforeValidator(_listed)]
Token = Annotated[SecretStr, AfterValidator(_token)]


class SecretFiles(PydanticBaseSettingsSource):
    """Secrets from files: `IOC_X_FILE` names the file that holds `IOC_X`, its last newline left out."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        path = os.environ.get(f"{variable(field_name)}_FILE")
        if not path:
            return None, field_name, False
        try:
            return Path(path).read_text(encoding="utf-8").strip(), field_name, False
        except (OSError, UnicodeDecodeError):
            raise SettingsError((f"{field_name}_file",)) from None

    def __call__(self) -> dict[str, Any]:
        fields = self.settings_cls.model_fields
        found = {name: self.get_field_value(fields[name], name)[0] for name in SECRETS}
        return {name: value for name, value in found.items() if value is not None}


class Settings(BaseSettings):
    """Every setting, as `IOC_<NAME>`. An empty variable counts as absent."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True
    )

    database_url: DatabaseAddress = "sqlite:///var/ioc.db"
    database_password: SecretStr | None = None
    """Put into `database_url`, so that the password can come from a file of its own."""
    data_dir: Path = Path("var")
    """Where the charts of the console, the demo and the heartbeat are written."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    context_minutes: Annotated[int, Field(ge=1, le=1440)] = 30
    """How long a question can be followed up by "còn tháng 5?"."""

    lexicon_files: Paths = ()
    """An operator's own words: YAML files like those of `intents/lexicon`, read after them."""

    telegram_token: Token | None = None
    telegram_base_url: HttpAddress = "https://api.telegram.org/bot"
    telegram_base_file_url: HttpAddress = "https://api.telegram.org/file/bot"
    telegram_proxy: ProxyAddress | None = None
    telegram_allowed_ids: Ids = frozenset()
    telegram_allowed_group_ids: Ids = frozenset()
    """Groups in which listed people are answered when they speak to the bot; negative numbers."""
    telegram_picture_chat_id: int | None = None
    """A chat of the operator's where pictures are put up to be offered while a question is being typed."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, SecretFiles(settings_cls)

    @property
    def context_lifetime(self) -> timedelta:
        return timedelta(minutes=self.context_minutes)

    @property
    def charts_folder(self) -> Path:
        return self.data_dir / "charts"

    @property
    def heartbeat_file(self) -> Path:
        """Touched after every good poll; `iocbot health` looks at its age."""
        return self.data_dir / "heartbeat"

    @property
    def secrets(self) -> tuple[str, ...]:
        """The values that no log may show."""
        values = (getattr(self, name) for name in SECRETS)
        return tuple(value.get_secret_value() for value in values if value is not None)


def load_settings(**given: str) -> Settings:
    """The settings of this process, `given` going before the environment.

    SettingsError names the settings that stop the start.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as refused:
        fields = dict.fromkeys(str(problem["loc"][0]) for problem in refused.errors())
        raise SettingsError(tuple(fields)) from None
