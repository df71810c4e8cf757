"""What the API server asks a node for: logs, exec and port-forward (kubelet's own interface; the API server's certificate authority signs ours), and metrics.k8s.io."""
import datetime
import http.server
import json
import ssl
import threading
import time
import urllib.parse

import streams
import tunnel


def serve(node, port, certificate, key):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def do_GET(self):
            self.close_connection = True
            address = urllib.parse.urlsplit(self.path)
            path, query = address.path.strip("/").split("/"), urllib.parse.parse_qs(address.query)
            if path == ["healthz"]:
                return self._say(200, b"ok")
            if path[:3] == ["apis", "metrics.k8s.io", "v1beta1"]:
                found = node.metrics.answer("/".join(path[3:]), query)
                return self._say(200, json.dumps(found).encode(), "application/json") if found else self._say(404, b"not found")
            pod = node.pods.get((path[1], path[2])) if len(path) >= 3 else None
            if pod is None:
                return self._say(404, b"pod not found")
            if path[0] == "portForward":
                return tunnel.run(self, pod.sandbox.connect) or self._say(400, b"this node speaks SPDY/3.1 for port-forward")
            # /exec/NAMESPACE/POD/CONTAINER, or with the pod's uid before the container.
            container = path[-1]
            return self._logs(pod, container, query) if path[0] == "containerLogs" else self._exec(pod, container, query) if path[0] == "exec" else self._say(501, b"not offered by this node")

        do_POST = do_GET

        def _exec(self, pod, name, query):
            container = pod.now.get(name)
            words = container and container.entering(query.get("command", []))
            if not words:
                return self._say(404, f"container {name} is not running".encode())
            socket = streams.Socket.accept(self)
            if socket is None:
                return self._say(400, b"this node speaks v5.channel.k8s.io over WebSocket")
            flag = lambda *names: any(query.get(one, ["0"])[0] in ("1", "true") for one in names)
            return streams.run(socket, words, container.environment, flag("input", "stdin"), flag("tty"))

        def _logs(self, pod, name, query):
            one = lambda key: query.get(key, [None])[0]
            previous = one("previous") == "true"
            if name in pod.waiting and name not in pod.before or (previous and name not in pod.before):
                return self._say(400, f'container "{name}" in pod "{pod.key[1]}" is waiting to start: {pod.waiting.get(name, {}).get("reason", "no previous container")}'.encode())
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Connection", "close")
            self.end_headers()
            with open(pod.log_of(name, previous), "rb") as log:
                lines = log.read().splitlines(keepends=True)
                oldest = self._oldest(one)
                if oldest:
                    lines = [line for line in lines if line.split(b" ", 1)[0].decode() >= oldest]
                if one("tailLines") is not None:
                    lines = lines[-int(one("tailLines")):] if int(one("tailLines")) else []
                text = b"".join(self._shown(line, one) for line in lines)
                self.wfile.write(text[: int(one("limitBytes"))] if one("limitBytes") else text)
                while one("follow") == "true" and pod.now[name].running and not pod.ending.is_set():
                    line = log.readline()
                    if line:
                        self.wfile.write(self._shown(line, one))
                        self.wfile.flush()
                    else:
                        time.sleep(0.1)

        def _oldest(self, one):
            if one("sinceSeconds"):
                return (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=int(one("sinceSeconds")))).strftime("%Y-%m-%dT%H:%M:%S")
            return one("sinceTime")

        def _shown(self, line, one):
            return line if one("timestamps") == "true" else line.split(b" ", 1)[1]

        def _say(self, status, text, kind="text/plain"):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
