"""Settings: the file beside the data folder, the environment over it, and nothing that nobody knows."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from corpus.errors import SettingsError
from corpus.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "MODEL", "LANGUAGE", "COLLECTION", "MAX_FILE_MB", "MAX_QUESTION_CHARACTERS"):
        monkeypatch.delenv(f"VANBAN_{name}", raising=False)


def test_without_file_or_environment_the_defaults_hold(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "data")
    assert settings.data == tmp_path / "data"
    assert (settings.model, settings.max_file_mb, settings.collection) == ("multilingual-e5-small", 100, "default")


def test_the_file_lies_beside_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "vanban.toml").write_text('max_file_mb = 7\ncollection = "to-chuc"\n', encoding="utf-8")
    settings = read_settings(tmp_path / "data")
    assert (settings.max_file_mb, settings.collection) == (7, "to-chuc")


def test_the_environment_goes_over_the_file_and_arguments_over_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vanban.toml").write_text("max_file_mb = 7\n", encoding="utf-8")
    monkeypatch.setenv("VANBAN_MAX_FILE_MB", "9")
    assert read_settings(tmp_path / "data").max_file_mb == 9
    assert read_settings(tmp_path / "data", max_file_mb=11).max_file_mb == 11
    assert read_settings(tmp_path / "data", max_file_mb=None).max_file_mb == 9


def test_the_data_folder_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_DATA", str(tmp_path / "elsewhere"))
    assert read_settings().data == tmp_path / "elsewhere"
    assert read_settings(tmp_path / "here").data == tmp_path / "here"


def test_an_unknown_key_in_the_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "vanban.toml").write_text("max_fiel_mb = 7\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path / "data")
    assert caught.value.code == "settings-invalid"
    assert "max_fiel_mb" in caught.value.text("en") and "max_fiel_mb" in caught.value.text("vi")


def test_an_unknown_variable_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_MODLE", "x")
    with pytest.raises(SettingsError, match="modle"):
        read_settings(tmp_path / "data")


def test_the_variable_of_the_test_material_is_no_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_SHARED", "/somewhere")
    assert read_settings(tmp_path / "data").max_file_mb == 100


@pytest.mark.parametrize(
    "toml", ["max_file_mb = 0", 'language = "fr"', 'collection = ""', "max_file_mb = 'many'", "= 3"]
)
def test_a_value_that_makes_no_sense_is_refused(tmp_path: Path, toml: str) -> None:
    (tmp_path / "vanban.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(SettingsError):
        read_settings(tmp_path / "data")


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vanban.toml").write_bytes(b'collection = "t\xe1\xba"')
    with pytest.raises(SettingsError):
        read_settings(tmp_path / "data")


@pytest.mark.parametrize(
    ("language", "locale", "speaks"),
    [
        ("auto", "vi_VN.UTF-8", "vi"),
        ("auto", "C.UTF-8", "en"),
        ("auto", "", "en"),
        ("vi", "C", "vi"),
        ("en", "vi_VN", "en"),
    ],
)
def test_messages_follow_the_setting_then_the_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, locale: str, speaks: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert read_settings(tmp_path / "data", language=language).speaks == speaks


def test_settings_do_not_change_once_read() -> None:
    settings = Settings()
    with pytest.raises(ValidationError):
        settings.max_file_mb = 3
