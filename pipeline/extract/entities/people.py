"""People, councillors and roles by the titles and posts printed beside them.

Comes in: the text of a paragraph. Goes out: (start, end, type, trust). "Cllr A Smith", "Councillors Smith, Jones and
Brown", "Mrs J Hill", "Head of Planning", "Jo Bright, Director of Housing".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.entities import cues, plain
from pipeline.extract.entities.given import GIVEN_NAMES
from pipeline.language.people import JOINT, MEMBER, PLURAL, POST_AFTER, Person, bare, given, title_of, titled
from pipeline.language.posts import ORGANISATION
from pipeline.language.wording import holds

Found = tuple[int, int, str, int]

_PART = r"(?:(?:Mac|Mc|O[’']|D[’']|Fitz)?[A-ZÀ-Þ][a-zà-ÿ]+(?:[-’'][A-ZÀ-Þ]?[a-zà-ÿ]+)*|(?:Mac|Mc|O[’'])[A-ZÀ-Þ][A-ZÀ-Þ]+)"
_PARTICLE = r"(?:de|de la|van|von|van der|der|du|le|la|Ó|Ní|Mac|St\.?)"

_LIST_LENGTH = 200
_COURTESY_BEFORE = re.compile(r",\s*(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b")
_PEER = re.compile(r"(?:Lord|Lady|Baron|Baroness|Viscount|Earl|Countess|Duke|Duchess|Bishop|Archbishop)\b")
"""Titles whose "of" is part of the name: "Lord Hale of Orton"."""
_OF_BODY = re.compile(rf" of (?:the )?(?:NHS\b|(?:(?:[A-Z][\w’'-]*|and|&) )*?(?=[A-Z])(?i:{ORGANISATION.pattern}))")
_BODY_LENGTH = 60
_NAMED_AFTER = re.compile(
    r"(?:Sir|Dame|Lord|Lady|Canon|Father|Bishop|Archbishop|Dr|Doctor|Captain|Major|Colonel|Provost|Alderman|Mayor)"
    r"(?: of)?(?: [A-Z][\w’'-]+){1,6} (?:(?:High|Primary|Junior|Infant|Grammar|Community|Secondary|C of E) )*"
    r"(?:School|Academy|College|Hospital|Hospice|House|Centre|Court|Lodge|Trust|Foundation|Charity|Almshouses|Library|Gardens|Road|Street|Way|Close|Drive"
    r"|Avenue|Crescent|Memorial|Square|Place)\b"
)
"""A school, street or charity that bears the name of a knight or a lady."""

_ROLE_WORD = r"(?:[A-Z][\w’'&-]*|\((?:[A-Z][\w &’',-]+)\))"
_STARTS = "|".join(sorted(map(re.escape, cues.ROLE_STARTS), key=len, reverse=True))
_HEADS = "|".join(sorted(map(re.escape, cues.ROLE_HEADS), key=len, reverse=True)).replace(r"\ Member", r"\ [Mm]ember")
_HEADS = _HEADS.replace(r"Member\ for", r"Member(?=\ for)").replace("|Assistant|", "|Assistant(?! [A-Z])|")
_TITLED = "Councillors?|Cllrs?|Alderm[ae]n|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Rev|Revd"
_NEXT_POST = rf"(?!(?:{_STARTS}) (?:{_HEADS})\b|(?:{_HEADS}) (?:of|for)\b|(?:{_TITLED})\b\.? [A-Z]|(?:[A-Z]\.? ){{1,3}}[A-Z][a-z])"
_PHRASE = rf"{_ROLE_WORD}(?:(?:,? and|,| &| of| for)? {_NEXT_POST}{_ROLE_WORD}){{0,7}}"
_OF = (
    rf"(?: (?:of|for)(?: the| our)? {_PHRASE}"
    rf"|(?:, | – | - )(?!(?:{_STARTS}|{_HEADS}|{_TITLED})\b){_NEXT_POST}{_ROLE_WORD}(?:(?:,? and| &| of"
    rf"| for)? {_NEXT_POST}{_ROLE_WORD}){{1,7}})"
)
_AND_SOMEBODY = re.compile(rf",? and (?=[A-ZÀ-Þ][\w’'-]+ (?:[\w’'-]+ )?[A-ZÀ-Þ][\w’'-]+, (?:{_STARTS}|{_HEADS})\b)")
""" "Director of Finance, and Orla Penhale, Clerk": the next person is no part of the post."""
_ROLE = re.compile(
    rf"\b(?:(?:(?!Chief Executive\b)(?:{_STARTS})(?:,| and| &)? )*(?:{_ROLE_WORD} ){{0,4}}?)?(?P<head>{_HEADS})\b(?P<rest>{_OF}{{1,2}})?"
    rf"(?: \((?:[A-Z][\w’'&]*(?:,? (?:and )?[A-Z][\w’'&]*){{0,5}})\))?"
)
_ON_WATER = re.compile(r"[ -](?:on|upon)[ -](?:the )?[A-Z]")
_BODY_OF_POSTS = re.compile(r"\b(?:Association|Institute|Institution|Society|College|Federation|Guild|Council) (?:of|for) (?:the )?$")
""" "Association of Directors of Harbours" is a body."""
_HEAD_WORDS = tuple(dict.fromkeys(head.split()[0] for head in cues.ROLE_HEADS))
"""No post is found without one of them."""
_OF_THE_COUNCIL = re.compile(
    r"\w+ (?:of|to) (?:the )?(?:[\w-]+ )?(?:Council|Opposition|Cabinet|Board|Committee|Authority|Trust|Panel)\b(?! [A-Z])"
)
"""A head that is no post alone is one with its body: "Leader of the Council"."""
_POST = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:director|head|minister|secretary|commissioner|manager|officer|inspector|chief executive|lead)s?"
    r"(?: (?:of|for)\b|$)",
    re.IGNORECASE,
)
_LOWER_ROLE = re.compile(rf"\b(?:{'|'.join(cues.LOWER_ROLES)})")
_LOWER_HEADS = (
    "director", "worker", "therapist", "professional", "officer", "manager", "practitioner", "nurse", "consultant", "assistant",
    "adviser", "advisor", "ordinator", "lead", "chief executive", "cabinet member", "portfolio holder",
)  # fmt: skip
# A post "of" one of these is a post and a body.
BODIES = frozenset(
    "council trust ccg committee board university association company partnership society federation hospital alliance "
    "authority commission charity cabinet panel college england".split()
)
# Heads that name a post only with more words: "Lead" and "Partner" alone are ordinary words.
_NOT_ALONE = frozenset(
    "Director Directors Head Manager Managers Officer Officers Lead Partner Specialist Consultant Adviser Advisor "
    "Analyst Nurse Nurses Inspector Practitioner Member Administrator Engineer Planner Secretary Therapist Ranger Warden "
    "Clerk Champion Commissioner Leader Chair Assistant Chaplain Scientist Librarian Technician Recorder".split()
) | {"Member for"}
_FRONT = re.compile(
    rf"^(?:(?:{'|'.join(sorted(GIVEN_NAMES))}|[A-Z]\.?|The|A|An|Our|Relevant|Responsible|Named|Reporting|Appropriate|Your|His|Her|Their|Former|New|Dear|Both|By|From|To"
    r"|All|Draft|Outgoing|Incoming|Current|Previous|Contact|Officer|Report|Responsible|Signed|Name|Post|Title|Members?|Councillor|Cllr|Mr|Mrs|Ms|Dr|And|Of|For"
    r"|In|As|When) )+(?=[A-Z])"
)
_NO_SURNAMES = (
    plain.COMMON_CAPITALS | cues.ORG_HEADS | cues.PROGRAMME_HEADS | cues.COMMITTEE_HEADS | cues.FACILITY_HEADS | cues.NOT_IN_FRONT
)
_OF_THE_CROWN = re.compile(r"(?:His|Her) Majesty")

_BEFORE = re.compile(rf"(?P<name>{_PART}(?: [A-Z]\.?)?(?: (?:{_PARTICLE} )?{_PART}){{1,2}})(?: ?[,\t:(–-] ?(?:the |our )?| – | - )$")
_AFTER = re.compile(rf"^(?:\)?,? | ?[,\t:–-] ?|\s*\()(?P<name>{_PART}(?: [A-Z]\.?)?(?: (?:{_PARTICLE} )?{_PART}){{1,2}})(?=$|[\s,.;:)(])")
_INITIALLED_BEFORE = re.compile(rf"(?<!\w[ .])\b(?P<name>(?:[A-Z]\.? ){{1,3}}(?:{_PARTICLE} )?{_PART})(?:, ?| [–-] |\t| \()(?:the )?$")
_INITIALLED = re.compile(rf"(?: [–-] |: ?|\t| \()(?P<name>(?:[A-Z]\.? ){{1,3}}(?:{_PARTICLE} )?{_PART})(?=$|[\s,.;:)(])")
""" "Director of Harbours - J Penn": behind a post an initial is a person's."""
_EMAIL = re.compile(r"(?P<given>[a-z]+)[._](?P<surname>[a-z’'-]+)\d*@", re.IGNORECASE)
_CONTACT = re.compile(
    r"\b(?:(?i:report of|contact officer|report author|lead officer|officer to contact):|"
    r"Contact|Officer|Officer [Nn]ame|Author|Report [Aa]uthor|Name|Lead inspector|Report by|Signed|Clerk"
    r"|Prepared by|Contact [Oo]fficer|Asked by|From"
    rf"|Question from)s?:? ?\t? ?(?P<name>{_PART}(?: [A-Z]\.?)?(?: {_PART}){{1,2}})(?=$|[\t,;(]|\s(?:Tel|tel|on|[0-9(]"
    r"|HMI|[–-]))"
)


