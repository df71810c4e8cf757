"""How often one address may use the lead form; the rates stand in the settings."""
from rest_framework.throttling import AnonRateThrottle


class LeadBurstThrottle(AnonRateThrottle):
    scope = "lead_burst"


class LeadHourlyThrottle(AnonRateThrottle):
    scope = "lead_hourly"
