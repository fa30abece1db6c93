"""What was sent is kept byte for byte, once, under its hash."""

import hashlib
import os
import stat

import pytest
from small_store import draft, overwrite

from outcomes.errors import Corrupt, StoreError
from outcomes.store import Store


@pytest.fixture
def store(quick_path):
    return Store(quick_path)


def test_the_same_file_sent_twice_is_one_original(store):
    data = b"PK\x03\x04 a workbook"
    first = store.keep(data, "April figures.XLSX")
    again = store.keep(data, "copy.zip")
    assert first == again == hashlib.sha256(data).hexdigest()
    (path,) = (store.root / "inbox").iterdir()
    assert path.name == f"{first}.xlsx"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o444
    assert store.original(first) == data


@pytest.mark.parametrize("name", ["x.exe", "../../etc/passwd", "x.csv/../../y", "noname", "", "x.xlsx\x00.sh", "..."])
def test_a_name_from_outside_decides_nothing_on_the_disk(store, name):
    sha256 = store.keep(b"data", name)
    (path,) = (store.root / "inbox").iterdir()
    assert path.name == sha256
    assert store.original(sha256) == b"data"


@pytest.mark.parametrize("sha256", ["../CURRENT", "", None, "0" * 64])
def test_an_original_that_is_not_there_is_a_sentence(store, sha256):
    with pytest.raises(StoreError) as refusal:
        store.original(sha256)
    assert refusal.value.key == "store.no_original"


def test_a_changed_original_is_never_given_out_and_sending_it_again_heals_it(store):
    sha256 = store.keep(b"data", "a.csv")
    overwrite(store.root / "inbox" / f"{sha256}.csv", b"dat4")
    with pytest.raises(Corrupt):
        store.original(sha256)
    assert store.keep(b"data", "a.csv") == sha256
    assert store.original(sha256) == b"data"


def test_verify_deep_asks_for_every_source_and_the_quick_one_does_not(store):
    sha256 = store.keep(b"data", "a.csv")
    first = store.publish(draft(1.0, sources=[{"name": "a.csv", "sha256": sha256}]), None)
    store.publish(draft(2.0, sources=[{"name": "a.csv", "sha256": sha256}]), first)
    assert store.verify(deep=True) == []
    path = store.root / "inbox" / f"{sha256}.csv"
    overwrite(path, b"dat4")
    assert store.verify() == []
    assert [problem.key for problem in store.verify(deep=True)] == ["store.original_damaged"]
    path.unlink()
    assert [problem.key for problem in store.verify(first, deep=True)] == ["store.no_original"]
