"""Capitalised words and abbreviations that name nothing by themselves: data for the rules of entities."""

from __future__ import annotations

# Capitalised words that are names of nothing in particular.
COMMON_CAPITALS = frozenset(
    "council councils committee cabinet board members member chair chairman director officer officers executive "
    "department service services team teams strategy plan plans programme framework policy scheme project fund report "
    "reports "
    "appendix government state county city town district borough parish ward annual general budget meeting minutes "
    "agenda covid covid-19 internet christmas easter brexit english british european "
    "good outstanding inadequate green red amber blue yes no none total actual forecast variance group partnership trust "
    "school hospital centre house hall park road street act regulations order bill partners partner model process review "
    "system contract "
    "survey statement standard standards assessment agreement grant funding challenge vision guidance offer record "
    "records housing homes hub network unit office company agency authority police".split()
)
# More of them, where nothing but the capital speaks for a name.
VAGUE_CAPITALS = frozenset(
    (
        "jan feb mar apr jun jul aug sep sept oct nov dec north south east west northern southern eastern western social care "
        "health adult adults quality data finance corporate community communities culture environment grand "
        "summary background inclusion wellbeing counties introduction conclusion overview purpose context challenges "
        "opportunities "
    ).split()
)
# Abbreviations that name no body, programme or law.
COMMON_ABBREVIATIONS = frozenset(
    "FTE KPI KPIs VAT HR IT ICT PDF AM PM UK GB EU ID TBC TBA N/A NA AOB CEO CFO MP MPs PA PAs GP GPs OT OTs A&E RAG Q1 "
    "Q2 Q3 Q4 FAQ FAQs URL ISBN PO DVD CD TV USA EIA EQIA DPIA NB RE CC FAO PDFs PC RTA HGV MOT LED CCTV WC BSL OK ASAP "
    "SMART SWOT PESTLE HQ PR AGM EGM MTFS MTFP LD MH OP PD YA BAME LGBT LGBTQ LGBTQ+ ASC CSC TOTAL NOT AND THE FOR DRAFT "
    "FINAL APPENDIX REPORT AGENDA MINUTES ITEM PART NO YES II III IV VI VII VIII IX XI XII".split()
)
# Capitalised phrases that name no body, programme or place of their own.
NOT_NAMES = frozenset(
    {
        "council tax",
        "local authority",
        "local authorities",
        "business rates",
        "county councils",
        "district councils",
        "borough councils",
        "parish councils",
        "social services",
        "revenue budget",
        "capital budget",
        "local plan",
        "pension funds",
        "special funds",
        "local government",
        "central government",
        "national government",
        "small and medium enterprises",
        "medium enterprises",
        "fe college",
        "notice board",
        "municipal district",
        "young people",
        "older people",
        "young carers",
        "disabled people",
        "looked after children",
        "white paper",
        "green paper",
    }
)
NOT_PROGRAMMES = frozenset(
    "area areas level valuation rate rates ratio number disability disabilities health care needs children people adults behaviour "
    "indicator indicators equivalent equivalents vehicle vehicles understanding money way ways occupation property properties home homes "
    "pupil pupils learner learners worker workers carer carers leaver leavers gap rent price prices income expenditure cost costs reserve "
    "reserves emissions energy water waste concrete centre centres".split()
)
"""Ends of expressions that have an acronym and are no programme."""
KINDS_IN_PLURAL = frozenset(
    "plans programmes projects funds schemes strategies frameworks grants policies pathways initiatives contracts awards "
    "standards authorities systems partnerships networks groups teams unions enterprises hubs agreements records registers".split()
)
BUDGET_LINES = frozenset("services service budget budgets funding pathway pathways hubs funds grant grants reserve report".split())
