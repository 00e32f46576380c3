"""What commands print as JSON, against the schemas that we ship, to the last key."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import Any

from jsonschema import Draft7Validator

from reporter.schemas import schema


def closed(part: Any) -> Any:
    """Return a schema where a key that is not declared is a mistake.

    Ours are open, so that a new figure breaks no program; a test must see that it is declared.
    """
    if isinstance(part, list):
        return [closed(item) for item in part]
    if not isinstance(part, dict):
        return part
    inner = {name: closed(item) for name, item in part.items()}
    return {"additionalProperties": False, **inner} if "properties" in part else inner


@cache
def validator(name: str) -> Draft7Validator:
    """Return what checks an output of a command."""
    found = json.loads(schema(name))
    Draft7Validator.check_schema(found)
    return Draft7Validator(closed(found))


@lru_cache(maxsize=500)
def check(name: str, printed: str) -> None:
    """Refuse an output that its schema does not describe; the same one is looked at once."""
    validator(name).validate(json.loads(printed))
