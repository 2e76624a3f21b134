"""Actions and the later papers of the same body that report on them.

Comes in: stored actions, and passages of later minutes, reports and action logs. Goes out: `followed_by`, the passages that
speak of an action, oldest first, and its status: done where one of them says so; carried forward where the last word on it
is that it is still to be done; not mentioned where the body has met since, the action was due, and nothing speaks of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.language.dates import first_date
from pipeline.language.sentences import sentences
from pipeline.link.ports import Found, Linkable, telling
from pipeline.model.answers import FactRow, Filters, PassageRow

SAME_MATTER, SAME_MATTER_FOLLOWED = 0.6, 0.4
"""Share of an action's telling words that a later passage must hold to be about it; under a heading that follows actions up."""
FOLLOWED_UP = re.compile(
    r"\b(?:matters? arising|actions?|action (?:log|tracker|list|plan|sheet)|progress|outstanding|follow(?:ing)?[- ]?up|tracker|"
    r"updates?|minutes of the (?:last|previous))\b",
    re.IGNORECASE,
)
FEWEST, FEWEST_SHARED = 3, 2
"""Telling words below which an action cannot be recognised again, and that a mention must share with it where actions are followed up."""
ASKING = frozenset(
    "undertook undertake undertaken asked requested agreed promised offered action actioned officer member committee "
    "council meeting next future bring brought provide provided send sent circulate circulated write written arrange "
    "arranged present presented submit submitted prepare prepared produce produced look looked invite invited contact "
    "contacted obtain obtained inform informed receive received".split()
)
"""Words of undertaking and doing: they say that something is to be done, or was, not what."""
SOON = timedelta(days=370)
"""Between minutes further apart than this, others are missing that may well speak of an action."""
LOOKED_AT = 12
IN = frozenset(("minutes", "report", "appendix", "agenda", "other"))
"""Kinds of part that report on actions."""
_DONE = (
    "received|completed?|circulated|provided|presented|arranged|held|done|sent|published|actioned|delivered|resolved|issued|emailed|"
    "e-mailed|shared|distributed|written|contacted|met|carried out|installed|repaired|replaced|removed|cleared|ordered|purchased|"
    "submitted|reported|appointed|updated|implemented|closed|concluded|discharged|paid|signed|obtained|organised|undertaken"
)
DONE = re.compile(
    rf"\b(?:was|were|had|has|have|is|are|being|now) (?:\w+ly |now |already |since |all |been )*(?:{_DONE})\b"
    r"|\b(?:presented|introduced|submitted|tabled|circulated|provided|gave|received|considered)\s+(?:the|an?|its|his|her|"
    r"this)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:reports?|updates?|presentation|briefing|papers?|breakdown|figures|data|note|results)\b"
    rf"|[:–-]\s*(?:all\s+|now\s+)?(?:{_DONE})(?=\W*(?:$|\.|on\b|by\b|\d))"
    r"|\b(?:completed?|action closed|closed|done|discharged)(?:\W|$)|\bthis had taken place\b|\bhad now taken place\b",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"\b(?:carried forward|carry forward|outstanding|ongoing|on-going|in progress|deferred|postponed|delayed|chase[ds]?|chasing|"
    r"awaiting|awaited|pending|not (?:yet )?(?:been |received|completed?|provided|circulated|done|happened|taken place|available)|"
    r"still (?:to|be|being|not|waiting)|"
    r"(?:would|will|to|should|is due to|was due to) (?:now )?be (?:brought|presented|circulated|provided|sent|reported|completed?|done|"
    r"held|considered))\b",
    re.IGNORECASE,
)


def actions_followed(library: Linkable) -> Iterator[Found]:
    """Status and followed_by of each action that its body could have reported on; nothing where it has not met since."""
    actions = [a for a in library.facts("actions", Filters()) if a.standing.committee and a.standing.meeting_date]
    meetings = {
        (d.standing.committee, d.standing.meeting_date) for kind in ("decisions", "actions") for d in library.facts(kind, Filters())
    }
    for action in actions:
        since = [m for c, m in meetings if c == action.standing.committee and m and m > (action.standing.meeting_date or "")]
        if not since or _closed(action):
            continue
        found = _mentions(library, action)
        followed = [{"$fact": row.id} for row in found]
        yield Found("actions", action.id, {"status": _status(action, found, since), "followed_by": json.dumps(followed)})


def _closed(action: FactRow) -> bool:
    """The log that states it says that it is done; what an earlier run found has its passages beside it."""
    return action.fields.get("status") == "done" and not action.fields.get("followed_by")


def _mentions(library: Linkable, action: FactRow) -> list[PassageRow]:
    """Passages of later papers of the body that hold enough of the action's telling words, oldest first."""
    words = _matter(action)
    if len(words) < FEWEST:
        return []
    match = " OR ".join(f'"{word}"' for word in sorted(words))
    after = Filters(council=action.standing.council, committee=action.standing.committee, since=f"{action.standing.meeting_date}~")
    rows = library.passages([rowid for rowid, _ in library.words(match, after, LOOKED_AT)])
    about = [row for row in rows if row.standing.kind in IN and _about(words, row)]
    return sorted(about, key=lambda row: (row.standing.meeting_date or "", row.ordinal))


def _matter(action: FactRow) -> frozenset[str]:
    """The telling words of what is to be done, without who does it."""
    said = telling(action.fields["text"]) - telling(str(action.fields.get("owner") or ""))
    return said - telling(str(action.fields.get("due") or "")) - ASKING


def _about(words: frozenset[str], row: PassageRow) -> bool:
    shared = len(words & telling(row.words))
    followed = any(FOLLOWED_UP.search(heading) for heading in row.standing.section)
    fewest, share = (FEWEST_SHARED, SAME_MATTER_FOLLOWED) if followed else (FEWEST, SAME_MATTER)
    return shared >= max(fewest, share * len(words))


def _status(action: FactRow, found: Sequence[PassageRow], since: Sequence[str]) -> str:
    """Done once it is said to be; else what the last mention says. Silence tells only where the body met soon, and after its day."""
    said = [_said(_matter(action), row) for row in found]
    if "done" in said:
        return "done"
    if found:
        return said[-1]
    due = first_date(str(action.fields.get("due") or ""))
    soon = date.fromisoformat(min(since)) - date.fromisoformat(str(action.standing.meeting_date)) <= SOON
    return "open" if (due and due > max(since)) or not soon else "not_mentioned"


def _said(words: frozenset[str], row: PassageRow) -> str:
    """What a passage says of an action: in the sentences that hold its words, and in the sentence behind each of them."""
    text = " ".join(row.words.split())
    spans = [text[start:end] for start, end in sentences(text)] or [text]
    near = [index for index, sentence in enumerate(spans) if len(words & telling(sentence)) >= FEWEST_SHARED] or list(range(len(spans)))
    about = [spans[index] for index in sorted({at for index in near for at in (index, index + 1) if at < len(spans)})]
    if any(DONE.search(sentence) and not CARRIED.search(sentence) for sentence in about):
        return "done"
    return "carried_forward" if any(CARRIED.search(sentence) for sentence in about) else "open"
