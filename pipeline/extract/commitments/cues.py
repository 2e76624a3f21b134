"""Words that announce promises, weaken them or show that there is none: data for `signs.py`.

How councils write about what is to come: "we will publish", "work is due to finish in 2026", "a further 40 homes are in
the pipeline", and, in minutes, "officers would circulate". Written for any council.
"""

from __future__ import annotations

OTHERS = (
    "people residents clients users carers children families individuals? patients pupils tenants staff employees "
    "population demand numbers? prevalence this that these it there which who such those everyone anyone someone "
    "providers? applicants? bidders? customers? visitors volunteers i you questions? members"
)
"""Who is promised for but promises nothing: what happens to them is an effect."""

THINGS = (
    "homes houses flats apartments units places beds tenancies properties schemes posts jobs schools sites buses "
    "vehicles trees pitches projects refuges hubs centres staff officers workers apprentices apprenticeships "
    "practitioners "
    "students families people providers services contracts pathways reviews visits inspections workstreams roads streets "
    "miles km kilometres metres bungalows dwellings plots pods lamps lights bins cameras charging~points parking~spaces "
    "care~homes bed~spaces"
)
"""What is counted in promises."""

DOCUMENTS = (
    "strateg(?:y|ies) plans? polic(?:y|ies) programmes? frameworks? reports? papers? reviews? assessments? "
    "consultations? surveys? portal website dashboards? toolkits? charter contracts? procurement tenders? "
    "specifications? pilots? schemes? models? service "
    "training workshops? events? groups? network hub centres? posts? team meetings? campaigns? guidance briefing data "
    "piece~of~work process system register agreement partnership pathways? funding grant"
)

TO_COME = (
    r"\bwe (?:will|shall|are going to|plan to|intend to|aim to|are committed to)\b(?! (?:tell|say))",
    r"\bwhat (?:we|the council|happens?|comes?|will we) (?:will|are going to|plan to|intend to|do next|next)"
    r"|\bwhat (?:will|is to) (?:be done|happen)\b",
    r"\bnext steps?\b|\bcommissioning intentions?\b|\bthe council will\b|\bmilestones?\b|\bgoing forward\b|\bpipeline\b"
    r"|\bforward look\b|\blooking ahead\b",
    r"\bour (?:commitments?|plans?|pledges|promises|intentions|actions)\b|\bcommitments? (?:[\w ]{0,20} "
    r")?(?:is|are) to\b|\bkey actions?\b|\bplans for\b",
    r"\b(?:action|delivery|implementation|improvement) plan\b|\bplanned (?:actions?|work|activity|improvements)\b"
    r"|\bfuture (?:work|plans|developments?|actions)\b",
    r"\bpriorities for (?:the (?:next|coming)|20\d\d)|\bprogramme for 20\d\d|\bareas? (?:of focus|for development) (?:in"
    r"|for|during) 20\d\d|\bobjectives? for 20\d\d",
    r"\b(?:following|these) (?:\w+ ){0,2}(?:initiatives|actions|measures|projects|improvements)\b[^.]{0,60}:$",
    r"\bactions? (?:to be taken|we will take|required|agreed)\b|\bto achieve this\b[^.]*:$|\bhow (?:we|the council) will (?!know|measure)",
    r"\b(?:will|shall)(?: (?:also|now|then|therefore|each))?\s*:$|\bwill (?:include|involve|be to|focus on"
    r"|[\w ]{0,30}\bby)\b[^.]{0,40}:?$|\bwe are (?:also )?(?:working "
    r"on|planning|developing)\b[^.]*:$",
)
"""Headings and lead-ins over lists of what is to come."""

DONE = (
    r"\b(?:what (?:did )?(?:we|the council) (?:have |has )?(?:achieved?|done|did|delivered)|(?:key )?achievements?"
    r"|progress (?:so far|to date|made)|successes|completed actions?|highlights|last year)\b",
    r"\b(?:what we said|we said (?:that )?we would|said (?:that )?(?:it|they|we) would|what (?:people|providers"
    r"|residents|you|carers) (?:said|told us|say)|you said|feedback|case stud(?:y|ies))\b",
    r"\b(?:background|lessons learn(?:t|ed)|what we know|current (?:position|shape|provision|picture))\b",
)
OF_OTHERS = (
    r"\b(?:providers?|developers?|people|partners?|carers|residents|employers|landlords|staff|organisations|you"
    r"|i)(?:/\w+)? will\b|\bwill (?:tell us|say)\b",
    r"\bwe want (?:people|providers|carers|learners|employers|residents)\b|\bbe able to say\b|\bpeople expect\b"
    r"|\bmessages? to the market\b",
)
MEASURES = (r"\bhow (?:will|do|can) we (?:know|measure|tell)\b|\bmeasure(?:s|d)? (?:of success|that we have)|\bimpact\b|\boutcomes?\b",)
