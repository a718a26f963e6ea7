"""The door: subscription, one-click answers, the garden, health. It asks the store and decides nothing."""
