"""The vault: what it seals opens with its key, in its place, and in no other way."""

import base64
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records.vault import CannotOpen, Vault, VaultKeysWrong, key_name, keyed_hash, new_key, read_keys

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
VAULT = Vault({"2026": OLD})
PLACE = ("representation", "0" * 32, "words")
GOOD = base64.b64encode(OLD).decode()


@given(st.text())
def test_what_is_sealed_opens_as_it_was(words):
    assert VAULT.open(VAULT.seal(words, *PLACE), *PLACE) == words


@given(st.dictionaries(st.text(), st.none() | st.text() | st.booleans() | st.lists(st.text())))
def test_so_do_answers(answers):
    assert VAULT.open_json(VAULT.seal_json(answers, *PLACE), *PLACE) == answers


@pytest.mark.parametrize(
    "elsewhere",
    [
        ("draft", "0" * 32, "words"),
        ("representation", "1" * 32, "words"),
        ("representation", "0" * 32, "name"),
        ("representation", "", "0" * 32 + "words"),
    ],
    ids=["another table", "another row", "another field", "nowhere"],
)
def test_it_opens_in_its_own_place_only(elsewhere):
    with pytest.raises(CannotOpen, match="wrong key or wrong row"):
        VAULT.open(VAULT.seal("Amina", *PLACE), *elsewhere)


def test_another_key_of_the_same_name_does_not_open_it():
    with pytest.raises(CannotOpen, match="wrong key"):
        Vault({"2026": NEW}).open(VAULT.seal("Amina", *PLACE), *PLACE)


def test_a_key_that_is_gone_is_named():
    with pytest.raises(CannotOpen, match="sealed with the key 2026, which is not in VAULT_KEYS"):
        Vault({"2027": NEW}).open(VAULT.seal("Amina", *PLACE), *PLACE)


def test_the_first_key_of_the_ring_seals_and_every_key_opens():
    ring = Vault({"2027": NEW, "2026": OLD})
    sealed = ring.seal("Amina", *PLACE)

    assert ring.current == key_name(sealed) == "2027"
    assert ring.open(VAULT.seal("Amina", *PLACE), *PLACE) == "Amina"


@given(st.data())
def test_one_bit_changed_anywhere_and_it_does_not_open(data):
    sealed = bytearray(VAULT.seal("My worker never comes.", *PLACE))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(CannotOpen):
        VAULT.open(bytes(sealed), *PLACE)


@given(st.binary(max_size=80))
def test_whatever_lies_in_a_column_it_opens_or_is_refused_plainly(junk):
    with pytest.raises(CannotOpen):
        VAULT.open(junk, *PLACE)


@pytest.mark.parametrize("length", range(0, 40, 3))
def test_what_was_cut_off_is_refused_plainly(length):
    with pytest.raises(CannotOpen):
        VAULT.open(VAULT.seal("My worker never comes.", *PLACE)[:length], *PLACE)


def test_the_same_words_look_different_each_time():
    sealed = Counter(VAULT.seal("Amina", *PLACE) for _ in range(200))
    assert len(sealed) == 200


def test_the_refusal_does_not_say_what_was_sealed():
    with pytest.raises(CannotOpen) as refused:
        VAULT.open(VAULT.seal("Amina", *PLACE), "draft", "0", "name")
    assert "Amina" not in str(refused.value)


def test_a_ring_is_read_in_its_order():
    ring = read_keys(f" 2027:{base64.b64encode(NEW).decode()} , 2026:{GOOD},")
    assert list(ring.keys.items()) == [("2027", NEW), ("2026", OLD)]


def test_a_new_key_is_one_that_can_be_read():
    assert len(read_keys(f"first:{new_key()}").keys["first"]) == 32
    assert new_key() != new_key()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " , ",
        GOOD,
        "2026:",
        f"2026:{GOOD[:-4]}",
        "2026:not base64 at all!",
        f":{GOOD}",
        f"twenty twenty six:{GOOD}",
        f"schlüssel:{GOOD}",
        f"{'a' * 33}:{GOOD}",
        f"2026:{GOOD},2026:{GOOD}",
        f"2026:{GOOD}\n2027:{GOOD}",
    ],
)
def test_what_is_no_ring_is_refused_and_says_how_to_mend_it(text):
    with pytest.raises(VaultKeysWrong, match="openssl rand -base64 32") as wrong:
        read_keys(text)
    assert GOOD not in str(wrong.value)


def test_a_hash_needs_the_key():
    assert keyed_hash(OLD, "4821093755621408") == keyed_hash(OLD, "4821093755621408")
    assert keyed_hash(OLD, "4821093755621408") != keyed_hash(NEW, "4821093755621408")
    assert len(keyed_hash(OLD, "")) == 64
