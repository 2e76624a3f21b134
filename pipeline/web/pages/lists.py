"""How each kind of fact is listed: the one table to look at for a new kind."""

from __future__ import annotations

from typing import NamedTuple


class List(NamedTuple):
    title: str
    about: str
    columns: str
    """Shown in this order, before the place; `date` is the meeting's."""
    facets: str
    """Fields whose values can be chosen, with counts."""
    order: str = ""
    """Fields that rows can be ordered by, besides the date."""


LISTS = {
    "decisions": List(
        "Decisions", "What was resolved, by what vote.", "date verbs text votes", "outcome committee against_recommendation"
    ),
    "actions": List("Actions", "Who undertook or was asked to do what.", "date owner text due status", "status owner committee", "owner"),
    "commitments": List(
        "Commitments", "Undertakings that can be checked, and what became of them.", "text quantity deadline status",
        "status owner committee", "deadline_date",
    ),
    "figures": List(
        "Figures", "Numbers with their unit, measure, period and place.", "measure raw unit period status",
        "unit status period source committee", "value measure period_start",
    ),
    "inspections": List(
        "Inspections", "Scores and judgements of inspectors.", "authority inspector statement score overall_rating",
        "inspector authority theme overall_rating", "score",
    ),
    "tables": List("Tables", "Tables with full column labels and their checks.", "caption unit columns pages", "unit committee"),
    "reports": List("Reports", "Officer reports and their recommendations.", "date title item officer", "officer committee", "title"),
    "attendance": List(
        "Attendance", "Who was present, substituted, apologised.", "date name role status for", "status role committee", "name"
    ),
    "declarations": List("Declarations", "Declarations of interest.", "date name item interest text", "interest name committee", "name"),
    "questions": List(
        "Questions", "Public and members' questions and their answers.", "date by asker answerer question", "by asker committee", "asker"
    ),
    "indicators": List(
        "Indicators", "A body's value beside the national one.", "measure value national verdict period", "verdict source", "measure"
    ),
    "agenda": List("Agenda items", "Items of agendas with their reports.", "date number title officer", "committee"),
}  # fmt: skip
KINDS = tuple(LISTS)
