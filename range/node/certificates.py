#!/usr/bin/env python3
"""What cert-manager does, for the certificate of the public names: its object says how it really is, its secret holds it, and
deleting the object renews it.

usage: certificates.py KUBECONFIG NAMESPACE NAME FOLDER RENEW NGINX_PID_FILE
FOLDER holds public.crt and public.key, which nginx uses. RENEW is a program that makes another public.crt.
"""
import base64
import datetime
import os
import signal
import subprocess
import sys
import time

from cluster import MERGE, Cluster
from container import seconds

LOOK = 1  # seconds
RENEW_BEFORE = datetime.timedelta(days=30)  # cert-manager's default: a third of 90 days


def main():
    kubeconfig, namespace, name, folder, renew, nginx = sys.argv[1:7]
    issued = Issued(Cluster(kubeconfig), namespace, name, folder, renew, nginx)
    while True:
        try:
            issued.look()
        except (OSError, KeyError, ValueError) as error:
            print("certificates", repr(error), flush=True)
        time.sleep(LOOK)


class Issued:
    def __init__(self, cluster, namespace, name, folder, renew, nginx):
        self.cluster, self.namespace, self.name, self.folder, self.renew, self.nginx = cluster, namespace, name, folder, renew, nginx
        self.place = f"/apis/cert-manager.io/v1/namespaces/{namespace}/certificates"
        self.secrets = f"/api/v1/namespaces/{namespace}/secrets"
        self.kept = None  # what file and secret were when they were last the same

    def look(self):
        status, body = self.cluster.ask("GET", f"{self.place}/{self.name}")
        if status == 404:
            # Somebody deleted it, so that there is a new one.
            subprocess.run([self.renew], check=True, stdout=sys.stdout)
            self._reload()
            spec = {"secretName": self.name, "dnsNames": names(f"{self.folder}/public.crt"), "issuerRef": {"name": "range", "kind": "ClusterIssuer"}}
            status, body = self.cluster.ask("POST", self.place, {"apiVersion": "cert-manager.io/v1", "kind": "Certificate", "metadata": {"name": self.name}, "spec": spec})
            print("renewed", flush=True)
        self._keep()
        told = body.get("status", {})
        now = state(f"{self.folder}/public.crt", told)
        if now != told:
            self.cluster.ask("PATCH", f"{self.place}/{self.name}/status", {"status": now}, MERGE)

    def _keep(self):
        """File and secret hold the same: whichever has changed is right, and the secret where both have."""
        files = {f"tls.{kind}": open(f"{self.folder}/public.{kind}").read() for kind in ("crt", "key")}
        status, body = self.cluster.ask("GET", f"{self.secrets}/{self.name}")
        secret = {key: base64.b64decode(value).decode() for key, value in (body.get("data") or {}).items()} if status == 200 else None
        if secret is not None and secret != files and self.kept is not None and secret != self.kept:
            for key, text in secret.items():
                write(f"{self.folder}/public.{key.removeprefix('tls.')}", text)
            self._reload()
            files = secret
        elif secret != files:
            data = {key: base64.b64encode(text.encode()).decode() for key, text in files.items()}
            if secret is None:
                self.cluster.ask("POST", self.secrets, {"metadata": {"name": self.name}, "type": "kubernetes.io/tls", "data": data})
            else:
                self.cluster.ask("PATCH", f"{self.secrets}/{self.name}", {"data": data}, MERGE)
        self.kept = files

    def _reload(self):
        try:
            os.kill(int(open(self.nginx).read()), signal.SIGHUP)
        except (OSError, ValueError):
            pass  # nginx is not there yet, and reads the files when it starts


def write(file, text):
    with open(os.open(file + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as written:
        written.write(text)
    os.replace(file + ".new", file)


def said(file, *words):
    return subprocess.run(["openssl", "x509", "-in", file, "-noout", *words], check=True, capture_output=True, text=True).stdout


def names(file):
    return [part.strip().removeprefix("DNS:") for part in said(file, "-ext", "subjectAltName").splitlines()[1].split(",")]


def state(file, told):
    """The object's status for the certificate that is there; the time of a condition is that of its last change."""
    try:
        dates = dict(line.split("=", 1) for line in said(file, "-dates").splitlines())
        begins, ends = (datetime.datetime.strptime(dates[key], "%b %d %H:%M:%S %Y GMT") for key in ("notBefore", "notAfter"))
    except (subprocess.CalledProcessError, KeyError, ValueError):
        return {**told, "conditions": [condition("False", "InvalidCertificate", "what is there is no certificate", told)]}
    if ends < datetime.datetime.utcnow():
        ready = condition("False", "Expired", f"Certificate expired on {stamp(ends)}", told)
    else:
        ready = condition("True", "Ready", "Certificate is up to date and has not expired", told)
    return {"conditions": [ready], "notBefore": stamp(begins), "notAfter": stamp(ends), "renewalTime": stamp(ends - RENEW_BEFORE)}


def condition(status, reason, message, told):
    before = next((one for one in told.get("conditions", []) if (one["status"], one["reason"]) == (status, reason)), None)
    return {"type": "Ready", "status": status, "reason": reason, "message": message, "lastTransitionTime": before["lastTransitionTime"] if before else seconds()}


def stamp(when):
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
