"""What the server and the terminal do before anything else: set Django up, bring the database up to date."""

from __future__ import annotations

import os

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def prepare() -> None:
    """Set Django up and migrate when there is something to migrate."""
    django_up()
    if pending():
        call_command("migrate", verbosity=0, interactive=False)


def django_up() -> None:
    """Set Django up and leave the database as it is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenroom.web.settings")
    django.setup()


def pending() -> list[str]:
    """The migrations that the database still lacks."""
    executor = MigrationExecutor(connection)
    return [migration.name for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
