"""The written answer: what the gate lets through of a model's text, or the answer as it was, and in either case what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.lookup.answering.compose import LONGEST, closed
from pipeline.lookup.answering.proof import plain
from pipeline.lookup.written.gate import SAID, fault
from pipeline.lookup.written.models import Writer
from pipeline.lookup.written.prompts import Prompt, prompt
from pipeline.lookup.written.sentences import parsed, taken
from pipeline.lookup.written.sources import Source, listed, sources
from pipeline.model.answers import Answer, Statement
from pipeline.model.ports import FactStore

PROMPT, KIND = "answer", "written"
CITATIONS = 5
LONGEST_ERROR = 160


@dataclass(frozen=True, slots=True)
class Passed:
    """The sentences that stand, each with the sources it cites, and how many fell for what."""

    kept: tuple[tuple[str, tuple[Source, ...]], ...] = ()
    fell: Mapping[str, int] = field(default_factory=dict)
    refused: bool = False


def written(library: FactStore, answer: Answer, writer: Writer) -> Answer:
    """The answer in the model's words where they stand, its statements the sentences with their citations.

    `understood["written"]` says by which model, how many sentences were kept, how many fell and why. A question that the
    library does not answer is not sent; where nothing stands, the answer is the one that came in.
    """
    if not answer.answered:
        return _noted(answer, writer, Passed(), "The library does not answer this, so the model was not asked.")
    some = sources(library, answer)
    try:
        text = taken(_asked(writer, prompt(PROMPT), answer.question, some))
    except Exception as error:  # noqa: BLE001  # a plugin may raise anything, and the answer at hand is good without it
        told = f"{type(error).__name__}: {plain(str(error))}"[:LONGEST_ERROR]
        return _noted(answer, writer, Passed(), f"The model failed ({told}). This is the answer without it.")
    passed = gated(text, some)
    if not passed.kept:
        return _noted(answer, writer, passed, f"{_nothing(text, passed)} This is the answer without it.")
    return _noted(_made(answer, passed), writer, passed, "Written by the model from the papers cited; each sentence was checked.")


def _nothing(text: str, passed: Passed) -> str:
    if passed.refused:
        return "The model found no answer in the passages."
    return "Nothing that the model wrote stands." if text.strip() else "The model wrote nothing."


def _asked(writer: Writer, used: Prompt, question: str, some: tuple[Source, ...]) -> Any:
    system, user = used.filled({"question": plain(question), "sources": listed(some)})
    return writer.prompt(user, system=system, stream=bool(getattr(writer, "can_stream", True)))


def gated(text: str, some: Sequence[Source]) -> Passed:
    """The sentences of a model's text that stand, as many as an answer has room for."""
    by_number = {source.number: source for source in some}
    refusal = prompt(PROMPT).refusal.rstrip(".").casefold()
    kept: dict[str, tuple[Source, ...]] = {}
    fell: Counter[str] = Counter()
    refused, room = False, LONGEST
    for sentence in parsed(text):
        if sentence.text.rstrip(".").casefold() == refusal:
            refused = True
            continue
        said = closed(sentence.text)
        why = fault(sentence, by_number) or (None if said in kept or len(said) <= room else "room")
        if why:
            fell[why] += 1
        elif said not in kept:
            kept[said] = tuple(by_number[number] for number in sentence.cites)
            room -= len(said) + 1
    return Passed(tuple(kept.items()), dict(fell), refused)


def _made(answer: Answer, passed: Passed) -> Answer:
    """The sentences are statements; those statements that none of them cites follow, so that no promise of a list is lost."""
    said = [Statement(text, KIND, None, tuple(source.citation for source in cited[:CITATIONS])) for text, cited in passed.kept]
    proofs = {citation.id for statement in said for citation in statement.citations}
    rest = [one for one in answer.statements if not proofs & {citation.id for citation in one.citations}]
    return replace(answer, answer=" ".join(one.text for one in said), statements=(*said, *rest))


def _noted(answer: Answer, writer: Writer, passed: Passed, note: str) -> Answer:
    told = {"model": writer.model_id, "kept": len(passed.kept), "dropped": dict(passed.fell), "note": f"{note}{_fallen(passed.fell)}"}
    return replace(answer, understood={**answer.understood, "written": told})


def _fallen(fell: Mapping[str, int]) -> str:
    """ " Left out: 2 sentences without a citation." """
    if not fell:
        return ""
    counted = ", ".join(f"{n} sentence{'s' * (n != 1)} {SAID[why]}" for why, n in fell.items())
    return f" Left out: {counted}."
