#!/usr/bin/env python3
"""What an ingress controller does, for one service: nginx sends a path to the pods that are ready, and answers 503 where none is.

usage: ingress.py KUBECONFIG NAMESPACE SERVICE PATH LOOPBACK FOLDER NGINX_PID_FILE
nginx includes FOLDER/nginx-pods.conf beside its server, and FOLDER/nginx-cluster.conf inside. LOOPBACK: where pods listen (agent.py).
"""
import os
import signal
import sys
import time

from cluster import Cluster


def main():
    kubeconfig, namespace, service, path, loopback, folder, nginx = sys.argv[1:8]
    cluster = Cluster(kubeconfig)
    place = f"/api/v1/namespaces/{namespace}/endpoints"
    told = None
    while True:
        try:
            _, listed = cluster.ask("GET", place)
            found = [one for one in listed["items"] if one["metadata"]["name"] == service]
            told = tell(service, path, pods(found[0], loopback) if found else [], told, folder, nginx)
            for event in cluster.watch(place, listed["metadata"]["resourceVersion"]):
                if event["type"] == "ERROR":
                    break
                if event["object"]["metadata"]["name"] == service:
                    told = tell(service, path, [] if event["type"] == "DELETED" else pods(event["object"], loopback), told, folder, nginx)
        except (OSError, KeyError, ValueError) as error:
            print("endpoints", repr(error), flush=True)
            time.sleep(1)


def pods(endpoints, loopback):
    """Where those that are ready listen. They share the machine's network: their last octet is that of a loopback address."""
    return sorted(f"{loopback}.{address['ip'].rsplit('.', 1)[1]}:{port['port']}" for subset in endpoints.get("subsets") or [] for address in subset.get("addresses") or [] for port in subset["ports"])


def tell(service, path, ready, told, folder, nginx):
    if ready == told:
        return told
    servers = "".join(f" server {one};" for one in ready)
    write(f"{folder}/nginx-pods.conf", f"upstream {service} {{{servers} }}\n" if ready else "")
    write(f"{folder}/nginx-cluster.conf", f"location {path} {{ proxy_pass http://{service}; }}\n" if ready else f"location {path} {{ return 503; }}\n")
    print("ready:", ready, flush=True)
    try:
        os.kill(int(open(nginx).read()), signal.SIGHUP)
    except (OSError, ValueError):
        pass  # nginx is not there yet, and reads the files when it starts
    return ready


def write(file, text):
    with open(file + ".new", "w") as written:
        written.write(text)
    os.replace(file + ".new", file)


if __name__ == "__main__":
    main()
