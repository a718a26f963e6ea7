"""How alembic runs the steps: on the connection of `migrate.py`, in its transaction.

A new step is a new file in `versions/` that names the last one as its `down_revision`; the tests hold what
all steps make against `worker.store.tables`.
"""

from alembic import context

from worker.store.tables.record import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
