"""What pods and the node use, by metrics.k8s.io: counted from /proc of their processes, as `kubectl top` and autoscalers ask for it."""
import os
import re
import threading
import time

from container import seconds

PERIOD = 5  # seconds that a figure of processor time spans
TICKS = os.sysconf("SC_CLK_TCK")
GROUP = {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "metrics.k8s.io/v1beta1", "resources": [
    {"name": "nodes", "singularName": "", "namespaced": False, "kind": "NodeMetrics", "verbs": ["get", "list"]},
    {"name": "pods", "singularName": "", "namespaced": True, "kind": "PodMetrics", "verbs": ["get", "list"]},
]}
PATH = re.compile(r"(?:namespaces/(?P<namespace>[^/]+)/)?(?P<kind>pods|nodes)(?:/(?P<name>[^/]+))?")


class Metrics:
    def __init__(self, node):
        self.node, self.before, self.used, self.at = node, {}, {}, seconds()
        threading.Thread(target=self._sample, daemon=True).start()

    def answer(self, path, query):
        """For a path below /apis/metrics.k8s.io/v1beta1; None where there is nothing of that kind or name."""
        if not path:
            return GROUP
        asked = PATH.fullmatch(path)
        if asked is None:
            return None
        found = self._nodes() if asked["kind"] == "nodes" else self._pods(asked["namespace"], query.get("labelSelector", [""])[0])
        if asked["name"]:
            return next((one for one in found if one["metadata"]["name"] == asked["name"]), None)
        return {"kind": found[0]["kind"] + "List" if found else "PodMetricsList", "apiVersion": "metrics.k8s.io/v1beta1", "metadata": {}, "items": found}

    def _pods(self, namespace, selector):
        wanted = dict(part.replace("==", "=").split("=", 1) for part in selector.split(",") if "=" in part)
        found = []
        for pod in list(self.node.pods.values()):
            labels = pod.meta.get("labels") or {}
            # One that has not been looked at twice has no figure yet.
            containers = [{"name": name, "usage": self._usage(self.used[container], container.memory())} for name, container in list(pod.now.items()) if container in self.used]
            if containers and namespace in (None, pod.key[0]) and wanted.items() <= labels.items():
                found.append(self._told("PodMetrics", {"name": pod.key[1], "namespace": pod.key[0], "labels": labels}) | {"containers": containers})
        return found

    def _nodes(self):
        memory = {line.split(":")[0]: int(line.split()[1]) * 1024 for line in open("/proc/meminfo")}
        if self not in self.used:
            return []
        return [self._told("NodeMetrics", {"name": self.node.name}) | {"usage": self._usage(self.used[self], memory["MemTotal"] - memory["MemAvailable"])}]

    def _told(self, kind, meta):
        return {"kind": kind, "apiVersion": "metrics.k8s.io/v1beta1", "metadata": {**meta, "creationTimestamp": self.at}, "timestamp": self.at, "window": f"{PERIOD}s"}

    def _usage(self, cores, memory):
        return {"cpu": f"{int(cores * 1e9)}n", "memory": f"{memory // 1024}Ki"}

    def _sample(self):
        while True:
            now = {container: (time.monotonic(), container.ticks()) for pod in list(self.node.pods.values()) for container in list(pod.now.values()) if container.running}
            now[self] = (time.monotonic(), machine())
            self.used = {one: max(0, ticks - self.before[one][1]) / TICKS / (when - self.before[one][0]) for one, (when, ticks) in now.items() if one in self.before}
            self.before, self.at = now, seconds()
            time.sleep(PERIOD)


def machine():
    """Clock ticks that this machine's processors were not idle (proc(5): the first line of /proc/stat)."""
    user, nice, system, _, _, interrupt, soft, *_ = map(int, open("/proc/stat").readline().split()[1:])
    return user + nice + system + interrupt + soft
