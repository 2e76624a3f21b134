"""Slow measurements of quality and speed: `make bench`, or `python -m bench.NAME`. Their figures stand in docs/benchmarks.md."""
