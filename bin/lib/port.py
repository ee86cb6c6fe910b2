"""Say so before anything starts if the port cannot be had: the server itself would share it with another."""

import os
import socket
import sys

host, port = os.environ["HOST"], os.environ["PORT"]
if not (port.isdecimal() and 0 < int(port) < 65536):
    sys.exit(f"PORT is {port!r}: give a number from 1 to 65535.")
family = socket.AF_INET6 if ":" in host else socket.AF_INET
with socket.socket(family) as door:
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, int(port)))
        door.listen()
    except OSError as error:
        sys.exit(f"Cannot serve at {host}, port {port}: {error.strerror}. Stop what has it, or run PORT=8001 bin/run")
