"""Tables of the catalogue, of observations with their vintages, and of plans."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_catalogue()
    _create_provenance()
    _create_observations()
    _create_plans()


def downgrade() -> None:
    for table in (
        "plan",
        "observation",
        "source",
        "import_batch",
        "indicator",
        "area",
        "department",
        "domain",
    ):
        op.drop_table(table)


def _create_catalogue() -> None:
    op.create_table(
        "domain",
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_domain"),
    )
    op.create_table(
        "department",
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successors", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_department"),
    )
    op.create_table(
        "area",
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("parent", sa.String(length=64), nullable=True),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successors", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["area.code"], name="fk_area_parent_area"),
        sa.PrimaryKeyConstraint("code", name="pk_area"),
    )
    op.create_table(
        "indicator",
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("domain", sa.String(length=64), nullable=False),
        sa.Column("department", sa.String(length=64), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("decimals", sa.SmallInteger(), nullable=False),
        sa.Column("frequency", sa.String(length=1), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("direction", sa.String(length=16), nullable=False),
        sa.Column("time_aggregation", sa.String(length=8), nullable=False),
        sa.Column("area_aggregation", sa.String(length=8), nullable=False),
        sa.Column("by_area", sa.Boolean(), nullable=False),
        sa.Column("has_plan", sa.Boolean(), nullable=False),
        sa.Column("due_rule", sa.String(length=16), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name="fk_indicator_department_department"
        ),
        sa.ForeignKeyConstraint(["domain"], ["domain.code"], name="fk_indicator_domain_domain"),
        sa.PrimaryKeyConstraint("code", name="pk_indicator"),
    )


def _create_provenance() -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("revised", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_batch"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("illustrative", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("title", "url", name="uq_source_title_url"),
    )


def _create_observations() -> None:
    op.create_table(
        "observation",
        sa.Column("indicator", sa.String(length=64), nullable=False),
        sa.Column("area", sa.String(length=64), nullable=False),
        sa.Column("start_day", sa.Date(), nullable=False),
        sa.Column("end_day", sa.Date(), nullable=False),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "indicator",
            "area",
            "start_day",
            "end_day",
            "stage",
            "published",
            "source_id",
            "recorded_at",
            name="pk_observation",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_observation_indicator_area_end_day", "observation", ["indicator", "area", "end_day"]
    )


def _create_plans() -> None:
    op.create_table(
        "plan",
        sa.Column("indicator", sa.String(length=64), nullable=False),
        sa.Column("area", sa.String(length=64), nullable=False),
        sa.Column("start_day", sa.Date(), nullable=False),
        sa.Column("end_day", sa.Date(), nullable=False),
        sa.Column("assigned_by", sa.String(length=64), nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name="fk_plan_area_area"),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name="fk_plan_batch_id_import_batch"
        ),
        sa.ForeignKeyConstraint(
            ["indicator"], ["indicator.code"], name="fk_plan_indicator_indicator"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_plan_source_id_source"),
        sa.PrimaryKeyConstraint(
            "indicator",
            "area",
            "start_day",
            "end_day",
            "assigned_by",
            "published",
            "recorded_at",
            name="pk_plan",
        ),
        sqlite_with_rowid=False,
    )
