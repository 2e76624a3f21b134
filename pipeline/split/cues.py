"""Words that headings are made of, and words that are never one."""

from __future__ import annotations

import re

NAMED = re.compile(
    r"(?:executive |strategic )?(?:summary|impact)|recommendations?(?:\s*/\s*actions? required)?(?:\(s\))?|actions? required|"
    r"recommendations?/actions required|"
    r"background(?: papers| documents| information| and purpose| and context| to the report)?|purpose(?: of (?:the )?(?:report|note|"
    r"paper))?|introduction|foreword|contents?|conclusions?|appendices|"
    r"officer contacts?|contact (?:officers?|details|us)|report authors?|reasons? for (?:the )?(?:decisions?|recommendations?)(?:\(s\))?|"
    r"(?:legal|financial|resource|equality|equalities|human rights|risk|environmental|climate|procurement|property|"
    r"health and safety|sustainability|other|staffing|hr) "
    r"(?:and \w+ )?(?:implications?|impact|considerations?)(?: / assessment)?|alternative options(?: considered)?|"
    r"options(?: considered)?|consultations?(?: and engagement)?|"
    r"next steps|key (?:findings|messages|data|issues|actions|challenges)|challenges|proposals?|evidence|membership|present|"
    r"also present|in attendance|"
    r"apologies(?: for absence)?|substitute members?(?: present)?|officers? (?:present|in attendance)|(?:members?|officials?|staff|"
    r"councillors?|others?) (?:present|in attendance|attending)|present in the chair|also in attendance|"
    r"glossary(?: of terms)?|references|"
    r"summary|overview|scope|methodology|findings|aims?|objectives?|vision|our vision|our mission|acknowledgements?|thank you|"
    r"useful links|group meetings|"
    r"advice for members of the public|unrestricted items|exempt items|part [12ab]|public business|private business|"
    r"background documents|classification",
    re.IGNORECASE,
)
"""Headings that papers of every council print."""
CLOSE_OF_LETTER = re.compile(r"yours (?:sincerely|faithfully|ever|truly)|(?:kind|best|warm) (?:regards|wishes)|yn gywir", re.IGNORECASE)
LEAD_IN_END = re.compile(
    r"\b(?:to|that|are|is|was|were|be|by|for|of|on|in|with|at|from|as|and|or|the|a|will|would|should|must|can|could|have|has|had|do|"
    r"does|includes?|including|included|"
    r"following|follows|below|we|they|you|it|say|said|asked|agreed|resolved|noted|considered|namely|where|when|which|who|how|"
    r"estimated|between|through|declared|"
    r"made|attended|highlighted|raised|received|requested|recommended|confirmed|informed|(?:members?|committee|council|cabinet|"
    r"board)(?=\s*:)|means?|covers?|showed?|shows|ask(?:ed)?|touch)\s*(?:[:;,–—-]|\.{3}|…)?$",
    re.IGNORECASE,
)
"""A line that ends so introduces what follows."""
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|must|can|could|may|might|been|being|do|does|did|said|told|asked|"
    r"noted|agreed|reported|received|"
    r"welcomed|thanked|advised|confirmed|explained|stated|highlighted|resolved|considered|requested|proposed|seconded|declared|"
    r"attended|felt|showed|"
    r"provides|includes|sets out|contains|remains|continues|i'm|we're|it's|don't|didn't|isn't|aren't|wasn't|weren't)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"^(?:(?:the )?(?:right )?(?:hon(?:ourable)?\.? )?)(?:cllrs?|councillors?|mrs?|ms|miss|dr|prof|professor|rev(?:erend)?|sir|lady|"
    r"lord|alderman|baroness)\b\.? [A-Z]",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\b[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|<http|\b(?:tel|telephone|phone|fax|e-?mail|text ?phone|minicom|ext|mobile|"
    r"officer name|tel no|email address|twitter|facebook)\b\.?(?: no\.?)?\s*[:.]?|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b0\d{3,4}[ -]?\d{3}|\bd?d?/?\d{5} \d{6}\b",
    re.IGNORECASE,
)
PAGE_MARK = re.compile(
    r"^(?:\(?pages?\s*:?\s*\d.*|\d+\s*\|\s*page.*|p\.?\s*\d+|\(?item \d+\w?\)?|\(?(?:copy )?(?:attached|enclosed|to follow)\)?|"
    r"- to follow|agenda item(?:\(?s\)?)?(?: nos?\.?| number)?|draft|confidential|"
    r"none(?: (?:identified|proposed|received|reported|arising|declared|at this (?:stage|time)|known|"
    r"applicable))?\.?|n/?a\.?|not applicable\.?|nil\.?|(?:appendix|annexe?|enclosure) \w{1,3}|yes\.?|no\.?|ends?|"
    r"contents? continued)$",
    re.IGNORECASE,
)
VALUE_LINE = re.compile(
    r"^\d\s*[-–—]\s+[A-Z]|^(?:her|his) majesty['’]s\b|^(?:all |\()?(?:figures|amounts|values)(?: are| shown)? in\b|^£ ?(?:m|000s?|"
    r"k)\b.{0,10}$|"
    r"^(?:inspection dates?|inspection number|score|grade|rating|judgement|outcome|date|time|venue|place|published|"
    r"assessment published|last updated|version|status|ref(?:erence)?|source|note|caption|photo|table|figure|fig|chart|proposed|seconded|"
    r"and resolved)\b.{0,4}[:\d]|^source\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"^[\"“‘'].*[\"”’'.]$")
LETTERS = re.compile(r"[A-Za-z]{2,}|(?:[A-Z]\.){2}")
MOSTLY_NUMBERS = re.compile(r"^[\W\d£€%m.k]*$|^[£€]?\d[\d,.]*\s?(?:%|m|bn|k|million|billion)?(?:$|\s+[a-z])")
"""A figure, alone or counting something: "452", "£14.7m", "221 people"."""
LABEL_VALUE = re.compile(
    r"^(?:(?:lead|responsible|report|briefing note|contact|decision|cabinet|portfolio|ward|meeting|item|data|photo|teams?|authors?|"
    r"officers?|source|classification|status|"
    r"from|to|subject|key decision|prepared|presented|approved|owner|version|attendees?|apologies|present|chair|venue|date|"
    r"time|actions?|signed)\b[^:]{0,45}: \S.*|\(.*\)\.?$|\[.*\]$|\*\S.*)",
    re.IGNORECASE,
)
"""A label with its value on one line, or a remark in brackets."""
ROLE_LINE = re.compile(
    r"^(?:(?:interim|deputy|assistant|executive|corporate|strategic|acting|senior|chief|service|group|joint|managing|programme|"
    r"principal)[ /]){0,3}"
    r"(?:director|officer|head|manager|leader|cabinet member|chair(?:man|person)?|clerk|solicitor|accountant)(?: (?:of|for|"
    r"to) .{3,60}|, .{3,60}|)$|^chief (?:executive|constable|financial officer).{0,40}$",
    re.IGNORECASE,
)
"""Someone's post, as it stands under a name."""
SIGNATURE = re.compile(
    r"^(?!To\b)(?:[A-Z][a-z'’-]+ (?:[A-Z]\.? ?){0,2}[A-Z][\w'’-]+),? (?:(?:(?! (?:of|by|from|to) the ).){0,40}\b)?"
    r"(?i:director|officer|manager|head of|chief executive|"
    r"chair|leader|clerk|councillor|cabinet member)\b.{0,50}$"
)
RATING = re.compile(
    r"(?:overall:? )?(?:outstanding|excellent|very good|good|requires improvement(?: to be good)?|inadequate|(?:un)?satisfactory|adequate|"
    r"weak|(?:substantially |not |non-)?compliant|not (?:met|rated)|met|partially met|red|amber|green|high|medium|low)\.?",
    re.IGNORECASE,
)
BROKEN_END = re.compile(
    r"\b(?:and|or|of|the|a|an|to|for|with|from|by|that|which|our|their|its|as|is|are|was|were|be|has|have)$", re.IGNORECASE
)
"""Words after which a line is cut, not ended."""
NOTE = re.compile(
    r"^(?:a |an |joint |verbal )*(?:report|update|presentation|briefing|briefing note|letter|paper)s? (?:of|by|from) |^(?:to|"
    r"the committee is asked to) (?:agree|approve|confirm|receive|note|consider|review|"
    r"discuss|sign|adopt|authorise|determine|appoint|elect|declare|hear|comment)\b|^the meeting (?:closed|finished|ended|concluded|"
    r"started|opened|commenced|adjourned|rose)\b|"
    r"^(?:date )?(?:this )?agenda (?:was )?(?:published|issued|dispatched)|^published\b|^date of (?:issue|publication)",
    re.IGNORECASE,
)
"""What stands under an agenda item or at the end of minutes."""
