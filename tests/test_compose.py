"""What a container engine alone can do (users, read-only roots, networks) is checked by reading."""

import re
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from config.settings import Settings
from tests.compose import COMPOSE, DOCKERFILE, OURS, SERVICES
from tests.tasks.running import ROOT


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_hardened(name: str) -> None:
    """Non-root, read-only, without capabilities, and with time to finish."""
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "/tmp" in service["tmpfs"]
    assert service["stop_grace_period"] == "15s"
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["restart"] == "unless-stopped"
    assert "cap_add" not in service
    assert service.get("privileged") is None


def test_only_pages_are_published_and_only_to_this_machine() -> None:
    """Neither broker nor database; whoever wants the outside puts a proxy before it."""
    published = {name: service.get("ports", []) for name, service in SERVICES.items()}

    assert {name for name, ports in published.items() if ports} == {"web", "mailpit"}
    assert all(port.startswith("127.0.0.1:") for ports in published.values() for port in ports)
    assert SERVICES["valkey"]["networks"] == SERVICES["postgres"]["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}


def test_what_is_not_always_wanted_stands_in_a_profile() -> None:
    """Bare `docker compose up` starts four services on SQLite."""
    assert {name: tuple(service.get("profiles", ())) for name, service in SERVICES.items()} == {
        **dict.fromkeys(("valkey", *OURS), ()),
        "postgres": ("postgres",),
        "mailpit": ("mail",),
    }


def test_no_secret_stands_in_the_file() -> None:
    """Passwords come from files."""
    texts = [str(value) for service in SERVICES.values() for value in service.get("environment", {}).values()]

    assert not [text for text in texts if re.search(r"://[^/\s]*:[^/\s]*@", text)]
    assert "POSTGRES_PASSWORD" not in SERVICES["postgres"]["environment"]
    assert SERVICES["postgres"]["secrets"] == ["postgres_password"]


@pytest.mark.parametrize("name", OURS)
def test_every_setting_can_be_given_and_every_name_is_one(name: str) -> None:
    """All but the data folder, which is the volume; a secret one also as a file."""
    given = {each.removeprefix("SNOWDROP_").lower() for each in SERVICES[name]["environment"]}
    plain = {each for each in given if not each.endswith("_file")}

    assert plain == set(Settings.model_fields) - {"data_dir"}
    assert {"database_url_file", "smtp_url_file", "secret_key_file"} <= given
    assert "data:/data" in SERVICES[name]["volumes"]
    assert SERVICES[name]["environment"] == SERVICES["worker"]["environment"]


def test_secrets_can_be_written_as_the_page_says_once_and_again(tmp_path: Path) -> None:
    """Into the folder that comes with the project: one that is missing would be made by Docker, for root alone."""
    page = (ROOT / "docs" / "self-hosting.md").read_text("utf-8")
    typed = re.search(r"(?s)### Secrets are files.*?```sh\n(.*?)```", page)
    assert typed is not None
    alone = re.sub(r"sudo chgrp \w+ secrets|docker compose .*", "true", typed[1])
    (tmp_path / "secrets").mkdir()

    for _ in range(2):
        subprocess.run(["sh", "-ec", alone], cwd=tmp_path, check=True, timeout=20)

    assert "./secrets:/run/secrets:ro" in SERVICES["web"]["volumes"]
    assert (ROOT / "secrets" / ".gitignore").read_text("utf-8").splitlines()[-2:] == ["*", "!.gitignore"]
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o750
    assert (tmp_path / "secrets" / "smtp_url").stat().st_mode & 0o777 == 0o644


def test_the_image_runs_as_nobody_special() -> None:
    """The last USER counts; numbers, so that an engine can tell that it is not root."""
    users = re.findall(r"(?m)^USER (\S+)", DOCKERFILE)

    assert users[-1] == SERVICES["worker"]["user"] == "10001:10001"
    assert re.search(r"(?m)^VOLUME /data$", DOCKERFILE)
    assert "SNOWDROP_DATA_DIR=/data" in DOCKERFILE
    assert re.search(r'(?m)^ENTRYPOINT \["snowdrop"\]$', DOCKERFILE)
    assert re.search(r'HEALTHCHECK .*CMD \["snowdrop", "healthcheck"\]', DOCKERFILE)


def test_the_image_is_built_from_locked_parts_and_this_folder_alone() -> None:
    """No ADD, nothing fetched by hand, slim bases, hashes for whatever is installed."""
    assert not re.search(r"(?m)^ADD ", DOCKERFILE)
    assert not re.search(r"\b(curl|wget)\b|https?://", DOCKERFILE)
    assert all("-slim" in base for base in re.findall(r"(?m)^FROM (\S+)", DOCKERFILE))
    assert "--require-hashes" in DOCKERFILE


def test_every_source_of_a_copy_is_there_and_reaches_the_builder() -> None:
    """`.dockerignore` leaves out all that is not named."""
    sources = [
        source
        for line in re.findall(r"(?m)^COPY (?!--from)(.+)$", DOCKERFILE)
        for source in line.split()[:-1]
    ]
    let_in = re.findall(r"(?m)^!(\S+)$", (ROOT / ".dockerignore").read_text())

    assert sorted(sources) == sorted(let_in)
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_every_file_that_the_program_reads_travels_with_it() -> None:
    """The wheel takes what pyproject.toml names: a forgotten pattern shows only where it is installed."""
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    patterns = [
        f"{package.replace('.', '/')}/{pattern}"
        for package, each in setup["package-data"].items()
        for pattern in each
    ]
    found = [
        path.relative_to(ROOT).as_posix()
        for top in ("config", "tasks", "worker")
        for path in (ROOT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and ".mypy_cache" not in path.parts
    ]
    packages = {Path(path).parent.as_posix() for path in found if path.endswith("/__init__.py")}

    left = [
        path
        for path in found
        if not (path.endswith(".py") and Path(path).parent.as_posix() in packages)
        and not any(fnmatch(path, pattern) and path.count("/") == pattern.count("/") for pattern in patterns)
    ]

    assert left == []
