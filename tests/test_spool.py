"""Long sequences in temporary files."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.draft import Draft
from pipeline.model.spool import Spool, kept, pack, stretch, unpack


def test_a_short_sequence_stays_in_memory() -> None:
    """Up to the limit a tuple comes back, beyond it a spool; both hold what went in."""
    assert kept(range(3), short=3) == (0, 1, 2)
    long = kept(range(4), short=3)
    assert isinstance(long, Spool)
    assert list(long) == [0, 1, 2, 3]


@given(st.lists(st.integers(), max_size=40), st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 7))
def test_a_spool_reads_as_a_list_does(items: list[int], low: int, high: int, batch: int) -> None:
    """Length, order, places from either end and slices are those of a list, whatever the size of its batches."""
    spool = Spool(items, batch=batch)
    assert len(spool) == len(items)
    assert list(spool) == items
    assert list(reversed(spool)) == items[::-1]
    assert list(spool[low:high]) == items[low:high]
    for at in (low, high):
        if -len(items) <= at < len(items):
            assert spool[at] == items[at]
        else:
            with pytest.raises(IndexError):
                spool[at]


def test_the_file_goes_with_the_spool(tmp_path: Path) -> None:
    """Nothing is left in the folder once nobody holds the spool."""
    spool = Spool(range(10), batch=2, folder=tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    del spool
    assert not list(tmp_path.iterdir())


def test_spools_are_handed_over_by_file(tmp_path: Path) -> None:
    """What is packed is read again elsewhere, the same spool once; its files go when the reader lets go of it."""
    spool = Spool(range(10), batch=3)
    parcel = pack({"first": spool, "again": spool, "empty": Spool[int](), "plain": (1, 2)}, tmp_path)
    read = unpack(parcel)
    assert list(read["first"]) == list(range(10))
    assert read["again"] is read["first"]
    assert list(read["empty"]) == []
    assert read["plain"] == (1, 2)
    del read
    assert not list(tmp_path.iterdir())


def test_pickled_the_usual_way_a_spool_is_its_items() -> None:
    """A copy by pickle does not depend on the file, which stays with the original."""
    spool = Spool(range(10), batch=3)
    assert list(pickle.loads(pickle.dumps(spool))) == list(spool)


@given(st.lists(st.integers(), min_size=1, max_size=40), st.integers(1, 5))
def test_the_end_of_a_draft_can_change(items: list[int], open_: int) -> None:
    """Its last items are replaced in place; the whole reads as a list does, under way and done."""
    draft: Draft[int] = Draft(open_)
    for item in items:
        draft.append(item)
    draft[-1] = -7
    expected = [*items[:-1], -7]
    assert list(draft) == expected
    assert [draft[i] for i in range(-len(expected), 0)] == expected
    assert list(draft.done()) == expected


def test_what_a_draft_has_put_away_stays() -> None:
    """An item that is already in the file cannot be replaced: that would be lost in silence."""
    draft: Draft[int] = Draft(2)
    for item in range(20):
        draft.append(item)
    with pytest.raises(IndexError):
        draft[0] = 1


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_is_a_slice_that_stays_in_the_file(start: int, length: int) -> None:
    """Of a tuple and of a spool the same items come, by place, slice and in a row."""
    items = tuple(range(40))
    of_file = stretch(Spool(items, batch=3), start, start + length)
    expected = stretch(items, start, start + length)
    assert tuple(of_file) == tuple(expected)
    assert tuple(of_file[1:-1]) == tuple(expected[1:-1])
