"""The door: subscription feeds, answers, the garden pages, health."""
