"""Lists: what is counted is what is listed, and what is downloaded."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest

from pipeline.web.pages.facts import ROWS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.enable_socket
NARROWED = "is_status=budget&topic=care"


def found(page: Page) -> int:
    """How many rows the page says it has found."""
    return int(page.locator("#found").inner_text().split()[0].replace(",", ""))


def fetched(address: str) -> bytes:
    with urlopen(address) as reply:
        body: bytes = reply.read()
    return body


def test_a_value_of_a_facet_finds_as_many_as_it_says(page: Page) -> None:
    """The count beside a value is the number of rows that it narrows to; choosing it again widens the list again."""
    page.goto("/decisions")
    every = found(page)
    value = page.locator(".facets li", has=page.locator("a")).first
    count = int(value.locator(".dim").inner_text())
    value.locator("a").click()
    assert found(page) == count < every
    assert page.locator("tbody tr").count() == min(count, ROWS)
    page.locator(".facets a.on").click()
    assert found(page) == every


def test_words_and_dates_narrow_and_stay_in_the_address(page: Page) -> None:
    """Each filter lessens what is found, its field keeps what was typed, and the address holds it for a colleague."""
    page.goto("/commitments")
    every = found(page)
    page.get_by_label("Words", exact=True).fill("supported living")
    page.get_by_role("button", name="Show").click()
    worded = found(page)
    page.get_by_label("From", exact=True).fill("2025-01-01")
    page.get_by_role("button", name="Show").click()
    assert 0 < found(page) < worded < every
    address = page.url
    page.goto("/")
    page.goto(address)
    assert page.get_by_label("Words", exact=True).input_value() == "supported living"
    assert page.get_by_label("From", exact=True).input_value() == "2025-01-01"


def test_an_order_is_kept_over_the_pages_of_a_list(page: Page) -> None:
    """A column's heading orders the rows up and then down, and the next page goes on where the last one stopped."""
    page.goto("/attendance")
    names = "tbody tr > td:nth-child(2) > a:first-of-type"
    heading = page.locator("thead").get_by_role("link", name="Name")
    heading.click()
    first = page.locator(names).all_inner_texts()
    page.get_by_role("link", name="Next", exact=True).click()
    up = [*first, *page.locator(names).all_inner_texts()]
    assert up == sorted(up)
    heading.click()
    assert page.locator(names).first.inner_text() == max(up)
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_downloads_hold_the_same_rows_as_the_list(page: Page) -> None:
    """CSV, XLSX and JSON of a narrowed list have the rows that the page counts, in one order, with their citations."""
    import openpyxl

    page.goto(f"/figures?{NARROWED}")
    count = found(page)
    made = {}
    for form in ("CSV", "XLSX", "JSON"):
        address = page.locator(".downloads").get_by_role("link", name=form).get_attribute("href") or ""
        made[form] = fetched(page.url.split("/figures")[0] + address)
    rows: list[dict[str, Any]] = json.loads(made["JSON"])
    written = list(csv.DictReader(StringIO(made["CSV"].decode("utf-8-sig"))))
    header, *cells = openpyxl.load_workbook(BytesIO(made["XLSX"])).worksheets[0].iter_rows(values_only=True)
    assert len(rows) == len(written) == len(cells) == count
    assert list(header) == list(written[0])
    by_form = (
        [(row["id"], row["citation"]["quote"]) for row in rows],
        [(row["id"], row["citation_quote"]) for row in written],
        [(row[header.index("id")], row[header.index("citation_quote")]) for row in cells],
    )
    assert by_form[0] == by_form[1] == by_form[2]
