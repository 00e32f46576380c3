"""The parts list of the wheel, in CycloneDX: each library that it needs, its licence, its hashes.

`make sbom` writes dist/bilan.cdx.json. The versions and hashes are those of requirements.run.lock,
the licences what each library says of itself. Nothing in it changes from one day to the next.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.run.lock"
PLACE = ROOT / "dist" / "bilan.cdx.json"
LOCKED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<when>[^\\\n]+?))? \\\n"
    r"(?P<hashes>(?:    --hash.*\n?)+)",
    re.MULTILINE,
)
LICENCES = "License :: OSI Approved :: "


def sbom() -> dict[str, Any]:
    """Return the parts list."""
    found = [_component(part) for part in LOCKED.finditer(LOCK.read_text(encoding="utf-8"))]
    own = {
        "type": "application",
        "bom-ref": "bilan",
        "name": "bilan",
        "version": version("bilan"),
        "licenses": [{"expression": "MIT"}],
    }
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": found,
        "dependencies": [{"ref": "bilan", "dependsOn": [part["bom-ref"] for part in found]}],
    }


def _component(part: re.Match[str]) -> dict[str, Any]:
    purl = f"pkg:pypi/{part['name']}@{part['version']}"
    hashes = re.findall(r"sha256:([0-9a-f]{64})", part["hashes"])
    condition = [{"name": "condition", "value": part["when"]}] if part["when"] else []
    files = [{"name": "sha256", "value": found} for found in hashes]
    return {
        "type": "library",
        "bom-ref": purl,
        "name": part["name"],
        "version": part["version"],
        "purl": purl,
        "licenses": _licences(part["name"]),
        "properties": condition + files,
    }


def _licences(name: str) -> list[dict[str, Any]]:
    """Return the licence that a library names, as an expression or in its own words."""
    try:
        told = metadata(name).json
    except PackageNotFoundError:  # a library of another system
        return []
    if expression := told.get("license_expression"):
        return [{"expression": expression}]
    classified = [c for c in told.get("classifier", ()) if c.startswith(LICENCES)]
    names = [one.removeprefix(LICENCES) for one in classified]
    lines = str(told.get("license", "")).splitlines()
    return [{"license": {"name": found}} for found in names or lines[:1]]


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(json.dumps(sbom(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(PLACE.relative_to(ROOT))
