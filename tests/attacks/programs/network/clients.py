"""The standard library's clients, each of which opens its connection in its own way."""

# stop: ok SV

import asyncio
import contextlib
import ftplib
import http.client
import smtplib
import urllib.request
import xmlrpc.client

import world


async def open_connection():
    await asyncio.open_connection("127.0.0.1", world.port)


def attack():
    place = f"127.0.0.1:{world.port}"
    tries = [
        lambda: http.client.HTTPConnection(place, timeout=1).connect(),
        lambda: urllib.request.urlopen(f"http://{place}/", timeout=1),
        lambda: smtplib.SMTP("127.0.0.1", world.port, timeout=1),
        lambda: ftplib.FTP().connect("127.0.0.1", world.port, timeout=1),
        lambda: xmlrpc.client.ServerProxy(f"http://{place}").a(),
        lambda: asyncio.run(open_connection()),
    ]
    for number, one in enumerate(tries):
        with contextlib.suppress(OSError):
            one()
            return f"BROKE: client {number}"
    return "held"
