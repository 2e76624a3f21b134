"""Words that tell what a name is the name of: data for the rules of `entities_names.py` and `entities_people.py`.

Taken from how councils in England, Wales, Scotland and Ireland name their bodies, papers and buildings. A name's head
is its last word ("Health and Wellbeing Board") or, for some, its first ("Department for Transport").
"""

from __future__ import annotations

import re

# Heads that end a name.
COMMITTEE_HEADS = frozenset(
    "committee subcommittee sub-committee committees board boards cabinet panel taskforce roundtable plenary".split()
)
COMMITTEE_PHRASES = tuple(
    (
        "full council|leadership team|management team|steering group|working group|working party|task group|"
        "task and finish group|oversight group|transformation group|reference group|advisory group|project group|"
        "liaison group|select committee|policy committee|corporate management board|senior leadership team|"
        "corporate policy group|joint committee|schools forum|strategic policy committee|audit committee|task force|"
        "programme board|partnership board|scrutiny group|delivery group|implementation group|strategy group|"
        "programme group|user group|members forum"
    ).split("|")
)
ORG_HEADS = frozenset(
    "council councils trust ccg ccgs university college association society foundation commission ltd limited plc llp "
    "cic police agency authority "
    "authorities ombudsman alliance federation union inspectorate constabulary company partnership partnerships network "
    "service services team teams unit group office bureau bureaux bureaus institute institution "
    "corporation charity trustees hospice accountants solicitors architects surveyors "
    "department directorate ministry government parliament assembly secretariat "
    "consortium cooperative co-operative enterprise enterprises "
    "bank housing healthcare healthwatch consultants consulting associates partners forum confederation commissioner "
    "regulator union unions movement collaborative federations system systems hub hubs".split()
)
PROGRAMME_HEADS = frozenset(
    "strategy strategies plan plans programme programmes program framework frameworks fund funds scheme schemes project "
    "projects charter initiative initiatives policy pathway pathways model "
    "agenda accord compact statement toolkit kit survey grant grants bond standard standards accreditation contract "
    "contracts collection review campaign award awards tool system register directory code protocol "
    "roadmap manifesto concordat covenant consultation deal challenge vision prospectus app portal record records "
    "estimates assessment analysis index funding workstream offer outlook budget specification census app "
    "solution guidance declaration agreement settlement roadshow festival passport pledge process regime".split()
)
FACILITY_HEADS = frozenset(
    "hall house centre center buildings offices court hospital hospitals school schools library libraries park theatre room church "
    "cathedral station depot museum club lodge clinic academy nursery "
    "stadium pool gym airport harbour port bridge chamber chambers suite cemetery crematorium playground pavilion quarry "
    "gardens garden market marina pier quay arena cottage villa farm mill castle "
    "inn hotel pub mall barracks prison surgery hostel barn chapel abbey priory mosque synagogue allotments greenway "
    "causeway bypass tunnel viaduct flats apartments maltings wharf tower annex annexe".split()
)
PLACE_HEADS = frozenset(
    "street roundabout interchange flyover underpass "
    "road lane avenue close drive crescent way hill green common island islands isles peninsula bay estuary river "
    "sea coast valley vale dale moor forest wood wolds fens marsh heath beach "
    "village town parish ward division borough county district shire region municipality townland terrace square grove "
    "place row lough loch broad broads wash cove cliff cliffs sands harbourside quayside riverside".split()
)
# A committee's own names that stand alone.
LONE_COMMITTEES = frozenset({"Cabinet", "Full Council", "County Council", "Executive"})
# First words that make a name an organisation whatever its end ("Department for Transport", "University of Exeter").
ORG_STARTS = frozenset(
    "department ministry university office association institute diocese friends bank church society league college "
    "school-of campaign house council confederation federation".split()
)
SUBJECT_AFTER = {**dict.fromkeys(ORG_STARTS, ("of", "for")), "council": ("of", "for", "on"), "commission": ("on",), "forum": ("on",)}
"""The small words behind which such a name goes on."""

FUNCTIONS = frozenset(
    "planning transport transportation roads highways housing finance services cleansing engineering environment environmental policing "
    "education traffic legal licensing resources support operations leisure".split()
)
"""What a division or a section of an organisation sees to; without one of them a division is an electoral one."""
HEADS_OF_LISTS = frozenset("department directorate committee panel".split())
"""Bodies whose names are often lists of what they see to."""
LEGAL_HEADS = tuple("Act|Regulations|Order|Directive|Measure|Convention|Bill|Rules|Byelaws|Bye-laws|Statutory Instrument".split("|"))
LEGAL_NAMES = tuple(
    (
        "Public Sector Equality Duty|General Data Protection Regulations|General Data Protection Regulation|UK GDPR|GDPR|"
        "Best Value Duty|Deprivation of Liberty Safeguards"
    ).split("|")
)

