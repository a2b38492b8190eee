"""Policies: which entities are masked, how, and from which score on."""

from service.policy.compiled import Policy
from service.policy.document import PolicyDocument
from service.policy.file import load_policies
from service.policy.policies import Policies, PolicyError

__all__ = ["Policies", "Policy", "PolicyDocument", "PolicyError", "load_policies"]
