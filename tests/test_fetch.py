"""Papers from files and folders."""

import contextlib
import hashlib
import json
import os
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.fetch.folder import fetch
from pipeline.fetch.stated import KEYS, stated

WORDS = b"The Committee agreed the minutes."


@pytest.fixture
def papers(tmp_path):
    """A folder of papers with what also lies about in such folders."""
    root = tmp_path / "aldermere"
    for name in ("b.PDF", "a.txt", "2023/minutes.docx", "2023/page.HTML", ".hidden.txt", "~$minutes.docx", "notes.xlsx", ".git/x.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(WORDS)
    (root / "download").write_bytes(b"%PDF-1.7 and so on")
    (root / "LICENCE").write_bytes(b"MIT")
    return root


def names(found):
    return [source.name for source in found if not isinstance(source, SourceError)]


def errors(found):
    return [str(error) for error in found if isinstance(error, SourceError)]


def test_a_folder_gives_its_papers_in_order(papers):
    """Papers of every kind, folders within folders, by name; nothing hidden, locked or of another kind."""
    found = list(fetch([papers]))
    assert names(found) == [
        "aldermere/2023/minutes.docx",
        "aldermere/2023/page.HTML",
        "aldermere/a.txt",
        "aldermere/b.PDF",
        "aldermere/download",
    ]
    assert errors(found) == []


def test_a_source_carries_hash_and_size(papers):
    """The hash is the file's SHA-256, the size its bytes, the path its place on disk."""
    (source,) = fetch([papers / "a.txt"])
    assert (source.sha256, source.size, source.path) == (hashlib.sha256(WORDS).hexdigest(), len(WORDS), papers / "a.txt")


def test_a_file_is_named_as_in_its_folder(papers):
    """`ingest papers/a.txt` and `ingest papers` name the paper alike, and together give it once."""
    assert names(fetch([papers / "a.txt"])) == ["aldermere/a.txt"]
    assert names(fetch([papers, papers / "a.txt"])).count("aldermere/a.txt") == 1


def test_the_folder_one_is_in_has_its_name(papers):
    """`ingest .` names papers by the folder's real name."""
    with contextlib.chdir(papers / "2023"):
        assert "2023/minutes.docx" in names(fetch([os.curdir]))


def test_two_folders_of_one_name_do_not_mix(tmp_path):
    """A second paper of the same name from elsewhere is refused, with what to do."""
    for council in ("north", "south"):
        (tmp_path / council / "papers").mkdir(parents=True)
        (tmp_path / council / "papers" / "a.txt").write_bytes(WORDS)
    found = list(fetch([tmp_path / "north" / "papers", tmp_path / "south" / "papers"]))
    assert names(found) == ["papers/a.txt"]
    assert "Ingest the folder above both" in errors(found)[0]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("missing.pdf", None, "does not exist. Check the spelling"),
        ("empty.pdf", b"", "empty: 0 bytes"),
        ("budget.xlsx", b"PK", "XLSX is not read. Save or print it as PDF"),
        ("minutes.doc", b"\xd0\xcf", "DOC is not read. Open it in Word or LibreOffice, save it as .docx"),
        ("papers.zip", b"PK", "ZIP is not read. Unpack it"),
        ("picture.webp", b"RIFF", "WEBP is not read. Give PDF, HTML, DOCX, TXT or MD"),
        ("README", b"words", "a file without an ending is not read"),
    ],
)
def test_what_cannot_be_had_is_told_with_the_next_step(tmp_path, name, content, told):
    """Each is an error in its place, and names the file."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (error,) = errors(fetch([tmp_path / name]))
    assert name in error
    assert told in error


def test_errors_stand_in_order_and_stop_nothing(papers, tmp_path):
    """A missing file between two papers leaves both."""
    found = list(fetch([papers / "a.txt", tmp_path / "gone.pdf", papers / "b.PDF"]))
    assert [isinstance(one, SourceError) for one in found] == [False, True, False]


def test_a_folder_without_papers_is_told(tmp_path):
    """An empty folder, or one of pictures only, is an error and not silence."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"x")
    assert "a folder without papers" in errors(fetch([tmp_path / "pictures"]))[0]


