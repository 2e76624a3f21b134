"""Signs that a sentence promises nothing of the council's own, whatever it says of the future: data for `signs.py`.

What government or a party announces, what one person hopes, what an option, a rule, a forecast or a notice describes, how a
meeting goes. Patterns are for small letters; what each is worth stands in the table of points.
"""

from __future__ import annotations

from collections.abc import Mapping

_BEEN = r"(?:was|were|has|have|had) (?:already |now |also |recently |been |successfully |since ){0,3}"

AGAINST: Mapping[str, str] = {
    "obliged": r"\b(?<!we )(?:will|would) (?:\w+ )?(?:(?:be|been) (?:expected|required|asked|invited|encouraged|allowed) to|need to"
    r"|have to)\b",
    "noted": r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s*)?(?:to |that )?(?:note|notes|notice|endorse)\b",
    "notice": r"^\W*(?:(?:i|we) )?will (?:move|ask)\b",
    "hoped": r"\b(?:hoped|hopes that|hoping|wished|would like|called (?:on|for)|urged|every effort)\b",
    "of a party": r"\b(?:labour|conservatives?|liberal democrats?|greens?|sinn f[ée]in|fianna f[áa]il|fine gael|plaid cymru"
    r"|snp|reform uk|dup|sdlp|uup)"
    r"(?: group| party)?(?:[’']s)? (?:amendments? )?(?:propos\w+|would|will)\b|\bamendments? (?:would|will)\b",
    "of one": r"\b(?<!appendix )(?<!phase )i (?:will|shall|am|intend|require|hope|want)\b",
    "if first": r"^\W*(?:if|should (?:the|this|any)|were (?:the|it)|subject to)\b",
    "of government": r"\b(?:the (?:\w+ )?government|government|ministers?|(?:the )?(?:secretar(?:y|ies) of state|first minister)"
    r"|department (?:for|of) \w+(?:,? (?:and )?\w+){0,3}?|dfe|dhsc|mhclg|dluhc|defra|ofsted|cqc|nhs england|parliament)"
    r" (?:(?:has|have|is|are|was|were) )?(?:also )?(?:will|would|plans? to|intends? to|creating|confirmed|announced|published?"
    r"|committed|pledged"
    r"|promised|proposes? to)\b|\bmy (?:department|officials|ministers)\b",
    "continue": r"\b(?:continu(?:e|es|ed|ing|ously)|ongoing|remain(?:s|ed)?|maintain)\b",
    "statistic": r"\b(?:projected|projection|predict(?:s|ed|ions?)?|estimated?|forecast(?:s|ed)? (?:to|that|is)|population|prevalence"
    r"|per cent of (?:people|adults)|aged \d|life expectancy|demographic|census|trend|likely to|"
    r"expected to (?:be (?:in excess|over|around|under|above|below|higher|lower|more|less|approximately)|cost|total|remain"
    r"|rise|increase|grow|fall|double|decrease|drop)|modelling|(?:will|would) be needed|"
    r"suggests? that|there will be [\d.,]+ (?:million |thousand )?(?:more )?(?:people|adults|residents|households)"
    r"|will have (?:increased|risen|fallen|decreased|reduced|grown|severe))\b",
    "done": rf"\b{_BEEN}(?:achieved|completed|delivered|published|launched|introduced|implemented|established|developed|opened"
    r"|appointed|recruited|received|supported|helped|worked|increased|reduced|improved|been|taken|made|given|held"
    r"|agreed|created)\b|"
    r"\bthis was achieved\b|\b(?:secured|successfully|last year|previously)\b",
    "question": r"\?\s*[\"”’']?$|^(?:how|what|why|when|who|can|could|does|is|are) ",
    "queried": r"\b(?:queried|asked (?:whether|if|how|what|about)|raised (?:a|the)? ?(?:concern|question|point)|suggested|felt"
    r"|(?<!was )noted that|commented|concern|(?<!\bbe )discussed|expressed|referred to|welcomed|thanked|congratulated|complimented"
    r"|paid tribute|enquired)\b",
    "denied": r"\b(?:still|yet) to be (?!\w+ed (?:in|by|on|during) )|\bno longer (?:anticipated|expected|planned|due|scheduled"
    r"|going) to\b|\b(?:is|are|was|were) (?:now )?unlikely\b|"
    r"\b(?:not|never|nor) (?:yet |formally )?(?:promised|committed|agreed|undertaken|able to commit|guaranteed?)\b|"
    r"\bwill not be (?:reached|met|achieved|delivered|possible|able)\b",
    "indirect": r"\b(?:how|what|whether|why) (?:[^.;,]{0,60}? )?(?:will|would|are to)\b",
    "described": r"\b(?:sets? out|shows?|describes?|outlines?|explains?|articulates?|summarises?|makes (?:it )?clear) "
    r"(?:how (?:\w+ ){1,4}will|(?:its|our|their|the) (?:\w+ )?plans? to)\b",
    "to a customer": r"\b(?:contact|tell|let|inform|notify|call|visit|advise|help|ask|send|give|write to|reply to|speak to|talk to"
    r"|get back to) you\b",
    "dropped": r"\b(?:but|however|although|though)\b[^.;]*\b(?:held back|withdrawn|postponed|deferred|delayed|abandoned|cancelled"
    r"|paused)\b|\b(?:is|are|was|were) not (?:yet |now )?(?:due|scheduled|planned|expected) to\b",
    "option": r"\b(?:option|scenario|alternative) (?:\d+|[a-e]|one|two|three|four|five)\b.{0,60}\b(?:would|will)\b"
    r"|\bunder (?:the|this|these|that) (?:proposals?|options?|scenarios?|alternatives?)\b|\bthe (?:draft )?(?:bill"
    r"|white paper)\b.{0,40}\bw(?:ill|ould)\b",
    "able": r"\b(?:will|would|shall) (?:then |also |now )?be (?:able|free|capable|eligible|entitled|liable|open from"
    r"|available (?:to|from|at|on|in) (?:the|all|any))\b",
    "goes on": r"\b(?:will|would|shall) (?:\w+ )?continue\b",
    "willing": r"\b(?:will|would|is|are|was|were) (?:\w+ )?be (?:happy|pleased|glad|willing|delighted|keen|interested|grateful)\b"
    r"|\b(?:is|are|was|were) (?:happy|pleased|glad|willing|delighted|keen) to\b",
    "priority": r"\b(?:will|would|shall) (?:\w+ ){0,2}?(?:be|remain) (?:an? |the |our |its )?(?:\w+ ){0,2}?(?:priority|focus"
    r"|emphasis|theme|challenge)\b"
    r"|\bthere will be (?:an? )?(?:\w+ )?(?:focus|emphasis)\b|\bfocus will\b",
    "forecast": r"\bforecasts? (?:\w+ )?(?:indicat|assum|show|suggest)\w*|\b(?:is|are|was|were) (?:currently )?forecast to\b",
    "leads in": r"\b(?:following|these|include|includes|on|by)\b[^.:]{0,60}:\s*$",
    "prepares": r"^\W*preparing for\b",
    "enacted": r"\b(?:agreed|resolved|decided) to (?:accept|adopt|allocate|appoint|approve|authorise|award|co-opt"
    r"|confirm|delegate|donate|elect"
    r"|grant|ratify)\b",
    "rule": r"\bhereby (?:permitted|approved|granted)\b|\bbefore the expiration of\b|\bbe (?:permitted|refused|granted"
    r"|supported) (?:where|if|unless"
    r"|provided|only)\b|\bshall (?:be occupied|not be (?:occupied|used))\b|\b(?:must|shall) by law\b|\bprotected from\b",
    "overview": r"\b(?:will|would) (?:now |then |also )?(?:provide|give|deliver|present|receive|take"
    r"|introduce) (?:members )?(?:with )?(?:an? |the )?(?:\w+ )?"
    r"(?:overview|presentation|introduction|verbal update|item)\b|\b(?:overview|presentation|introduction|verbal update) (?:will"
    r"|would) be (?:given|made)\b",
}

