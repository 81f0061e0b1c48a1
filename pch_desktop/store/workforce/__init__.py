"""Reading and changing the workforce: posts, people, and who holds which post."""

from pch_desktop.store.workforce.catalogue import add_role, remove_roles, set_role
from pch_desktop.store.workforce.edits import (
    add_assignment,
    add_person,
    add_post,
    remove_assignments,
    remove_people,
    remove_posts,
    set_assignment,
    set_deployment,
    set_person,
    set_post,
)
from pch_desktop.store.workforce.flow import StintRow, fill_days, stints
from pch_desktop.store.workforce.months import FilledRow, filled_by_month
from pch_desktop.store.workforce.people import (
    AssignmentRow,
    DeploymentRow,
    PersonRow,
    Place,
    assignments,
    deployments,
    held,
    people,
)
from pch_desktop.store.workforce.posts import (
    NetworkStaffRow,
    PostRow,
    RoleRow,
    network_staff,
    posts,
    roles,
)

__all__ = [
    "AssignmentRow",
    "DeploymentRow",
    "FilledRow",
    "NetworkStaffRow",
    "PersonRow",
    "Place",
    "PostRow",
    "RoleRow",
    "StintRow",
    "add_assignment",
    "add_person",
    "add_post",
    "add_role",
    "assignments",
    "deployments",
    "fill_days",
    "filled_by_month",
    "held",
    "network_staff",
    "people",
    "posts",
    "remove_assignments",
    "remove_people",
    "remove_posts",
    "remove_roles",
    "roles",
    "set_assignment",
    "set_deployment",
    "set_person",
    "set_post",
    "set_role",
    "stints",
]
