"""WITH WHAT: settings, the gift catalogue and every sentence a user reads. Values only."""