def is_post(words: str) -> bool:
    """Whether words that an acronym stands for name a post: "director of children's services"."""
    return bool(_POST.match(words)) and words.split()[0].lower() not in cues.ORG_STARTS


def people(text: str) -> Iterator[Found]:
    """People named with a title, councillors apart, and names printed as a contact, author or signatory."""
    for cell in re.finditer(r"[^\t]+", text):
        yield from _titled(cell.group(), cell.start())
    for match in _CONTACT.finditer(text):
        if not _has_role_word(match["name"]):
            yield match.start("name"), match.end("name"), "PERSON", 2


def _titled(text: str, at: int) -> Iterator[Found]:
    """People with a title in a cell that begins at `at`."""
    before, listed = 0, False
    for person in titled(text):
        title = title_of(person.name) or ""
        listed = _is_listed(text, person, before, listed)
        before = person.end
        if _NAMED_AFTER.match(text, person.start) or bare(person.name).startswith("of "):
            continue
        if given(person.name) or bare(person.name) in cues.SURNAMES or not _has_role_word(bare(person.name)):
            end = person.end if _PEER.match(title) else _before_body(text, person.start, person.end)
            yield at + person.start, at + end, "COUNCILLOR" if listed or MEMBER.search(title) else "PERSON", 3


def _is_listed(text: str, person: Person, before: int, listed: bool) -> bool:
    """Whether a plural title counts for a person: "Councillors Hale, Mrs A Orr and Mr J Penn" are three councillors,
    "Councillors Hale and Mr Penn" one. `before`: where the name before ends, `listed`: whether that one was in the list."""
    title = title_of(person.name) or ""
    if MEMBER.search(title):
        return bool(PLURAL.match(text[person.start : person.end])) or (listed and bool(JOINT.fullmatch(text, before, person.start)))
    gap = text[before : person.start]
    joined = listed and bool(JOINT.fullmatch(text, before, person.start)) and bool(given(person.name))
    return (
        joined
        and ("," in gap or text[before - 1] == ")" or bool(_COURTESY_BEFORE.search(text, max(0, before - _LIST_LENGTH), before)))
        and not POST_AFTER.match(text, person.end)
    )


