"""Papers into a library: fetch, read, divide, split, extract, save, embed, link. Reads as the data flows."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from pipeline.config import CODE_VERSION, Settings
from pipeline.errors import MattersError, SourceError
from pipeline.link.ports import Linkable
from pipeline.model.documents import Issue, Source
from pipeline.model.facts import Fact
from pipeline.model.ports import Progress
from pipeline.model.spool import kept, pack, unpack
from pipeline.model.structure import Passage, Structure

LEAST_WORDS_OF_A_SENTENCE = 5


class Silent:
    """Progress that nobody sees."""

    def stage(self, name: str, total: int, unit: str) -> None: ...

    def step(self, amount: int = 1, note: str = "") -> None: ...


class Shelf(Linkable, Protocol):
    """What the build needs of a library; see store/writing.py, vectors.py and wording.py for what each does."""

    folder: Path

    def known(self) -> dict[str, tuple[str, str, str | None]]: ...
    def save(self, structure: Structure, facts: Sequence[Fact], meanings: Sequence[Sequence[str]], *, code: str) -> int: ...
    def save_same(self, source: Source, same_as: str, code: str) -> None: ...
    def save_skipped(self, name: str, stage: str, message: str) -> None: ...
    def forget(self, names: Iterable[str]) -> None: ...
    def missing(self, model: str) -> list[tuple[str, str]]: ...
    def save_vectors(self, model: str, hashes: Sequence[str], vectors: Any) -> None: ...
    def drop_unused_vectors(self) -> None: ...
    def index(self, *, write: bool = False) -> Any: ...
    def index_words(self) -> None: ...
    def meta(self, key: str) -> str | None: ...
    def set_meta(self, key: str, value: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Understood:
    """All that is made of one file before it is stored."""

    structure: Structure
    facts: Sequence[Fact]
    meanings: Sequence[tuple[str, ...]]


@dataclass
class Run:
    """What a run of `ingest` did."""

    read: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    """A file and the file in the library with the same content."""
    forgotten: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """No longer in the folders named, and still in the library."""
    skipped: list[SourceError] = field(default_factory=list)
    issues: list[tuple[str, Issue]] = field(default_factory=list)
    pages: int = 0
    passages: int = 0
    facts: int = 0
    embedded: int = 0
    seconds: float = 0.0


def understand(source: Source) -> Understood:
    """Read, divide, split and extract one file. Raises SourceError where it cannot be read."""
    from pipeline.extract import extract
    from pipeline.extract.nlp import load
    from pipeline.extract.unexplained import unexplained
    from pipeline.kinds import divide
    from pipeline.read import read
    from pipeline.split import split

    document = read(source)
    structure = split(document, divide(document))
    facts = extract(structure, load())
    structure = replace(structure, issues=(*structure.issues, *unexplained(structure, facts)))
    return Understood(structure, facts, kept(meanings(structure, passage) for passage in structure.passages))


def understand_apart(source: Source, folder: Path) -> Path:
    """The same for a worker: a file in `folder` for `unpack` to read, since what is made of a long paper is no message."""
    return pack(understand(source), folder)


def understand_path(path: Path) -> Understood:
    """What `understand` makes of one file on disk."""
    from pipeline.fetch.folder import fetch

    found = next(iter(fetch([path])), None)
    if path.is_dir() or found is None:
        raise SourceError(path, "is a folder, not a file", "Name one file.")
    if isinstance(found, SourceError):
        raise found
    return understand(found)


def meanings(structure: Structure, passage: Passage) -> tuple[str, ...]:
    """The texts that stand for a passage in the vector index: itself under its headings, and each sentence of some length."""
    from pipeline.language.sentences import sentences

    path = structure.path(passage.section)
    whole = f"{' > '.join(path[-2:])}: {passage.reading or passage.words}"
    found = (line[start:end] for line in passage.words.split("\n") for start, end in sentences(line))
    single = [text for text in found if len(text.split()) >= LEAST_WORDS_OF_A_SENTENCE]
    return (whole, *single) if len(single) > 1 else (whole,)


def ingest(
    paths: Sequence[Path], library: Shelf, settings: Settings, *, prune: bool = False, again: bool = False, embed: bool = True,
    progress: Progress | None = None,
) -> Run:  # fmt: skip
    """Brings the library up to date with these files and folders, `again` reads those too that did not change; returns what was done."""
    from pipeline.link import link

    begun, run, progress = time.perf_counter(), Run(), progress or Silent()
    sources = list(_found(paths, library, run))
    run.gone = _gone(paths, sources, library)
    if prune:
        library.forget(run.gone)
        run.forgotten, run.gone = run.gone, []
    fresh = list(_changed(sources, library, run, again=again))
    _read_all(fresh, library, settings, run, progress)
    if run.read or run.same or run.forgotten:
        link(library)
    if run.forgotten:
        library.drop_unused_vectors()
    if embed:
        run.embedded = embed_missing(library, settings.model, progress)
    library.index_words()
    run.seconds = time.perf_counter() - begun
    return run


def _found(paths: Sequence[Path], library: Shelf, run: Run) -> Iterator[Source]:
    from pipeline.fetch.folder import fetch

    for found in fetch(paths):
        if isinstance(found, SourceError):
            _skip(found, found.path, library, run)
        else:
            yield found


def _skip(error: SourceError, name: str, library: Shelf, run: Run) -> None:
    run.skipped.append(error)
    library.save_skipped(name, "read", str(error))


def _gone(paths: Sequence[Path], sources: Sequence[Source], library: Shelf) -> list[str]:
    """What stood below the ingested folders and is gone."""
    from pipeline.fetch.folder import root_name

    here, roots = {source.name for source in sources}, {root_name(path) for path in paths if path.is_dir()}
    return sorted(name for name in library.known() if name not in here and name.split("/")[0] in roots)


def _changed(sources: Sequence[Source], library: Shelf, run: Run, *, again: bool) -> Iterator[Source]:
    """Files whose content, or the code that reads it, is not what the library holds."""
    known = library.known()
    codes = {source.name: stamp(source) for source in sources}
    content = {source.name: source.sha256 for source in sources}
    holder = {sha: name for name, (sha, _, same) in known.items() if same is None and content.get(name, sha) == sha}
    for source in sources:
        sha, by, same = known.get(source.name, ("", "", None))
        code = codes[source.name]
        alive = same is None or holder.get(source.sha256) == same
        if (sha, by) == (source.sha256, code) and alive and not (again and same is None):
            run.unchanged.append(source.name)
        elif holder.setdefault(source.sha256, source.name) != source.name:
            run.same.append((source.name, holder[source.sha256]))
            library.save_same(source, holder[source.sha256], code)
        else:
            yield source


def stamp(source: Source) -> str:
    """What stored facts depend on besides the file's bytes: this code, and what is stated beside the file."""
    stated = "".join(f"{key}={value};" for key, value in sorted(source.stated.items()))
    return f"{CODE_VERSION} {stated}".strip()


