"""A network for pods that only they are in: a bridge in a namespace of its own, and a namespace for each pod. The machine's own is not touched."""
import ctypes
import os
import socket
import subprocess
import threading

NEW_NETWORK = 0x40000000  # CLONE_NEWNET, setns(2)
HOLD = ["setpriv", "--pdeathsig", "KILL", "sleep", "infinity"]


class Network:
    def __init__(self):
        self.holder = subprocess.Popen(["unshare", "--net", *HOLD], stdin=subprocess.DEVNULL)
        self.gate, self.last = threading.Lock(), 1
        _until_new(self.holder.pid, "net")
        self._inside("ip link set lo up && ip link add pods type bridge && ip addr add 10.244.0.1/16 dev pods && ip link set pods up")

    def join(self, name):
        """A sandbox for a pod: its network and host name, with an address that all other pods reach."""
        with self.gate:
            self.last += 1
            number = self.last
        return Sandbox(self, name, number)

    def _inside(self, script):
        subprocess.run(["nsenter", f"--net=/proc/{self.holder.pid}/ns/net", "sh", "-c", script], check=True, capture_output=True)


class Sandbox:
    listen = "127.0.0.1"  # as others see a pod's machine; in its own network it may listen everywhere

    def __init__(self, network, name, number):
        self.address = f"10.244.{number // 250}.{number % 250 + 2}"
        self.holder = subprocess.Popen(["unshare", "--net", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"', name, *HOLD], stdin=subprocess.DEVNULL)
        _until_new(self.holder.pid, "net")
        network._inside(f"ip link add v{number} type veth peer name eth0 netns {self.holder.pid} && ip link set v{number} master pods up")
        subprocess.run([*self.entering(), "sh", "-c", f"ip link set lo up && ip addr add {self.address}/16 dev eth0 && ip link set eth0 up"], check=True, capture_output=True)

    def entering(self):
        return ["nsenter", f"--net=/proc/{self.holder.pid}/ns/net", f"--uts=/proc/{self.holder.pid}/ns/uts"]

    def connect(self, port, seconds=1):
        """A connection made from inside the pod, to itself."""
        made = []

        # A thread belongs to a namespace; a socket stays in the one where it was made.
        def within():
            with open(f"/proc/{self.holder.pid}/ns/net") as there:
                if ctypes.CDLL(None, use_errno=True).setns(there.fileno(), NEW_NETWORK) == 0:
                    for address in ("127.0.0.1", self.address):
                        try:
                            made.append(socket.create_connection((address, port), seconds))
                            return
                        except OSError:
                            pass

        thread = threading.Thread(target=within)
        thread.start()
        thread.join()
        if not made:
            raise ConnectionRefusedError(f"nothing listens on port {port}")
        return made[0]

    def leave(self):
        self.holder.kill()
        self.holder.wait()


class Machine:
    """Where a pod with hostNetwork is: in the network of this machine, whose names it sees.

    Where the node has loopback addresses to give away, each such pod has one to listen on (status.hostIP), so that several can have the same port.
    """

    def __init__(self, loopback):
        self.loopback, self.number = loopback, loopback.take() if loopback else None
        self.listen = f"{loopback.prefix}.{self.number}" if loopback else "127.0.0.1"
        # In the cluster: where it has no number, the node's own. Nobody may have a loopback address there.
        self.address = f"10.244.255.{self.number}" if loopback else "10.244.0.1"

    def entering(self):
        return []

    def connect(self, port, seconds=1):
        return socket.create_connection((self.listen, port), seconds)

    def leave(self):
        if self.loopback and self.number:
            self.loopback.give_back(self.number)
            self.number = None


class Loopback:
    """Addresses PREFIX.10 to PREFIX.249 of this machine, given away one by one; the lower ones are others'."""

    def __init__(self, prefix):
        self.prefix, self.gate, self.free = prefix, threading.Lock(), list(range(10, 250))

    def take(self):
        with self.gate:
            return self.free.pop(0)

    def give_back(self, number):
        with self.gate:
            self.free.append(number)


def _until_new(pid, kind):
    """unshare(1) has become another namespace than ours."""
    ours = os.readlink(f"/proc/self/ns/{kind}")
    for _ in range(1000):
        if os.readlink(f"/proc/{pid}/ns/{kind}") != ours:
            return
        threading.Event().wait(0.005)
    raise RuntimeError("no namespace of its own")
