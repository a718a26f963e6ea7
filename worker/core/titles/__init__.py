"""Titles: who is named in them, where a calendar names nobody else. Step 2 of 5. Pure."""
