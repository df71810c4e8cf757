#!/usr/bin/env python3
"""What the cluster says of its pods and deployments, for Prometheus, by the names that kube-state-metrics gives it; and at /targets the pods
that have metrics of their own (an annotation names the port), by the job that their label app names.

usage: states.py KUBECONFIG PORT
"""
import http.server
import json
import sys

from cluster import Cluster

PHASES = ("Pending", "Running", "Succeeded", "Failed", "Unknown")


def main():
    cluster, port = Cluster(sys.argv[1]), int(sys.argv[2])

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            kind, say = ("application/json", lambda: json.dumps(targets(cluster))) if self.path == "/targets" else ("text/plain; version=0.0.4", lambda: "".join(f"{line}\n" for line in lines(cluster)))
            try:
                text = say().encode()
            except (OSError, KeyError, ValueError) as error:
                return self.send_error(503, repr(error))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(text)

    http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()


def lines(cluster):
    for pod in items(cluster, "/api/v1/pods"):
        of = labels(pod, "pod")
        status = pod.get("status", {})
        yield from (f'kube_pod_status_phase{{{of},phase="{phase}"}} {int(status.get("phase") == phase)}' for phase in PHASES)
        ready = any(one["type"] == "Ready" and one["status"] == "True" for one in status.get("conditions") or [])
        yield f'kube_pod_status_ready{{{of},condition="true"}} {int(ready)}'
        for container in status.get("containerStatuses") or []:
            inside = f'{of},container="{container["name"]}"'
            yield f"kube_pod_container_status_restarts_total{{{inside}}} {container['restartCount']}"
            if "waiting" in container["state"]:
                yield f'kube_pod_container_status_waiting_reason{{{inside},reason="{container["state"]["waiting"].get("reason", "")}"}} 1'
    for deployment in items(cluster, "/apis/apps/v1/deployments"):
        of = labels(deployment, "deployment")
        yield f"kube_deployment_spec_replicas{{{of}}} {deployment['spec']['replicas']}"
        yield f"kube_deployment_status_replicas_available{{{of}}} {deployment.get('status', {}).get('availableReplicas', 0)}"


def targets(cluster):
    """A pod that is there counts, ready or not; one that is on its way out does not, nor one that is nowhere yet."""
    found = []
    for pod in items(cluster, "/api/v1/pods"):
        meta, where = pod["metadata"], pod.get("status", {}).get("hostIP")
        port = meta.get("annotations", {}).get("prometheus.io/port")
        if port and where and "deletionTimestamp" not in meta:
            found.append({"targets": [f"{where}:{port}"], "labels": {"job": meta["labels"]["app"].rsplit("-", 1)[1], "namespace": meta["namespace"], "pod": meta["name"]}})
    return found


def items(cluster, path):
    return cluster.ask("GET", path, seconds=2)[1]["items"]


def labels(body, kind):
    return f'namespace="{body["metadata"]["namespace"]}",{kind}="{body["metadata"]["name"]}"'


if __name__ == "__main__":
    main()
