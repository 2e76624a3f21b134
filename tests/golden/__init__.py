"""Golden cases: one small paper for each difficulty of council papers, built by script, with what a careful reader finds in it."""
