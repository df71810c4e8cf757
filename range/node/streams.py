"""exec over Kubernetes' streaming protocol on WebSocket (v4 and v5.channel.k8s.io; RFC 6455): a byte for the channel before each message."""
import base64
import fcntl
import hashlib
import json
import os
import pty
import select
import struct
import subprocess
import termios
import threading

PROTOCOLS = ("v5.channel.k8s.io", "v4.channel.k8s.io")
STDIN, STDOUT, STDERR, ERROR, RESIZE, CLOSE = 0, 1, 2, 3, 4, 255


class Socket:
    """The server's side of a WebSocket on a connection whose request has been read."""

    def __init__(self, request):
        self.read, self.write, self.gate = request.rfile, request.wfile, threading.Lock()

    @staticmethod
    def accept(request):
        """None where the client does not ask for a protocol that we speak."""
        offered = [name.strip() for name in request.headers.get("Sec-WebSocket-Protocol", "").split(",")]
        chosen = next((name for name in PROTOCOLS if name in offered), None)
        if request.headers.get("Upgrade", "").lower() != "websocket" or chosen is None:
            return None
        digest = hashlib.sha1((request.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        request.wfile.write(f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {base64.b64encode(digest).decode()}\r\nSec-WebSocket-Protocol: {chosen}\r\n\r\n".encode())
        request.wfile.flush()
        return Socket(request)

    def send(self, channel, data):
        self._frame(2, bytes([channel]) + data)

    def close(self):
        self._frame(8, struct.pack(">H", 1000))

    def messages(self):
        """Channel and bytes of each message, until the client closes."""
        whole = b""
        while True:
            head = self.read.read(2)
            if len(head) < 2:
                return
            length = head[1] & 127
            if length > 125:
                length = struct.unpack(">H", self.read.read(2))[0] if length == 126 else struct.unpack(">Q", self.read.read(8))[0]
            mask = self.read.read(4) if head[1] & 128 else b"\0\0\0\0"
            data = bytes(byte ^ mask[at % 4] for at, byte in enumerate(self.read.read(length)))
            kind = head[0] & 15
            if kind == 8:
                return
            if kind == 9:
                self._frame(10, data)
            elif kind in (0, 1, 2):
                whole += data
                if head[0] & 128:
                    if whole:
                        yield whole[0], whole[1:]
                    whole = b""

    def _frame(self, kind, data):
        length = struct.pack(">B", len(data)) if len(data) < 126 else struct.pack(">BH", 126, len(data)) if len(data) < 65536 else struct.pack(">BQ", 127, len(data))
        with self.gate:
            self.write.write(bytes([128 | kind]) + length + data)
            self.write.flush()


def run(socket, words, environment, stdin, tty):
    """Runs the words and carries their streams; what they end with goes out on the error channel."""
    if tty:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(words, env={**environment, "TERM": "xterm"}, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(theirs)
        sources, into = {ours: STDOUT}, ours
    else:
        process = subprocess.Popen(words, env=environment, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        sources, into = {process.stdout.fileno(): STDOUT, process.stderr.fileno(): STDERR}, process.stdin.fileno() if stdin else None
    threading.Thread(target=_feed, args=(socket, process, into, tty), daemon=True).start()
    while sources:
        for source in select.select(list(sources), [], [])[0]:
            try:
                data = os.read(source, 65536)
            except OSError:
                data = b""  # the terminal's other end has closed
            if data:
                socket.send(sources[source], data)
            else:
                del sources[source]
    code = process.wait()
    code = code if code >= 0 else 128 - code
    status = {"metadata": {}, "status": "Success"} if code == 0 else {
        "metadata": {}, "status": "Failure", "reason": "NonZeroExitCode", "message": f"command terminated with non-zero exit code: exit status {code}",
        "details": {"causes": [{"reason": "ExitCode", "message": str(code)}]},
    }
    socket.send(ERROR, json.dumps(status).encode())
    socket.close()


def _feed(socket, process, into, tty):
    try:
        for channel, data in socket.messages():
            if channel == STDIN and into is not None:
                os.write(into, data)
            elif channel == CLOSE and data[:1] == b"\0" and into is not None and not tty:
                process.stdin.close()
            elif channel == RESIZE and tty:
                wanted = json.loads(data)
                fcntl.ioctl(into, termios.TIOCSWINSZ, struct.pack("HHHH", wanted["Height"], wanted["Width"], 0, 0))
    except (OSError, ValueError):
        pass
    # The client has gone: its input ends, as a kubelet ends it, and nobody waits for what still runs.
    if into is not None and not tty:
        process.stdin.close()
    if process.poll() is None:
        process.terminate()
