"""Turns of conversations, in place of the keyboards that stood for their choices; answers by their questions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "turn",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("html", sa.Text(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_turn"),
        sa.UniqueConstraint("token", name="uq_turn_token"),
    )
    op.create_index("ix_turn_said_at", "turn", ["said_at"])
    op.create_index("ix_turn_speaker", "turn", ["channel", "chat", "person", "number"])
    op.create_table(
        "telegram_answer",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("sent", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_telegram_answer"),
    )
    op.create_index("ix_telegram_answer_asked_at", "telegram_answer", ["asked_at"])
    op.drop_index("ix_keyboard_expires_at", table_name="keyboard")
    op.drop_table("keyboard")


def downgrade() -> None:
    op.create_table(
        "keyboard",
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("html", sa.Text(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_keyboard"),
    )
    op.create_index("ix_keyboard_expires_at", "keyboard", ["expires_at"])
    op.drop_index("ix_telegram_answer_asked_at", table_name="telegram_answer")
    op.drop_table("telegram_answer")
    op.drop_index("ix_turn_speaker", table_name="turn")
    op.drop_index("ix_turn_said_at", table_name="turn")
    op.drop_table("turn")
