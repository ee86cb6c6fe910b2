from flask import Blueprint

pages = Blueprint("follow", __name__, url_prefix="/<council>/<language>/follow")


@pages.get("")
def show():
    return "x"
