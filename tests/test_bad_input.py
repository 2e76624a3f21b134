"""Bad input ends in a sentence that names the file and says what to do; the other files go on; nothing is lost."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.build import Run, ingest
from pipeline.config import Settings
from pipeline.errors import MattersError
from pipeline.model.answers import Filters
from pipeline.store import open_library
from tests.papers import MINUTES

WORDS = "The Committee RESOLVED to open the library at Thornwick on Saturdays from May."


def pdf(lines: int = 12, password: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password)
    for line in range(lines):
        canvas.drawString(72, 760 - 16 * line, f"{line + 1}. {WORDS}")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def no_pages() -> bytes:
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    return b"%PDF-1.4\n" + objects + b"trailer<</Root 1 0 R>>\n%%EOF\n"


BAD = {
    "empty.pdf": (b"", "empty"),
    "not-a-pdf.pdf": (b"\x00\x01\x02 this is no PDF at all" * 40, "PDF"),
    "truncated.pdf": (pdf()[:300], "PDF"),
    "locked.pdf": (pdf(password="secret"), "password"),
    "no-pages.pdf": (no_pages(), "page"),
    "broken.docx": (b"PK\x03\x04 not a real archive", "DOCX"),
    "binary.txt": (bytes(range(256)) * 20, "text"),
}
GOOD = {
    "minutes.txt": MINUTES.encode(),
    "windows.txt": MINUTES.replace("£", "£").encode("cp1252"),
    "broken-utf8.txt": MINUTES.encode() + b"\n\xff\xfe stray bytes\n",
    "really-a-pdf.txt": pdf(),
}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """Good and bad files in one folder, and paths that lead nowhere, in one run."""
    folder = tmp_path_factory.mktemp("bad") / "papers"
    folder.mkdir()
    for name, content in {**{n: c for n, (c, _) in BAD.items()}, **GOOD}.items():
        (folder / name).write_bytes(content)
    (folder.parent / "bare").mkdir()
    with open_library(folder.parent / "lib", create=True) as library:
        paths = [folder, folder.parent / "bare", folder.parent / "nowhere.pdf"]
        return ingest(paths, library, Settings(workers=1), embed=False), folder.parent / "lib"


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_what_to_do(outcome: tuple[Run, Path], name: str) -> None:
    """One sentence says which file, what is wrong, and what to do next."""
    (told,) = [str(e) for e in outcome[0].skipped if name in str(e)]
    assert BAD[name][1].lower() in told.lower()
    assert told.count(".") >= 2, "what is wrong, then what to do"


@pytest.mark.parametrize("name", ["bare", "nowhere.pdf"])
def test_a_path_that_leads_nowhere_is_named(outcome: tuple[Run, Path], name: str) -> None:
    """A folder without papers and a path that does not exist are listed like bad files."""
    assert any(name in str(e) for e in outcome[0].skipped)


@pytest.mark.parametrize("name", GOOD)
def test_the_others_go_on(outcome: tuple[Run, Path], name: str) -> None:
    """Files that can be read are read, whatever stands beside them."""
    assert f"papers/{name}" in outcome[0].read


def test_what_was_skipped_is_remembered(outcome: tuple[Run, Path]) -> None:
    """`matters status` still lists every skipped file after the run."""
    with open_library(outcome[1]) as library:
        listed = {issue["document"] for issue in library.status()["issues"]}
        assert library.facts("decisions", Filters())
    assert all(any(name in entry for entry in listed) for name in BAD)


def test_an_odd_encoding_is_an_issue_not_a_failure(outcome: tuple[Run, Path]) -> None:
    """Pound signs survive Windows-1252, and the run says which encoding it took."""
    issues = [name for name, issue in outcome[0].issues if "CP1252" in issue.message or "UTF-8" in issue.message]
    assert "papers/windows.txt" in issues
    with open_library(outcome[1]) as library:
        kept = library.facts("decisions", Filters(document="windows.txt", topic="reserves"))
    assert any("£1.250m" in fact.quote for fact in kept)


def test_a_second_run_reads_nothing_and_a_changed_file_replaces_itself(tmp_path: Path) -> None:
    """Unchanged: a hash. Changed: the old facts are gone. Gone with --prune: forgotten. Same content: read once, and said."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "copy.txt").write_text(MINUTES, encoding="utf-8")
    with open_library(tmp_path / "lib", create=True) as library:
        first = ingest([folder], library, Settings(workers=1), embed=False)
        assert (first.read, first.same) == (["papers/a.txt"], [("papers/copy.txt", "papers/a.txt")])
        again = ingest([folder], library, Settings(workers=1), embed=False)
        assert (again.read, len(again.unchanged)) == ([], 2)
        (folder / "a.txt").write_text(MINUTES.replace("46 supported", "52 supported"), encoding="utf-8")
        changed = ingest([folder], library, Settings(workers=1), embed=False)
        assert set(changed.read) == {"papers/a.txt", "papers/copy.txt"}
        assert len(library.facts("decisions", Filters(topic="52 supported"))) == 1
        (folder / "a.txt").unlink()
        assert ingest([folder], library, Settings(workers=1), embed=False).gone == ["papers/a.txt"]
        assert ingest([folder], library, Settings(workers=1), embed=False, prune=True).forgotten == ["papers/a.txt"]
        assert len(library.facts("decisions", Filters(topic="supported homes"))) == 1


def test_again_reads_what_did_not_change(tmp_path: Path) -> None:
    """Every file once more, a copy still once: as after a better reader was installed."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "copy.txt").write_text(MINUTES, encoding="utf-8")
    with open_library(tmp_path / "lib", create=True) as library:
        ingest([folder], library, Settings(workers=1), embed=False)
        run = ingest([folder], library, Settings(workers=1), embed=False, again=True)
        assert (run.read, run.unchanged) == (["papers/a.txt"], ["papers/copy.txt"])


def test_what_is_stated_beside_a_paper_wins(tmp_path: Path) -> None:
    """A changed NAME.meta.json is a change of the paper."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES, encoding="utf-8")
    with open_library(tmp_path / "lib", create=True) as library:
        ingest([folder], library, Settings(workers=1), embed=False)
        (folder / "a.txt.meta.json").write_text('{"council": "Fenwold Council", "url": "https://example.org/a"}', encoding="utf-8")
        assert ingest([folder], library, Settings(workers=1), embed=False).read == ["papers/a.txt"]
        assert library.coverage(Filters()).councils == ("Fenwold Council",)


def test_another_model_is_refused_with_the_way_out(shelf: Path) -> None:
    """Vectors of two models do not mix."""
    with open_library(shelf, create=True) as library, pytest.raises(MattersError, match="--model"):
        ingest([], library, Settings(model=str(Path(__file__).parent)))
