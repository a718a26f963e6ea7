"""An event's key is one of a kind within its feed: before the UID stands the sheet, where the feed has several.

Step 1 of 5. Pure.
"""

BORDER = "\x1f"
"""Between the parts of a key: stands in neither, since those are printable, and no name reaches over it."""


def key_prefix(sheet: str) -> str:
    """Before the keys of a sheet's events: two files of a folder may share a UID."""
    return f"{sheet}{BORDER}" if sheet else ""


def sheet_of(event_key: str) -> str:
    """The name of the sheet in which an event stands."""
    return event_key.rpartition(BORDER)[0]


def uid_of(event_key: str) -> str:
    """The key of an event within its sheet: the UID, or what stands for it."""
    return event_key.rpartition(BORDER)[2]


def folder_of(sheet: str) -> str:
    """The folder of a file, within the folder that was named: "work/a.ics" → "work/", "a.ics" → ""."""
    head, slash, _ = sheet.rpartition("/")
    return head + slash
