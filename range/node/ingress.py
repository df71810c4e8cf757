#!/usr/bin/env python3
"""What an ingress controller does: nginx sends the paths of the ingresses to the pods that are ready, and answers 503 where none is.

The annotation nginx.ingress.kubernetes.io/limit-rps limits the requests of one client a second, with five times as many in a burst, as
ingress-nginx does.

usage: ingress.py KUBECONFIG NAMESPACE ADDRESS LOOPBACK FOLDER NGINX_PID_FILE
nginx includes FOLDER/nginx-pods.conf beside its server, and FOLDER/nginx-cluster.conf inside. ADDRESS: where the public reaches it.
LOOPBACK: where pods listen (agent.py).
"""
import os
import signal
import sys
import threading
import time

from cluster import MERGE, Cluster

INGRESSES = "/apis/networking.k8s.io/v1/namespaces/{}/ingresses"
LIMIT = "nginx.ingress.kubernetes.io/limit-rps"


def main():
    kubeconfig, namespace, address, loopback, folder, nginx = sys.argv[1:7]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    controller = Controller(Cluster(kubeconfig), INGRESSES.format(namespace), address, loopback, folder, nginx)
    threading.Thread(target=controller.follow, args=(f"/api/v1/namespaces/{namespace}/endpoints", controller.endpoints), daemon=True).start()
    controller.follow(controller.place, controller.ingresses)


class Controller:
    def __init__(self, cluster, place, address, loopback, folder, nginx):
        self.cluster, self.place, self.address, self.loopback, self.folder, self.nginx = cluster, place, address, loopback, folder, nginx
        self.endpoints, self.ingresses, self.told, self.gate = {}, {}, None, threading.Lock()

    def follow(self, path, known):
        """All there is of a kind and then every change, for ever."""
        while True:
            try:
                _, listed = self.cluster.ask("GET", path)
                known.clear()
                known.update({one["metadata"]["name"]: one for one in listed["items"]})
                self.tell()
                for event in self.cluster.watch(path, listed["metadata"]["resourceVersion"]):
                    if event["type"] == "ERROR":
                        break
                    name = event["object"]["metadata"]["name"]
                    known.pop(name, None)
                    if event["type"] != "DELETED":
                        known[name] = event["object"]
                    self.tell()
            except (OSError, KeyError, ValueError) as error:
                print("watch", path, repr(error), flush=True)
                time.sleep(1)

    def tell(self):
        with self.gate:
            ingresses = list(self.ingresses.values())
            told = self._beside(ingresses), self._inside(ingresses)
            if told == self.told:
                return
            self.told = told
            for file, text in zip(("nginx-pods.conf", "nginx-cluster.conf"), told):
                write(f"{self.folder}/{file}", text)
            print(*told, sep="\n", flush=True)
            try:
                os.kill(int(open(self.nginx).read()), signal.SIGHUP)
            except (OSError, ValueError):
                pass  # nginx is not there yet, and reads the files when it starts
        for ingress in ingresses:
            status = {"loadBalancer": {"ingress": [{"ip": self.address}]}}
            if ingress.get("status") != status:
                self.cluster.ask("PATCH", f"{self.place}/{ingress['metadata']['name']}/status", {"status": status}, MERGE)

    def _beside(self, ingresses):
        limits = [f"limit_req_zone $binary_remote_addr zone={ingress['metadata']['name']}:1m rate={limit(ingress)}r/s;\n" for ingress in ingresses if limit(ingress)]
        services = {name for ingress in ingresses for _, name in paths(ingress) if self._pods(name)}
        return "".join(limits + [f"upstream {name} {{ {' '.join(f'server {pod};' for pod in self._pods(name))} }}\n" for name in sorted(services)])

    def _inside(self, ingresses):
        return "".join(
            f"location {path} {{ {limited(ingress)}{f'proxy_pass http://{name}' if self._pods(name) else 'return 503'}; }}\n" for ingress in ingresses for path, name in paths(ingress)
        )

    def _pods(self, service):
        """Where those that are ready listen. They share the machine's network: their last octet is that of a loopback address."""
        subsets = self.endpoints.get(service, {}).get("subsets") or []
        return sorted(f"{self.loopback}.{address['ip'].rsplit('.', 1)[1]}:{port['port']}" for subset in subsets for address in subset.get("addresses") or [] for port in subset["ports"])


def paths(ingress):
    """Pairs of a path and the service that it leads to."""
    return [(path["path"], path["backend"]["service"]["name"]) for rule in ingress["spec"].get("rules") or [] for path in rule["http"]["paths"]]


def limit(ingress):
    """0 where there is none."""
    text = ingress["metadata"].get("annotations", {}).get(LIMIT, "")
    return int(text) if text.isdigit() else 0


def limited(ingress):
    return f"limit_req zone={ingress['metadata']['name']} burst={5 * limit(ingress)} nodelay; limit_req_status 503; " if limit(ingress) else ""


def write(file, text):
    with open(file + ".new", "w") as written:
        written.write(text)
    os.replace(file + ".new", file)


if __name__ == "__main__":
    main()
