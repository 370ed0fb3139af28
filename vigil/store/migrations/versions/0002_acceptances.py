"""Accepted matches, to be looked up by who is screened."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "acceptances",
        sa.Column("acceptance_id", sa.String(80), primary_key=True),
        sa.Column("input", sa.String(64), nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("opened", sa.BigInteger, nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
    )
    op.create_index("acceptances_by_input", "acceptances", ["input", "opened"])
    op.create_index("acceptances_by_state", "acceptances", ["state", "opened"])
