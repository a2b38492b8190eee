"""Policies: which entities are masked, how, and from which score on."""

from service.policy.document import PolicyDocument
from service.policy.file import load_policies
from service.policy.policy import Policy
from service.policy.registry import Policies, PolicyError

__all__ = ["Policies", "Policy", "PolicyDocument", "PolicyError", "load_policies"]
