"""The error tree of `matters`: each says what happened, where, and what to do next.

Anything that is not a `MattersError` is a bug and shows its traceback.
"""

GIVE = "Give PDF, HTML, DOCX, TXT or MD."
SAVE_AS_DOCX = "Open it in Word or LibreOffice, save it as .docx and ingest that."
SAVE_WITHOUT_PASSWORD = "Save a copy without the password and ingest that."
SAVE_AGAIN = "Download or save it again, or remove it."
CHECK_ACCESS = "Check that it is there and that you may read it."
"""Next steps that more than one stage names."""


class MattersError(Exception):
    """Base of every error that a person can act on; `str()` is the sentence to show."""


class UsageError(MattersError):
    """The command was given something it cannot take (exit status 2)."""


class SourceError(MattersError):
    """One file cannot be read; the run goes on without it and lists it at the end."""

    def __init__(self, path: object, what: str, next_step: str = "") -> None:
        named = str(path).encode(errors="replace").decode()  # a name on disk may be no text
        self.path, self.what, self.next_step = named, what, next_step
        super().__init__(" ".join(filter(None, (f"{named}: {what}.", next_step))))


class LibraryError(MattersError):
    """The library cannot be opened or written as it stands."""


class ModelError(MattersError):
    """An embedding model is missing, or is not the one the library was built with."""


class QuoteError(MattersError):
    """A quote is not, character for character, what the stored text holds at its place."""


class NotThereError(MattersError):
    """What an address names is not in the library."""


class BusyError(MattersError):
    """The web page has too many requests, or one took too long."""


class WorkingError(BusyError):
    """The web page is still working something out; the same request will do in a moment."""
