"""Papers from files and folders on this machine."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import CHECK_ACCESS, SAVE_AGAIN, SourceError
from pipeline.fetch.formats import SUFFIXES, advice, looks_like_paper
from pipeline.fetch.stated import SUFFIX as STATED_SUFFIX
from pipeline.fetch.stated import stated
from pipeline.model.documents import Source

UNWANTED_STARTS = (".", "~$", "__MACOSX")
"""Hidden files, Word's lock files, what macOS puts into archives."""
PAPERS = "PDF, HTML, DOCX, TXT or MD"


def fetch(paths: Iterable[Path]) -> Iterator[Source | SourceError]:
    """The papers of these files and folders, in order: a SourceError in the place of each that cannot be had, none raised.

    Names begin with the name of the folder named, or of the folder that holds a file named, so that `papers` and `papers/a.pdf`
    name the same paper alike. A paper met twice comes once.
    """
    met: dict[str, Path] = {}
    for path in paths:
        for name, found in _found(Path(path)):
            if isinstance(found, SourceError):
                yield found
            elif name not in met:
                met[name] = found
                yield from _sources(found, name)
            elif not _same(met[name], found):
                next_step = "Ingest the folder above both, or rename one of the folders."
                yield SourceError(found, f"would be named {name}, as another paper of this run is", next_step)


def root_name(path: Path) -> str:
    """What the names of the papers below this folder begin with."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would put the target of a link in the place of its name
    return _clean(absolute.name or absolute.anchor.strip(":\\/") or "root")


def _found(path: Path) -> Iterator[tuple[str, Path | SourceError]]:
    try:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield _single(path)
    except OSError as error:
        yield str(path), _unreadable(path, error)


def _single(path: Path) -> tuple[str, Path | SourceError]:
    """A file that was named itself."""
    name = f"{root_name(path.parent)}/{_clean(path.name)}"
    if path.is_file():
        if path.suffix.lower() in SUFFIXES or looks_like_paper(path):
            return name, path
        kind = path.suffix.lstrip(".").upper() or "a file without an ending"
        return name, SourceError(path, f"{kind} is not read", advice(path))
    if path.is_symlink():
        return name, SourceError(path, "a link that leads nowhere", "Mend the link, or name the file itself.")
    if path.exists():
        return name, _neither(path)
    return name, SourceError(path, "does not exist", "Check the spelling and the folder you are in.")


def _in_folder(root: Path) -> Iterator[tuple[str, Path | SourceError]]:
    prefix = root_name(root)
    found: list[tuple[str, Path | SourceError]] = []
    for path in _walk(root, found, prefix):
        name = f"{prefix}/{_clean(path.relative_to(root).as_posix())}"
        if path.suffix.lower() in SUFFIXES:
            found.append((name, _neither(path) if path.exists() and not path.is_file() else path))
        elif not path.suffix and path.is_file() and looks_like_paper(path):
            found.append((name, path))
        elif advised := advice(path, only_papers=True):
            found.append((name, SourceError(name, f"{path.suffix.lstrip('.').upper()} is not read", advised)))
    if not found:
        next_step = f"Papers are {PAPERS} files: name a folder that holds some."
        found.append((prefix, SourceError(root, "a folder without papers", next_step)))
    yield from sorted(found, key=lambda pair: pair[0])


def _walk(root: Path, found: list[tuple[str, Path | SourceError]], prefix: str) -> Iterator[Path]:
    """Files below a folder, links followed but no folder entered twice; folders that cannot be listed go to `found`."""

    def note(error: OSError) -> None:
        folder = Path(error.filename)
        found.append((f"{prefix}/{_clean(folder.relative_to(root).as_posix())}", _unreadable(folder, error)))

    entered = {os.path.realpath(root)}
    for folder, below, files in os.walk(root, onerror=note, followlinks=True):
        below[:] = [name for name in sorted(below) if _wanted(name) and _first_time(Path(folder, name), entered)]
        yield from (Path(folder, name) for name in files if _wanted(name) and not name.lower().endswith(STATED_SUFFIX))


def _wanted(name: str) -> bool:
    return not name.startswith(UNWANTED_STARTS)


def _first_time(folder: Path, entered: set[str]) -> bool:
    real = os.path.realpath(folder)
    if real in entered:
        return False
    entered.add(real)
    return True


def _sources(path: Path, name: str) -> Iterator[Source | SourceError]:
    """The source, after whatever is wrong with what is stated of it; or why there is none."""
    if not _can_be_kept(path):
        yield SourceError(name, "its name, or a folder's, is not in UTF-8", "Rename it.")
        return
    try:
        said, wrong = stated(path, name)
        yield from wrong
        size, sha256 = _measured(path)
    except OSError as error:
        yield _unreadable(name, error)
        return
    if size == 0:
        yield SourceError(name, "empty: 0 bytes", SAVE_AGAIN)
    else:
        yield Source(path, name, sha256, size, said)


def _can_be_kept(path: Path) -> bool:
    """Whether the library can hold where it lies: names out of old archives are bytes that are no text."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _measured(path: Path) -> tuple[int, str]:
    """Bytes and SHA-256 of a file, read in pieces."""
    import hashlib

    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
        return stream.tell(), digest.hexdigest()


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _neither(path: Path) -> SourceError:
    """A pipe or a device: reading it would wait for ever."""
    return SourceError(path, "neither a file nor a folder", f"Name a {PAPERS} file, or a folder.")


def _unreadable(path: object, error: OSError) -> SourceError:
    return SourceError(path, f"cannot be read ({error.strerror or error})", CHECK_ACCESS)


def _clean(name: str) -> str:
    """One form on every system: composed accents (macOS takes them apart), nothing that is not Unicode."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", errors="replace"))
