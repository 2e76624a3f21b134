"""The sample corpus: its sources, its built papers, its counts and its gold questions agree."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus import build  # noqa: E402 # the corpus is no installed package
from corpus.builder.blocks import Block, Group, Paper, Table  # noqa: E402 # the same
from corpus.builder.sums import wrong_sums  # noqa: E402 # the same

CORPUS = ROOT / "corpus"
PAPERS = {paper.name.removesuffix(".paper"): paper for paper in build.sources()}
TOTALS = tomllib.loads((CORPUS / "sources.toml").read_text(encoding="utf-8"))
FACTS = tomllib.loads((CORPUS / "facts.toml").read_text(encoding="utf-8"))
BUILT = json.loads((CORPUS / "built.json").read_text(encoding="utf-8"))
MEGABYTES = 6
SCAN_PAGES = "**8. Falls prevention**"
"""What begins the second page of the scan, whose words are checked in its source."""
NAMED = re.compile(r"(?:Cllr|Councillor) ((?:[A-Z]\.? )?(?:[A-Z][a-z]+ )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b")
KINDS = {"decision", "vote", "commitment", "figure", "table_figure", "score", "action", "who", "when", "why"}
QUICK = ["2023-06-20-press-notice", "2023-06-16-minutes", "2024-01-market-position", "2024-10-21-decision-record"]


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def spaced(text: str) -> str:
    return " ".join(text.split())


def data_tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Group):
            yield from data_tables(block.blocks)
        elif isinstance(block, Table) and block.options.get("header") != "0":
            yield block


def source_of(file: str) -> Paper:
    return next(paper for paper in PAPERS.values() if paper.said("file") == file)


def recognised_pages(paper: Paper) -> list[str]:
    first, second = paper.raw.split(SCAN_PAGES)
    return [spaced(text.replace("**", "")) for text in (first, SCAN_PAGES + second)]


@cache
def page_texts(file: str) -> list[str]:
    """The words of each page; a paper without pages is one."""
    path = CORPUS / "papers" / file
    if path.suffix == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(path) as pdf:
            texts = [spaced(page.get_textpage().get_text_range()) for page in pdf]
        return texts if any(texts) else recognised_pages(source_of(file))
    if path.suffix == ".docx":
        import docx

        word = docx.Document(str(path))
        cells = [" ".join(cell.text for cell in row.cells) for table in word.tables for row in table.rows]
        return [spaced("\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells]))]
    if path.suffix == ".html":
        from lxml import html

        return [spaced(" ".join(html.fromstring(path.read_bytes().decode()).itertext()))]
    return [spaced(path.read_bytes().decode(source_of(file).said("encoding", "utf-8")))]


@pytest.mark.parametrize("name", PAPERS)
def test_a_built_paper_is_the_one_that_its_source_describes(name: str) -> None:
    """The bytes in papers/ are those recorded when the source, as it stands now, was built."""
    told = BUILT["papers"][f"{name}.paper"]
    rebuild = f"run: python corpus/build.py {name}"
    assert told["source"] == build.digest(CORPUS / "sources" / f"{name}.paper"), rebuild
    assert told["paper"] == build.digest(CORPUS / "papers" / told["file"]), rebuild


def test_all_papers_were_built_by_the_present_builder() -> None:
    """A change to the builder or to a template is followed by a build of everything."""
    assert BUILT["builder"] == build.builder_digest(), "run: python corpus/build.py"


@pytest.mark.parametrize("name", QUICK)
def test_building_twice_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    """A build depends on the source alone, in each of the formats."""
    pytest.importorskip("reportlab", reason="building needs reportlab, from the dependency group corpus")
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
    first, second = (build.build(PAPERS[name], folder).read_bytes() for folder in folders)
    assert first == second


def test_the_corpus_is_large_enough_and_small_enough() -> None:
    """At least 14 papers and 90 pages, in no more than six megabytes, and no file that nobody describes."""
    files = sorted(path.name for path in (CORPUS / "papers").iterdir())
    assert files == sorted(paper["file"] for paper in TOTALS["paper"])
    assert len(files) == TOTALS["papers"] >= 14
    assert sum(paper["pages"] for paper in TOTALS["paper"]) == TOTALS["pages"] >= 90
    assert sum(path.stat().st_size for path in (CORPUS / "papers").iterdir()) < MEGABYTES * 2**20


@pytest.mark.parametrize("told", TOTALS["paper"], ids=lambda told: told["source"])
def test_counts_agree_with_papers_and_sources(told: dict[str, Any]) -> None:
    """Pages are counted in the built file, tables in its source."""
    if told["file"].endswith(".pdf"):
        assert len(page_texts(told["file"])) == told["pages"]
    else:
        assert told["pages"] == 0
    if PAPERS[told["source"]].said("body") != "html":
        assert len(list(data_tables(PAPERS[told["source"]].blocks))) == told["tables"]


@pytest.mark.parametrize("name", PAPERS)
def test_tables_add_up_but_for_the_declared_misprint(name: str) -> None:
    """Totals and differences hold wherever the source does not say that the print is wrong."""
    assert list(wrong_sums(PAPERS[name].blocks)) == []


def test_one_printed_total_is_wrong() -> None:
    """The misprint that the story tells of is there, and no other."""
    tables = [(name, table.options) for name, paper in PAPERS.items() for table in data_tables(paper.blocks)]
    wrong = [(name, options["misprint"]) for name, options in tables if "misprint" in options]
    assert wrong == [("2024-09-13-pack", "the total of the forecast should be 8.490")]


@pytest.mark.parametrize("fact", FACTS["fact"], ids=lambda fact: fact["words"])
def test_shared_facts_stand_in_every_paper_that_shares_them(fact: dict[str, Any]) -> None:
    """A figure or a date that several papers give is the same in all of them."""
    missing = [name for name in fact["sources"] if fact["words"] not in spaced(PAPERS[name].raw)]
    assert missing == []


def test_every_councillor_is_on_the_register() -> None:
    """Names of councillors are spelt the same way throughout."""
    known = FACTS["people"]["councillors"]
    spellings = {form for name in known for form in _forms(name)}
    named = {match[1] for paper in PAPERS.values() for match in NAMED.finditer(paper.raw)}
    assert {name for name in named if name not in spellings} == set()


def _forms(name: str) -> Iterator[str]:
    first, surname = name.split(" ", 1)
    yield from (name, surname, f"{first[0]} {surname}", f"{first[0]}. {surname}")


def test_gold_questions_are_many_and_of_every_kind() -> None:
    """At least 60 questions with evidence and 20 without an answer, each with its own id."""
    questions, unanswerable = rows("questions"), rows("unanswerable")
    assert len(questions) >= 60
    assert len(unanswerable) >= 20
    assert len({row["id"] for row in questions + unanswerable}) == len(questions) + len(unanswerable)
    assert {row["style"] for row in questions} == {"lexical", "paraphrase", "terse"}
    assert {row["kind"] for row in questions} >= KINDS


@pytest.mark.parametrize("row", rows("questions"), ids=lambda row: row["id"])
def test_gold_quotes_stand_on_the_page_that_they_name(row: dict[str, Any]) -> None:
    """Evidence is verbatim, spaces aside, in the built paper on that page."""
    for one in [*row["evidence"], *(one for some in row.get("alt_evidence", []) for one in some)]:
        texts = page_texts(one["document"])
        assert (one["page"] is None) == (not one["document"].endswith(".pdf"))
        assert spaced(one["quote"]) in texts[(one["page"] or 1) - 1]


@pytest.mark.parametrize("row", rows("questions"), ids=lambda row: row["id"])
def test_gold_answers_hold_what_they_must_include(row: dict[str, Any]) -> None:
    """The answer printed in the gold would itself pass."""
    answer = row["answer"].lower()
    assert row["evidence"]
    assert [words for words in row["must_include"] if words.lower() not in answer] == []
