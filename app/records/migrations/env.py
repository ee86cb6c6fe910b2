"""Alembic, run by `flask db …` on the records of the app.

SQLite cannot alter a table's checks: the table is made anew, and its rows are copied. While that is done the old one
goes, so its foreign keys must not be held to; that they hold is looked at before anything is kept.
"""

from alembic import context
from flask import current_app

from app.records.tables import metadata

engine = current_app.extensions["house"].records.engine
is_sqlite = engine.dialect.name == "sqlite"

with engine.connect() as connection:
    if is_sqlite:
        connection.exec_driver_sql("COMMIT")  # the setting is deaf inside a transaction
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=is_sqlite,
    )
    with context.begin_transaction():
        context.run_migrations()
    if is_sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
        raise RuntimeError(f"the migration would leave {len(broken)} rows that point to nothing: nothing was changed")
    connection.commit()
    if is_sqlite:
        connection.detach()  # nobody else gets this connection, without its foreign keys
