"""What an answer says of a list of promises: how many, the newest, the biggest, what changed; and how a table row reads in it."""

from __future__ import annotations

import pytest

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.promises.phrased import money
from pipeline.model.answers import Answer, FactRow, Filters, Standing
from tests.fake_library import FakeLibrary, Paper

FIRST, SECOND = "2031-03-05", "2033-06-10"
OLD = "We will bring 240 ferry homes into use by March 2034."
NEW = "Approve a programme of 204 ferry homes in use by May 2036, in place of 240 by March 2034."
GRANT, CHAIRS = "The ferry homes will have a grant of £2.5m by May 2032.", "The ferry homes will have chairs for £40,000 by June 2032."
ROW = "FH-1\tSell old ferry homes\t1,700\t-\t780"
READING = "Savings (£000). FH-1: Saving Sell old ferry homes; Target 1,700; Forecast 780"


def library(*more: str) -> FakeLibrary:
    """A report of 2031 and one of 2033 of Aldermere County Council on its ferry homes."""
    made = FakeLibrary(
        [
            Paper("papers/first.txt", [("Plans", None, words) for words in (OLD, GRANT, *more)], date=FIRST),
            Paper("papers/second.txt", [("Targets", None, NEW), ("Savings", None, ROW)], date=SECOND, readings={1: READING}),
        ]
    )
    old = made.add_fact(
        "commitments",
        0,
        OLD,
        subject="ferry homes",
        text=OLD,
        quantity="240 ferry homes",
        deadline="March 2034",
        deadline_date="2034-03-31",
    )
    made.add_fact("commitments", 0, GRANT, subject="grant", text=GRANT, amount="£2.5m", deadline="May 2032")
    for words in more:
        made.add_fact("commitments", 0, words, subject="ferry homes", text=words, amount="£40,000", confidence=0.7)
    new = {"quantity": "204 ferry homes", "deadline": "May 2036", "deadline_date": "2036-05-31", "restatements": [{"$fact": old.id}]}
    made.add_fact("commitments", 1, NEW, subject="programme", text=NEW, **new)
    made.add_fact("commitments", 1, ROW, subject="Sell old ferry homes", text="Sell old ferry homes", amount="Target: £1,700k")
    for raw, value in (("1,700", 1_700_000), ("780", 780_000)):
        made.add_fact("figures", 1, ROW, raw=raw, value=value, unit="GBP", source="table")
    return made


def answered(*more: str, limit: int = 20) -> Answer:
    return ask(library(*more), "what did we commit on ferry homes?", Filters(), statements=limit)


def test_promises_are_counted_with_their_papers_and_days() -> None:
    """As many as are listed, and from when to when they were made."""
    given = answered(CHAIRS)
    assert given.answer.startswith(f"{len(given.statements)} promises from 2 papers, 5 March 2031 to 10 June 2033. Newest: ")


def test_where_the_limit_cuts_the_list_the_text_says_so() -> None:
    """How many there are, and how many of them stand below."""
    given = answered(CHAIRS, limit=2)
    assert given.answer.startswith("4 promises; the 2 surest are listed, from ")
    assert len(given.statements) == 2


def test_the_greatest_sum_of_money_is_the_biggest_promise() -> None:
    """Among promises of sums, whatever their order."""
    assert "Biggest: The ferry homes will have a grant of £2.5m by May 2032." in answered(CHAIRS).answer


def test_a_number_that_replaces_another_is_a_change_of_one_promise() -> None:
    """Both statements are cited, and the text gives the old and the new terms with the days on which they were said."""
    given = answered()
    assert [c.quote for s in given.statements for c in s.citations if "ferry homes in" in c.quote] == [NEW, OLD]
    assert "240 ferry homes, March 2034 (5 March 2031), later 204 ferry homes, May 2036 (10 June 2033)." in given.answer


def test_a_row_is_read_with_the_units_of_its_table() -> None:
    """The number of the row and empty cells are left out."""
    texts = [s.text for s in answered().statements]
    assert "Sell old ferry homes – target: £1,700k; forecast: £780k" in texts


@pytest.mark.parametrize(
    ("printed", "unit", "value", "read"),
    [("(0.640)", "GBP", -640_000, "-£0.640m"), ("1,120", "GBP", 1_120_000, "£1,120k"), ("£5", "GBP", 5, "£5"), ("62", "percent", 62, "62")],
)
def test_a_sum_of_a_table_takes_its_scale_from_the_stored_figure(printed: str, unit: str, value: float, read: str) -> None:
    """What is printed with its sign, or is no money, stays as it is."""
    standing = Standing(1, "a.txt", "A", "0", None, "report", None, None, "A", (), None, (), None, "text")
    assert money(printed, FactRow("f-1", "figures", standing, printed, "test 1", "stated", {"unit": unit, "value": value})) == read


def test_rows_of_two_years_are_two_promises_and_of_one_year_one() -> None:
    """A programme's row is no restatement of the row of the year before; a summary and its appendix say one thing."""
    days = ("2031-03-05", "2032-03-05", "2032-03-05")
    rows = ("Sell old ferry homes\t900", "Sell old ferry homes\t700", "Sell old ferry homes\t700\tGreen")
    made = FakeLibrary([Paper(f"papers/{at}.txt", [(f"Savings {at}", None, row)], date=days[at]) for at, row in enumerate(rows)])
    for at, row in enumerate(rows):
        made.add_fact(
            "commitments", at, row, subject="ferry homes", text="Sell old ferry homes", amount="£2m", deadline=days[at][:4], confidence=0.9
        )
    given = ask(made, "what did we commit on ferry homes?", Filters())
    assert sorted(len(s.citations) for s in given.statements) == [1, 2]


def test_a_scheme_of_a_table_that_is_given_another_date_has_moved() -> None:
    """The rows of three papers are one promise, the newest leading, which says what was promised at first; the summary tells it too."""
    dated = {"2031-03-05": "March 2032", "2032-03-05": "June 2033", "2033-03-05": "May 2034"}
    said = {day: f"Lantern Yard, Fernham\t24\t{planned}\tremark of {day[:4]}" for day, planned in dated.items()}
    made = FakeLibrary([Paper(f"papers/{day}.txt", [(f"Sites {day}", None, row)], date=day) for day, row in said.items()])
    for at, (day, row) in enumerate(said.items()):
        last = {"deadline": dated[day], "deadline_date": f"{dated[day][-4:]}-0{3 + at}-30"}
        made.add_fact("commitments", at, row, subject="Lantern Yard", text="Lantern Yard, Fernham", quantity="24 homes", **last)
    given = ask(made, "what did we commit on Lantern Yard?", Filters())
    assert [len(s.citations) for s in given.statements] == [3]
    assert given.statements[0].text.endswith("(earlier: 24 homes, March 2032, on 5 March 2031)")
    assert "Changed: 24 homes, March 2032 (5 March 2031), later 24 homes, May 2034 (5 March 2033)." in given.answer
