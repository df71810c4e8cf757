#!/usr/bin/env python3
"""What an ingress controller does, for one service: nginx sends a path to the pods that are ready, and answers 503 where none is.

usage: ingress.py KUBECONFIG NAMESPACE SERVICE PATH FILE NGINX_PID_FILE
FILE is included by nginx inside its server.
"""
import os
import signal
import sys
import time

from cluster import Cluster


def main():
    kubeconfig, namespace, service, path, file, nginx = sys.argv[1:7]
    cluster = Cluster(kubeconfig)
    place = f"/api/v1/namespaces/{namespace}/endpoints"
    told = None
    while True:
        try:
            _, listed = cluster.ask("GET", place)
            found = [one for one in listed["items"] if one["metadata"]["name"] == service]
            told = tell(path, ports(found[0]) if found else [], told, file, nginx)
            for event in cluster.watch(place, listed["metadata"]["resourceVersion"]):
                if event["type"] == "ERROR":
                    break
                if event["object"]["metadata"]["name"] == service:
                    told = tell(path, [] if event["type"] == "DELETED" else ports(event["object"]), told, file, nginx)
        except (OSError, KeyError, ValueError) as error:
            print("endpoints", repr(error), flush=True)
            time.sleep(1)


def ports(endpoints):
    """Of the pods that are ready. They share the machine's network, so their port is one of the loopback."""
    return [port["port"] for subset in endpoints.get("subsets") or [] for _ in subset.get("addresses") or [] for port in subset["ports"]]


def tell(path, ready, told, file, nginx):
    text = f"location {path} {{ proxy_pass http://127.0.0.1:{ready[0]}; }}\n" if ready else f"location {path} {{ return 503; }}\n"
    if text == told:
        return told
    with open(file + ".new", "w") as written:
        written.write(text)
    os.replace(file + ".new", file)
    print("ready:", ready, flush=True)
    try:
        os.kill(int(open(nginx).read()), signal.SIGHUP)
    except (OSError, ValueError):
        pass  # nginx is not there yet, and reads the file when it starts
    return text


if __name__ == "__main__":
    main()
