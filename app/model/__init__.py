"""What is true without Flask or a database: days, stages, time limits, numbers and codes."""
