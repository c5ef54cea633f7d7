"""`firsthand serve`: open the desk."""

import errno
import ipaddress
import multiprocessing
import socket
import threading
import time
from http.client import HTTPConnection, HTTPException

import click

from firsthand.cli.output import lang
from firsthand.records.errors import BadInput, BadSetting
from firsthand.records.message import Message

OPEN = Message(
    "The desk is open at {address} (Ctrl-C closes it).",
    "Le bureau est ouvert sur {address} (Ctrl-C le ferme).",
)
PORT_TAKEN = Message(
    "Port {port} is taken by another program; try “firsthand serve --port {other}”.",
    "Le port {port} est pris par un autre programme ; essayez « firsthand serve --port {other} ».",
)
NO_HOST = Message(
    "This machine has no address {host}; leave --host out to open the desk on this machine alone.",
    "Cette machine n'a pas d'adresse {host} ; sans --host, le bureau s'ouvre sur elle seule.",
)
NEEDS_ORIGIN = Message(
    "With --host {host} other machines reach the desk: say at which address in FIRSTHAND_ORIGIN,"
    " such as https://desk.example.com.",
    "Avec --host {host}, d'autres machines atteignent le bureau : dites à quelle adresse dans"
    " FIRSTHAND_ORIGIN, comme https://bureau.exemple.fr.",
)
PAUSE = 0.1  # seconds between two looks whether the desk answers
THREADS = 4  # pages wait for the database, not for one another


@click.command(epilog="Example: firsthand serve --port 8080")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def command(host: str, port: int) -> None:
    """Open the desk, at http://localhost:8000 unless told otherwise.

    Brings the database up to date first, and runs imports in a process beside
    the pages. Ctrl-C closes both.
    """
    _check_address(host, port)
    from firsthand.config.desk import open_desk

    open_desk()
    from django.conf import settings

    if settings.FIRSTHAND_ORIGIN is None and not _own_machine(host):
        raise BadSetting(NEEDS_ORIGIN(host=host))
    address = settings.FIRSTHAND_ORIGIN or f"http://localhost:{port}"
    _serve(host, port, address)


def _serve(host: str, port: int, address: str) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from firsthand.config.worker import Keeper

    # Children begin afresh: a fork would share our database connection and our threads' locks.
    multiprocessing.set_start_method("spawn", force=True)
    server = Server(
        "firsthand.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
    )
    server.on_startup(lambda: _tell(host, port, address))
    with Keeper():
        server.serve()


def _tell(host: str, port: int, address: str) -> None:
    """Say that the desk is open once a page has come: the first one loads what all need."""

    def ask() -> None:
        while not _answers(host, port):
            time.sleep(PAUSE)
        click.echo(OPEN(address=address).text(lang()))

    threading.Thread(target=ask, daemon=True).start()


def _answers(host: str, port: int) -> bool:
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (compared only)
    connection = HTTPConnection(near, port, timeout=60)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def _check_address(host: str, port: int) -> None:
    """Say in words what would otherwise stop the server half-way.

    Raises:
        BadInput: the port is taken, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise BadInput(PORT_TAKEN(port=port, other=port + 1)) from error
            raise BadInput(NO_HOST(host=host)) from error


def _own_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
