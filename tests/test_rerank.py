"""A cross-encoder by name: a real one of two small random layers, saved to a folder as any other would be."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import group
from pipeline.embed.models import offline
from pipeline.embed.reranker import CrossReader
from pipeline.errors import ModelError
from pipeline.lookup.answering.answer import ask
from pipeline.lookup.finding.rerank import placed_again
from pipeline.lookup.finding.search import search
from pipeline.model.answers import Filters
from tests.fake_library import FakeLibrary, Paper

WORDS = "the a of to for and in is was homes garden bus road repairs budget library school opened closed committee ferry harbour".split()
LINES = [(f"Item {n}", None, f"The {word} budget was {n} thousand pounds for repairs.") for n, word in enumerate(WORDS[9:], 1)]


def cross_encoder(folder: Path, scores: int = 1) -> Path:
    """Saves a tiny BERT that gives so many scores, with a tokenizer of a few words."""
    offline()
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    names = {word: at for at, word in enumerate([*special, *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(names, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    forms = {"single": "[CLS] $A [SEP]", "pair": "[CLS] $A [SEP] $B:1 [SEP]:1"}
    tokenizer.post_processor = processors.TemplateProcessing(**forms, special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    told = dict(zip(("pad_token", "unk_token", "cls_token", "sep_token", "mask_token"), special, strict=True))
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, model_max_length=64, **told).save_pretrained(folder)
    torch.manual_seed(3)
    size = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32, "max_position_embeddings": 64}
    shape = BertConfig(vocab_size=len(names), num_labels=scores, initializer_range=1.0, **size)
    BertForSequenceClassification(shape).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> CrossReader:
    return CrossReader(str(cross_encoder(tmp_path_factory.mktemp("cross"))))


class Fixed:
    """A reranker that judges by a table."""

    name = "fixed"

    def __init__(self, *scores: float) -> None:
        self.scores = scores

    def judged(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        del question
        return self.scores[: len(texts)]


def test_each_text_is_judged_with_the_question(reader: CrossReader) -> None:
    """One score for each text, the same whatever stands beside it, another for another question."""
    texts = ["the ferry was closed", "repairs to the road", "a garden for the school"]
    scores = reader.judged("was the ferry closed", texts)
    assert len(set(scores)) == 3
    assert reader.judged("was the ferry closed", texts[::-1]) == pytest.approx(scores[::-1], abs=1e-5)
    assert reader.judged("homes", texts) != pytest.approx(scores)


def test_both_judgements_count_the_same() -> None:
    """In standard deviations: neither scale wins, a model that cannot tell changes nothing, equal texts keep their order."""
    texts = ["a", "b", "c"]
    assert placed_again("q", texts, [3.0, 2.0, 1.0], Fixed(0.0, 0.0, 0.0)) == [(0, 1), (1, 2), (2, 3)]
    assert [at for at, _ in placed_again("q", texts, [3.0, 2.9, 0.0], Fixed(0.1, 0.9, 0.1))] == [1, 0, 2]
    assert placed_again("q", texts, [30.0, 20.0, 10.0], Fixed(1, 2, 3)) == placed_again("q", texts, [3.0, 2.0, 1.0], Fixed(1, 2, 3))


def test_hits_say_where_the_cross_encoder_placed_them(reader: CrossReader) -> None:
    """The same passages, `rerank` among what found them, scores that still fall."""
    library = FakeLibrary([Paper("report.pdf", LINES)])
    plain = search(library, "ferry repairs budget", Filters(), 0)
    again = search(library, "ferry repairs budget", Filters(), 0, reader)
    assert sorted(hit.row.id for hit in again) == sorted(hit.row.id for hit in plain)
    assert {hit.found_by["rerank"] for hit in again} == set(range(1, len(again) + 1))
    assert [hit.score for hit in again] == [hit.score for hit in plain]
    assert not any("rerank" in hit.found_by for hit in plain)


def test_an_answer_names_the_cross_encoder(reader: CrossReader) -> None:
    """What was understood says who had a part in it."""
    answer = ask(FakeLibrary([Paper("report.pdf", LINES)]), "What was the ferry budget?", Filters(), reranker=reader)
    assert answer.understood["rerank"] == reader.name


def test_a_question_that_nothing_is_found_for_loads_no_model() -> None:
    """Nothing to order, nothing to load."""
    assert search(FakeLibrary([]), "ferry", Filters(), 5, CrossReader("no-such/model")) == []


def test_a_model_that_is_not_to_be_had_says_what_to_do() -> None:
    """No hub is asked; the error names the ways out."""
    with pytest.raises(ModelError, match=r"folder it lies in.*HF_HUB_OFFLINE=0.*--rerank"):
        CrossReader("no-such/model").judged("q", ["a"])


def test_a_model_that_gives_no_one_score_is_refused(tmp_path: Path) -> None:
    """A classifier of three classes cannot order passages."""
    with pytest.raises(ModelError, match="no cross-encoder that gives one score"):
        CrossReader(str(cross_encoder(tmp_path, scores=3))).judged("q", ["a"])


def test_the_setting_is_told_by_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`MATTERS_RERANK` is in force for every question, so `status` shows it."""
    from pipeline.store import open_library

    open_library(tmp_path, create=True).db.close()
    monkeypatch.setenv("MATTERS_RERANK", "folder/of/a-model")
    told = CliRunner().invoke(group, ["status", "--library", str(tmp_path), "--json"])
    assert json.loads(told.output)["rerank"] == "folder/of/a-model"
    assert "reranked by folder/of/a-model" in CliRunner().invoke(group, ["status", "--library", str(tmp_path)]).output
