"""Secrets: what is sealed opens only in its row, with its key; what is hashed gives nothing away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.store.secrets import BadKeyError, CannotOpenError, Place, Vault

HERE = Place(user_id=1, table="feeds", row="a")


@given(plain=st.binary(max_size=300))
def test_what_was_sealed_opens_again(plain: bytes) -> None:
    """Any bytes, the empty ones too."""
    vault = Vault(b"k" * 32)

    assert vault.open(vault.seal(plain, HERE), HERE) == plain


@pytest.mark.parametrize(
    "elsewhere",
    [
        Place(user_id=2, table="feeds", row="a"),
        Place(user_id=1, table="tokens", row="a"),
        Place(user_id=1, table="feeds", row="b"),
    ],
)
def test_a_sealed_value_opens_in_its_row_only(elsewhere: Place) -> None:
    """A value moved to another row, table or user stays shut."""
    vault = Vault(b"k" * 32)
    sealed = vault.seal(b"secret", HERE)

    with pytest.raises(CannotOpenError):
        vault.open(sealed, elsewhere)


def test_sealing_twice_gives_different_bytes() -> None:
    """Equal secrets cannot be recognised as equal."""
    vault = Vault(b"k" * 32)

    assert vault.seal(b"secret", HERE) != vault.seal(b"secret", HERE)


def test_an_older_key_still_opens_what_it_sealed() -> None:
    """And the new one seals from then on."""
    old, new = b"o" * 32, b"n" * 32
    sealed = Vault(old).seal(b"secret", HERE)

    assert Vault(new, old).open(sealed, HERE) == b"secret"
    assert Vault(new).open(Vault(new, old).seal(b"secret", HERE), HERE) == b"secret"
    with pytest.raises(CannotOpenError, match="another key"):
        Vault(new).open(sealed, HERE)


@pytest.mark.parametrize("position", [0, 3, 8, 20, -1])
def test_damage_is_noticed(position: int) -> None:
    """One bit anywhere."""
    vault = Vault(b"k" * 32)
    sealed = bytearray(vault.seal(b"secret", HERE))
    sealed[position] ^= 1

    with pytest.raises(CannotOpenError):
        vault.open(bytes(sealed), HERE)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01short"])
def test_what_is_cut_short_does_not_open(sealed: bytes) -> None:
    """No other error than the one that is told."""
    with pytest.raises(CannotOpenError):
        Vault(b"k" * 32).open(sealed, HERE)


def test_a_short_key_is_refused() -> None:
    """It protects nothing."""
    with pytest.raises(BadKeyError):
        Vault(b"short")


def test_hashes_depend_on_key_and_purpose() -> None:
    """Nobody without the key can try addresses out."""
    vault = Vault(b"k" * 32)

    assert vault.hash_of("feed", "x") == vault.hash_of("feed", "x")
    assert (
        len({vault.hash_of("feed", "x"), vault.hash_of("login", "x"), Vault(b"l" * 32).hash_of("feed", "x")})
        == 3
    )
