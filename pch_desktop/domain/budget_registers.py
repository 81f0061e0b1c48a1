"""The registers beside a shadow budget: moved services, bought outside, delegation, readiness."""

from __future__ import annotations

from enum import StrEnum


class ComingHome(StrEnum):
    """Whether care that is bought outside could be given in the locality."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_KNOWN = "not known"