SURNAMES = frozenset(
    "Ward Hall Park Green Grant Church Bridge Castle Chambers Mill Court Lodge Chapel Abbey Bond Bank Banks House Street May Page Key "
    "Mall Mills Speed English Pool Farm Garden Market Marsh Moor Heath Wood Forest Lane Bay Grove Port Pier Price Will".split()
)
"""Surnames that are also words of buildings and papers: behind a title they are people."""

# Roles: what they may begin with, and what they end with.
ROLE_HEADS = tuple(
    (
        "Director|Directors|Chief Executive Officer|Head|Manager|Managers|Officer|Officers|Lead|Leader|Chief Executive|Chief Constable|"
        "Cabinet Member|Portfolio Holder|Champion|Commissioner|Clerk|Solicitor|Inspector|Secretary|Secretary of State|"
        "Minister|Treasurer|Chairman|Chairwoman|Chairperson|Chair|Vice-Chairman|Vice-Chair|Vice Chairman|Vice Chair|"
        "Lord Mayor|Mayor|Deputy Mayor|Co-opted Member|Leas-Chathaoirleach|Leas Chathaoirleach|"
        "Accountant|Auditor|Engineer|Planner|Surveyor|Coordinator|Co-ordinator|Adviser|Advisor|"
        "Partner|Specialist|Analyst|Consultant|Registrar|Coroner|Monitoring Officer|Cathaoirleach|Whip|"
        "Meetings Administrator|Administrator|Comptroller|Provost|Convener|Convenor|Superintendent|Ranger|Warden|Nurse|"
        "Nurses|Practitioner|Therapist|Social Worker|Social Workers|High Sheriff|Sheriff|"
        "Lord-Lieutenant|Lord Lieutenant|Vice Lord-Lieutenant|Recorder|Town Crier|"
        "Assistant|Chaplain|Scientist|Librarian|Technician|Headteacher|Executive Member|Lead Member|"
        "Member for|Counsel"
    ).split("|")
)
ROLE_STARTS = tuple(
    (
        "Executive|Assistant|Deputy|Strategic|Interim|Senior|Principal|Corporate|Group|Managing|Acting|Chief|Joint|"
        "Independent|Service|Area|Regional|District|County|Town|Borough|Parish|City|Lead|Statutory|Associate|"
        "Operational|Business|Finance|Finance Business|Commissioning|Democratic Services|Committee|Head of Paid|Police and Crime|"
        "Democratic|Trading Standards|Programme|Project|Policy|Performance|Planning|"
        "Legal|Section 151|S151|Emergency|Communications|Development|Business Development|Quality|Human Resources|HR|"
        "IT|Transport|Housing|Environmental Health|Licensing|Electoral|Returning|Monitoring|Data Protection|"
        "Public Health"
    ).split("|")
)
# Roles that papers in sentence case print in small letters, with the words that make them posts and not people at large.
LOWER_ROLES = (
    r"(?:(?:executive|assistant|deputy|strategic|interim|managing|corporate) )*directors?(?: of (?!the\b)\w+(?:(?: and"
    r"| of)? \w+){0,3}?)?(?= \(|[,.;]| (?:and|had|was|were|has|said|told|who|to|is)\b)",
    r"(?:principal|approved|senior|lead) (?:(?:social|occupational|mental|health|care|planning|finance|environmental"
    r"|youth|housing) ){1,3}(?:worker|therapist|professional|officer|manager|practitioner)s?",
    r"(?:(?:quality|support|monitoring|improvement|housing|enforcement|planning|democratic|personal|practice|social"
    r"|youth|family|outreach|community|liaison|development|commissioning|clinical|welfare|licensing|environmental|health"
    r"|education|care) ){1,3}"
    r"(?:officer|manager|nurse|consultant|assistant|worker|adviser|advisor|coordinator|co-ordinator|lead)s?",
    r"chief executive|monitoring officer|section 151 officer|lead member|cabinet member|portfolio holder|lead inspector",
)

