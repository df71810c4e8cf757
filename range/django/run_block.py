"""Runs the block of Python on standard input as `manage.py shell` would, in the configured Django, without echo.

Exit code 0 when the block ran to its end, 1 when it raised (the traceback is on standard error).
"""
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
sys.dont_write_bytecode = True
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")

import django  # noqa: E402 (the path must be set first)

django.setup()
block = compile(sys.stdin.read(), "<block>", "exec")
exec(block, {"__name__": "__main__"})
