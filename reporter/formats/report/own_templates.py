"""The owner's own templates: the files of one folder, and none that a link brings from elsewhere.

Knows files. Never what they say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BaseLoader, TemplateError, TemplateNotFound
from jinja2.loaders import split_template_path

from reporter.opening import MEGA, content, reason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment

MOST = 2 * MEGA
"""Bytes of a file: a style may hold a font."""


class Unusable(TemplateError):
    """A file of the owner's that is no template, and why; `lineno` is 0 where it is the whole."""

    def __init__(self, why: str, path: Path, line: int = 0) -> None:
        super().__init__(why)
        self.filename = str(path)
        self.lineno = line


class OwnTemplates(BaseLoader):
    """The templates of a folder; a link may lead to another file of the books.

    Args:
        folder: where they are, beside bilan.toml.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(
        self, _: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the text of a template, its path, and whether it is still the same.

        Raises:
            TemplateNotFound: where there is none of that name.
            Unusable: where it is no text, or comes from outside the books.
        """
        path = self.folder.joinpath(*split_template_path(template))
        try:
            data = content(path, MOST)
            inside = path.resolve().is_relative_to(self.folder.parent.resolve())
        except (FileNotFoundError, NotADirectoryError) as error:
            if not path.is_symlink():
                raise TemplateNotFound(template) from error
            raise Unusable("c’est un lien vers un fichier absent", path) from error
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else "son nom est impossible"
            raise Unusable(why, path) from error
        if not inside:
            raise Unusable("c’est un lien vers un autre dossier : y copier le fichier", path)
        try:
            return data.decode("utf-8-sig"), str(path), lambda: True
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise Unusable("l’enregistrer en UTF-8", path, line) from error
