"""The two sheets before the figures: the cover and the contents."""

from __future__ import annotations

from xlsxwriter import Workbook

from pch_desktop.exports.board import Pack
from pch_desktop.exports.cell import write
from pch_desktop.exports.lines import lines_of
from pch_desktop.exports.logo import insert_logo
from pch_desktop.exports.page import FIRST, FRONT, HEAD, Frame, fit, head, points_across, set_page
from pch_desktop.exports.style import BLUE, HAIR, Styles
from pch_desktop.reports.table import Kind

WIDE = 105
COVER_WIDE = 95
"""How many of the cover's larger letters stand in a line."""
ANSWERS = {
    "Summary": "One page: the four features of the locality in figures",
    "Chair's summary": "One page: in the chair's words, what is asked, what changed",
    "Corrections": "What was corrected since the pack was issued, figure by figure",
    "What changed": "What differs from the last pack, and what was restated",
    "Work since": "What was done since the last pack, section by section",
    "Population": "Practices, their lists and weighted lists",
    "Workforce": "Funded, filled and vacant posts by staff group",
    "Services": "What is offered, by whom, and the month's activity",
    "Estates": "The sites: whose they are, until when, and when they are open",
    "Rooms": "The rooms, what is in them and what an hour costs",
    "Service appointments": "Sessions and appointments of the month by service",
    "Appointments taken up": "How far appointments were filled, missed, used and lost",
    "Referrals": "Referrals of the month by service, and who waits",
    "Ways of contact": "How people were seen, by service",
    "Activity by place": "What was told by place of care, against the month as a whole",
    "Load between practices": "At which practice the patients of each practice were seen",
    "Recharge": "What practices owe each other for patients seen at another",
    "Beds": "How full the beds were and how long people stayed",
    "Calls": "How many calls were answered, and how many given up",
    "Late figures": "Whose figures of which month are missing or provisional",
    "Week of rooms": "Who has which room in one week, day by day",
    "Room use": "How far each room is booked and used, and what it brought in",
    "Room use by partner": "Who booked how much and used how much of it",
    "Room use by hour": "At which hours of the day rooms are booked and used",
    "Room charges": "What each partner is charged for rooms: month and year to date",
    "Partners": "Who the partners are, what they deliver and what was agreed",
    "Finance": "Shadow budget by line and sector: month, year to date, forecast, commentary",
    "Risks": "What could go wrong, how it scores, where it goes, what is done about it",
    "Agenda": "What comes up when, who leads it, and what the board is asked to do",
    "Papers": "The front sheet of each paper: what is recommended and what it means",
    "Attendance": "Who was at the last meeting, and whether it was quorate",
    "Interests": "The register of interests on the day of the meeting",
    "Interests declared": "What was declared at the last meeting, and how it was handled",
    "Minutes": "What was said and agreed at the last meeting, line by line",
    "Actions": "What was asked of whom by when: all that is open, and what was done since",
    "Decisions": "What was decided since the last meeting, and what is to be reviewed",
    "Patient voice": "What patients and the public said, and what was done about it",
    "Forward plan": "The meetings to come: their days, themes and figures",
    "Risk matrix": "How many open risks, and which, by likelihood and consequence",
    "Mitigations": "What is to bring each risk down, by when, and what is overdue",
    "Initiatives": "What is under way to change something: how sure, how far, at what cost",
    "Milestones": "By when each part of an initiative is to be done, and what is late",
    "Initiative measures": "How far each measure has come from its baseline to its target",
    "Issues": "What is stuck, which forum is asked for what, and by when",
    "Data quality": "What is late, missing or provisional, and the files brought in",
    "Definitions": "What each term, rating and threshold means",
    "Need": "Weighted populations by service, against England and the board",
    "Workforce by employer": "The same by employer",
    "Vacancies": "Which posts are vacant, for how long, and what is done about it",
    "Starters and leavers": "Who started and who left in twelve months, and why, without names",
    "Leavers by reason": "Why people left in twelve months",
    "Coming and going": "How each month led from one team to the next",
    "Establishment": "Every post, without names",
    "Workforce measures": "Every measure of the team, a year before, and how it is worked out",
    "Workforce by practice": "WTE where the time goes, vacancies and patients per WTE",
    "Age profile": "People in post and their WTE by age; few people are not shown",
    "Sickness": "Days lost to sickness by month, all staff together",
    "Sickness by group": "The month's sickness by group; few people are not shown",
    "Skills gaps": "What services need of people with which skills, and who there is",
    "Skills by role": "What roles need, who has it, and what has lapsed",
    "Training": "Courses by who pays: places, hours, cost",
    "Placements": "Learners at the practices",
    "Demand": "How many of each kind of staff the first scenario takes, and who is missing",
    "Shift": "Contacts that others could meet: what is freed and what is taken on",
    "Scenarios": "Scenarios of demand side by side",
    "Teams": "Who the team of each practice or part of the population is, without names",
    "Role aims": "What each role is there to improve, and who is in post",
    "Posts against the budget": "What the posts cost of each budget line, and what that leaves",
    "Additional roles": "What posts claim of the additional-roles money, and what is left of it",
    "Network census": "Staff of the networks, as the national census counts them",
    "Beside national counts": "Our WTE by practice and staff group beside the national counts",
    "Waits": "How long people wait for each service, and how many are seen in time",
    "Instead of hospital": "Who was seen here instead of in hospital, and apart from it the wait",
    "Mobile units": "Theatres, endoscopy and vans that come for a time: safety, days, cost",
    "Days of mobile units": "On which days units come, where they stand and for which service",
    "Units against the peak": "Whether mobile units came when they were needed",
    "Premises projects": "More room for care: by when, at what cost",
    "Systems": "Shared record, telephones, monitoring: where they are live, and for how many",
    "Systems by practice": "Which practice has which system: live, planned with its day, or none",
    "Build, hire or extend": "Ways to come by room beside each other: what an hour costs",
    "Practices compared": "Staff, access, activity and ratings of practices by name, no league",
    "Incidents and praise": "Incidents, complaints and compliments by practice, in counts",
    "Social prescribing": "Who was referred, accepted and contacted in ten days, in counts",
    "Social prescribing counts": "From whom, for which needs, on to whom; few are not shown",
    "Demand by hour": "When more ask to be seen than there are appointments",
    "Weeks to clear": "Which queues grow, how long the others take, where appointments are short",
    "Lead time": "Who does not come, by how long before it was booked",
    "National appointments": "National figures of general practice beside our services",
    "Agreements": "What was agreed with whom, and what ends when",
    "What ends": "Agreements that have ended, end within 90 days or wait for notice",
    "Who is covered": "Which services run under an agreement that binds all who take part",
    "Flows of records": "What passes between partners, and what is missing for it to pass",
    "Legal vehicles": "What partners may do in law, and who the nominated payee is",
    "Engagement": "When partners were met, and which next steps are overdue or due",
    "Who is in charge": "Who answers for what, where it is decided, and what nobody answers for",
    "Forums": "Who decides how, who must be there, and where each forum reports",
    "Votes": "What was voted on, whether it carried, and why",
    "Maturity": "How far the locality has come in each of five domains; never added up",
    "Who delivers what": "Which partner delivers which service for whom",
    "Baseline": "What each line's baseline is made of, practice by practice",
    "Capitation": "How each line's budget is built, and what it is a head",
    "Capitated sum": "The year's sum, what is kept back of it, and what is left a head",
    "Fair share": "Each line's target by its weighted people, and the way there",
    "Service changes": "What approved and proposed changes add to the budget or take from it",
    "Stops on 31 March": "Lines, parts, services and posts whose funding ends in the year",
    "Change from last year": "What each line is more or less than last year, and why",
    "Change by practice": "The same, practice by practice",
    "By month": "The shadow budget's months, and how far it has drifted",
    "Budget by month": "What each line may spend, month by month",
    "Actual by month": "What each line has spent, month by month",
    "Forecast": "What each method makes of each line, the one used, and the risks to it",
    "Bridge": "From the budget to the forecast outturn, step by step",
    "Outturn risks": "What may still move the outturn, weighted by how likely it is",
    "What if": "What-ifs side by side, beside the real forecast",
    "Share": "How a gain or loss of the year is shared, step by step",
    "Share by partner": "What each partner would get or bear, before and after stop-losses",
    "Virements": "What was moved between lines: opening, virements, current",
    "Virement list": "Each virement: from, to, how much, from when, who decided",
    "Double payment": "What moved out of hospital and is still paid there; what counts as a saving",
    "Bought outside": "Care bought outside the locality, and what of it could come home",
    "Delegation": "Which office may commit how much, of what, from which phase on",
    "Commitments": "What is left of each line once all that is bound is paid",
    "Marginal rate": "Activity above a baseline: what is payable and what is not",
    "Lists": "How many people were registered, day by day",
    "Service catalogue": "Each service: access, where, for whom, hours, bank holidays, review",
    "Service pathways": "Whom each service is for, how people pass through it, its risks",
    "Bank holidays": "Which services are open, closed or not known on each bank holiday to come",
    "Service targets": "What each service is to reach, and how the month stands against it",
    "Target readings": "What services reached, month by month",
    "Moved services": "What moved out of hospital: three sides of each, and its safety",
    "Safety assessments": "Which patients, who is capable, where; signatures and reviews",
    "GP appointments freed": "GP appointments that services save, in the month and since April",
    "Care homes": "Care homes, their beds and the practice that looks after each",
    "Care homes by practice": "Care homes and beds of each practice, and those of none",
    "Community assets": "What the communities have to offer that people can be pointed to",
    "Rates": "The dated rates the figures may rest on, each with its source",
}


