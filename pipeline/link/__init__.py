"""What facts of different places have to do with one another, found over the whole library after each ingest.

Each step is a function from stored rows to fields to set; running twice sets the same.
"""

from __future__ import annotations

from pipeline.link.actions import actions_followed
from pipeline.link.agenda import agenda_to_papers
from pipeline.link.councils import councils_of_others
from pipeline.link.ports import Linkable
from pipeline.link.promises import promises_restated
from pipeline.link.recommendations import recommendations_resolved
from pipeline.link.repeats import repeats

STEPS = (agenda_to_papers, recommendations_resolved, actions_followed, promises_restated)


def link(library: Linkable) -> None:
    """Finds papers printed twice and whose papers are, then runs every step, in one transaction."""
    with library.transaction():
        library.set_repeats(repeats(library.parts()))
        library.set_councils(councils_of_others(library.parts()))
        for step in STEPS:
            for found in step(library):
                library.set_fields(found.kind, found.id, dict(found.values))
