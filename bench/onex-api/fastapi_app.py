"""The same route as people write it with FastAPI: complete but for the insert, with the same checks and counts."""
import hashlib
import json
import os
import time
import urllib.request
import uuid
from datetime import datetime, timezone
from typing import Annotated, Any

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

ISSUER = os.environ["OIDC_ISSUER"]
CLIENTS = set(os.environ["OIDC_CLIENTS"].split(","))
MOST = int(os.environ["RATE_LIMIT_PRINCIPAL"])
REMEMBERED = 60

with urllib.request.urlopen(os.environ["OIDC_JWKS_URL"]) as answer:
    keys = {key["kid"]: jwt.PyJWK(key).key for key in json.load(answer)["keys"]}

app = FastAPI()
remembered: dict[bytes, tuple[dict[str, Any], float]] = {}
counted: dict[str, tuple[int, int]] = {}


def limit(name: str) -> None:
    minute = int(time.time() // 60)
    since, count = counted.get(name, (minute, 0))
    count = count + 1 if since == minute else 1
    counted[name] = (minute, count)
    if count > MOST:
        raise HTTPException(429)


async def principal(request: Request) -> dict[str, Any]:
    limit(request.client.host)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise HTTPException(401)
    digest = hashlib.sha256(token.encode()).digest()
    claims, until = remembered.get(digest, ({}, 0.0))
    if until <= time.time():
        try:
            key = keys[jwt.get_unverified_header(token)["kid"]]
            claims = jwt.decode(token, key, algorithms=["RS256"], audience="onex-api", issuer=ISSUER, leeway=5)
        except (jwt.PyJWTError, KeyError):
            raise HTTPException(401)
        if claims["typ"] != "Bearer" or claims["azp"] not in CLIENTS:
            raise HTTPException(401)
        remembered[digest] = (claims, min(claims["exp"], time.time() + REMEMBERED))
    limit(claims["sub"])
    if "workflows:write" not in claims["resource_access"]["onex-api"]["roles"]:
        raise HTTPException(403)
    return claims


class WorkflowRequest(BaseModel):
    model_config = ConfigDict(extra="forbid")
    workflow_type: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,62}$")]
    payload: dict[str, Any]


class Accepted(BaseModel):
    workflow_id: uuid.UUID
    status: str
    accepted_at: datetime


@app.post("/v1/workflows", status_code=202)
async def accept(body: WorkflowRequest, claims: Annotated[dict[str, Any], Depends(principal)]) -> Accepted:
    now = datetime.now(timezone.utc)
    workflow = uuid.uuid4()
    hashlib.sha256(json.dumps([body.workflow_type, body.payload]).encode()).digest()
    json.dumps({
        "specversion": "1.0",
        "id": str(uuid.uuid4()),
        "source": "/onex-api",
        "type": "onex.cmd.onex-api.workflow-start.v1",
        "subject": str(workflow),
        "time": now.isoformat(),
        "datacontenttype": "application/json",
        "dataschema": "urn:omninode:event:onex.cmd.onex-api.workflow-start.v1",
        "data": {
            "workflow_id": str(workflow),
            "tenant_id": claims["tenant_id"],
            "workflow_type": body.workflow_type,
            "payload": body.payload,
            "requested_by": f"user:{claims['sub']}",
        },
    })
    return Accepted(workflow_id=workflow, status="accepted", accepted_at=now)
