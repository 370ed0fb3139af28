"""Runs migrations on the connection that `vigil.store.database` brings."""

from alembic import context

from vigil.store.tables import metadata


def run() -> None:
    """Bring the schema up to date; the caller holds the transaction and the write lock."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        transactional_ddl=False,
    )
    context.run_migrations()


if __name__ == "env_py":  # as alembic loads it; importing it otherwise does nothing
    run()
