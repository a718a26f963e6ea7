"""A scope is whose rows a statement speaks of; every statement of the store's tests is held to one user's."""

import re

from worker.store.tables.record import metadata

SCOPED = set(metadata.tables) - {"users", "duties", "tokens"}
"""The clock asks for everyone's duties, and a token says whose it is."""
ON_TABLE = re.compile(r"\s*(?:SELECT\b.*?\bFROM|UPDATE|DELETE\s+FROM)\s+(\w+)", re.DOTALL)


def is_unscoped(statement: str) -> bool:
    """Whether it reads or changes a user's table without saying, in its WHERE, whose."""
    found = ON_TABLE.match(statement)
    return bool(found and found[1] in SCOPED and "user_id" not in statement.partition("WHERE")[2])
