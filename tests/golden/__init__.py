"""Golden cases: one small paper for each difficulty of council papers, built by script, with what a careful reader finds in it.

A case is a builder in `cases/` and an expected file in `expected/`, written by hand: it names the views (`view.py`) that matter for the
difficulty, and of their rows the fields that matter. `pytest --rewrite-golden` writes what is read today in the same shape (and fails, so
that nobody takes it for a check); look at the difference before it is kept. `failing.py` lists what is expected and not yet read.
"""
