"""Papers of an invented council for the tests of look-ups."""

from __future__ import annotations

from tests.fake_library import FakeLibrary, Paper

SCHEME, BUDGET = "3. Supported Living Programme", "1. Budget position"
MINUTES = Paper(
    "papers/2024-03-05 minutes.txt",
    (
        ("1. Apologies", "1.1", "1.1 Apologies were received from Cllr Sam Tolley (Cllr Marta Lisle substituting)."),
        ("2. Interests", "2.1", "2.1 Cllr Owen Pruett declared a non-pecuniary interest as his sister worked for a care provider."),
        (SCHEME, "3.1", "3.1 The Committee received the report of the Director of Adult Care on the programme."),
        (SCHEME, "3.2", "3.2 The Director of Adult Care agreed to bring a report on waiting times to the September meeting."),
        (
            SCHEME,
            "3.3",
            "3.3 With 3 votes for and 1 against, the Committee RESOLVED to AGREE the building of 46 supported living homes by March 2026.",
        ),
        (
            "4. Ferry Service",
            "4.1",
            "4.1 The Rowan ferry carried 18,204 passengers in 2023/24. This was 6% fewer than the year before, because the slipway was "
            "closed for repairs.",
        ),
    ),
)
REPORT = Paper(
    "papers/2024-09-10 finance report.txt",
    (
        (
            "Executive summary",
            None,
            "At the end of July 2024 (Period 4) Adult Care forecasts an overspend of £2.310m, which is 1.2% of the net budget.",
        ),
        (BUDGET, None, "Older people\t61.200\t62.900\t1.700"),
        (BUDGET, None, "Mental health\t14.300\t14.000\t(0.300)"),
        (
            "2. Supported living",
            "2.1",
            "2.1 The Council will deliver 46 supported living homes by September 2026, six months later than planned.",
        ),
        ("3. Buildings", "3.1", "3.1 We will open a second day centre in Thornwick by June 2025."),
        ("4. Market", "4.1", "4.1 PAQS is a tool that the Council uses to check the quality of care homes."),
    ),
    kind="report",
    date="2024-09-10",
    title="Adult Care Finance Monitoring",
    readings={
        1: "Older people: Budget 2024/25 £m 61.200; Forecast £m 62.900; Variance £m 1.700",
        2: "Mental health: Budget 2024/25 £m 14.300; Forecast £m 14.000; Variance £m (0.300)",
    },
)


def library() -> FakeLibrary:
    """Two papers with the facts that extractors would find in them."""
    made = FakeLibrary((MINUTES, REPORT), {"PAQS": ("Provider Assessment and Quality Scheme",)})
    homes = {"subject": "supported living homes", "quantity": "46"}
    made.add_fact("commitments", 0, MINUTES.lines[4][2], text="build 46 homes", deadline="March 2026", **homes)
    made.add_fact("commitments", 1, REPORT.lines[3][2], text="deliver 46 homes", deadline="September 2026", **homes)
    made.add_fact("commitments", 1, REPORT.lines[4][2], subject="day centre", text="open a second day centre", deadline="June 2025")
    made.add_fact("figures", 1, REPORT.lines[0][2], raw="£2.310m", unit="GBP", measure="overspend of Adult Care")
    made.add_fact("actions", 0, MINUTES.lines[3][2], owner="Director of Adult Care", text="bring a report on waiting times")
    return made
