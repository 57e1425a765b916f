"""The settings: where they come from, and what stops the start."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings, SettingsError, load_settings

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("IOC_")]:
        monkeypatch.delenv(name)


def test_without_environment_the_database_is_a_file_beside_the_program() -> None:
    assert load_settings().database_url == "sqlite:///var/ioc.db"


def test_a_given_value_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IOC_DATABASE_URL", "postgresql://ioc@db/ioc")
    assert load_settings(database_url="sqlite:///x.db").database_url == "sqlite:///x.db"


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        load_settings().context_minutes = 5


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:////var/lib/ioc.db",
        "postgresql://ioc:p%40ss@db.tinh.vn:5432/ioc?sslmode=require",
        "postgresql+psycopg://ioc@[::1]:5432/ioc",
        "postgresql:///ioc?host=/run/postgresql",
    ],
)
def test_addresses_of_both_kinds_of_database_are_taken(url: str) -> None:
    assert load_settings(database_url=url).database_url == url


@pytest.mark.parametrize(
    ("written", "read"),
    [("1, 22,333", {1, 22, 333}), ("1 22\n333", {1, 22, 333}), ("7", {7}), ("", set())],
)
def test_allowed_ids_are_parted_by_commas_or_spaces(
    monkeypatch: pytest.MonkeyPatch, written: str, read: set[int]
) -> None:
    monkeypatch.setenv("IOC_TELEGRAM_ALLOWED_IDS", written)
    assert load_settings().telegram_allowed_ids == read


def test_groups_have_negative_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IOC_TELEGRAM_ALLOWED_GROUP_IDS", "-1001234567890, -42")
    assert load_settings().telegram_allowed_group_ids == {-1001234567890, -42}
    assert not Settings.model_fields["telegram_allowed_group_ids"].default


def test_the_chat_for_pictures_is_none_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().telegram_picture_chat_id is None
    monkeypatch.setenv("IOC_TELEGRAM_PICTURE_CHAT_ID", "-1001234567890")
    assert load_settings().telegram_picture_chat_id == -1001234567890


def test_secrets_come_from_files_without_their_last_newline(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in {"TELEGRAM_TOKEN": TOKEN, "DATABASE_PASSWORD": "mật khẩu"}.items():
        (tmp_path / name).write_text(f"{value}\n", encoding="utf-8")
        monkeypatch.setenv(f"IOC_{name}_FILE", str(tmp_path / name))
    assert load_settings().secrets == (TOKEN, "mật khẩu")


def test_a_secret_of_the_environment_goes_before_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text("9:other-token-in-the-file-000000")
    monkeypatch.setenv("IOC_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("IOC_TELEGRAM_TOKEN_FILE", str(tmp_path / "token"))
    assert load_settings().secrets == (TOKEN,)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DATABASE_URL", "mysql://ioc@db/ioc"),
        ("DATABASE_URL", "sqlite:/var/ioc.db"),
        ("DATABASE_URL", "postgresql://ioc@db:cổng/ioc"),
        ("DATABASE_URL", "postgresql://ioc:p@ss@db/ioc"),
        ("LOG_LEVEL", "loud"),
        ("CONTEXT_MINUTES", "0"),
        ("CONTEXT_MINUTES", "nửa giờ"),
        ("TELEGRAM_TOKEN", "not-a-token"),
        ("TELEGRAM_TOKEN_FILE", "/nowhere/token"),
        ("TELEGRAM_BASE_URL", "api.telegram.org"),
        ("TELEGRAM_BASE_FILE_URL", "ftp://api.telegram.org"),
        ("TELEGRAM_PROXY", "127.0.0.1:1080"),
        ("TELEGRAM_ALLOWED_IDS", "12, An"),
    ],
)
def test_a_wrong_value_is_told_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(f"IOC_{variable}", value)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert str(refused.value) == f"IOC_{variable}"


def test_all_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IOC_LOG_LEVEL", "loud")
    monkeypatch.setenv("IOC_TELEGRAM_PROXY", "nowhere")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert set(refused.value.fields) == {"log_level", "telegram_proxy"}


def test_a_printed_settings_object_shows_no_secret() -> None:
    settings = Settings.model_validate({"telegram_token": TOKEN, "database_password": "kín đáo"})
    assert TOKEN not in repr(settings)
    assert "kín đáo" not in repr(settings)