def _before_body(text: str, start: int, end: int) -> int:
    """The end of a person's name before the body that he or she comes from: "Dr Ann Hale of Aldermere Trust"."""
    match = _OF_BODY.search(text, start, end + _BODY_LENGTH)
    return match.start() if match and match.start() < end else end


def addressed(text: str) -> Iterator[Found]:
    """People whose e-mail address stands in the same paragraph: "Jo Bright, jo.bright@aldermere.gov.uk"."""
    for email in _EMAIL.finditer(text) if "@" in text else ():
        pattern = rf"\b{re.escape(email['given'])}\w* (?:[A-Z]\.? )?{re.escape(email['surname'])}\b"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if match.group()[0].isupper():
                yield match.start(), match.end(), "PERSON", 3


def roles(text: str) -> Iterator[Found]:
    """Posts, and the people whose names stand beside them."""
    for match in _ROLE.finditer(text) if holds(text, _HEAD_WORDS) else ():
        if _BODY_OF_POSTS.search(text, max(0, match.start() - 24), match.start()):
            continue
        start, end = match.start() + len(_front(match.group())), match.end()
        if " " in text[start:end] and text[:start].rstrip().rsplit(" ", 1)[-1] in GIVEN_NAMES:
            start += len(text[start:end].split(" ", 1)[0]) + 1  # "Jo Bright Interim Director": the surname is no part of the post
        words = _post(text[start:end], match["head"]).rstrip(" ,")
        if words.split(" (")[0] in _NOT_ALONE or not words:
            of_all = _OF_THE_COUNCIL.match(text[start:])
            if not words or not of_all:
                continue
            words = of_all.group()
        if " of " in words and _ON_WATER.match(text, start + len(words)):
            words = words.split(" of ")[0]  # "Mayor of Quay on Tarn": the place is read apart
        yield start, start + len(words), "ROLE", 2
        yield from _beside(text, start, start + len(words))
    for match in _LOWER_ROLE.finditer(text) if holds(text, _LOWER_HEADS) else ():
        verb = len("support ") if match.group().startswith("support ") and text[: match.start()].endswith("to ") else 0
        yield match.start() + verb, match.end(), "ROLE", 2


