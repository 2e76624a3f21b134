"""Numbers and letters as formats generate them before list items."""

BULLET = "•"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
    (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """i, ii, iii, iv ... for numbers from 1."""
    text = ""
    for value, figures in ROMAN:
        while number >= value:
            text, number = text + figures, number - value
    return text


def letters(number: int) -> str:
    """a to z, then aa, ab, as HTML counts on."""
    text = ""
    while number:
        number, last = divmod(number - 1, 26)
        text = chr(ord("a") + last) + text
    return text
