"""Content → model: what councils write in Markdown and YAML, read once, checked, and made safe to show."""
