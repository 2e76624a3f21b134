"""Passages found and ranked: candidates by words, meaning and facts, and features that can be read."""
