"""Names in papers of an invented council: types, forms of one name, and what is no name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import entities
from pipeline.extract.entities.acronyms import bindings
from pipeline.extract.nlp import Nlp, load
from pipeline.model.facts import Entity
from tests.meeting import paper

RULES = Nlp(use_trained=False)
NAMES = [
    ("The Health and Wellbeing Board met in public.", "Health and Wellbeing Board", "COMMITTEE"),
    ("It was sent to the Scrutiny Committee and Cabinet.", "Cabinet", "COMMITTEE"),
    ("Aldermere County Council and Fernham Borough Council agreed.", "Fernham Borough Council", "ORG"),
    ("The Department for Transport replied.", "Department for Transport", "ORG"),
    (
        "A letter from the Ministry of Housing, Communities and Local Government came.",
        "Ministry of Housing, Communities and Local Government",
        "ORG",
    ),
    ("Work under the Care Act 2014 goes on.", "Care Act 2014", "LEGISLATION"),
    ("A section 106 agreement was signed.", "section 106", "LEGISLATION"),
    ("The Equality Act 2010 and the Autism Act 2009 apply.", "Autism Act 2009", "LEGISLATION"),
    ("Members asked about the Brighter Harbours Programme.", "Brighter Harbours Programme", "PROGRAMME"),
    ("Members asked about the Fernham Housing Strategy 2031-2036.", "Fernham Housing Strategy 2031-2036", "PROGRAMME"),
    ("The meeting was held at County Hall.", "County Hall", "FACILITY"),
    ("It met at Fernham hospital.", "Fernham hospital", "FACILITY"),
    ("The Executive Director of Adult Services replied.", "Executive Director of Adult Services", "ROLE"),
    ("The Cabinet Member for Roads and Transport spoke.", "Cabinet Member for Roads and Transport", "ROLE"),
    ("Cllr Ann Hill asked a question.", "Cllr Ann Hill", "COUNCILLOR"),
    ("Seconded by Councillor Park.", "Councillor Park", "COUNCILLOR"),
    ("A letter to the Minister for Health was read.", "Minister for Health", "ROLE"),
    ("The Leader of the Council replied.", "Leader of the Council", "ROLE"),
    ("The director of children’s services (DCS) replied.", "DCS", "ROLE"),
    ("Mrs Orr (Cabinet member for Children’s Services) replied.", "Cabinet member for Children’s Services", "ROLE"),
    ("Paths at Mill Green and Dale Green are closed.", "Dale Green", "PLACE"),
    ("Shops in Fernham town centre are let.", "Fernham town centre", "PLACE"),
    ("Members joined Ofsted’s Clear Harbours Programme.", "Clear Harbours Programme", "PROGRAMME"),
    ("The Liberal Democrats moved an amendment.", "Liberal Democrats", "ORG"),
    ("The proposals of the Harbour Reform White Paper were noted.", "Harbour Reform White Paper", "PROGRAMME"),
    ("Mr J Penn seconded.", "Mr J Penn", "PERSON"),
    ("Susan Orr, Head of Planning, presented.", "Susan Orr", "PERSON"),
    ("Write to Gwil Tarn, gwil.tarn@aldermere.gov.uk.", "Gwil Tarn", "PERSON"),
    ("The homes are in North Fernham.", "North Fernham", "PLACE"),
    ("It is due on 4 March 2031.", "4 March 2031", "DATE"),
    ("Both Thurrock and Thornwick score well.", "Thurrock", "PLACE"),
    ("Homes are open in Acle.", "Acle", "PLACE"),
    ("It serves King's Lynn and West Norfolk and one other district.", "King's Lynn and West Norfolk", "PLACE"),
    ("A bypass of Stratford on Avon was discussed.", "Stratford on Avon", "PLACE"),
    ("A coast to the north of The Wash is closed.", "Wash", "PLACE"),
    ("The works in Tarn Rise, Ipswich, are late.", "Tarn Rise", "PLACE"),
    ("Officers met Skills for Care and others.", "Skills for Care", "ORG"),
    ("Grants went to Suffolk citizens advice this year.", "Suffolk citizens advice", "ORG"),
    ("It is led by the Suffolk office of data and research.", "Suffolk office of data and research", "ORG"),
    ("Homes are run by Suffolk quick help (SQH) for all.", "SQH", "ORG"),
    ("Harbours, Shores & Tides (HST) directorate overspent.", "HST", "ORG"),
    ("It asked the Aldermere Council on Ageing.", "Aldermere Council on Ageing", "ORG"),
    ("Pay is set by the Select Committee on Harbour Dues.", "Select Committee on Harbour Dues", "COMMITTEE"),
    ("The sensory harbour unit replied.", "sensory harbour unit", "ORG"),
    ("It went to Cabinet and Full Council.", "Full Council", "COMMITTEE"),
    ("It follows the Fernham All Age Harbour Strategy 2031–2036.", "Fernham All Age Harbour Strategy 2031–2036", "PROGRAMME"),
    ("The Council's Carbon Harbour Plan was noted.", "Carbon Harbour Plan", "PROGRAMME"),
    ("Suffolk's Brighter Harbours Fund is open.", "Brighter Harbours Fund", "PROGRAMME"),
    ("A council-funded Harbours Board and the Aldermere-led Coast Board met.", "Coast Board", "COMMITTEE"),
    ("It met the Leader of Fernham Borough Council.", "Fernham Borough Council", "ORG"),
    ("Members of Aldwick / Fernham Municipal District met.", "Aldwick / Fernham Municipal District", "PLACE"),
    ("The Environment, Economy and Growth Committee met.", "Environment, Economy and Growth Committee", "COMMITTEE"),
    ("Children, Young People and Harbours Department overspent.", "Children, Young People and Harbours Department", "ORG"),
    ("Pupils of St. Bride’s School came.", "St. Bride’s School", "FACILITY"),
    ("The Police and Crime Commissioner replied.", "Police and Crime Commissioner", "ROLE"),
    ("Report by Jo Bright Interim Harbour Director.", "Interim Harbour Director", "ROLE"),
    ("It met in Áras Tarn Bright last week.", "Áras Tarn Bright", "FACILITY"),
    ("An update from Comhairle Cathrach agus Contae Aldermere was read.", "Comhairle Cathrach agus Contae Aldermere", "ORG"),
    ("HELD ON WEDNESDAY, 4TH MARCH, 2031", "WEDNESDAY, 4TH MARCH, 2031", "DATE"),
    ("It is under Part Two of the Harbours Act 2031.", "Harbours Act 2031", "LEGISLATION"),
    ("His Majesty’s Inspector came.", "His Majesty’s Inspector", "ROLE"),
    ("Loans came from the Public Works Loan Board.", "Public Works Loan Board", "ORG"),
    ("A pilot begins in early summer 2031.", "early summer 2031", "DATE"),
    ("The forecast for November 2031-32 was noted.", "November 2031-32", "DATE"),
    ("It is under the Harbours Act (Northern Ireland) 2031.", "Harbours Act (Northern Ireland) 2031", "LEGISLATION"),
    ("It is under the Harbour and Shore Acts, 2020-2031.", "Harbour and Shore Acts, 2020-2031", "LEGISLATION"),
    ("It relates to Council Tax, the Harbours Act 2031 and the Code.", "Harbours Act 2031", "LEGISLATION"),
    ("Proposal for the Harbour Rights (Wales) Regulations 2031", "Harbour Rights (Wales) Regulations 2031", "LEGISLATION"),
    ("It met the Department for Harbours, Shores and Tides and Fernham Dock Company.", "Department for Harbours, Shores and Tides", "ORG"),
    ("Director of Harbour Works Director of Tidal Services", "Director of Harbour Works", "ROLE"),
    ("Officers present: Director of Harbours - J Penn", "J Penn", "PERSON"),
    ("Ann Orr, Head of Parks and Open Spaces, and Dr Eve Penn attended.", "Head of Parks and Open Spaces", "ROLE"),
    ("Director of Finance, and Orla Ní Bhrian, Chief Executive, spoke.", "Orla Ní Bhrian", "PERSON"),
    ("REPORT OF: Bryn Marsh", "Bryn Marsh", "PERSON"),
    ("The Royal Borough of Windsor and Maidenhead sent figures.", "Royal Borough of Windsor and Maidenhead", "ORG"),
    ("The High Sheriff (Ann Penn) came.", "High Sheriff", "ROLE"),
    ("The Lead Member for Harbours spoke.", "Lead Member for Harbours", "ROLE"),
    ("The Lord-Lieutenant of Aldermere came.", "Lord-Lieutenant of Aldermere", "ROLE"),
    ("The Draft Chief Executive’s Budget was read.", "Chief Executive", "ROLE"),
    ("Dr Ruth Hatch of Fernham Health Trust spoke.", "Dr Ruth Hatch", "PERSON"),
    ("Dr Ruth Hatch of Fernham Health Trust spoke.", "Fernham Health Trust", "ORG"),
    ("Mrs P Orr Co-opted Member left.", "Mrs P Orr", "PERSON"),
    ("The Right Worshipful the Mayor Councillor R T Beck came.", "Mayor Councillor R T Beck", "COUNCILLOR"),
    ("Present: Cllrs Ann Hill; Pat Orr; Jo Penn", "Jo Penn", "COUNCILLOR"),
    ("Present: Councillors: Peter “Chap” Orr, Breda Penn.", "Breda Penn", "COUNCILLOR"),
    ("Apologies came from Ann Penn, Simon Hall and Jo Bright.", "Simon Hall", "PERSON"),
    ("Mrs Ward thanked all. Rowena Ward left.", "Rowena Ward", "PERSON"),
    ("Land at Our Lady of Tarn Primary School is sold.", "Our Lady of Tarn Primary School", "FACILITY"),
    ("Pupils of Sir John Orr High School came.", "Sir John Orr High School", "FACILITY"),
    ("It was sent from Tarn Quay, Fernham, NR1 2DL and Aldwick District Council paid.", "Aldwick District Council", "ORG"),
    ("Minutes of the Special Meeting of Fernham Harbour Trust", "Fernham Harbour Trust", "ORG"),
    ("A letter of the Harbour Planning and Roads Division came.", "Harbour Planning and Roads Division", "ORG"),
    ("Present: Councillors T. Allen, Ms. V. M. Dawes and C. Orr.", "C. Orr", "COUNCILLOR"),
    ("Present: Councillors, Joe Penn, Sinéad Orr.", "Sinéad Orr", "COUNCILLOR"),
    ("County Cllrs D Penn and T Orr came.", "County Cllr D Penn", "COUNCILLOR"),
    ("It met the Association of Directors of Harbours (ADH).", "Association of Directors of Harbours", "ORG"),
    ("A letter to the Cathaoirleach of Carrick on Shannon Municipal District.", "Cathaoirleach", "ROLE"),
    ("She is a governor of Awel y Tarn Primary School.", "Awel y Tarn Primary School", "FACILITY"),
    ("Cllr Mathew Orr Re: Tarn School", "Cllr Mathew Orr", "COUNCILLOR"),
    ("The Representative of the Diocese of Fernham replied.", "Diocese of Fernham", "ORG"),
    ("A walk from Lough Tarn was proposed.", "Lough Tarn", "PLACE"),
    ("C Pinder, Acting Harbour Clerk", "C Pinder", "PERSON"),
    ("Officers of the Aldermere Police and Crime Panel came.", "Aldermere Police and Crime Panel", "COMMITTEE"),
    ("It met at the Council Offices at 7PM IN THE TOWN HALL.", "Council Offices", "FACILITY"),
    ("The village of Keadale won a medal.", "Keadale", "PLACE"),
    ("It was sent to the Committee on the Draft Harbours Bill.", "Draft Harbours Bill", "LEGISLATION"),
    ("Bolder Water will dig.", "Bolder Water", "ORG"),
    ("Accounts by Sims & Co Chartered Accountants were read.", "Sims & Co Chartered Accountants", "ORG"),
    ("Members of Carrick on Shannon Municipal District met.", "Carrick on Shannon Municipal District", "PLACE"),
]


def found(text: str, nlp: Nlp = RULES) -> list[Entity]:
    return list(entities.extract(paper(text, kind="report"), nlp))


@pytest.mark.parametrize(("text", "name", "kind"), NAMES)
def test_a_name_is_found_with_its_type(text: str, name: str, kind: str) -> None:
    """Titles, posts and the heads of names tell the type without any trained model."""
    assert (name, kind) in {(e.text, e.type) for e in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Council agreed the report.",
        "Council Tax will rise.",
        "All members were present.",
        "See Table 4 and Appendix B.",
        "What we will do next",
        "The White Paper was discussed with the Local Authority.",
        "External Funds differ from each external body and its funds.",
        "Posters were put on the village notice board.",
        "Local Growth Plans differ: each local body plans growth.",
        "It was read in Reading Week, and reading goes on.",
        "Executive summary of the report.",
        "Pupils with Special Educational Needs (SEN) and SEN staff.",
        "It is under Standing Order 25.",
        "It would need a gas monitoring unit and routine face-to-face strategy meetings.",
    ],
)
def test_ordinary_capitals_are_no_names(text: str) -> None:
    """Words that are capitalised by habit name nothing."""
    assert found(text) == []


def test_an_acronym_shares_the_canonical_name_of_its_expansion() -> None:
    """Each form is a row; the expansion is canonical and every use of the acronym counts."""
    rows = {e.text: e for e in found("The Aldermere Safety Partnership (ASP) met.\nThe ASP agreed a plan.\nASP will report.")}
    assert rows["ASP"].canonical == "Aldermere Safety Partnership"
    assert (rows["ASP"].mentions, rows["ASP"].type) == (3, "ORG")


def test_forms_of_one_person_share_the_fullest_name() -> None:
    """A surname, an initial and a first name of one councillor are one person."""
    rows = {e.text: e.canonical for e in found("Cllr Ann Hill took the chair.\nCllr A Hill spoke.\nCllr Hill closed the meeting.")}
    assert set(rows.values()) == {"Cllr Ann Hill"}


def test_names_that_share_a_title_have_it_in_their_canonical_name() -> None:
    """ "Councillors Hale and Orr" are Councillor Hale and Councillor Orr."""
    rows = {e.text: e.canonical for e in found("Present: Councillors Hale, Orr and Penn.")}
    assert {rows[name] for name in rows if name.endswith("Orr")} == {"Councillor Orr"}


def test_each_name_of_a_list_has_the_title_that_its_list_gives() -> None:
    """ "Aldermen Hale and Orr; Councillors Penn and Cole" are two aldermen and two councillors."""
    rows = {e.text: e.canonical for e in found("Aldermen D Hale and A Orr\nCouncillors J Penn and M Cole")}
    assert (rows["A Orr"], rows["M Cole"]) == ("Alderman A Orr", "Councillor M Cole")


def test_initials_side_by_side_are_two_people() -> None:
    """ "Cllr A Hill Cllr A V Hill" in one list are two councillors."""
    rows = {e.text: e.canonical for e in found("PRESENT: Cllr A Hill Cllr A V Hill Cllr S Orr")}
    assert rows["Cllr A Hill"] == "Cllr A Hill"


def test_an_acronym_takes_initials_of_all_its_words_first() -> None:
    """ "Closed Circuit Television (CCTV)" is bound whole although a letter stands inside a word."""
    assert [b.long for b in bindings("in Closed Circuit Television (CCTV) here")] == ["Closed Circuit Television"]


def test_a_name_without_a_title_is_a_councillor_where_the_paper_calls_it_so() -> None:
    """ "Ann Hale" in a table is the "Cllr Ann Hale" of the minutes."""
    rows = {e.text: e.type for e in found("Cllr Ann Hale proposed it.\nContact: Ann Hale, Cabinet Member for Harbours")}
    assert rows["Ann Hale"] == "COUNCILLOR"


def test_a_councillor_is_not_the_resident_whom_the_paper_calls_ms() -> None:
    """ "Councillor Cole" keeps his form where "Kit Cole" is "Ms Cole" too."""
    rows = {e.text: e.canonical for e in found("Susan Cole, Head of Harbours, came.\nMs Cole spoke.\nCouncillor Cole replied.")}
    assert rows["Councillor Cole"] == "Councillor Cole"


def test_a_place_whose_name_is_a_members_surname_is_no_place() -> None:
    """ "Hilton" in a paper with a Councillor Hilton may be the member."""
    assert "PLACE" not in {e.type for e in found("Cllr Ann Hilton took the chair.\nThen Hilton spoke again.")}


def test_two_people_of_one_surname_stay_apart() -> None:
    """A bare surname that two people share is not given to either."""
    rows = {e.text: e.canonical for e in found("Cllr Ann Hill and Cllr Brian Hill came.\nCllr Hill spoke.\nMr T Cole and Mrs P Cole came.")}
    assert rows["Cllr Hill"] == "Cllr Hill"
    assert (rows["Mr T Cole"], rows["Mrs P Cole"]) == ("Mr T Cole", "Mrs P Cole")


def test_evidence_is_the_first_mention() -> None:
    """The quote is the name where it first stands."""
    structure = paper("It met.\nThe Aldermere Housing Trust came. Aldermere Housing Trust left.", kind="report")
    fact = next(e for e in entities.extract(structure, RULES) if e.type == "ORG")
    assert (structure.document.quote(fact.evidence.spans), fact.mentions) == ("Aldermere Housing Trust", 2)


def test_the_trained_pipeline_adds_places_without_a_telling_word() -> None:
    """Where it is installed it names what rules cannot; the rules stand without it."""
    text = "Homes are planned in Brighton, Leeds and Sheffield."
    with_names = {e.text for e in found(text, load()) if e.type == "PLACE"}
    assert {"Leeds", "Sheffield"} <= with_names or load().trained is None


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Better Harbours Fund (BHF)", "BHF", "Better Harbours Fund"),
        ("adult support team (AST) staff", "AST", "adult support team"),
        ("Friends of the Aldermere Sands (FAS)", "FAS", "Friends of the Aldermere Sands"),
        ("personal budgets (PBs) were", "PBs", "personal budgets"),
        ("the Town Council Network (TCN)", "TCN", "Town Council Network"),
        ("under the Asylum Aid and Support Contract (AASC)", "AASC", "Asylum Aid and Support Contract"),
    ],
)
def test_acronyms_are_bound_to_the_words_before_the_bracket(text: str, short: str, long: str) -> None:
    """The shortest stretch whose initials give the acronym."""
    assert [(b.short, b.long) for b in bindings(text)] == [(short, long)]


@pytest.mark.parametrize("text", ["see the plan (TBC)", "homes (A) and flats (B)", "the report (PDF)"])
def test_brackets_that_explain_nothing_bind_nothing(text: str) -> None:
    """An abbreviation whose letters the words before do not give is no acronym."""
    assert list(bindings(text)) == []


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=300))
def test_any_text_gives_names_that_stand_in_it(text: str) -> None:
    """Every entity quotes the paper."""
    structure = paper(text.replace("*", ""), kind="report")
    for fact in entities.extract(structure, RULES):
        assert structure.document.quote(fact.evidence.spans) in structure.document.text
