"""Services for whoever is in the network of this machine, which the network of the pods is apart from: what kube-proxy does.

A service that says at which loopback address (its annotation) is listened for there, while one of its pods is ready.
"""
import socket
import threading

from relay import carry

ANNOTATION = "range/machine-address"
LOOK = 0.2  # seconds


class Proxy:
    def __init__(self, backing):
        """backing: from a service to its pods that are ready."""
        self.backing, self.leaving = backing, {}

    def take(self, key, service):
        """A service that is there, is there in another way, or is not there any more (None)."""
        if key in self.leaving:
            self.leaving.pop(key).set()
        address = (service or {}).get("metadata", {}).get("annotations", {}).get(ANNOTATION)
        if address:
            self.leaving[key] = threading.Event()
            for port in service["spec"]["ports"]:
                threading.Thread(target=self._serve, args=(service, address, port["port"], port.get("targetPort", port["port"]), self.leaving[key]), daemon=True).start()

    def _serve(self, service, address, port, target, leaving):
        listening = None
        while not leaving.is_set():
            ready = self.backing(service)
            if not ready:
                listening = listening and listening.close()
                leaving.wait(LOOK)
                continue
            try:
                if listening is None:
                    listening = socket.create_server((address, port))
                    listening.settimeout(LOOK)
                client, _ = listening.accept()
            except TimeoutError:
                continue
            except OSError as error:
                print("proxy", address, port, repr(error), flush=True)
                leaving.wait(1)
                continue
            client.settimeout(None)
            threading.Thread(target=self._lead, args=(client, ready, target), daemon=True).start()
        if listening:
            listening.close()

    def _lead(self, client, pods, port):
        for pod in pods:
            try:
                inside = pod.sandbox.connect(port)
            except OSError:
                continue
            inside.settimeout(None)
            return carry(client, inside)
        client.close()
