"""Example data, for development: an invented cast over all stages, told and moved as the site itself does it."""
