"""What is needed to publish: the list of parts, the container file, the metadata."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.sbom import LOCK, sbom

ROOT = Path(__file__).parents[1]
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
LINES = re.sub(r"\\\n\s*", "", CONTAINER).splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKED = dict(re.findall(r"^([\w.-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_parts_list_has_each_library_that_is_locked() -> None:
    made = sbom()
    parts = made["components"]
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert {part["name"] for part in parts} == set(LOCKED)
    assert len({part["bom-ref"] for part in parts}) == len(parts)
    hashes = [p["value"] for part in parts for p in part["properties"] if p["name"] == "sha256"]
    assert len(hashes) == LOCK.read_text(encoding="utf-8").count("--hash=sha256:")


def test_each_library_of_this_system_names_its_licence() -> None:
    elsewhere = {"colorama", "tzdata"}  # Windows alone
    unnamed = {part["name"] for part in sbom()["components"] if not part["licenses"]}
    assert unnamed <= elsewhere


def test_what_the_wheel_needs_is_locked_to_run() -> None:
    """And nothing of what only tests need."""
    needed = {re.split(r"[<>=;~ ]", line)[0] for line in PROJECT["dependencies"]}
    assert needed <= set(LOCKED)
    assert not {"pytest", "ruff", "mypy", "beancount", "hypothesis"} & set(LOCKED)
    everything = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert [name for name in LOCKED if f"\n{name}==" not in f"\n{everything}"] == []


def test_the_image_copies_what_the_wheel_is_made_of_and_no_book() -> None:
    copied = [word for line in LINES if line.startswith("COPY ") for word in line.split()[1:-1]]
    own = [word for word in copied if not word.startswith("--")]
    assert [word for word in own if not (ROOT / word).exists()] == []
    assert not {".", "data", "reports", "bilan.toml"} & set(own)
    assert {"reporter", "templates", "pyproject.toml", "docs/bilan.1"} <= set(own)


def test_the_image_runs_as_a_plain_user_on_a_mounted_folder() -> None:
    last = LINES[max(n for n, line in enumerate(LINES) if line.startswith("FROM ")) :]
    words = [line.split()[0] for line in last if line and not line.startswith("#")]
    assert words.index("USER") > max(n for n, word in enumerate(words) if word == "RUN")
    assert "USER bilan" in last
    assert "WORKDIR /livres" in last
    assert 'ENTRYPOINT ["bilan"]' in last
    assert any("--require-hashes" in line and LOCK.name in line for line in last)


@pytest.mark.parametrize("key", ["authors", "description", "keywords", "license", "license-files"])
def test_the_metadata_are_whole(key: str) -> None:
    assert PROJECT[key]
    assert "urls" not in PROJECT  # none is invented
