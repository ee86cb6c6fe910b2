"""A package, so that `tests` is ours: textstat installs a folder of the same name."""
