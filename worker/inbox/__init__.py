"""What comes in: fetch, split, decode, expand; calendars and address books become plain values."""
