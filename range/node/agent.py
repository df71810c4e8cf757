#!/usr/bin/env python3
"""A node for a real Kubernetes control plane: runs its pods as processes of this machine, with real logs and real exec.

What stands in an image is this machine's own file system; a container runs its command and args, or sleeps. Each pod has a
network of its own (POD_IP), reached by the other pods and by nobody else, and /etc/hosts inside it knows the services of its
namespace by name. An image whose name holds "does-not-exist" cannot be pulled. Memory limits are kept. Needs root, util-linux
and iproute2.

usage: agent.py KUBECONFIG CERTIFICATE KEY [PORT] [NODE] [LOOPBACK]
LOOPBACK: three octets, such as 127.30.7, of addresses that pods with hostNetwork may listen on, each on one of its own.
"""
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import urllib.parse

import server
from cluster import MERGE, STRATEGIC, Cluster
from container import seconds
from metrics import Metrics
from network import Loopback, Network
from pod import Pod
from proxy import Proxy


class Node:
    def __init__(self, cluster, name, port, loopback):
        self.cluster, self.name, self.port = cluster, name, port
        self.folder = tempfile.mkdtemp(prefix="firstlook-node-")
        self.network, self.loopback = Network(), Loopback(loopback) if loopback else None
        self.pods, self.services, self.events = {}, {}, {}
        self.proxy = Proxy(lambda service: [pod for pod in self.backing(service) if pod.all_ready()])
        self.gate = threading.Lock()
        self.metrics = Metrics(self)
        self.started_at = seconds()

    def join(self):
        labels = {"kubernetes.io/hostname": self.name, "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64"}
        self.cluster.ask("POST", "/api/v1/nodes", {"metadata": {"name": self.name, "labels": labels}})
        self.cluster.ask("POST", "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases", {"metadata": {"name": self.name}, "spec": {"holderIdentity": self.name, "leaseDurationSeconds": 40}})
        self.beat()

    def beat(self):
        room = {"cpu": "8", "memory": "32Gi", "pods": "110", "ephemeral-storage": "100Gi"}
        conditions = [
            {"type": kind, "status": "True" if kind == "Ready" else "False", "reason": "KubeletReady" if kind == "Ready" else "Fine", "message": "", "lastHeartbeatTime": seconds(), "lastTransitionTime": self.started_at}
            for kind in ("Ready", "MemoryPressure", "DiskPressure", "PIDPressure")
        ]
        about = {key: "local" for key in ("osImage", "kernelVersion", "bootID", "machineID", "systemUUID", "kubeProxyVersion")}
        about |= {"kubeletVersion": "v1.20.2", "operatingSystem": "linux", "architecture": "amd64", "containerRuntimeVersion": "local://1"}
        self.cluster.ask("PATCH", f"/api/v1/nodes/{self.name}/status", {"status": {
            "capacity": room, "allocatable": room, "conditions": conditions, "nodeInfo": about,
            "addresses": [{"type": "InternalIP", "address": "127.0.0.1"}, {"type": "Hostname", "address": self.name}],
            "daemonEndpoints": {"kubeletEndpoint": {"Port": self.port}},
        }}, STRATEGIC)
        self.cluster.ask("PATCH", f"/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/{self.name}", {"spec": {"renewTime": seconds()[:-1] + ".000000Z"}}, MERGE)

    def backing(self, service):
        """The pods on this node that a service selects, and that are not on their way out."""
        namespace, selector = service["metadata"]["namespace"], service["spec"].get("selector") or {}
        return [pod for pod in list(self.pods.values()) if pod.key[0] == namespace and selector and not pod.ending.is_set() and selector.items() <= (pod.meta.get("labels") or {}).items()]

    def hosts_for(self, pod):
        """A hosts file with the services of the pod's namespace, kept up to date by write_hosts."""
        path = os.path.join(self.folder, f"hosts-{pod.key[0]}")
        if not os.path.exists(path):
            self.write_hosts(pod.key[0])
        return path

    def write_hosts(self, namespace):
        lines = ["127.0.0.1 localhost"]
        with self.gate:
            for (where, name), service in self.services.items():
                backing = self.backing(service) if where == namespace else []
                if backing:
                    lines.append(f"{backing[0].address} {name} {name}.{where} {name}.{where}.svc {name}.{where}.svc.cluster.local")
            # Written in place: it is mounted, and a new file would not be seen.
            with open(os.path.join(self.folder, f"hosts-{namespace}"), "w") as hosts:
                hosts.write("\n".join(lines) + "\n")

    def event(self, pod, kind, reason, message):
        key = (pod.meta["uid"], reason)
        place = f"/api/v1/namespaces/{pod.key[0]}/events"
        if key in self.events:
            name, count = self.events[key]
            self.events[key] = (name, count + 1)
            return self.cluster.ask("PATCH", f"{place}/{name}", {"count": count + 1, "lastTimestamp": seconds(), "message": message}, MERGE)
        name = f"{pod.key[1]}.{time.time_ns():x}"
        self.events[key] = (name, 1)
        about = {"kind": "Pod", "apiVersion": "v1", "namespace": pod.key[0], "name": pod.key[1], "uid": pod.meta["uid"]}
        return self.cluster.ask("POST", place, {
            "metadata": {"name": name, "namespace": pod.key[0]}, "involvedObject": about, "reason": reason, "message": message, "type": kind,
            "source": {"component": "kubelet", "host": self.name}, "firstTimestamp": seconds(), "lastTimestamp": seconds(), "count": 1,
        })

    def take_pod(self, kind, body):
        meta = body["metadata"]
        key, known = (meta["namespace"], meta["name"]), self.pods.get((meta["namespace"], meta["name"]))
        if kind == "DELETED":
            if known and known.meta["uid"] == meta["uid"]:
                del self.pods[key]
        elif meta.get("deletionTimestamp"):
            if known and not known.ending.is_set():
                known.meta = meta
                threading.Thread(target=known.end, daemon=True).start()
        elif known is None or known.meta["uid"] != meta["uid"]:
            self.pods[key] = Pod(self, body)
            self.write_hosts(key[0])
            self.pods[key].begin()
            return
        self.write_hosts(key[0])

    def take_service(self, kind, body):
        key = (body["metadata"]["namespace"], body["metadata"]["name"])
        if kind == "DELETED":
            self.services.pop(key, None)
        else:
            self.services[key] = body
        self.proxy.take(key, self.services.get(key))
        self.write_hosts(key[0])

    def follow(self, path, take):
        """All there is and then every change, for ever."""
        while True:
            try:
                _, listed = self.cluster.ask("GET", path)
                for body in listed["items"]:
                    take("ADDED", body)
                for event in self.cluster.watch(path, listed["metadata"]["resourceVersion"]):
                    if event["type"] == "ERROR":
                        break
                    take(event["type"], event["object"])
            except (OSError, KeyError, ValueError) as error:
                print("watch", path, repr(error), flush=True)
                time.sleep(1)

    def leave(self, *_):
        for pod in list(self.pods.values()):
            pod.ending.set()
            for container in list(pod.now.values()):
                container.stop(0)
            pod.sandbox.leave()
        self.network.holder.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        os._exit(0)


def main():
    kubeconfig, certificate, key = sys.argv[1:4]
    port, name = int(sys.argv[4]) if len(sys.argv) > 4 else 11250, sys.argv[5] if len(sys.argv) > 5 else "node-1"
    node = Node(Cluster(kubeconfig), name, port, sys.argv[6] if len(sys.argv) > 6 else None)
    signal.signal(signal.SIGTERM, node.leave)
    server.serve(node, port, certificate, key)
    node.join()
    chosen = urllib.parse.urlencode({"fieldSelector": "spec.nodeName=" + name})
    for path, take in (("/api/v1/services", node.take_service), (f"/api/v1/pods?{chosen}", node.take_pod)):
        threading.Thread(target=node.follow, args=(path, take), daemon=True).start()
    print("node", name, port, flush=True)
    while True:
        time.sleep(8)
        try:
            node.beat()
        except OSError as error:
            print("beat", repr(error), flush=True)


if __name__ == "__main__":
    main()
