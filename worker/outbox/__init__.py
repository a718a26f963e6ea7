"""What goes out: as_*.py write (pure), to_*.py hand over (I/O)."""
