"""Monica's SQL export: contacts with their fields and days, whatever else stands in it."""

import pytest

from worker.core.person import Birthday, Card
from worker.core.problem import Problem
from worker.errors import PermanentError
from worker.inbox.cards.addressbook import cards_in

DUMP = r"""# ************************************************************
# Ben Carter dump of data
# Export date: 2026-11-22 09:00:00
# ************************************************************

SET FOREIGN_KEY_CHECKS=0;

INSERT IGNORE INTO `contacts` (`id`,`account_id`,`first_name`,`middle_name`,`last_name`,`nickname`,
`description`,`is_dead`,`birthday_special_date_id`) VALUES
 (1,1,'Ada',NULL,'O\'Neil (née \"Byron\")',NULL,'likes; (brackets), and \\ that',0,7),
 (2,1,'Bo',NULL,NULL,NULL,NULL,1,8),
 (3,1,'',NULL,NULL,'Zoë',NULL,0,9),
 (4,1,NULL,NULL,NULL,NULL,NULL,0,NULL);
INSERT IGNORE INTO `contact_fields` (`id`,`account_id`,`contact_id`,`contact_field_type_id`,`data`) VALUES
 (1,1,1,1,'Ada@Example.org'),
 (2,1,1,2,+4930555),
 (3,1,3,2,'+49 30 5550100'),
 (4,1,3,3,'https://example.org/zoe');
INSERT IGNORE INTO `notes` (`id`,`body`) VALUES
 (1,'INSERT INTO contacts (`id`,`first_name`) VALUES (9,\'Nobody\')');
INSERT IGNORE INTO `special_dates` (`id`,`account_id`,`is_age_based`,`is_year_unknown`,`date`) VALUES
 (7,1,0,0,'1985-04-15'),
 (8,1,1,0,'1990-01-01'),
 (9,1,0,1,'2020-02-29');
SET FOREIGN_KEY_CHECKS=1;"""


def test_a_dump_gives_its_contacts() -> None:
    """Quotes, brackets and semicolons in texts; a year, or an age, that is not known."""
    book = cards_in(DUMP.encode(), name="monica.sql")

    assert book.cards == (
        Card(
            name='Ada O\'Neil (née "Byron")',
            emails=("ada@example.org",),
            phones=("+4930555",),
            birthday=Birthday(month=4, day=15, year=1985),
        ),
        Card(name="Bo", is_deceased=True),
        Card(name="Zoë", phones=("+49 30 5550100",), birthday=Birthday(month=2, day=29)),
    )
    assert book.problems == (Problem(where="contact 4", what="names nobody", kept="the other contacts"),)


def test_one_statement_for_each_row_is_read_too() -> None:
    """As the first versions wrote it."""
    rows = (
        f"INSERT INTO contacts (id,first_name) values ({id_},'{name}');"
        for id_, name in ((1, "Ada"), (2, "Bo"))
    )
    dump = "\n".join(rows)

    assert [card.name for card in cards_in(dump.encode(), name="monica.sql").cards] == ["Ada", "Bo"]


def test_a_damaged_row_costs_only_what_follows_it() -> None:
    """In its statement."""
    dump = DUMP.replace("(2,1,'Bo',NULL", "(2,1,'Bo' NULL")

    assert [card.name for card in cards_in(dump.encode(), name="monica.sql").cards] == [
        'Ada O\'Neil (née "Byron")'
    ]


def test_a_dump_without_contacts_says_so() -> None:
    """It is no address book."""
    with pytest.raises(PermanentError, match=r"x\.sql is SQL without contacts"):
        cards_in(b"INSERT INTO `contacts` (`id`) VALUES\n;", name="x.sql")
