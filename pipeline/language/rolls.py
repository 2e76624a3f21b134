"""A list of names with their roles, as the head of minutes prints it.

Comes in: the text after "Present:" or "In attendance:". Goes out: one `Entry` for each name, with the role or note that
stands beside it. Four forms are read: names with brackets ("Mr A Orr (Chairman)"), posts with a name in brackets
("Head of Law (Ms. B. Penn)"), a name and its post in two columns, and names with the post after a comma or a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.language.people import HONOURS, INITIAL, NAME_ALONE, TITLE, TITLED, TITLES, singular, without_initials
from pipeline.language.posts import NOT_A_NAME, ORGANISATION, ROLE_HEAD, is_post
from pipeline.language.roll_posts import ACRONYM_AFTER, POST_OF_THREE, Entry, flat, led_by_posts, post_first

CUT = re.compile(
    rf"\s*(?:[;\t\n•|]|,(?!\s?{HONOURS})|\splus\s|\sAND\s|"
    rf"\sand\s(?!(?:[A-Z]\w+ ){{1,3}}(?:Manager|Officer|Director|Commander|Engineer)\b|\w+ (?:Manager|Officer|Director))|"
    rf"\s&\s(?={TITLE}\s))\s*|"
    rf"(?<=[\w).])(?<!\bDeputy)(?<!\bLord)(?<!\b[Tt]he)\s+(?={TITLE}\s*[A-Z])|(?<=\))\s+(?=[A-Z][\w'’-]+\s[A-Z][\w'’-]+\s*\()"
)
BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
LEADING = re.compile(
    r"^(?:(?:and|the|also|plus|with|from|residents?|members?|electors?|councillors?|officers?|its|our|"
    r"his|her)\b[\s:]*)+(?=[A-Z])|^(?:Also|Officers?|Members?|Guests?|Visitors?)\s*:\s*"
)
LED_ROLE = re.compile(
    r"^(?P<office>(?:Vice[- ]?)?[Cc]hair(?:man|person)?|Sec(?:retary)?|Treasurer)\s(?=[A-Z][a-z]+\s[A-Z])|"
    r"^(?:the |our )?(?P<role>[a-z][a-z ]{2,30}|[A-Z][A-Za-z&' -]{2,40}?)\s*[:,–-]\s*(?=[A-Z])"
)
DASHED = re.compile(r"\s*(?:\s[–—-]\s|:\s)\s*")
NAME_PIECE = re.compile(r"[^\W\d_][\w'’-]*")
IN_CHAIR = re.compile(r"\b(?:in the chair|presiding)\b", re.IGNORECASE)
NOTHING = re.compile(r"^(?:none|nil|n/?a|vacan(?:t|cy)|there were none|no apologies.*)\.?$", re.IGNORECASE)
ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
LONGEST_NAME = 45
FAR = 160
"""Characters between a name and its post: the evidence is the name alone."""
ONLY_TITLES = re.compile(rf"(?:^|\s)(?:{TITLES}|County|District|Borough|City|Town|Parish|Community|Ward|Co-opted)$")
""""Cllr. | Mrs C. Hale": a title before another title ends no name."""


def entries(text: str) -> list[Entry]:
    """The names of a list in their order."""
    posts = led_by_posts(text)
    if posts and len(posts) * 2 > len(BRACKET.findall(text)):
        return sorted([*posts, *_beside_posts(text, posts)], key=lambda entry: entry.start)
    return _in_order(text)


def _beside_posts(text: str, posts: list[Entry]) -> list[Entry]:
    """Titled names of a list that begins with offices: "the Lord Mayor (Councillor A); Aldermen B and C"."""
    for post in posts:
        text = text[: post.start] + ";".rjust(post.end - post.start) + text[post.end :]
    return [entry for entry in _in_order(text) if TITLED.match(entry.name)]


def _in_order(text: str) -> list[Entry]:
    found: list[Entry] = []
    at = 0
    for line in text.split("\n"):
        cells = line.split("\t")
        columns = _columns(cells, at) if len(cells) > 1 else post_first(line, at)
        found += columns if columns is not None else _segments(line, at)
        at += len(line) + 1
    return found


def _segments(line: str, at: int) -> list[Entry]:
    """ "Amy Lane, Head of Land and Buildings; Bob Orr, Solicitor": where semicolons part people, commas part their posts.
    "Cllrs A Hale; B Orr": a plural title is of all the names behind it."""
    if ";" not in line:
        return _running(line, at)
    found: list[Entry] = []
    shared: str | None = None
    for segment in line.split(";"):
        name, _, post = segment.partition(",")
        entry = _entry(name.strip(), at + len(name) - len(name.lstrip()), None)[0] if post.strip() and not TITLED.search(segment) else None
        people = (
            [replace(entry, role=flat(post).strip(" ."), end=at + len(segment.rstrip(" .")))]
            if entry
            else _with_bodies(_running(segment, at))
        )
        found += [_with_title(person, shared) for person in people]
        own = TITLED.search(segment)
        if own:
            shared = singular(own["title"]) if singular(own["title"]) != flat(own["title"]).rstrip(":") else None
        at += len(segment) + 1
    return found


def _with_title(person: Entry, shared: str | None) -> Entry:
    return replace(person, name=f"{shared} {person.name}") if shared and not (person.role or TITLED.match(person.name)) else person


def _with_bodies(people: list[Entry]) -> list[Entry]:
    """ "Mr A Orr, Friends of the Park": beside titled names an untitled one is whom they speak for."""
    found: list[Entry] = []
    for entry in people:
        if found and TITLED.match(found[-1].name) and not TITLED.match(entry.name):
            found[-1] = replace(found[-1], role=found[-1].role or entry.name, end=entry.end)
        else:
            found.append(entry)
    return found


def _columns(cells: list[str], at: int) -> list[Entry] | None:
    """Names and posts in columns: each cell is one or the other; None where cells hold lists."""
    found: list[Entry] = []
    for cell in cells:
        alone = bool(found) and found[-1].role is None and bool(cell.strip()) and not TITLED.search(cell)
        post = alone and (is_post(cell) or bool(TITLED.match(found[-1].name)))
        entry = _entry(cell.strip(" *"), at + len(cell) - len(cell.lstrip(" *")), None)[0] if cell.strip() and not post else None
        if entry:
            found.append(entry)
        elif post:
            found[-1] = replace(found[-1], role=flat(cell), end=at + len(cell.rstrip()))
        elif cell.strip() and not NOTHING.match(cell.strip()):
            return None
        at += len(cell) + 1
    return found


def _running(text: str, offset: int) -> list[Entry]:
    found: list[Entry] = []
    title: str | None = None
    waiting: str | None = None
    last = 0
    for start, end in _pieces(text):
        piece, joint, last = text[start:end], text[last:start].strip(), end
        if found and found[-1].role is None and joint == "," and POST_OF_THREE.fullmatch(piece):
            _note(found, piece, offset + end, "", joint)
            continue
        entry, given = _entry(piece, offset + start, title)
        title = given or title
        if entry:
            found.append(replace(entry, role=entry.role or waiting))
            waiting = None
        elif is_post(piece):
            waiting = _note(found, piece, offset + end, text[end : end + 2], joint)
        elif not BRACKET.sub("", piece).strip(" .") or NOTHING.match(piece):
            waiting = None
    return found


def _note(found: list[Entry], piece: str, end: int, ahead: str, joint: str) -> str | None:
    """A piece that is no name: the post of the name before it; or, in front of a name, the post of the next one."""
    role = flat(re.sub(r"^(?:and|the)\s+", "", piece.strip(" .:")))
    if found and not (ahead.startswith((",", ":")) and role[:1].islower()):
        last = found[-1]
        role = f"{last.role}{f' {joint} ' if joint in ('and', '&') else ', '}{role}" if last.role else role
        found[-1] = replace(last, role=role, end=last.end if last.role is None and end - last.end > FAR else end)
        return None
    return role


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between commas, line ends and "and", brackets left whole."""
    covered = [match.span() for match in BRACKET.finditer(text)]
    start = 0
    for cut in CUT.finditer(text):
        if any(low < cut.end() and cut.start() < high for low, high in covered) or ONLY_TITLES.search(text[start : cut.start()]):
            continue
        if text[start : cut.start()].strip():
            yield _first(text, start), cut.start()
        start = cut.end()
    if text[start:].strip():
        yield _first(text, start), len(text)


