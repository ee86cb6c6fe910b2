"""A child’s words → answers: one small class a question."""