def test_an_old_word_file_in_a_folder_is_not_passed_over(papers):
    """It surely is a paper, so its absence from the library is said."""
    (papers / "2019 minutes.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert errors(fetch([papers])) == [
        "aldermere/2019 minutes.doc: DOC is not read. Open it in Word or LibreOffice, save it as .docx and ingest that."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_are_followed_once(papers):
    """A link back to the folder above ends; a link that leads nowhere is told."""
    (papers / "2023" / "above").symlink_to(papers, target_is_directory=True)
    (papers / "gone.pdf").symlink_to(papers / "nowhere.pdf")
    found = list(fetch([papers]))
    assert len(names(found)) == 5
    assert len(errors(found)) == 1
    assert "gone.pdf" in errors(found)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_never_read(papers):
    """A pipe among the papers, which would keep a reader waiting for ever, is told where its name is a paper's."""
    os.mkfifo(papers / "minutes.txt")
    os.mkfifo(papers / "pipe")
    found = list(fetch([papers]))
    assert len(names(found)) == 5
    assert [error.split(": ")[1] for error in errors(found)] == [
        "neither a file nor a folder. Name a PDF, HTML, DOCX, TXT or MD file, or a folder."
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_name_that_is_no_text_is_told(papers):
    """A file out of an old archive, whose name is not UTF-8, is to be renamed; the others are read."""
    (papers / os.fsdecode(b"\xe4mter.txt")).write_bytes(WORDS)
    found = list(fetch([papers]))
    assert len(names(found)) == 5
    assert errors(found) == ["aldermere/\ufffdmter.txt: its name, or a folder's, is not in UTF-8. Rename it."]


def test_accents_are_one_character(tmp_path):
    """A name that a Mac has taken apart is the name that others write."""
    folder = tmp_path / unicodedata.normalize("NFD", "Comhairle Áth")
    folder.mkdir()
    (folder / unicodedata.normalize("NFD", "miontuairiscí.txt")).write_bytes(WORDS)
    assert names(fetch([folder])) == [unicodedata.normalize("NFC", "Comhairle Áth/miontuairiscí.txt")]


@pytest.mark.parametrize("beside", ["a.txt.meta.json", "a.meta.json"])
def test_what_is_stated_comes_with_the_source(papers, beside):
    """A file beside the paper states url, council, title and date; other keys are left alone."""
    said = {"url": "https://aldermere.example/a", "council": "Aldermere County Council", "published": "2024-03-31", "shelf": 7}
    (papers / beside).write_text(json.dumps(said))
    (source,) = fetch([papers / "a.txt"])
    assert source.stated == {key: said[key] for key in KEYS if key in said}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "a.txt.meta.json: not JSON"),
        ("[]", "not an object"),
        ('{"published": "31 March 2024", "title": "Minutes"}', '"published" is not a date: 31 March 2024'),
        ('{"url": "javascript:alert(1)", "title": "Minutes"}', '"url" is not an address of the web: javascript:alert(1)'),
        ('{"url": "data:text/html,x", "title": "Minutes"}', '"url" is not an address of the web'),
        ('{"council": 7, "title": "Minutes"}', '"council" is not a text'),
    ],
)
def test_a_bad_statement_is_named_and_the_paper_still_comes(papers, content, told):
    """What is wrong is told; what is right of it counts."""
    (papers / "a.txt.meta.json").write_text(content)
    error, source = fetch([papers / "a.txt"])
    assert told in str(error)
    assert source.stated == ({"title": "Minutes"} if "title" in content else {})


@given(st.dictionaries(st.sampled_from([*KEYS, "other"]), st.none() | st.integers() | st.text(" a-1") | st.dates().map(str)))
def test_only_texts_are_ever_stated(tmp_path_factory, said):
    """Whatever the JSON holds, what is stated is text without blanks around it, and an address is one of the web."""
    folder = tmp_path_factory.mktemp("stated")
    (folder / "a.pdf.meta.json").write_text(json.dumps(said))
    found, _ = stated(folder / "a.pdf", "papers/a.pdf")
    assert all(key in KEYS and isinstance(value, str) and value == value.strip() != "" for key, value in found.items())