def _first(text: str, start: int) -> int:
    """Where the words begin."""
    return start + len(text[start:]) - len(text[start:].lstrip())


def _entry(piece: str, at: int, title: str | None) -> tuple[Entry | None, str | None]:
    """The name of a piece, and the title it gives to the names after it ("Cllrs ...")."""
    led = LEADING.match(piece)
    skip = led.end() if led else 0
    match = TITLED.match(piece, skip)
    given = None
    if match:
        one = singular(match["title"])
        given = one if one != flat(match["title"]).rstrip(":") else None
        name, end = f"{one} {piece[match.start('name') : _name_end(piece, match)]}", _name_end(piece, match)
    else:
        role = LED_ROLE.match(piece, skip)
        post = (role["office"] or role["role"]) if role else ""
        if role and (role["office"] or ROLE_HEAD.search(post)) and (entry := _entry(piece[role.end() :], at + role.end(), None)[0]):
            return replace(entry, role=post), None
        match = NAME_ALONE.match(piece, skip)
        if not match or not _plausible(piece, match, title):
            return None, None
        end = _name_end(piece, match)
        name = f"{title or ''} {piece[match.start() : end]}".lstrip()
    role_said, note, stop = _beside(piece, end)
    if letters := ACRONYM_AFTER.match(flat(name)):
        name, note = letters["name"], note or letters["post"]
    return Entry(without_initials(flat(name).rstrip(" ,.")), at + skip, at + max(stop, end), role_said, note), given


