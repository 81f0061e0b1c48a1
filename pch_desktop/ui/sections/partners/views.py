"""The views of partners that read the file by themselves, by the tab they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.reports import partners_cover, partners_engagement, partners_flows
from pch_desktop.reports.partners_findings import ENDS_VIEW
from pch_desktop.reports.partners_vehicles import VIEW as VEHICLES_VIEW
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Views
from pch_desktop.ui.sections.partners.cover import CoverView
from pch_desktop.ui.sections.partners.ends import EndsView
from pch_desktop.ui.sections.partners.engagement import EngagementView
from pch_desktop.ui.sections.partners.record_flows import FlowsView
from pch_desktop.ui.sections.partners.vehicles import VehiclesView


def own_views(desk: Desk) -> Mapping[str, Views]:
    """Return what makes each of these views, by its title, for each tab."""
    return {
        "List": {VEHICLES_VIEW: lambda: VehiclesView(desk)},
        "Engagement": {partners_engagement.VIEW: lambda: EngagementView(desk)},
        "Agreements": {
            ENDS_VIEW: lambda: EndsView(desk),
            partners_cover.VIEW: lambda: CoverView(desk),
            partners_flows.VIEW: lambda: FlowsView(desk),
        },
    }
