"""Care homes with their beds and practices, and what communities have to offer."""

from __future__ import annotations

from pch_desktop.domain.services import AssetKind
from pch_desktop.reports import services_assets, services_care_homes
from pch_desktop.reports.words import shown
from pch_desktop.store import partners, services
from pch_desktop.ui.asking import as_typed, word
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.records import Records, RecordSheet
from pch_desktop.ui.table_parts import worded

CARE_HOMES = Records(
    name="Care homes",
    key="services care homes",
    noun="care home",
    nouns="care homes",
    reads=frozenset({"care_home", "partner", "practice", "service"}),
    known={
        "name": ("name", "name", as_typed),
        "partner": ("partner", "who runs it", as_typed),
        "practice": ("practice", "practice", as_typed),
        "service": ("service", "service of the rounds", as_typed),
        "has_nursing": ("has_nursing", "nursing", as_typed),
        "beds": ("beds", "beds", as_typed),
        "residents": ("residents", "residents", as_typed),
        "postcode": ("postcode", "postcode", as_typed),
        "note": ("note", "note", as_typed),
        "source": ("source", "source", as_typed),
    },
    wanted={"name": "Enter the care home's name first."},
    put=services.set_care_home,
    add=services.add_care_home,
    remove=services.remove_care_homes,
    purpose="List the care homes with their beds and the practice that looks after each. What no "
    "practice covers is then in sight.",
    first="Add the first care home",
    hidden=("note", "source"),
    groups={
        "practice": lambda row: row.practice or services_care_homes.NOBODY,
        "who runs it": lambda row: row.partner or "Not known",
    },
)
ASSETS = Records(
    name="Community assets",
    key="services community assets",
    noun="offer",
    nouns="offers",
    reads=frozenset({"community_asset", "partner"}),
    known={
        "name": ("name", "name", as_typed),
        "kind": ("kind", "kind", word(AssetKind)),
        "partner": ("partner", "partner", as_typed),
        "place": ("place", "place", as_typed),
        "times": ("times", "times", as_typed),
        "reach": ("reach", "way to get in touch", as_typed),
        "note": ("note", "note", as_typed),
        "source": ("source", "source", as_typed),
    },
    wanted={"name": "Enter what the offer is called first."},
    put=services.set_asset,
    add=services.add_asset,
    remove=services.remove_assets,
    purpose="List what the communities have to offer: groups, places, advice, transport. Link "
    "workers and care navigators then know whom to point people to.",
    first="Add the first offer",
    hidden=("source",),
    groups={"kind": lambda row: shown(row.kind.value)},
)


class CareHomesView(RecordSheet):
    """Care homes, their beds, and the practice that looks after each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, CARE_HOMES, services_care_homes.CARE_HOMES)
        self._desk = desk
        self.listen(self.read)

    def read(self) -> None:
        """Show the care homes."""
        read = self._desk.file.read
        self.model.columns = worded(
            self.model.columns,
            partner=read(partners.names),
            practice=read(services.practice_names),
            service=[row.name for row in read(services.service_names)],
        )
        rows = read(services.care_homes)
        self.show_all(rows, services_care_homes.finding(rows))


class AssetsView(RecordSheet):
    """What communities have to offer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ASSETS, services_assets.ASSETS)
        self._desk = desk
        self.listen(self.read)

    def read(self) -> None:
        """Show the offers."""
        read = self._desk.file.read
        self.model.columns = worded(self.model.columns, partner=read(partners.names))
        rows = read(services.assets)
        self.show_all(rows, services_assets.finding(rows))
