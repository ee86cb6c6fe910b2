"""A real site's settings, with content that a council has confirmed."""

from pathlib import Path

from tests.councils.editor import KEEP, Editor


def in_production(instance: Path, folder: Path) -> dict[str, str]:
    editor, council = Editor.with_a_copy(folder), "sefton/council.yaml"
    editor.changes(council, "confirmed: null", 'confirmed: {by: "Head of Service", on: 2027-01-04}\n' + KEEP)
    editor.changes(council, "emergency_duty_team: null", 'emergency_duty_team: "0151 496 0000"')
    editor.writes(council, editor.reads(council).replace("@sefton.example.org", "@sefton.example.gov.uk"))
    return {
        "PRODUCTION": "1",
        "PROXIES": "0",
        "SITE_COUNCIL": "sefton",
        "INSTANCE": str(instance),
        "CONTENT": str(editor.root),
        "SECRET_KEY": "x" * 32,
        "DATABASE_URL": f"sqlite:///{instance / 'records.db'}",
        "MAIL_URL": f"maildir:{instance / 'mail'}",
        "VAULT_KEYS": "2026:" + "A" * 43 + "=",
        "SITE_URL": "https://tell.example.org",
    }
