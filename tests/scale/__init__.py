"""How large the site may grow: many councils in many languages, made up here and measured."""
