"""Alembic, run by `flask db …` on the records of the app."""

from alembic import context
from flask import current_app

from app.records.tables import metadata

engine = current_app.extensions["house"].records.engine

with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=engine.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
