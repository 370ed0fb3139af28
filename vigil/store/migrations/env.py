"""Runs migrations on the connection that `vigil.store.database` brings."""

from alembic import context

from vigil.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller holds the transaction and the write lock
)
context.run_migrations()