RECOMMENDED = r"\brecommend(?:s|ed|ations?)?\b|\b(?:is|are) (?:asked|invited|requested) to\b[^.]*:?$"
"""Headings and lead-ins over what nobody has agreed yet."""
RULES = (
    r"\b(?:procedures?|criteria|conditions|terms of reference|standing orders|constitution|eligib\w+|how to apply|applying for"
    r"|who can|how we can"
    r"|frequently asked|conduct|protocol|licen[cs]e conditions|rules|byelaws|bye-laws|polic(?:y|ies) [a-z]{1,4} ?\d+)\b"
)
"""Headings over what anybody is to do in such a case."""

STANDING = (
    r"large print|alternative format|braille|textphone|live[- ]?stream|filming|recorded by|disclosable"
    r"|register of interests|fire alarm|members of the public may|please (?:contact|note|let us know)|pecuniary"
    r"|mobile phones",
    r"standing orders? (?:require|provide)|in (?:accordance|line) with (?:section|regulation|the (?:local government"
    r"|localism|data protection|freedom of information))|do our best to help|face (?:covering|mask)",
    r"\b(?:the|this) meeting (?:itself )?(?:will|would|is to|was to) (?:also )?(?:be held|take place|start|begin|commence"
    r"|be (?:recorded|live|broadcast|webcast))\b"
    r"|\bagreed (?:to|that) (?:hold )?(?:the|its|our) (?:\w+ ){0,3}meeting\b"
    r"|\bpurpose of (?:the|this) (?:report|paper|document|meeting|item|note|briefing)\b|\bmembers (?:will|would|may) (?:recall"
    r"|remember|be aware|note|wish)\b",
    r"personal emergency|quorum|exclusion of the (?:press|public)|due notice|fifteen minutes|access to information"
    r"|shared internally|public register",
    r"(?:\bi|\bwe|^\|) will (?:move|ask)\b|\bwill ask at the next\b|\bnotice of motion\b"
    r"|\bnext (?:\w+ ){0,3}meeting (?:of [^.]{3,60} )?(?:will|is|would|was)\b|\bdates? of (?:the )?next meeting"
    r"|\bminutes of the\b",
    r"\bthis (?:report|paper|section|document|appendix|note|chapter|briefing|page|table|guide|policy) (?:\w+ ){0,2}(?:is"
    r"|aims?|sets?|provides?|outlines?|describes?|includes?|does not|will (?:set|outline|provide|describe))\b",
)
"""Standing wording that promises nothing of its own."""
