"""One name of a list, and lists in which the post stands first: "Head of Law (Ms. B. Penn)".

Comes in: the text of a list. Goes out: an `Entry` for each post with a name in brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.people import HONOURS, TITLE, TITLED, TITLES, singular
from pipeline.language.posts import ROLE_HEAD

POST_THEN_NAME = re.compile(
    rf"(?P<post>(?:[^();\n•]|\([^()]*\)(?=\s*\()){{3,140}}?)\s*\(\s*"
    rf"(?![^()]*\b(?:left|arrived|joined|until|from|substitut\w*|for)\b)(?![A-Z]{{2,4}}\))(?P<name>{TITLES}\s*[^()]{{2,40}}|"
    rf"(?:[A-Z]\.?\s?){{1,3}}[A-Z][\w'’-]+)\)"
)

POST_OF_THREE = re.compile(
    rf"(?!{TITLE}\s)[A-Z][\w'’&/-]*(?:\s[\w'’&/-]+){{1,5}}\s(?i:Director|Manager|Officer|Engineer|Planner|Architect|Accountant|Surveyor|Advis[eo]r|"
    r"Solicitor|Administrator|Co-?ordinator|Executive|Representative)[.,]?"
)
""" "P Orr, Stowmere Area Engineer": three words behind a comma that end as a post does are no second person."""
POST_DASH_NAME = re.compile(
    rf"\s*(?P<post>[A-Z][^;\t():\n]{{3,80}}?)\s+[–—-]\s+(?P<name>(?:{TITLES}\s*)?(?:[A-Z]\.?\s?){{0,3}}[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)[\s.]*"
)
""" "Director of Economic Development and Planning – M Orr", alone on a line."""
ACRONYM_AFTER = re.compile(rf"^(?P<name>\S+\s.*?[a-zà-ÿ]) (?!{HONOURS})(?P<post>[A-Z]{{2,5}})$")
""" "Scott Hallam HT": letters behind a name that tell a post or a union."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a list: where it stands (its bracket included), its role and what else is said beside it."""

    name: str
    start: int
    end: int
    role: str | None = None
    note: str | None = None


def led_by_posts(text: str) -> list[Entry]:
    """The posts of a list with their holders."""
    return [_post(match) for match in POST_THEN_NAME.finditer(text)]


def _post(match: re.Match[str]) -> Entry:
    post = re.sub(r"^[\s,;:.=]*(?:and\s+|the\s+)*", "", match["post"]).strip()
    named = TITLED.match(match["name"])
    name = f"{singular(named['title'])} {named.group()[len(named['title']) :].strip(' :')}" if named else match["name"]
    start = match.end("post") - len(match["post"].lstrip(" ,;:.=\n"))
    return Entry(flat(name), start, match.end(), flat(post) or None)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def post_first(line: str, at: int) -> list[Entry] | None:
    """A post and, behind a dash, who holds it."""
    match = POST_DASH_NAME.fullmatch(line)
    if not match or not ROLE_HEAD.search(match["post"]) or TITLED.match(match["post"]) or ROLE_HEAD.search(match["name"]):
        return None
    return [Entry(flat(match["name"]), at + match.start("name"), at + match.end("name"), flat(match["post"]))]
