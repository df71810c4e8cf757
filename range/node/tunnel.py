"""kubectl port-forward: its connections are pairs of streams (data, error) over SPDY/3.1 (draft-mbelshe-httpbis-spdy-00), as kubelet takes them."""
import struct
import threading
import zlib

PROTOCOL = "portforward.k8s.io"
SYN_STREAM, SYN_REPLY, RST_STREAM, PING = 1, 2, 3, 6
LAST = 1  # of a stream's frames in this direction

# What both sides' compression begins with (section 2.6.10.1 of the draft): words with their length, and a text.
WORDS = (
    "options head post put delete trace accept accept-charset accept-encoding accept-language accept-ranges age allow authorization cache-control connection content-base "
    "content-encoding content-language content-length content-location content-md5 content-range content-type date etag expect expires from host if-match if-modified-since "
    "if-none-match if-range if-unmodified-since last-modified location max-forwards pragma proxy-authenticate proxy-authorization range referer retry-after server te trailer "
    "transfer-encoding upgrade user-agent vary via warning www-authenticate method get status"
).split() + ["200 OK", "version", "HTTP/1.1", "url", "public", "set-cookie", "keep-alive", "origin"]
TEXT = (
    "100101201202205206300302303304305306307402405406407408409410411412413414415416417502504505203 Non-Authoritative Information204 No Content301 Moved Permanently400 Bad Request"
    "401 Unauthorized403 Forbidden404 Not Found500 Internal Server Error501 Not Implemented503 Service UnavailableJan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec 00:00:00 "
    "Mon, Tue, Wed, Thu, Fri, Sat, Sun, GMTchunked,text/html,image/png,image/jpg,image/gif,application/xml,application/xhtml+xml,text/plain,text/javascript,publicprivate"
    "max-age=gzip,deflate,sdchcharset=utf-8charset=iso-8859-1,utf-,*,enq=0."
)
DICTIONARY = b"".join(struct.pack(">I", len(word)) + word.encode() for word in WORDS) + TEXT.encode()


def run(request, connect):
    """Carries connections until the client closes. connect: from a port to a socket; raises OSError where nothing listens.

    False where the client asks for another protocol, and nothing has been answered.
    """
    if request.headers.get("Upgrade", "").lower() != "spdy/3.1":
        return False
    request.wfile.write(f"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\nX-Stream-Protocol-Version: {PROTOCOL}\r\n\r\n".encode())
    request.wfile.flush()
    tunnel = Tunnel(request.rfile, request.wfile, connect)
    try:
        tunnel.serve()
    except (OSError, struct.error, zlib.error) as error:
        print("tunnel", repr(error), flush=True)
    finally:
        tunnel.close()
    return True


class Tunnel:
    def __init__(self, source, sink, connect):
        self.source, self.sink, self.connect, self.gate = source, sink, connect, threading.Lock()
        self.inflate, self.deflate = zlib.decompressobj(zdict=DICTIONARY), zlib.compressobj(zdict=DICTIONARY)
        self.sockets, self.errors = {}, {}  # by stream; streams for errors by the connection's number

    def serve(self):
        while True:
            head = self.source.read(8)
            if len(head) < 8:
                return
            first, flags = struct.unpack(">II", head)
            flags, data = flags >> 24, self.source.read(flags & 0xFFFFFF)
            if first >> 31 == 0:
                self._take(first, flags, data)
            elif first & 0xFFFF == SYN_STREAM:
                self._open(struct.unpack(">I", data[:4])[0], self._headers(data[10:]))
            elif first & 0xFFFF == RST_STREAM:
                self._drop(struct.unpack(">I", data[:4])[0])
            elif first & 0xFFFF == PING:
                self._control(PING, data)

    def close(self):
        for stream in list(self.sockets):
            self._drop(stream)

    def _headers(self, block):
        plain = self.inflate.decompress(block)
        count, at, words = struct.unpack(">I", plain[:4])[0] * 2, 4, []
        for _ in range(count):
            length = struct.unpack(">I", plain[at : at + 4])[0]
            words.append(plain[at + 4 : at + 4 + length].decode())
            at += 4 + length
        return dict(zip(words[::2], words[1::2]))

    def _open(self, stream, headers):
        self._control(SYN_REPLY, struct.pack(">I", stream), named=True)
        number = headers.get("requestid")
        if headers.get("streamtype") == "error":
            self.errors[number] = stream
            return
        try:
            self.sockets[stream] = self.connect(int(headers["port"]))
        except OSError as error:
            self._end(stream, number, str(error))
            return
        self.sockets[stream].settimeout(None)
        threading.Thread(target=self._carry, args=(stream, self.sockets[stream], number), daemon=True).start()

    def _carry(self, stream, socket, number):
        """What the pod says, until it has said all."""
        try:
            while data := socket.recv(65536):
                self._data(stream, data)
            self._end(stream, number)
        except OSError:
            pass  # the client has gone
        self._drop(stream)

    def _end(self, stream, number, error=""):
        self._data(self.errors.pop(number, 0), error.encode(), LAST)
        self._data(stream, b"", LAST)

    def _take(self, stream, flags, data):
        socket = self.sockets.get(stream)
        try:
            if socket and data:
                socket.sendall(data)
            if socket and flags & LAST:
                socket.shutdown(1)
        except OSError:
            self._drop(stream)

    def _drop(self, stream):
        socket = self.sockets.pop(stream, None)
        if socket:
            socket.close()

    def _data(self, stream, data, flags=0):
        self._write(struct.pack(">II", stream, flags << 24 | len(data)) + data)

    def _control(self, kind, data, named=False):
        with self.gate:
            # No names follow; the compression goes on from frame to frame.
            data += self.deflate.compress(struct.pack(">I", 0)) + self.deflate.flush(zlib.Z_SYNC_FLUSH) if named else b""
            self.sink.write(struct.pack(">HHI", 0x8003, kind, len(data)) + data)
            self.sink.flush()

    def _write(self, frame):
        with self.gate:
            self.sink.write(frame)
            self.sink.flush()
