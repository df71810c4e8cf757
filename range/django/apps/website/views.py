"""The lead form, as far as Django's side of the shop declares it: which throttles guard it."""
from rest_framework.decorators import api_view, throttle_classes
from rest_framework.response import Response

from apps.website.throttles import LeadBurstThrottle, LeadHourlyThrottle


@api_view(["POST"])
@throttle_classes([LeadBurstThrottle, LeadHourlyThrottle])
def create_lead(request):
    return Response({"detail": "leads are taken at /api/website/leads/"}, status=308, headers={"Location": "/api/website/leads/"})
