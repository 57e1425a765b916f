"""The long text that the buttons under a reply leaf through."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("keyboard") as keyboard:
        keyboard.add_column(sa.Column("html", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("keyboard") as keyboard:
        keyboard.drop_column("html")
