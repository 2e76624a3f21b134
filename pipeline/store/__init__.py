"""Where a library lies: SQLite is the truth, FTS5 and FAISS are projections of it."""

from pipeline.store.library import SqliteLibrary, open_library

__all__ = ["SqliteLibrary", "open_library"]