def _read_all(sources: Sequence[Source], library: Shelf, settings: Settings, run: Run, progress: Progress) -> None:
    from pipeline.isolate import isolated

    progress.stage("Reading papers", len(sources), "papers")
    workers, seconds, megabytes = min(settings.workers, len(sources)), settings.seconds_per_file, settings.megabytes_per_file
    with TemporaryDirectory(prefix="matters-") as folder:
        work = partial(understand_apart, folder=Path(folder))
        made = isolated(work, sources, workers=workers, seconds=seconds, megabytes=megabytes, scratch=Path(folder))
        with closing(made):
            for source, parcel in made:
                if isinstance(parcel, SourceError):
                    library.forget([source.name])
                    _skip(parcel, source.name, library, run)
                else:
                    _save(source, unpack(parcel), library, run)
                progress.step(1, source.name)


def _save(source: Source, understood: Understood, library: Shelf, run: Run) -> None:
    structure = understood.structure
    library.save(structure, understood.facts, understood.meanings, code=stamp(source))
    run.read.append(source.name)
    run.pages += len(structure.document.pages)
    run.passages += len(structure.passages)
    run.facts += len(understood.facts)
    run.issues += [(source.name, issue) for issue in (*structure.document.issues, *structure.issues)]


def embed_missing(library: Shelf, model: str, progress: Progress) -> int:
    """Vectors for every text without one, the encoder of questions, and the FAISS file; returns how many texts were embedded."""
    from pipeline.embed import models
    from pipeline.embed.encoder import Encoder
    from pipeline.embed.export import encoder_for
    from pipeline.embed.passages import batches

    key = f"{Path(model).name}@{models.digest(model)}"
    built_with = library.meta("model")
    if built_with not in (None, key):
        raise MattersError(
            f"This library was built with the model {built_with}, not {key}. Name that one with --model, or use another --library."
        )
    encoder_for(model, library.folder / "encoder")
    library.set_meta("model", key)
    todo, encoder = library.missing(key), Encoder(library.folder / "encoder")
    progress.stage("Embedding", len(todo), "texts")
    for some, vectors in batches(encoder, [text for _, text in todo]) if todo else ():
        library.save_vectors(key, [todo[i][0] for i in some], vectors)
        progress.step(len(some))
    library.index(write=True)
    return len(todo)
