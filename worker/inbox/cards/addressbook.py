"""An address book is a file of cards: names, addresses and birthdays that a calendar only hints at.

Beside step 3 of 5 (touch → person). Pure: bytes in, cards and problems out. vCards are read in `vcards.py`,
tables in `contacts_csv.py`, Monica's exports in `monica.py` and `monica_sql.py`.
"""

from worker.errors import PermanentError
from worker.inbox.cards.card_fields import AddressBook
from worker.inbox.cards.contacts_csv import contacts_in
from worker.inbox.cards.monica import contacts_in_monica, is_json
from worker.inbox.cards.monica_sql import contacts_in_sql, is_sql
from worker.inbox.cards.vcard_lines import has_vcards
from worker.inbox.cards.vcards import vcards_in
from worker.inbox.reading.text import normal_bytes

__all__ = ["AddressBook", "cards_in"]

_PROGRAMS_OWN = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"%PDF")
"""How files begin that are no text: packed ones (XLSX, ODS, Numbers), older ones of Office, databases."""


def cards_in(data: bytes, *, name: str) -> AddressBook:
    """The people in a vCard file (2.1, 3.0, 4.0), a table of Google, LinkedIn or Outlook, or Monica's
    JSON or SQL.

    The content decides, not the file's name: `name` serves the sentences. Firms, groups and entries that
    name nobody are no cards, and are told as problems. Raises PermanentError where the whole file is no
    address book.
    """
    if has_vcards(data):
        return vcards_in(data)
    if normal_bytes(data).lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
        raise PermanentError(f"{name} is a calendar, not an address book: give it to `add`")
    if name.lower().endswith((".vcf", ".vcard")):
        raise PermanentError(
            f"{name} holds no vCard (no line says BEGIN:VCARD): export the contacts once more."
        )
    if data.startswith(_PROGRAMS_OWN):
        raise PermanentError(
            f"{name} is a spreadsheet or another program's own file: export the contacts as vCard or CSV."
        )
    if is_json(data):
        return contacts_in_monica(data, name=name)
    if is_sql(data):
        return contacts_in_sql(data, name=name)
    return contacts_in(data, name=name)
