"""The files of a run appear together or not at all, whatever stops it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, Any

import pytest

from reporter import writing
from reporter.errors import BilanError
from reporter.writing import write

if TYPE_CHECKING:
    from types import FrameType

OLD = {"index.html": b"old", "2020/bilan.md": b"old"}
NEW = {"index.html": b"new", "2020/bilan.md": b"new", "2020/bilan/index.md": b"new"}
KILLED = 9
OPEN = os.open

posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no such thing")


def held(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, folders of runs left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".bilan-" not in path.relative_to(folder).as_posix()
    }


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_appear_with_their_folders(tmp_path: Path) -> None:
    paths = write({"a.md": b"a", "b/c.svg": b"c"}, tmp_path / "reports")
    assert [path.read_bytes() for path in paths] == [b"a", b"c"]
    assert everything(tmp_path / "reports") == ["a.md", "b", "b/c.svg"]


@pytest.mark.parametrize("made", ["folder", "pipe", "file"])
def test_a_place_that_no_file_can_take(made: str, tmp_path: Path) -> None:
    """The second file cannot be written: the first keeps what it had, and nothing is left over."""
    write(OLD, tmp_path)
    name = "z/c.svg" if made == "file" else "z"
    if made == "folder":
        (tmp_path / "z").mkdir()
    elif made == "pipe":
        os.mkfifo(tmp_path / "z")
    else:
        (tmp_path / "z").write_bytes(b"a file where a folder is needed")
    before = everything(tmp_path)
    said = {"folder": "un dossier porte ce nom", "pipe": "ce n’est pas un fichier"}
    with pytest.raises(BilanError, match=said.get(made, "un fichier porte le nom d’un dossier")):
        write({**NEW, name: b"new", "y/new.md": b"new"}, tmp_path)
    assert everything(tmp_path) == before
    assert (tmp_path / "index.html").read_bytes() == b"old"


@pytest.mark.parametrize("rank", range(len(NEW)))
@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, ""), KeyboardInterrupt()])
@pytest.mark.parametrize("late", [True, False])
def test_a_rename_that_fails_puts_the_old_files_back(
    rank: int,
    error: BaseException,
    late: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before it is done, as a locked file does, or just after, as an interruption may."""
    write(OLD, tmp_path)
    really = Path.replace

    def fails(whole: Path, place: Path) -> Path:
        if whole.name != f"{rank}" or late:
            really(whole, place)
        if whole.name == f"{rank}":
            raise error
        return place

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else BilanError):
        write(NEW, tmp_path)
    assert held(tmp_path) == OLD
    assert everything(tmp_path) == ["2020", "2020/bilan.md", "index.html"]


