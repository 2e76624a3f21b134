"""The web page as visitors meet it: `matters serve` is started over a library and asked by many at once.

    python -m bench.serve --library LIBRARY [--seconds 10] [--requests 10000]

Prints Markdown for docs/benchmarks.md: first byte and weight of every page; requests a second and times of questions, page pictures and
lists for 1, 8 and 32 visitors who never rest; questions of 8 visitors who think for a second between them; memory of all processes before
and after many requests. Questions are all different, and no answer is kept. Visitors share the machine with the server.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from pipeline.store import open_library
from tests.web.addresses import SHOWN, filled
from tests.web.serving import family, served

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
FILES = ("questions.jsonl", "unanswerable.jsonl", "unanswerable-more.jsonl")
FORMS = {
    "figures": ("measure", "How much was {} in {}?"),
    "commitments": ("subject", "What was promised on {} by {}?"),
    "decisions": ("item_title", "What was decided on {} in {}?"),
    "reports": ("title", "Who wrote the report on {} in {}?"),
}
"""Kind of fact to the field that further questions are made of, and their form; the year makes each another."""
YEARS = range(2018, 2028)
CLIENTS = (1, 8, 32)
THINKERS, THINKING, ROUNDS = 8, 1.0, 25
TRIES = 7
SMALL = ("/static/style.css", "/static/page.js", "/static/icon.svg")
"""What a page brings with it, besides a picture."""


class Told(NamedTuple):
    """A reply: seconds to its first byte and to its last, its size and status."""

    first: float
    last: float
    size: int
    status: int


class Visitor:
    """One connection, kept open as browsers keep it."""

    def __init__(self, site: str) -> None:
        where = urlsplit(site)
        self.line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=120)

    def get(self, path: str) -> Told:
        begun = time.perf_counter()
        self.line.request("GET", path)
        reply = self.line.getresponse()
        first = time.perf_counter()
        body = reply.read()
        return Told(first - begun, time.perf_counter() - begun, len(body), reply.status)


def questions(library: Any) -> list[str]:
    """Those of the sample corpus, then others on what the library holds, as pages that answer them."""
    lines = (line for name in FILES for line in (GOLD / name).read_text(encoding="utf-8").splitlines() if line)
    asked = dict.fromkeys(json.loads(line)["question"] for line in lines)
    topics = [(form, value) for kind, (field, form) in FORMS.items() for value, _ in library.values(kind, field, filters(), {}, 400)]
    asked |= dict.fromkeys(form.format(topic, year) for year in YEARS for form, topic in topics)
    return [f"/ask?q={quote(question[:400])}" for question in asked]


def filters() -> Any:
    from pipeline.model.answers import Filters

    return Filters()


def pictures(library: Any) -> list[str]:
    """Every page of every PDF that was read and lies where it was, at 100 %."""
    papers = [paper for paper in library.documents() if paper.media == "pdf" and Path(paper.path).exists()]
    if not papers:
        raise SystemExit("No PDF of this library lies where it was read: ingest the papers again.")
    return [f"/papers/{paper.sha256[:12]}/pages/{page}.png?width=1400" for paper in papers for page in range(1, paper.pages + 1)]


def lists() -> list[str]:
    """Screens of several lists, with filters and orders."""
    return [f"/{kind}?{narrowed}" for narrowed in ("", "council=aldermere", "topic=care", "since=2024", "order=dated") for kind in FORMS]


def endless(paths: Sequence[str]) -> Callable[[], str]:
    """The next path, for all visitors together: none comes twice before all were asked."""
    numbers, lock = count(), threading.Lock()

    def following() -> str:
        with lock:
            return paths[next(numbers) % len(paths)]

    return following


def restless(site: str, clients: int, following: Callable[[], str], seconds: float) -> tuple[list[Told], float]:
    """Visitors who ask again at once, for so many seconds; the replies, and how long it took."""
    begun = time.perf_counter()

    def visit(_: int) -> list[Told]:
        visitor, told = Visitor(site), list[Told]()
        while time.perf_counter() - begun < seconds:
            told.append(visitor.get(following()))
        return told

    with ThreadPoolExecutor(clients) as threads:
        made = [one for told in threads.map(visit, range(clients)) for one in told]
    return made, time.perf_counter() - begun


def thoughtful(site: str, following: Callable[[], str]) -> list[Told]:
    """Visitors who think between questions; they do not come all at once."""

    def visit(number: int) -> list[Told]:
        visitor, told = Visitor(site), list[Told]()
        time.sleep(number * THINKING / THINKERS)
        for _ in range(ROUNDS):
            told.append(visitor.get(following()))
            time.sleep(THINKING)
        return told

    with ThreadPoolExecutor(THINKERS) as threads:
        return [one for told in threads.map(visit, range(THINKERS)) for one in told]


def centile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def memory() -> dict[int, int]:
    """Processes that this one has started, and theirs: id to kilobytes, shared pages counted in part (PSS)."""
    return {one: kilobytes(one) for one in family(os.getpid()) - {os.getpid()}}


def kilobytes(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def spent() -> float:
    """Seconds of processor that the server's processes have had, which a busy machine does not make more of."""
    ticks = 0
    for process in memory():
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def megabytes() -> str:
    each = sorted((size // 1024 for size in memory().values()), reverse=True)
    return f"{sum(each)} MB ({' + '.join(str(one) for one in each if one)})"


def first_bytes(site: str, library: Any) -> Iterator[str]:
    """Of every page, warm, the slowest first."""
    visitor = Visitor(site)
    brought = sum(visitor.get(path).size for path in SMALL)
    rows = []
    for path in SHOWN:
        address = filled(path, library)
        told = [visitor.get(address) for _ in range(TRIES + 1)][1:]
        first = statistics.median(one.first for one in told)
        rows.append((first, f"| `{path}` | {first * 1000:.0f} | {(told[0].size + brought) / 1000:.0f} |"))
    yield "| page | first byte, ms (median of 7, warm) | kB with style and script |\n|---|---|---|"
    yield from (line for _, line in sorted(rows, reverse=True))


def crowds(site: str, kinds: dict[str, Callable[[], str]], seconds: float) -> Iterator[str]:
    yield "| asked for | visitors | a second | p50 ms | p95 ms | refused |\n|---|---|---|---|---|---|"
    for kind, following in kinds.items():
        for clients in CLIENTS:
            told, took = restless(site, clients, following, seconds)
            times = [one.last * 1000 for one in told]
            refused = sum(one.status != 200 for one in told)
            yield f"| {kind} | {clients} | {len(told) / took:.1f} | {centile(times, 0.5):.0f} | {centile(times, 0.95):.0f} | {refused} |"


def worn(site: str, kinds: dict[str, Callable[[], str]], requests: int) -> Iterator[str]:
    """Memory before and after so many requests of all kinds in turn, of 8 visitors."""
    yield f"Memory before: {megabytes()}"
    turns, lock = count(), threading.Lock()

    def visit(_: int) -> None:
        visitor = Visitor(site)
        while True:
            with lock:
                turn = next(turns)
            if turn >= requests:
                return
            visitor.get(list(kinds.values())[turn % len(kinds)]())

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(visit, range(8)))
    yield f"Memory after {requests:,} requests: {megabytes()}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--library", type=Path, required=True)
    options.add_argument("--seconds", type=float, default=10, help="for each kind and number of visitors")
    options.add_argument("--requests", type=int, default=10_000, help="between the two measures of memory")
    chosen = options.parse_args()
    with open_library(chosen.library) as library, served(chosen.library) as site:
        kinds = {"questions": endless(questions(library)), "page pictures": endless(pictures(library)), "lists": endless(lists())}
        print(f"Load of the machine before: {os.getloadavg()[0]:.1f}; {os.cpu_count()} cores; {len(library.documents())} papers.\n")
        print(*first_bytes(site, library), sep="\n", flush=True)
        before = spent()
        told = [one.last * 1000 for one in thoughtful(site, kinds["questions"])]
        each = (spent() - before) / len(told) * 1000
        p50, p95 = centile(told, 0.5), centile(told, 0.95)
        thought = f"{THINKERS} visitors who think for a second between questions, {len(told)} different ones"
        print(f"\n{thought}: p50 {p50:.0f} ms, p95 {p95:.0f} ms, {each:.0f} ms of processor each.\n")
        for line in crowds(site, kinds, chosen.seconds):
            print(line, flush=True)
        print()
        for line in worn(site, kinds, chosen.requests):
            print(line, flush=True)
        print(f"\nLoad after: {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
