"""The tables are the record: all that Snowdrop remembers stands here, and nowhere else; one file, one noun.

Every table has `user_id`, and references carry it along, so that no row can point at another user's.
`sqlite_autoincrement`: a number that was once given away is never given again (messages and claims hold it).
Whoever loads one of these files has loaded all, so that `record.metadata` is whole.
"""

from worker.store.tables import duties, events, feeds, giving, people, users

__all__ = ["duties", "events", "feeds", "giving", "people", "users"]