def write_cover(book: Workbook, styles: Styles, pack: Pack, frame: Frame) -> None:
    """Write the cover: what it is, of which month, how to read its signs."""
    sheet = book.add_worksheet("Cover")
    set_page(sheet, frame.of(FRONT, pack.notional), "Cover")
    fit(sheet, 0)
    sheet.set_column(0, 0, 27)
    sheet.set_column(1, 1, WIDE)
    sheet.set_row(0, 44)
    sheet.set_row(1, 26)
    sheet.set_row(2, 5)
    write(sheet, 0, 0, pack.title, styles.title(24))
    write(sheet, 1, 0, pack.place, styles.quiet(font_size=15))
    for at in (0, 1):
        write(sheet, 2, at, None, styles.of(bg_color=BLUE))
    if pack.logo is not None:
        insert_logo(sheet, pack.logo, points_across((WIDE,)))
    rule = {"bottom": 1, "bottom_color": HAIR, "font_size": 11}
    for offset, (name, words) in enumerate(pack.cover, start=4):
        sheet.set_row(offset, 10 + 14 * lines_of(words, COVER_WIDE))
        write(sheet, offset, 0, name, styles.of(bold=True, valign="top", **rule))
        style = styles.of(text_wrap=True, valign="top", quote_prefix=True, **rule)
        write(sheet, offset, 1, words, style)
    link = "internal:'Contents'!A1"
    sheet.write_url(5 + len(pack.cover), 0, link, styles.link(font_size=11), "Go to contents")


