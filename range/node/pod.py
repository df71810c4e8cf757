"""The life of one pod on this node: its containers started, probed, restarted and told to the API."""
import base64
import http.client
import os
import re
import shutil
import subprocess
import threading
import time

from cluster import STRATEGIC
from container import Container, seconds
from network import Machine


class Pod:
    def __init__(self, node, pod):
        self.node, self.pod, self.meta, self.spec = node, pod, pod["metadata"], pod["spec"]
        self.key = (self.meta["namespace"], self.meta["name"])
        self.folder = os.path.join(node.folder, self.meta["uid"])
        os.makedirs(self.folder)
        self.sandbox = Machine(node.loopback) if self.spec.get("hostNetwork") else node.network.join(self.key[1])
        self.address = self.sandbox.address
        self.now, self.before, self.restarts, self.waiting, self.ready = {}, {}, {}, {}, {}
        self.ending = threading.Event()
        self.told, self.gate = None, threading.Lock()
        self.started_at = seconds()

    def begin(self):
        for container in self.spec["containers"]:
            threading.Thread(target=self._run, args=(container,), daemon=True).start()

    def end(self):
        """Stops everything, tells the API, and leaves nothing behind."""
        self.ending.set()
        self.event("Normal", "Killing", f"Stopping container {self.spec['containers'][0]['name']}")
        grace = self.meta.get("deletionGracePeriodSeconds", 30)
        for container in list(self.now.values()):
            container.stop(min(grace, 5))
        self.sandbox.leave()
        self.node.cluster.ask("DELETE", f"/api/v1/namespaces/{self.key[0]}/pods/{self.key[1]}", {"gracePeriodSeconds": 0, "preconditions": {"uid": self.meta["uid"]}})
        shutil.rmtree(self.folder, ignore_errors=True)

    def log_of(self, name, previous):
        number = self.restarts.get(name, 0) - (1 if previous else 0)
        return os.path.join(self.folder, f"{name}.{number}.log")

    def _run(self, spec):
        name = spec["name"]
        if "does-not-exist" in spec["image"]:
            return self._never_pulled(spec)
        self.event("Normal", "Pulled", f'Container image "{spec["image"]}" already present on machine')
        rest = 1
        while not self.ending.is_set():
            began = time.monotonic()
            container = Container(self.pod, self.sandbox, spec, self._environment(spec), "/etc/hosts" if self.spec.get("hostNetwork") else self.node.hosts_for(self), self.log_of(name, False))
            self.now[name] = container
            self.waiting.pop(name, None)
            self.event("Normal", "Started", f"Started container {name}")
            threading.Thread(target=self._probe, args=(spec, container), daemon=True).start()
            self.tell()
            container.wait()
            self.ready[name] = False
            policy = self.spec.get("restartPolicy", "Always")
            if self.ending.is_set() or policy == "Never" or (policy == "OnFailure" and container.exit == 0):
                return self.tell()
            self.before[name] = container
            rest = 1 if time.monotonic() - began > 60 else min(rest * 2, 30)
            self.waiting[name] = {"reason": "CrashLoopBackOff", "message": f"back-off {rest}s restarting failed container={name} pod={self.key[1]}"}
            self.tell()
            self.event("Warning", "BackOff", "Back-off restarting failed container")
            if self.ending.wait(rest):
                return None
            self.restarts[name] = self.restarts.get(name, 0) + 1
        return None

    def _never_pulled(self, spec):
        self.waiting[spec["name"]] = {"reason": "ErrImagePull", "message": f'rpc error: image "{spec["image"]}" not found'}
        self.event("Warning", "Failed", f'Failed to pull image "{spec["image"]}": not found')
        self.tell()
        if not self.ending.wait(2):
            self.waiting[spec["name"]] = {"reason": "ImagePullBackOff", "message": f'Back-off pulling image "{spec["image"]}"'}
            self.tell()

    def _probe(self, spec, container):
        probe, before, misses = spec.get("readinessProbe"), None, 0
        while container.running and not self.ending.is_set():
            wrong = None if probe is None else self._wrong(probe, container)
            misses = 0 if wrong is None else misses + 1
            # Who is ready stays so until it has failed as often in a row as the probe says: once, where it does not.
            good = misses < (probe or {}).get("failureThreshold", 1) if self.ready.get(spec["name"]) else misses == 0
            if misses and wrong != before:
                self.event("Warning", "Unhealthy", f"Readiness probe failed: {wrong}")
            before = wrong
            if good != self.ready.get(spec["name"]):
                self.ready[spec["name"]] = good
                self.tell()
            if probe is None:
                return
            time.sleep(probe.get("periodSeconds", 10) if good else 0.2)

    def _wrong(self, probe, container):
        """What a probe finds wrong, in kubelet's words; None for nothing."""
        try:
            if "exec" in probe:
                words = container.entering(probe["exec"]["command"])
                ran = words and subprocess.run(words, env=container.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=probe.get("timeoutSeconds", 1))
                return None if ran and ran.returncode == 0 else (ran.stdout + ran.stderr).strip() if ran else "container not running"
            if "tcpSocket" in probe:
                self.sandbox.connect(probe["tcpSocket"]["port"]).close()
            elif "httpGet" in probe:
                status = self._http(probe["httpGet"])
                return None if 200 <= status < 400 else f"HTTP probe failed with statuscode: {status}"
            return None
        except subprocess.TimeoutExpired:
            return f"command timed out after {probe.get('timeoutSeconds', 1)}s"
        except (OSError, http.client.HTTPException) as error:
            return str(error)

    def _http(self, probe):
        connection = http.client.HTTPConnection(self.address, probe["port"], timeout=1)
        connection.sock = self.sandbox.connect(probe["port"])
        connection.request("GET", probe.get("path", "/"))
        status = connection.getresponse().status
        connection.close()
        return status

    def _environment(self, spec):
        found = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp", "HOSTNAME": self.key[1], "POD_IP": self.address}
        for source in spec.get("envFrom", []):
            for kind, what in (("configMapRef", "configmaps"), ("secretRef", "secrets")):
                if kind in source:
                    _, held = self.node.cluster.ask("GET", f"/api/v1/namespaces/{self.key[0]}/{what}/{source[kind]['name']}")
                    for name, value in (held.get("data") or {}).items():
                        found[source.get("prefix", "") + name] = value if what == "configmaps" else base64.b64decode(value).decode()
        for entry in spec.get("env", []):
            value = entry.get("value") or self._from(entry.get("valueFrom") or {})
            found[entry["name"]] = re.sub(r"\$\((\w+)\)", lambda named: found.get(named[1], named[0]), value)
        return found

    def _from(self, source):
        for kind, what in (("configMapKeyRef", "configmaps"), ("secretKeyRef", "secrets")):
            if kind in source:
                _, held = self.node.cluster.ask("GET", f"/api/v1/namespaces/{self.key[0]}/{what}/{source[kind]['name']}")
                value = held.get("data", {}).get(source[kind]["key"], "")
                return value if what == "configmaps" else base64.b64decode(value).decode()
        return {"status.podIP": self.address, "status.hostIP": self.sandbox.listen}.get(source.get("fieldRef", {}).get("fieldPath"), "")

    def all_ready(self):
        return all(self.ready.get(spec["name"]) for spec in self.spec["containers"])

    def tell(self):
        """Says how it is, where that has changed."""
        with self.gate:
            status = self._status()
            if status == self.told or self.ending.is_set():
                return
            self.told = status
            self.node.cluster.ask("PATCH", f"/api/v1/namespaces/{self.key[0]}/pods/{self.key[1]}/status", {"status": status}, STRATEGIC)

    def _status(self):
        containers, all_ready = [], self.all_ready()
        for spec in self.spec["containers"]:
            name = spec["name"]
            container, ready = self.now.get(name), self.ready.get(name, False)
            state = {"waiting": self.waiting[name]} if name in self.waiting else container.state() if container else {"waiting": {"reason": "ContainerCreating"}}
            containers.append({
                "name": name, "image": spec["image"], "imageID": "local://" + spec["image"], "ready": ready, "started": "running" in state, "restartCount": self.restarts.get(name, 0),
                "state": state, "lastState": self.before[name].state() if name in self.before else {}, "containerID": "local://" + self.meta["uid"],
            })
        ended = [one["state"]["terminated"]["exitCode"] for one in containers if "terminated" in one["state"]]
        phase = "Running" if len(ended) < len(containers) else "Succeeded" if not any(ended) else "Failed"
        if all("waiting" in one["state"] and one["restartCount"] == 0 and not one["lastState"] for one in containers):
            phase = "Pending"
        conditions = [{"type": kind, "status": "True" if good else "False", "lastTransitionTime": self.started_at} for kind, good in (("Initialized", True), ("Ready", all_ready), ("ContainersReady", all_ready))]
        return {"phase": phase, "hostIP": self.sandbox.listen, "podIP": self.address, "podIPs": [{"ip": self.address}], "startTime": self.started_at, "containerStatuses": containers, "conditions": conditions}

    def event(self, kind, reason, message):
        self.node.event(self, kind, reason, message)
