"""Starts the AWS emulator, and writes down every call that IAM would judge.

Each line of the file in OMNINODE_AWS_RECORD is {"action", "resource", "key"}: the IAM action, the ARN as far as the
emulator knows it, and the access key that asked. When enforcement is on (moto-api/reset-auth), the caller's policies
are evaluated; signatures are not, because some requests of Terraform's S3 backend fail moto's check of them.
"""

import json
import os
import sys
import threading
import uuid

from moto import settings
from moto.core.responses import ActionAuthenticatorMixin, ActionResult
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ec2.responses.monitoring import Monitoring
from moto.iam.access_control import IAMRequestBase
from moto.rds.models import DBInstance
from moto.server import main

record = open(os.environ["OMNINODE_AWS_RECORD"], "a", buffering=1) if os.environ.get("OMNINODE_AWS_RECORD") else None
lock = threading.Lock()
judge = ActionAuthenticatorMixin._authenticate_and_authorize_action


# The STS in front of this emulator, which has looked at the token already, and what it reads to do so.
FRONT = "sandbox"


def authorize(mixin, iam_request_cls, resource="*"):
    _, _, scope = mixin.headers.get("Authorization", "").partition("Credential=")
    parts = scope.partition(",")[0].split("/")
    if len(parts) < 4 or parts[0] == FRONT:
        return
    if record is not None:
        action = mixin._get_action()
        name = action[0] if isinstance(action, list) else action
        line = json.dumps({"action": f"{parts[3]}:{name}", "resource": resource, "key": parts[0]})
        with lock:
            record.write(line + "\n")
    judge(mixin, iam_request_cls, resource)


def monitor(state):
    """Detailed monitoring of instances, which moto does not have (2026-11)."""

    def respond(response):
        ids = response._get_param("InstanceIds", [])
        for instance in response.ec2_backend.get_multi_instances_by_id(ids):
            instance.monitoring_state = state
        return ActionResult({"InstanceMonitorings": [{"InstanceId": id, "Monitoring": {"State": state}} for id in ids]})

    return respond


def like_rds(init):
    """The same resource id for every database (2026-11) makes two of them one for whoever asks by it.

    The certificate authority is the one that RDS gives a new database. With moto's, which RDS has never had, Terraform
    changes it at once, and waits as long again as for the database itself.
    """

    def construct(self, *args, **kwargs):
        init(self, *args, **kwargs)
        self.dbi_resource_id = f"db-{uuid.uuid4().hex[:26].upper()}"
        if self.ca_certificate_identifier == "rds-ca-default":
            self.ca_certificate_identifier = "rds-ca-rsa2048-g1"

    return construct


DBInstance.__init__ = like_rds(DBInstance.__init__)
# Without a public address there is no association; moto answers with an empty one.
association = NetworkInterface.association.fget
NetworkInterface.association = property(lambda interface: association(interface) or None)
Monitoring.monitor_instances = monitor("enabled")
Monitoring.unmonitor_instances = monitor("disabled")
ActionAuthenticatorMixin._authenticate_and_authorize_action = authorize
IAMRequestBase.check_signature = lambda self: None
# A count of calls is not what decides here: enforcement is on or off.
settings.INITIAL_NO_AUTH_ACTION_COUNT = float("inf")

main(sys.argv[1:])
