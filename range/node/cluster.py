"""The Kubernetes API, as a node speaks it. Standard library only."""
import base64
import http.client
import json
import re
import ssl
import urllib.parse

STRATEGIC = "application/strategic-merge-patch+json"
MERGE = "application/merge-patch+json"


class Cluster:
    def __init__(self, kubeconfig):
        """kubeconfig: a file with one cluster (CA inline) and one user with a token."""
        text = open(kubeconfig).read()
        self.server = urllib.parse.urlsplit(re.search(r'server: "?(https://[^"},\s]+)', text)[1])
        self.token = re.search(r'token: "?([^"},\s]+)', text)[1]
        authority = base64.b64decode(re.search(r"certificate-authority-data: ([A-Za-z0-9+/=]+)", text)[1]).decode()
        self.tls = ssl.create_default_context(cadata=authority)

    def ask(self, method, path, body=None, kind="application/json", seconds=20):
        """Status and decoded body."""
        connection = self._connect(seconds)
        answer = self._send(connection, method, path, body, kind)
        data = answer.read()
        connection.close()
        return answer.status, (json.loads(data) if data else {})

    def watch(self, path, version):
        """Events after this version, until the server ends the watch."""
        joint = "&" if "?" in path else "?"
        answer = self._send(self._connect(None), "GET", f"{path}{joint}watch=1&timeoutSeconds=300&resourceVersion={version}", None, "application/json")
        for line in answer:
            yield json.loads(line)

    def _connect(self, seconds):
        return http.client.HTTPSConnection(self.server.hostname, self.server.port, context=self.tls, timeout=seconds)

    def _send(self, connection, method, path, body, kind):
        headers = {"Authorization": "Bearer " + self.token, "Content-Type": kind, "Accept": "application/json"}
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        return connection.getresponse()
