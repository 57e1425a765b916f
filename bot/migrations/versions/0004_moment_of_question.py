"""When the last question above the buttons was asked, so that it can be asked again as of that day."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("keyboard") as keyboard:
        keyboard.add_column(sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("keyboard") as keyboard:
        keyboard.drop_column("asked_at")
