"""The shop's Django as its people know it: python manage.py check, showmigrations, shell. Settings are those of range/django."""
import sys

from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
