"""A Celery application on the shop's Redis. The shop's own jobs are not its: it has none until somebody sends it one."""
from celery import Celery

app = Celery("dashboard", broker="redis://127.0.0.1:6379/0", backend="redis://127.0.0.1:6379/0")
