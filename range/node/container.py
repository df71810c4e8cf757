"""One container of a pod as real processes of this machine: the pod's network and host name, mounts and processes of its own."""
import datetime
import os
import signal
import subprocess
import threading
import time

# Runs inside the new namespaces: names of services, writable folders, the user; then the container's own command.
INSIDE = r"""
mount --bind "$1" /etc/hosts; shift
while [ "$1" != -- ]; do mount -t tmpfs -o mode=1777 tmpfs "$1"; shift; done; shift
exec "$@"
"""

UNITS = {"Ki": 1 << 10, "Mi": 1 << 20, "Gi": 1 << 30, "K": 1000, "M": 10**6, "G": 10**9}


def stamp():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f") + "000Z"


def seconds():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def size(text):
    """Bytes of a quantity such as 512Mi; 0 for none."""
    unit = next((unit for unit in UNITS if str(text or "0").endswith(unit)), None)
    return int(float(str(text)[: -len(unit)]) * UNITS[unit]) if unit else int(float(text or 0))


class Container:
    """Started once; a restart is another object. Logs are lines with their time before them, in a file."""

    def __init__(self, pod, sandbox, spec, environment, hosts, log):
        self.spec, self.log, self.environment = spec, log, environment
        self.started_at, self.finished_at, self.exit, self.reason = seconds(), None, None, None
        self.limit = size(spec.get("resources", {}).get("limits", {}).get("memory"))
        folders = [mount["mountPath"] for mount in spec.get("volumeMounts", []) if os.path.isdir(mount["mountPath"])]
        command = spec.get("command", []) + spec.get("args", []) or ["sleep", "infinity"]
        user = (spec.get("securityContext") or {}).get("runAsUser", (pod["spec"].get("securityContext") or {}).get("runAsUser"))
        self.as_user = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] if user else []
        own = [] if pod["spec"].get("hostPID") else ["--pid", "--mount-proc"]
        words = [*sandbox.entering(), "unshare", "--mount", *own, "--fork", "--kill-child", "sh", "-c", INSIDE, "sh", hosts, *folders, "--", *self.as_user, *command]
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, cwd="/", start_new_session=True)
        threading.Thread(target=self._keep_log, daemon=True).start()

    @property
    def running(self):
        return self.exit is None

    def wait(self):
        """Until it ends; one that outgrows its memory limit is killed as the kernel would."""
        while self.process.poll() is None:
            if self.limit and self.memory() > self.limit:
                self.reason = "OOMKilled"
                self._signal(signal.SIGKILL)
            time.sleep(0.1)
        code = self.process.returncode
        self.exit = 137 if self.reason == "OOMKilled" else code if code >= 0 else 128 - code
        self.finished_at = seconds()
        self.reason = self.reason or ("Completed" if self.exit == 0 else "Error")

    def stop(self, grace):
        """Asks it to end; kills it after the grace."""
        first = self._first()
        if first:
            os.kill(first, signal.SIGTERM)
        for _ in range(int(grace * 20)):
            if self.process.poll() is not None:
                return
            time.sleep(0.05)
        self._signal(signal.SIGKILL)

    def entering(self, command):
        """Words that run a command inside; None once it has ended."""
        first = self._first()
        return first and ["nsenter", f"--target={first}", "--mount", "--pid", "--net", "--uts", "--", *self.as_user, *command]

    def memory(self):
        """Resident bytes of all its processes."""
        return sum(self._figure(pid, "VmRSS:") for pid in self._all())

    def ticks(self):
        """Clock ticks of processor time of the processes it has now."""
        total = 0
        for pid in self._all():
            try:
                fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
                total += int(fields[11]) + int(fields[12])
            except OSError:
                pass
        return total

    def state(self):
        times = {"startedAt": self.started_at}
        return {"running": times} if self.running else {"terminated": {**times, "finishedAt": self.finished_at, "exitCode": self.exit, "reason": self.reason}}

    def _keep_log(self):
        with open(self.log, "ab", buffering=0) as log:
            for line in self.process.stdout:
                log.write(stamp().encode() + b" " + line.rstrip(b"\n") + b"\n")

    def _first(self):
        """The process that is number 1 inside."""
        try:
            children = open(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read().split()
        except OSError:
            return None
        return int(children[0]) if children else None

    def _all(self):
        found, wanted = [], [self._first()]
        while wanted:
            pid = wanted.pop()
            if not pid:
                continue
            found.append(pid)
            try:
                for task in os.listdir(f"/proc/{pid}/task"):
                    wanted += [int(child) for child in open(f"/proc/{pid}/task/{task}/children").read().split()]
            except OSError:
                pass
        return found

    def _figure(self, pid, name):
        try:
            for line in open(f"/proc/{pid}/status"):
                if line.startswith(name):
                    return int(line.split()[1]) * 1024
        except OSError:
            pass
        return 0

    def _signal(self, number):
        first = self._first()
        try:
            os.kill(first or self.process.pid, number)
        except ProcessLookupError:
            pass
