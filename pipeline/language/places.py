"""Names of places in the United Kingdom and Ireland: settlements of 500 people and more, and the areas of councils.

Comes in: a name. Goes out: whether it is a place's. `settlements.txt` holds GeoNames' names (CC BY 4.0, made by
`bench/gazetteer.py`), `areas.txt` counties, districts, boroughs, unitaries and council areas, written for this package.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

PLAIN_WORDS = frozenset(
    (
        "Aldridge Amble Ash Avon Banks Barking Barley Bath Battle Beer Bicker Bow Bowling Box Brae Bridge Broadway Bury Camber Castor "
        "Chard Charity Chipping Church Clones Convoy Cooling Cove Coven Crook Cults Dale Deal Delph Docking Dollar Downside Eagle Eden "
        "Eye Felling Ferns Fleet Flint Flushing Ford Forth Grain Grange Grays Grove Hale Hart Hawthorn Hay Headstone Healing Heath Hill "
        "Hillside Hook Hope Hose Hospital Hurst Kill Knock Lancing Law Leek Loans Locking March Mark Marr Maud May Mere Mold Moss Muff "
        "Over Pant Par Park Pickering Plains Pool Portland Prosperous Quarter Rake Reading Ridge Rock Rode Rother Rugby Rye Sale "
        "Sandwich Sandy Scone Send Settle Shannon Sharpness Springfield Steep Stock Stone Stow Street Swale Sway Swords Timberland "
        "Toft Tong Tower Trim Tumble Valley Vauxhall Wall Ware Wells Wick Wing Wool Worth Cheddar Crewe Melton Hermitage Greenfield "
        "Yours Ascot Arun Amber Fowey Castle Market Bugle Ringer"
    ).split()
)
"""Places whose names are ordinary words, surnames or goods as often: more than the capital must speak for them."""

_MARKS = re.compile(r"[’'.]")
_BETWEEN = re.compile(r"[\s-]+")


@lru_cache(maxsize=1 << 15)
def is_place(name: str) -> bool:
    """Whether a list holds the name, whatever its apostrophes, hyphens and stops: "Kings Lynn", "St. Helens"."""
    return _key(name) in _places()


def is_plainly_place(name: str) -> bool:
    """Whether the name is a place's and no word that papers use for other things."""
    return name not in PLAIN_WORDS and is_place(name)


def _key(name: str) -> str:
    return _BETWEEN.sub(" ", _MARKS.sub("", name)).strip().casefold()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    folder = files("pipeline.language")
    lines = [line for file in ("settlements.txt", "areas.txt") for line in (folder / file).read_text(encoding="utf-8").splitlines()]
    return frozenset(_key(name) for line in lines if not line.startswith("#") for name in line.split(";") if name.strip())
