"""The wiring opens real parts, each when it is needed; what is wrong is one sentence with exit code 2."""

import threading
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from config.settings import settings_from
from tasks.keyring import KeyTroubleError
from tasks.wiring import (
    House,
    UsageError,
    catalogue_in,
    now,
    own_zone,
    url_at,
    words_in,
    zone_called,
)
from tests.prepared import prepare
from tests.rights import ordinary_rights

BERLIN = ZoneInfo("Europe/Berlin")


def house_in(folder: Path, **settings: object) -> House:
    return House(settings_from({}, data_dir=folder, **settings))


def test_the_present_is_utc_and_whole_seconds() -> None:
    """What is stored is compared as text somewhere."""
    assert now().tzinfo is UTC
    assert now().microsecond == 0


def test_zones_and_languages_are_known_by_name() -> None:
    """A wrong one is named."""
    assert zone_called("Europe/Berlin") == own_zone("Europe/Berlin") == BERLIN
    assert words_in("de").lang == "de"
    assert own_zone("").key
    with pytest.raises(UsageError, match="Mars/Phobos"):
        zone_called("Mars/Phobos")
    with pytest.raises(UsageError, match="tlh"):
        words_in("tlh")


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "pt", "it"])
def test_every_gift_has_its_words(lang: str) -> None:
    """In every language."""
    assert catalogue_in(words_in(lang))


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),
        ("::", "http://[::1]:80"),
        ("::1", "http://[::1]:80"),
        ("localhost", "http://localhost:80"),
    ],
)
def test_an_address_can_be_opened_on_this_machine(host: str, address: str) -> None:
    """A wildcard is no place to go, and IPv6 needs its brackets."""
    assert url_at(host, 80) == address


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """Record and key, too."""
    house = house_in(tmp_path / "deep" / "data")
    house.migrate()
    _ = house.key
    house.close()

    modes = {path.name: path.stat().st_mode & 0o777 for path in house.data_dir.iterdir()}
    assert house.data_dir.stat().st_mode & 0o777 == 0o700
    assert modes == {"snowdrop.db": 0o600, "secret.key": 0o600}


def test_who_only_asks_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    """A large calendar is being learnt, and somebody wants to see their people."""
    busy, asking = house_in(prepare(tmp_path)), house_in(tmp_path)
    busy.migrate()

    with busy.database.write():
        asking.migrate()
        assert asking.user == busy.user

    busy.close()
    asking.close()


def test_the_key_is_made_once_and_a_given_one_goes_before(tmp_path: Path) -> None:
    """Links and seals have to open tomorrow."""
    made = house_in(tmp_path).key

    assert house_in(tmp_path).key == made
    assert len(made) >= 32
    assert house_in(tmp_path, secret_key="k" * 40).key == b"k" * 40


def test_the_key_is_the_same_for_all_who_start_at_the_same_moment(tmp_path: Path) -> None:
    """Worker, clock and web of one machine."""
    keys: list[bytes] = []
    threads = [threading.Thread(target=lambda: keys.append(house_in(tmp_path).key)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(keys) == 16
    assert len(set(keys)) == 1


def test_a_key_that_is_being_written_is_waited_for(tmp_path: Path) -> None:
    """Another process may be between making the file and writing it."""
    file = tmp_path / "secret.key"
    file.touch()
    writer = threading.Timer(0.3, lambda: file.write_bytes(b"k" * 64))
    writer.start()

    assert house_in(tmp_path).key == b"k" * 64


@pytest.mark.slow
def test_a_damaged_key_is_told_in_one_sentence(tmp_path: Path) -> None:
    """It is never replaced: stored addresses would be lost for good."""
    (tmp_path / "secret.key").write_bytes(b"short")

    with pytest.raises(KeyTroubleError, match=r"secret\.key is damaged"):
        _ = house_in(tmp_path).key
    assert (tmp_path / "secret.key").read_bytes() == b"short"


def test_a_command_that_knows_fewer_settings_turns_no_page_into_its_own_language(tmp_path: Path) -> None:
    """As from a second terminal, where `up` alone was given language and zone; the next start brings them up."""
    prepare(tmp_path)
    parts = house_in(tmp_path, language="it", timezone="Asia/Tokyo")
    settled = parts.settle_user()

    assert house_in(tmp_path).user == settled
    assert house_in(tmp_path, language="de").settle_user().language == "de"


def test_a_folder_without_rights_is_told_in_one_sentence(tmp_path: Path) -> None:
    """With the setting's name."""
    tmp_path.chmod(0o500)

    with ordinary_rights(), pytest.raises(UsageError, match="SNOWDROP_DATA_DIR"):
        _ = house_in(tmp_path / "data").data_dir


def test_the_clock_can_be_turned_and_today_is_the_users(tmp_path: Path) -> None:
    """Half past eleven at night in London is tomorrow in Berlin."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    house = House(settings_from({}, data_dir=tmp_path, timezone="Europe/Berlin"), clock=lambda: late)

    assert house.now() == late
    assert house.today().date() == date(2026, 11, 23)
    assert house.today() - late == timedelta()


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    """A command pays only for what it uses."""
    began = time.process_time()

    house = house_in(tmp_path / "data")
    house.close()

    assert not (tmp_path / "data").exists()
    assert time.process_time() - began < 0.1
