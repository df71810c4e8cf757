"""Django's cache over the shop's Redis. Django 3.2 has no Redis backend of its own."""
import pickle

import redis
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache


class RedisCache(BaseCache):
    def __init__(self, location, params):
        super().__init__(params)
        host, port = location.rsplit(":", 1)
        self._redis = redis.Redis(host=host, port=int(port), socket_timeout=2, socket_connect_timeout=2)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self._put(key, value, timeout, version, only_new=True)

    def get(self, key, default=None, version=None):
        found = self._redis.get(self.make_key(key, version))
        # The range's Redis holds only what this class and the shop's own counters wrote.
        return default if found is None else pickle.loads(found)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        self._put(key, value, timeout, version, only_new=False)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        seconds = self._seconds(timeout)
        name = self.make_key(key, version)
        return bool(self._redis.persist(name) if seconds is None else self._redis.expire(name, seconds))

    def delete(self, key, version=None):
        return bool(self._redis.delete(self.make_key(key, version)))

    def clear(self):
        for name in self._redis.scan_iter(self.make_key("*")):
            self._redis.delete(name)

    def _put(self, key, value, timeout, version, only_new):
        return bool(self._redis.set(self.make_key(key, version), pickle.dumps(value), ex=self._seconds(timeout), nx=only_new))

    def _seconds(self, timeout):
        timeout = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return None if timeout is None else max(1, int(timeout))
