"""Bodies that every council's papers name, by the names that no rule could tell: data for the rules of entities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.places import is_place, is_plainly_place

# Bodies known by one word or by initials in every council's papers.
KNOWN_BODIES = frozenset(
    "Ofsted CQC NHS HMRC DWP DfE DfT DHSC DEFRA Defra MHCLG DLUHC DCLG LGA CIPFA SOLACE Ofcom Ofwat Ofgem Estyn HSE HIQA "
    "Tusla COSLA WLGA SEPA HMICFRS UNISON Unison GMB Unite Capita Serco Veolia Biffa KPMG Deloitte PwC ADASS ADCS "
    "Healthwatch "
    "Barnardo’s Barnardo's Mencap Shelter Samaritans Oxfam UNICEF WHO UNESCO BBC Sustrans Ofqual NALC SLCC PSAA Govia "
    "Stagecoach Arriva FirstGroup Openreach Pobal Fáilte Coillte Garda ESB EirGrid TII NTA EPA".split()
)
PARTIES = frozenset(
    (
        "Labour|Labour Party|Conservatives|Conservative Party|Liberal Democrats|Liberal Democrat|Green Party|Plaid Cymru|Reform UK|UKIP|"
        "SNP|Scottish National Party|Scottish Greens|Sinn Féin|Sinn Fein|Fianna Fáil|Fianna Fail|Fine Gael|Social Democrats|Aontú|DUP|"
        "SDLP|UUP|Democratic Unionist Party|Ulster Unionist Party|Alliance Party|Co-operative Party"
    ).split("|")
)
NATIONAL_BODIES = (
    "Skills for Care|Skills for Health|Research in Practice|NHS England|NHS Improvement|NHS Digital|NHS Confederation|NHS Providers|"
    "NHS Wales|NHS Scotland|NHS Property Services|Homes England|Historic England|Natural England|Sport England|Sport Wales|Sport Ireland|"
    "Visit England|Arts Council England|Public Health England|Public Health Wales|Public Health Scotland|Health Education England|"
    "Health and Safety Executive|National Highways|Highways England|Network Rail|Transport for London|Transport for the North|"
    "Transport for Wales|Transport Scotland|Citizens Advice|Age UK|Age Concern|Carers UK|Carers Trust|Alzheimer[’']s Society|Macmillan|"
    "Marie Curie|Making Every Adult Matter|Think Local Act Personal|Race Equality Foundation|"
    "Royal College of \\w+|Audit Scotland|Audit Wales|Care Inspectorate Wales|Care Inspectorate|Natural Resources Wales|NatureScot|"
    "Scottish Water|Welsh Water|Police Scotland|An Garda S[ií]och[aá]na|An Bord \\w+|An Coimisiún \\w+|Irish Water|Uisce [EÉ]ireann|"
    "Iarnr[oó]d [EÉ]ireann|"
    "Bus [EÉ]ireann|Inland Waterways Ireland|Waterways Ireland|Inland Fisheries Ireland|Heritage Ireland|F[aá]ilte Ireland|"
    "Enterprise Ireland|Invest Northern Ireland|"
    "Women[’']s Aid|Victim Support|Turning Point|Change Grow Live|Groundwork|Action for Children|Royal Mail|"
    "Royal British Legion|Job Centre Plus|Jobcentre Plus|"
    "Trading Standards(?: Institute)?|Grant Thornton|Ernst (?:and|&) Young|Mazars|Forvis Mazars|Link Group|Link Asset Services|Arlingclose|"
    "Balfour Beatty|Morgan Sindall|Willmott Dixon|Galliford Try|Taylor Wimpey|Crest Nicholson|Barratt Homes|David Wilson Homes|Bovis Homes|"
    "Persimmon Homes|Severn Trent(?: Water)?|South West Water|South East Water|Northern Ireland Water|NI Water|UK Power Networks|"
    "National Grid|Tidy ?Towns|Virgin Media|"
    "Bevan Brittan|Local Partnerships|Energy Saving Trust|Living Streets|Campaign to Protect Rural England|Friends of the Earth"
)
"""Bodies that work with councils everywhere and whose names have no telling head, or a small word inside."""
_PLACED_BODIES = (
    r"[Cc]itizens(?:[’'])? [Aa]dvice(?: [Bb]ureau)?|[Hh]ealthwatch|Age UK|Mind|[Cc]arers(?:[’'])? [Cc]entre|Scouts|Mencap|Women[’']s Aid"
)
"""Names that local branches of national bodies bear behind or before their place."""
_NATIONAL = re.compile(rf"\b(?=[A-Z])(?:{NATIONAL_BODIES})\b")
_PLACED = re.compile(
    rf"\b(?P<before>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:{_PLACED_BODIES})\b"
    r"|\b(?:Healthwatch|Age UK|Citizens Advice) (?P<after>[A-Z][\w’'-]+"
    r"(?:(?: and)? [A-Z][\w’'-]+){0,4})"
)
_BOROUGH = re.compile(r"\b(?:London|Royal|Metropolitan) Borough of (?P<place>[A-Z][\w’'-]+(?: (?:and|upon) [A-Z][\w’'-]+){0,2})")
""" "The London Borough of Barking and Dagenham" without "Council"."""
_IN_SMALL = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:office|institute|association|federation|society|alliance|academy) (?:of|for) "
    r"(?!(?:the|a|an|its|their|our|all|any|this|that)\b)[a-z]+(?: and [a-z]+)?"
)
"""A body that sentence case prints after its place: "Fernham office of data and research"."""

_WORDS_PLACED = ("dvice", "ealthwatch", "Age UK", "Mind", "entre", "Scouts", "Mencap", "s Aid")
_WORDS_IN_SMALL = tuple(f" {word} " for word in "office institute association federation society alliance academy".split())


def known_bodies(text: str) -> Iterator[tuple[int, int]]:
    """Where bodies stand that only a list tells, and branches that bear the name of their place."""
    for match in _NATIONAL.finditer(text):
        yield match.span()
    for match in _PLACED.finditer(text) if any(word in text for word in _WORDS_PLACED) else ():
        if is_place(match["before"] or match["after"]):
            yield match.span()
    for match in _BOROUGH.finditer(text) if "Borough of " in text else ():
        whole = is_place(match["place"])
        yield match.start(), match.end() if whole else match.start("place") + len(match["place"].split(" and ")[0])
    for match in _IN_SMALL.finditer(text) if any(word in text for word in _WORDS_IN_SMALL) else ():
        if is_plainly_place(match["place"]):
            yield match.span()