def killed_at(call: int, folder: Path) -> bool:
    """Write in another process, killed at a call of the system's or of Python's own functions."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    count = 0

    def watch(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "c_call"
        if count == call:
            os._exit(KILLED)

    try:
        sys.setprofile(watch)
        write(NEW, folder)
        sys.setprofile(None)
    finally:
        os._exit(0)


@posix
def test_killed_at_any_moment_the_next_run_leaves_one_report_and_no_litter(tmp_path: Path) -> None:
    """At one call in twenty; tests/bench kills whole commands at random."""
    outcomes = set()
    for call in range(1, 10_000, 19):
        folder = tmp_path / f"{call}"
        write(OLD, folder)
        if not killed_at(call, folder):
            break
        for name, data in held(folder).items():
            assert data in {b"old", b"new"}, name
        write({"autre.md": b"other"}, folder)
        left = held(folder)
        assert left.pop("autre.md") == b"other"
        assert left in (OLD, NEW)
        outcomes.add(len(left))
        assert not list(folder.rglob(".bilan-*"))
    assert outcomes == {len(OLD), len(NEW)}


def run_left(folder: Path, plan: str) -> Path:
    """Return the folder of a killed run, with a plan and a file to put down."""
    run = folder / ".bilan-abc.part"
    run.mkdir(parents=True)
    (run / "0").write_bytes(b"new")
    (run / "plan").write_text(plan, encoding="utf-8")
    return run


@pytest.mark.parametrize(
    "plan",
    [
        '[["0", "../dehors.md"]]',
        '[["0", "/ailleurs/dehors.md"]]',
        '[["../../bilan.toml", "dedans.md"]]',
        '[["0", "lien/dehors.md"]]',
        '[[null, "../bilan.toml"]]',
        "[[1, 2, 3]]",
        "[" * 100_000,
        "{}",
        "pas du JSON",
    ],
)
def test_the_plan_of_a_folder_received_from_somebody_does_not_leave_it(
    plan: str, tmp_path: Path
) -> None:
    (tmp_path / "bilan.toml").touch()
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "lien").symlink_to(tmp_path)
    run_left(tmp_path / "reports", plan)
    write({"a.md": b"a"}, tmp_path / "reports")
    assert everything(tmp_path) == ["bilan.toml", "reports", "reports/a.md", "reports/lien"]


def test_a_run_is_not_cleared_under_another_where_folders_cannot_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_locked", lambda *_: False)
    run = run_left(tmp_path, '[["0", "b.md"]]')
    write({"a.md": b"a"}, tmp_path)
    assert run.exists()
    os.utime(run, (0, 0))
    write({"a.md": b"a"}, tmp_path)
    assert held(tmp_path) == {"a.md": b"a", "b.md": b"new"}
    assert not run.exists()


@posix
def test_a_run_waits_for_the_other_and_says_so_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fcntl import LOCK_EX, flock

    monkeypatch.setattr(writing, "PATIENCE", 0)
    other = os.open(tmp_path, os.O_RDONLY)
    flock(other, LOCK_EX)
    with pytest.raises(BilanError, match="un autre programme s’en sert"):
        write({"a.md": b"a"}, tmp_path)
    os.close(other)
    write({"a.md": b"a"}, tmp_path)


@posix
def test_who_may_read_a_report_follows_the_umask(tmp_path: Path) -> None:
    for umask, mode in ((0o077, 0o600), (0o022, 0o644), (0o002, 0o664)):
        before = os.umask(umask)
        try:
            (path,) = write({f"{umask}/a.md": b"a"}, tmp_path)
        finally:
            os.umask(before)
        assert S_IMODE(path.stat().st_mode) == mode
        assert S_IMODE(path.parent.stat().st_mode) == mode | (mode & 0o444) >> 2


def test_a_link_is_replaced_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "livres.txt").write_bytes(b"books")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.md").symlink_to(tmp_path / "livres.txt")
    write({"a.md": b"new"}, tmp_path / "reports", books=tmp_path)
    assert (tmp_path / "livres.txt").read_bytes() == b"books"
    assert (tmp_path / "reports" / "a.md").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["reports", "reports/2020"])
def test_a_link_out_of_the_books_is_not_followed(name: str, tmp_path: Path) -> None:
    books, away = tmp_path / "livres", tmp_path / "ailleurs"
    (books / name).parent.mkdir(parents=True)
    away.mkdir()
    (books / name).symlink_to(away)
    with pytest.raises(BilanError, match="hors du dossier des livres"):
        write({"2020/bilan.md": b"new", "2021/a.md": b"new"}, books / "reports", books=books)
    assert everything(away) == []
    assert not (books / "reports" / "2021").exists()
    write({"2020/bilan.md": b"new"}, books / "reports")
    assert list(away.rglob("bilan.md"))


def test_links_that_turn_in_circles_or_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "reports").symlink_to("reports")
    with pytest.raises(BilanError, match="un lien tourne en rond"):
        write(NEW, tmp_path / "reports")
    (tmp_path / "rien").symlink_to("nulle-part")
    with pytest.raises(BilanError, match="rien ne porte ce nom"):
        write(NEW, tmp_path / "rien")


@posix
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    from resource import RLIMIT_FSIZE, getrlimit, setrlimit

    write(OLD, tmp_path)
    before = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(BilanError, match="le fichier est trop grand"):
            write({**NEW, "grand.md": b"x" * 2000}, tmp_path)
    finally:
        setrlimit(RLIMIT_FSIZE, before)
    assert everything(tmp_path) == ["2020", "2020/bilan.md", "index.html"]
    assert held(tmp_path) == OLD


@posix
def test_on_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "")

    monkeypatch.setattr(os, "link", refused)
    test_a_rename_that_fails_puts_the_old_files_back(
        1, KeyboardInterrupt(), True, tmp_path, monkeypatch
    )


def _no_lock(*_: object) -> None:
    raise OSError(errno.ENOLCK, "")


def _no_folder(path: object, *more: Any, **named: Any) -> int:
    if isinstance(path, Path) and path.is_dir():
        raise PermissionError(errno.EACCES, "")
    return OPEN(path, *more, **named)  # type: ignore[arg-type]


@posix
@pytest.mark.parametrize(
    ("place", "instead"),
    [("fcntl.flock", _no_lock), ("os.open", _no_folder), ("sys.modules", None)],
    ids=["a disk without locks", "folders that cannot be opened", "a system without locks"],
)
def test_where_nothing_can_be_locked_reports_are_written_all_the_same(
    place: str, instead: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the run of another, which may live, is left to it."""
    run = run_left(tmp_path, '[["0", "b.md"]]')
    if instead is None:
        monkeypatch.setitem(sys.modules, "fcntl", None)
    else:
        monkeypatch.setattr(place, instead)
    write({"a.md": b"a"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"a"
    assert run.exists()


@posix
def test_a_link_named_as_a_run_is_not_cleared(tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs"
    run_left(elsewhere, '[["0", "b.md"]]')
    link = tmp_path / "reports" / ".bilan-abc.part"
    link.parent.mkdir()
    link.symlink_to(elsewhere / ".bilan-abc.part")
    write({"a.md": b"a"}, link.parent)
    assert link.is_symlink()
    assert sorted(path.name for path in link.iterdir()) == ["0", "plan"]


@posix
def test_a_run_goes_on_when_the_other_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fcntl import LOCK_EX, flock

    other = os.open(tmp_path, os.O_RDONLY)
    flock(other, LOCK_EX)
    waits: list[float] = []

    def end_the_other(seconds: float) -> None:
        assert not (tmp_path / "a.md").exists()
        waits.append(seconds)
        os.close(other)

    monkeypatch.setattr(writing, "sleep", end_the_other)
    write({"a.md": b"a"}, tmp_path)
    assert held(tmp_path) == {"a.md": b"a"}
    assert len(waits) == 1
