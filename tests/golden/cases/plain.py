"""Text and Markdown papers."""

from pathlib import Path

from tests.golden.case import Case


def text_minutes(path: Path) -> None:
    """Minutes as plain text: emphasis in stars, a row of tabs, one line a paragraph."""
    path.write_text(
        """Aldermere County Council
Adult Care Scrutiny Committee
Minutes of the meeting held on 14 January 2025

Present: Councillors R Ashby (Chair), M Okoro and S Wray

**1. Apologies for absence**
1.1 Apologies were received from Councillor D Lunn.

**2. Home care**
2.1 The Director reported these figures:

Ward\tVisits\tMissed
Stowmere\t4,120\t31
Brantwold\t3,876\t12

2.2 The Committee **AGREED** to:
a) note the report; and
b) ask for figures by ward.

The meeting closed at 11.05 am.
""",
        encoding="utf-8",
    )


def wrapped_text(path: Path) -> None:
    """An old text file breaks its lines at 60 characters and parts paragraphs by blank lines."""
    path.write_text(
        """MINUTES OF STOWMERE PARISH COUNCIL
Held in the village hall on 8 May 2025

Present: Cllrs J Hobb (Chairman), P Lisle and W Orchard

1. PLAY AREA

The clerk reported that the swings had been inspected on 2
May and that two chains needed to be replaced before the
summer holidays. The slide was sound, but the matting below
it had lifted at two corners and should be pinned down. Mr
Lisle offered to do this himself, for which the Chairman
thanked him.

It was RESOLVED that the clerk order the chains at a cost of
not more than £180, and ask the school whether the bench by
the gate may be moved nearer to the swings.

2. DATE OF NEXT MEETING

12 June 2025.

There being no further business the meeting closed at 8.40 pm.
""",
        encoding="utf-8",
    )


def markdown_paper(path: Path) -> None:
    """Markdown: headings by hashes, a piped table, a list."""
    path.write_text(
        """# Library opening hours

## Why we are asking

Footfall fell by **12%** in the year.

## What we propose

- Tarrow: closed on Mondays
- Stowmere: open until 7pm on Thursdays

| Library | Hours now | Hours proposed |
|---|---|---|
| Tarrow | 38 | 32 |
| Stowmere | 40 | 42 |
""",
        encoding="utf-8",
    )


def divided_minutes(path: Path) -> None:
    """Minutes of an Irish municipal district: lines in capitals divide the numbered items, one item is called by its initials,
    the number of an item stands on a line of its own, and scanned bullets are read as other signs."""
    path.write_text(
        """**MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF ALDERMERE-STOWMERE**

**HELD IN THE COUNCIL OFFICES, ALDERMERE, ON MONDAY, 10TH MARCH, 2025**

**MEMBERS PRESENT:**

Councillors Dunne, Farrell and Keogh.

**1.**

**Schedule of Works**

The Director made the following points.

¢ The footpath on Mill Lane would be laid in May.

e The drainage scheme would follow in June.

Proposed by Councillor Dunne;

Seconded by Councillor Keogh;

And Resolved:

"That the Schedule of Works be adopted."

QUESTIONS

**2.**

**Question submitted by Councillor T. Keogh**

I will ask at the next Meeting when the bridge at Brantwold will be painted.

**REPLY:**

The bridge will be painted by the end of September.

NOTICES OF MOTION

**3.**

**Notice of Motion submitted by Councillor S. Farrell**

I will move at the next Meeting that a bench be placed at the pier.

The Motion was seconded by Councillor Dunne.

**4.**

**A.O.B.**

It was noted that the litter bins had been emptied.

This concluded the Meeting.
""",
        encoding="utf-8",
    )


CASES = (
    Case(text_minutes, "minutes-2025-01-14.txt"),
    Case(wrapped_text, "stowmere-minutes-2025-05-08.txt"),
    Case(divided_minutes, "minutes-aldermere-stowmere.md"),
    Case(markdown_paper, "library-hours.md"),
)
