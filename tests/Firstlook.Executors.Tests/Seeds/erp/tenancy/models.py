from django.db import models


class Tenant(models.Model):
    name = models.TextField()
