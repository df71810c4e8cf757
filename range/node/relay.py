#!/usr/bin/env python3
"""A pod's door to a server of this machine: each connection to PORT is led to the server's Unix socket, which is the same in every network.

Ends when the server has gone, since the pod is nothing without it.

usage: relay.py PORT SOCKET
"""
import signal
import socket
import sys
import threading
import time

LOOK = 2  # seconds between two looks at the server


def carry(one, other):
    """What either side says to the other, until both have said all."""
    there = threading.Thread(target=_pour, args=(one, other), daemon=True)
    there.start()
    _pour(other, one)
    there.join()
    one.close()
    other.close()


def _pour(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it has gone already


def server(path):
    reached = socket.socket(socket.AF_UNIX)
    reached.connect(path)
    return reached


def accept(listening, path):
    while True:
        client, _ = listening.accept()
        try:
            threading.Thread(target=carry, args=(client, server(path)), daemon=True).start()
        except OSError as error:
            print(f"{path}: {error}", flush=True)
            client.close()


def main():
    port, path = int(sys.argv[1]), sys.argv[2]
    # The first process of a pod hears only what it listens to.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    listening = socket.create_server(("", port))
    threading.Thread(target=accept, args=(listening, path), daemon=True).start()
    while True:
        try:
            server(path).close()
        except OSError as error:
            sys.exit(f"{path}: {error}")
        time.sleep(LOOK)


if __name__ == "__main__":
    main()
