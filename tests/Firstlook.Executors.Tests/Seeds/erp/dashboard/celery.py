from celery import Celery

app = Celery("dashboard", broker="redis://:changeme@127.0.0.1:6379/0", backend="redis://:changeme@127.0.0.1:6379/0")