def _post(words: str, head: str) -> str:
    """A post without the body it belongs to ("Chief Executive of Aldermere District Council") or the name after it."""
    words = _AND_SOMEBODY.split(words)[0]
    for cut in re.finditer(r"(?: of| for| to)(?: the)? |, | – | - | \(", words):
        after = words[cut.end() :]
        if cut.group() == " (":
            if after.split()[0] in GIVEN_NAMES:
                return words[: cut.start()]
            continue
        last = re.sub(r"\W+$", "", after).split()[-1].lower() if after.split() else ""
        named = after.split()[:1] and after.split()[0] in GIVEN_NAMES
        apart = cut.group() == ", " and last in ("directorate", "district") and words[: cut.start()] not in _NOT_ALONE
        body = last in BODIES or after.startswith("NHS ") or last in ("wales", "scotland") or (apart and " of " not in words[: cut.start()])
        if cut.start() >= len(head) - 1 and (body or (named and cut.group() not in (" of ", " for "))):
            return words[: cut.start()]
    return words


def _front(words: str) -> str:
    match = None if _OF_THE_CROWN.match(words) else _FRONT.match(words)
    return match.group() if match else ""


def _beside(text: str, start: int, end: int) -> Iterator[Found]:
    """People before and behind a post."""
    letters = _INITIALLED_BEFORE.search(text, max(0, start - 60), start)
    if letters:
        yield letters.start("name"), letters.end("name"), "PERSON", 2
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before and not _has_role_word(before["name"]):
        yield before.start("name"), before.end("name"), "PERSON", 2
    initialled = _INITIALLED.match(text, end)
    if initialled:
        yield initialled.start("name"), initialled.end("name"), "PERSON", 2
    after = _AFTER.match(text[end : end + 60])
    if after and not _has_role_word(after["name"]) and after["name"].split()[0] in GIVEN_NAMES:
        yield end + after.start("name"), end + after.end("name"), "PERSON", 2


def _has_role_word(name: str) -> bool:
    words = [w.lower() for w in name.split() if w[0].isupper()]
    if len(words) > 1 and name.split()[-1] in cues.SURNAMES:
        words = words[:-1]
    return any(w in _NO_SURNAMES or w.title() in cues.ROLE_HEADS or w.title() in cues.ROLE_STARTS for w in words) or (
        bool(words) and words[0].title() in cues.PLACE_DIRECTIONS
    )
