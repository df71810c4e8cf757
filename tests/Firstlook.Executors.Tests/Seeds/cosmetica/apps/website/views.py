from rest_framework.decorators import api_view, throttle_classes
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle


class LeadBurstThrottle(AnonRateThrottle):
    rate = "5/min"


@api_view(["POST"])
@throttle_classes([LeadBurstThrottle])
def create_lead(request):
    return Response({})
