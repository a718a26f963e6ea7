"""Identity answers "is this one human, or two?": what is sure joins, the rest is asked. Step 3 of 5; pure."""
