"""What last month's board pack may tell us, and the words people head it with."""

from __future__ import annotations

from pch_desktop.imports.own_field import Sort, field

FORMER_FIELDS = (
    field("line", "Budget line", "line, service line, cost line, line name, budget heading"),
    field("group", "Service or staff group", "service, staff group, role group, service name"),
    field("commentary", "Commentary", "comments, narrative, explanation, commentary for the board"),
    field("reference", "Reference", "ref, action ref, risk ref, number, action number"),
    field("action", "Action", "what is to be done, agreed action, action agreed, to do"),
    field("owner", "Owner", "lead, responsible, who, action owner, risk owner, lead officer"),
    field("due_on", "Due", "due date, by when, deadline, target date, date due", Sort.DAY),
    field("status", "Status", "state, standing, open or closed, progress status"),
    field("latest", "Latest update", "update, progress, latest, progress update"),
    field("risk", "Risk", "risk title, risk description, what may happen, description of risk"),
    field("category", "Category", "risk category, type of risk, risk type"),
    field("controls", "Controls in place", "controls, existing controls, current controls"),
    *(
        field(f"{which}_{part}", f"{words} {letter}", said, Sort.COUNT)
        for which, words in (("inherent", "Inherent"), ("current", "Current"), ("target", "Target"))
        for part, letter, said in (
            (
                "consequence",
                "C",
                f"{which} consequence, {which} impact"
                + ", consequence, impact, c" * (which == "current"),
            ),
            (
                "likelihood",
                "L",
                f"{which} likelihood, {which} probability"
                + ", likelihood, probability, l" * (which == "current"),
            ),
        )
    ),
)
