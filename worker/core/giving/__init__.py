"""Giving: who may be suggested, when, and with what. Step 5 of 5. Pure."""
