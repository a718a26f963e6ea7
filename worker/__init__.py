"""HOW: what comes in (inbox), what is decided (core), what is remembered (store), what goes out (outbox, web)."""
