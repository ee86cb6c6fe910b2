"""The desk's blueprint, for its modules to hang their pages on."""

from flask import Blueprint

pages = Blueprint("desk", __name__, url_prefix="/desk")