def write_contents(book: Workbook, styles: Styles, pack: Pack, frame: Frame) -> None:
    """Write the list of sheets, each a link to its sheet."""
    sheet = book.add_worksheet("Contents")
    set_page(sheet, frame.of(FRONT), "Contents")
    head(sheet, styles, ("Contents", "Choose a sheet's name to go to it."))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, WIDE)
    sheet.set_row(HEAD, 21)
    write(sheet, HEAD, 0, "Sheet", styles.heading(is_left=True, is_first=True))
    write(sheet, HEAD, 1, "What it answers", styles.heading(is_left=True))
    rule = {"bottom": 1, "bottom_color": HAIR}
    for offset, table in enumerate(pack.tables):
        row = FIRST + offset
        sheet.set_row(row, 21)
        quoted = table.title.replace("'", "''")
        link = f"internal:'{quoted}'!A1"
        sheet.write_url(row, 0, link, styles.link(**rule), table.title)
        words = ANSWERS.get(table.title, table.subtitle)
        write(sheet, row, 1, words, styles.cell(Kind.TEXT))
    columns = [
        {"header": "Sheet", "header_format": styles.heading(is_left=True, is_first=True)},
        {"header": "What it answers", "header_format": styles.heading(is_left=True)},
    ]
    facts = {"name": "tblContents", "columns": columns, "style": None, "autofilter": False}
    sheet.add_table(HEAD, 0, FIRST + len(pack.tables) - 1, 1, facts)
    sheet.freeze_panes(FIRST, 1)
    sheet.repeat_rows(0, HEAD)
