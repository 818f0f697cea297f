"""Starts the AWS emulator, and writes down every call that IAM would judge.

Each line of the file in OMNINODE_AWS_RECORD is {"action", "resource", "key"}: the IAM action, the ARN as far as the
emulator knows it, and the access key that asked. When enforcement is on (moto-api/reset-auth), the caller's policies
are evaluated; signatures are not, because some requests of Terraform's S3 backend fail moto's check of them.
"""

import importlib.util
import json
import os
import sys
import threading
import uuid

from moto import settings
from moto.core.responses import ActionAuthenticatorMixin, ActionResult
from moto.iam.access_control import IAMRequestBase
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


def database(module):
    module.DBInstance.__init__ = like_rds(module.DBInstance.__init__)


def network_interface(module):
    # Without a public address there is no association; moto answers with an empty one.
    association = module.NetworkInterface.association.fget
    module.NetworkInterface.association = property(lambda interface: association(interface) or None)


def monitoring(module):
    module.Monitoring.monitor_instances = monitor("enabled")
    module.Monitoring.unmonitor_instances = monitor("disabled")


class Amended:
    """Amends modules as they are loaded: most emulators never need EC2, which takes two thirds of a second to load."""

    amendments = {
        "moto.ec2.models.elastic_network_interfaces": network_interface,
        "moto.ec2.responses.monitoring": monitoring,
        "moto.rds.models": database,
    }

    def find_spec(self, name, path, target=None):
        # Whoever finds it then is the next one: each is loaded once.
        amend = self.amendments.pop(name, None)
        if amend is None:
            return None
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            amend(module)

        spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, Amended())
ActionAuthenticatorMixin._authenticate_and_authorize_action = authorize
IAMRequestBase.check_signature = lambda self: None
# A count of calls is not what decides here: enforcement is on or off.
settings.INITIAL_NO_AUTH_ACTION_COUNT = float("inf")

main(sys.argv[1:])