def _name_end(piece: str, match: re.Match[str]) -> int:
    """Where the name ends: before the words of a post printed right after it."""
    words = list(re.finditer(r"\S+", match["name"]))
    for word in words[1:]:
        rest = piece[match.start("name") + word.start() :].split("(")[0]
        if (ROLE_HEAD.match(word[0]) and not all(INITIAL.match(before[0]) for before in words[: words.index(word)])) or (
            len(words) > 2 and word.start() >= words[2].start() and ROLE_HEAD.search(rest) and not match.groupdict().get("title")
        ):
            return match.start("name") + len(match["name"][: word.start()].rstrip())
    return match.end()


def _plausible(piece: str, match: re.Match[str], title: str | None) -> bool:
    """Whether a piece without a title is a name: short, nothing but names, brackets and a post."""
    end = _name_end(piece, match)
    name, rest = piece[match.start() : end], BRACKET.sub("", piece[end:]).strip(" .*:")
    if title and not rest and len(name.split()) == 1:
        return not ROLE_HEAD.match(name)
    if not title and ORGANISATION.match(rest):
        return False
    if len(name) > LONGEST_NAME or NOT_A_NAME.search(name) or (_is_post_or_body(name) and not title):
        return False
    if title or len(NAME_PIECE.findall(name)) > 1:
        return not rest or not rest[0].islower() or bool(DASHED.match(piece[end:])) or bool(IN_CHAIR.search(rest))
    return bool(BRACKET.search(piece)) and not rest


def _is_post_or_body(name: str) -> bool:
    """ "SEND Strategic Improvement", "Parish Office": capitals, but no person's. "L. Ward" is one."""
    name = re.sub(rf"(?:,? {HONOURS})+$", "", name)
    first, *rest = name.split()
    if ROLE_HEAD.match(first) or (ACRONYM.search(name) and not name.isupper()):
        return True
    return not (rest and INITIAL.match(first)) and bool(ORGANISATION.search(name))


def _beside(piece: str, end: int) -> tuple[str | None, str | None, int]:
    """Role, note and end of what stands beside a name: brackets, a dash, or words of a post."""
    rest = piece[end:]
    said = [" ".join(text.split()) for text in BRACKET.findall(rest)]
    plain = flat(DASHED.sub(" ", BRACKET.sub(" ", rest))).strip(" ,.;:")
    if IN_CHAIR.search(rest):
        return "Chair", None, len(piece.rstrip(" .,"))
    roles = [text for text in said if is_post(text) or ORGANISATION.search(text)]
    if plain and is_post(plain):
        roles.append(plain)
    notes = [text for text in [*said, plain] if text and text not in roles]
    return ", ".join(roles) or None, "; ".join(notes) or None, len(piece.rstrip(" .,")) if rest.strip(" .,") else end