# Words that are never the first of a name.
NOT_IN_FRONT = frozenset(
    "the a an this that these those we our us i you your it its he she they their his her as at in on by for from to "
    "with of and or but if when while where what who how why which there here "
    "not both such please see also however although though since because after before during under between through "
    "within without against about via per is are was were be been being has have had do does did will would "
    "should could may might can must shall let dear yours including following according based using page pages item "
    "items appendix annex draft proposed amend amended revised existing monday tuesday wednesday thursday friday "
    "saturday sunday "
    "january february march april june july august september october november december".split()
)
# Words that begin sentences, items and headings, and also names: dropped only where a sentence begins.
NOT_TO_BEGIN_WITH = frozenset(
    "all any each every some no many most more other another same new further additional current currently total net "
    "gross only first second third one two three four five six seven eight nine ten source sources key main next last "
    "continue continued support develop review ensure deliver provide work working implement establish create improve "
    "increase reduce undertake agree agreed resolved noted approved recommended proposed seconded moved present "
    "apologies "
    "governor governors land members "
    "councillors officers report reports minutes agenda table figure section paragraph part chapter note notes "
    "date time venue yes contact name title subject tel telephone email receive received consider update publish "
    "introduce complete discontinue delete remove insert replace reinstate abolish retain transfer "
    "appoint appointed delegate confirm confirmed request requested invite commission commissioned draft final proposed "
    "existing revised updated established conducted published launched completed former outgoing incoming".split()
)
# Ends of names that papers print in small letters after a capitalised word: "Fernham hospital", "Aldwick district council".
LOWER_HEADS = frozenset("hospital hospitals centre council college school library park house hall museum theatre airport station".split())
LOWER_COUNCILS = frozenset("district county city borough town parish primary secondary community general leisure health".split())
# Boards that are bodies of their own, by law or by habit.
BODIES_CALLED_BOARD = (
    "integrated care board", "health board", "loan board", "loans board", "education board",
    "tourist board", "water board", "arts council",
)  # fmt: skip
# "Review of the Harbour Service": a noun of doing before the name.
DOING_OF = re.compile(
    r"^(?:\w+(?:ment|tion|sion|ship|ance|ence|ing|ery|sign|view|ber|rease)s?"
    r"|(?:(?:Special|Monthly|Annual|Ordinary|Extraordinary|Statutory|Quarterly|Inaugural|Adjourned|Council|Committee) )?(?:General )?"
    r"(?:Meetings?|Minutes?)|Orders?|Offices?|Part|Chair|Much|Use|Cost|Costs"
    r"|Role|Head|Leader|Chairman|Chairperson|Director|Mayor"
    r"|Representatives?|Pupils|Students|Residents|Parents|Governors|Tenants|Patients|Clerk|Members?|Secretary|Treasurer|Some|Most|Many|All|Both|End|Start|Value|Terms"
    r"|Purpose|Proceedings(?: at)?|Schedule|List) (?:of|for) (?:the )?(?=[A-Z])"
)
OF_A_KIND = re.compile(r"^[\w’']+-(?:sponsored|led|funded|wide|based|run|owned|commissioned|approved|maintained|related) (?=[A-Z])")
"""An adjective before a name: "Aldermere-led Coast Board"."""
PLACE_DIRECTIONS = tuple(
    "North South East West Mid Central Greater Upper Lower Inner Outer Northern Southern Eastern Western Great Little Old New".split()
)
COUNTRIES = frozenset({"England", "Scotland", "Wales", "Ireland", "UK", "Britain"})
FACILITY_FIRST = frozenset({"theatre", "hotel", "cinema", "stadium"})
# Small words inside a name, with the word they must follow.
JOINED_BY = frozenset({("in", "Children"), ("on", "Council"), ("on", "Commission"), ("on", "Committee"), ("on", "Forum")})
BUILDINGS_FIRST = frozenset("coláiste scoil gaelscoil gaelcholáiste ysgol áras ysbyty neuadd canolfan".split())
"""Irish and Welsh schools, halls, hospitals and centres are called so first."""
PLACES_FIRST = frozenset("lough loch llyn afon river glen gleann sliabh slieve ben moel mynydd".split())
"""Waters, valleys and hills are called so first."""
COUNCILS_FIRST = frozenset("comhairle chomhairle cyngor gyngor".split())
"""Irish and Welsh councils."""
MIDDLES = ("city centre", "town centre", "village centre")
PAPERS = ("white paper", "green paper")
ADMINISTERED = frozenset("Ward Wards Division Divisions Parish Parishes District Borough County Region Area Council".split())
"""What follows two places that make one unit: "Mill Green and Dale Hill Ward"."""
OWNERS = frozenset("Council Authority County Government Board Trust Committee Commission Department Service Cabinet City".split())
"""What a programme may be of: "the Council's Harbour Plan" is the Harbour Plan."""
CIVIC = frozenset({"County", "City", "Town", "Civic", "Council", "Shire", "Village", "Parish", "Guild"})
