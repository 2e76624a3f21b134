"""Verbs of promises in three classes, as words joined by spaces; "~" joins a verb with its particle. Data for `grammar.py`."""

from __future__ import annotations

# Verbs whose object exists, is finished or has happened afterwards.
MAKING = (
    "adopt award appoint begin build buy carry~out circulate close commence commission complete conduct construct "
    "co-produce coproduce create deliver demolish design develop draft draw~up draw~together employ establish expand "
    "extend finalise finish "
    "form go~live go~out~to go~to hold implement incorporate install introduce issue launch meet move~to move~into open "
    "pilot plant present procure produce progress~to publish purchase put~in~place put~towards recruit redesign "
    "re-develop refresh refurbish relocate renew replace report "
    "resurface review revise roll~out send set~up share sign start submit take~place tender test transfer trial "
    "undertake update upgrade write bring~back bring~to bring~forward bring~a merge cease double halve agree approve "
    "evaluate feed~into assess audit inspect consult~on convene host map survey record detail rate place~into release recommission "
    "place~before put~before lay~before "
    "compile erect reopen restart reinstate repair restore install lay fit supply deploy resurface repaint clear "
    "acquire lease dispose~of freeze abolish put~up take~down plant "
    "cap dredge electrify hand~over insulate lodge phase~out rebuild relaunch remodel retrofit rewrite scrap sell take~over waive widen "
    "come~to conclude make~an~application make~a~bid make~arrangements paint put~in put~to prune re-let retender translate trim"
)
# Verbs that do something, which counts with a number or a date.
DOING = (
    "achieve allocate apply arrange attend base bid bring commit contact contribute convert cover cut employ enter fund "
    "gather give include increase inform invest invite join lead liaise look~at maintain make~available measure monitor "
    "offer operate organise pay prepare promote provide raise receive reduce refer~to register replace require "
    "respond retain return run save see set~out sell spend support~with target train use visit work~with look~to "
    "do forward obtain notify advertise reply investigate speak~to write~to order instruct make~contact remove discuss request "
    "take~control take~on match-fund progress "
    "add adjust book call~for chase collect effect end find hear~from let name post process realign resolve fix "
    "revert ring staff take~forward"
)
STRIVING = (
    "address advocate aim allow assist build~on champion collaborate consider continue embed empower enable encourage "
    "engage enhance ensure examine explore facilitate focus foster help highlight identify improve influence keep look "
    "need protect recognise remain seek strengthen strive support sustain target "
    "transform try understand work"
)
IRREGULAR = {
    "begin": "begun",
    "build": "built",
    "buy": "bought",
    "do": "done",
    "draw": "drawn",
    "hold": "held",
    "meet": "met",
    "put": "put",
    "send": "sent",
    "set": "set",
    "take": "taken",
    "write": "written",
    "bring": "brought",
    "undertake": "undertaken",
    "cut": "cut",
    "give": "given",
    "lead": "led",
    "make": "made",
    "pay": "paid",
    "run": "run",
    "see": "seen",
    "sell": "sold",
    "speak": "spoken",
    "spend": "spent",
    "keep": "kept",
    "seek": "sought",
    "understand": "understood",
    "go": "gone",
    "feed": "fed",
    "find": "found",
    "hear": "heard",
    "let": "let",
    "come": "come",
}
PARTICIPLES = "|".join(sorted({*IRREGULAR.values()} - {"met", "kept", "understood"}))
"""Of "to be written"; what is "to be met" or "understood" is no deed."""
