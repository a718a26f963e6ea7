"""WHEN: the actors, the clock, the command, and the one place that joins the parts (wiring)."""
