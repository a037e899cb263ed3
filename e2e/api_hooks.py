"""Hooks for schemathesis: each call is a request of its own, as a device names it."""

import uuid

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.method == "POST" and isinstance(case.body, dict):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
        case.body.pop("request", None)
