"""Reading a calendar: bytes → chunks → entries → occurrences. Pure."""
