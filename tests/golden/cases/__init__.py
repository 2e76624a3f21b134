"""All golden cases, by subject."""

from tests.golden.case import Case
from tests.golden.cases import (
    characters,
    elsewhere,
    files,
    flow,
    furniture,
    identity,
    layout,
    outline,
    packs,
    plain,
    printed,
    tables_heads,
    tables_places,
    tables_rules,
    tables_values,
    web,
    word,
)

CASES: tuple[Case, ...] = (
    *packs.CASES,
    *files.CASES,
    *elsewhere.CASES,
    *outline.CASES,
    *identity.CASES,
    *furniture.CASES,
    *flow.CASES,
    *layout.CASES,
    *characters.CASES,
    *tables_rules.CASES,
    *tables_heads.CASES,
    *tables_places.CASES,
    *tables_values.CASES,
    *word.CASES,
    *web.CASES,
    *plain.CASES,
    *printed.CASES,
)
