"""Answers put together from stored facts: each module is silent on what is not its own form of question.

Comes in: a question as understood, with the passages that its words and meaning found. Goes out: statements with their citations.
"""
