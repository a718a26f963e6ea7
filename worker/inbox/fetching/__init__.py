"""Fetching: what a source holds, politely and behind a guard."""
