"""Scope: the watch over every statement sees what it is there for."""

import pytest

from tests.store.scope import is_unscoped


@pytest.mark.parametrize(
    ("statement", "unscoped"),
    [
        ("SELECT people.id \nFROM people \nWHERE people.key = ?", True),
        ("SELECT people.id, people.user_id \nFROM people", True),
        ("UPDATE nudges SET state=? WHERE nudges.id = ?", True),
        ("DELETE FROM touches", True),
        ("DELETE FROM touches WHERE touches.user_id = ?", False),
        ("SELECT people.id \nFROM people \nWHERE people.user_id = ? AND people.key = ?", False),
        ("SELECT duties.id FROM duties WHERE duties.due_at <= ?", False),
        ("PRAGMA query_only=ON", False),
    ],
)
def test_a_statement_without_its_user_is_noticed(statement: str, unscoped: bool) -> None:
    """Naming the column among what is selected is not enough."""
    assert is_unscoped(statement) is unscoped
