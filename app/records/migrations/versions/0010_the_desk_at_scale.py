"""What the desk finds by, whom something is kept from, and a key for the chain of the trail"""

import hashlib
import json
from datetime import UTC

import sqlalchemy as sa
from alembic import op
from flask import current_app

from app.model.event import ASKINGS
from app.records import names, trail, unheard
from app.records.columns import Instant, Sealed
from app.records.database import Db

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

LISTED_BY = (
    "kind",
    "language",
    "stage",
    "assigned_to",
    "recorded_by",
    "recorded_at",
    "reference_due_on",
    "answer_due_on",
)
INDEXES = {
    "ix_kept_from_representation_id": ("kept_from", ["representation_id"]),
    "ix_kept_from_officer_id": ("kept_from", ["officer_id"]),
    "ix_kept_from_team": ("kept_from", ["team"]),
    "ix_representation_for_managers": ("representation", ["council", "for_manager_only", "readers_chosen_at"]),
    "ix_representation_standing": ("representation", ["council", "stage", "unheard_since"]),
    "ix_representation_listed": ("representation", ["council", "received_at", *LISTED_BY, "id"]),
    "ix_letter_unsent": ("letter", ["council", "sent_at"]),
    "ix_task_to_do": ("task", ["council", "done_at", "due_on"]),
    "ix_export_council": ("export", ["council"]),
    "ix_trail_council": ("trail", ["council", "number"]),
    "ix_trail_about": ("trail", ["representation_id", "act", "at"]),
}


def upgrade():
    op.add_column("representation", sa.Column("unheard_since", Instant(), nullable=True))
    op.add_column("representation", sa.Column("readers_chosen_at", Instant(), nullable=True))
    op.add_column("officer", sa.Column("team", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "name_mark",
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["representation_id"],
            ["representation.id"],
            name=op.f("fk_name_mark_representation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("representation_id", "mark", name=op.f("pk_name_mark")),
    )
    op.create_index("ix_name_mark_council", "name_mark", ["council", "mark", "representation_id"])
    op.create_table(
        "kept_from",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=True),
        sa.Column("team", sa.Text(), nullable=True),
        sa.CheckConstraint("(officer_id IS NULL) <> (team IS NULL)", name=op.f("ck_kept_from_who")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_kept_from_officer_id")),
        sa.ForeignKeyConstraint(
            ["representation_id"],
            ["representation.id"],
            name=op.f("fk_kept_from_representation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_kept_from")),
    )
    op.create_table(
        "export",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_export_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
    )
    for index, (table, columns) in INDEXES.items():
        op.create_index(index, table, columns)
    records = current_app.extensions["house"].records
    db = Db(op.get_bind(), records.vault, records.files)
    if db.execute(sa.text("SELECT 1 FROM vault_key WHERE name = 'hash'")).first():  # else nothing was ever kept here
        _mark_names(db)
        _note_what_is_unheard(db)
        _chain_anew(db)


def downgrade():
    for index, (table, _columns) in reversed(INDEXES.items()):
        op.drop_index(index, table_name=table)
    op.drop_table("export")
    op.drop_table("kept_from")
    op.drop_table("name_mark")
    op.drop_column("officer", "team")
    op.drop_column("representation", "readers_chosen_at")
    op.drop_column("representation", "unheard_since")


def _mark_names(db: Db) -> None:
    rows = db.execute(sa.text("SELECT id, council, name, on_behalf_of FROM representation")).all()
    for row in rows:
        name = db.vault.open(row.name, "representation", row.id, "name")
        behalf = db.vault.open_json(row.on_behalf_of, "representation", row.id, "on_behalf_of")
        names.mark(db, row.id, row.council, (name, behalf["name"]))


def _note_what_is_unheard(db: Db) -> None:
    asked = sa.text("SELECT DISTINCT representation_id FROM event WHERE what IN :whats")
    whats = [str(what) for what in ASKINGS]
    for id in db.execute(asked.bindparams(sa.bindparam("whats", whats, expanding=True))).scalars().all():
        unheard.note(db, id)


def _chain_anew(db: Db) -> None:
    """The chain had no key. It is given one, as far as it is whole: a break in it stays a break."""
    before, keyed, hashed = trail.BEGINNING, trail.BEGINNING, db.hasher()
    rows = db.execute(sa.select(trail.table).order_by(trail.table.c.number)).all()
    for expected, row in enumerate(rows, start=1):
        moment = row.at.astimezone(UTC).isoformat(timespec="microseconds")
        whole = [row.number, moment, row.council, row.officer_id, row.act, row.representation_id]
        unkeyed = json.dumps([before, *whole], ensure_ascii=True).encode("ascii")
        if row.number != expected or row.hash != hashlib.sha256(unkeyed).hexdigest():
            return
        before, keyed = row.hash, hashed(f"trail:{json.dumps([keyed, *whole], ensure_ascii=True)}")
        db.execute(sa.update(trail.table).where(trail.table.c.number == row.number).values(hash=keyed))
