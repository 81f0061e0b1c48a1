"""What each kept file of an old schema says, worked out when it was made."""

from __future__ import annotations

Figures = dict[str, tuple[object, ...]]
"""The rows of queries, by the query."""

FIRST: Figures = {
    "SELECT count(*), sum(people) FROM list_snapshot WHERE taken_on = '2016-10-01'": (5, 41_015),
    "SELECT sum(weighted) FROM weighted_population WHERE year = '2016/17'": (79_305_625_000,),
    "SELECT sum(annual_pence) FROM budget_line": (2_760_417_199,),
    "SELECT count(*), sum(amount_pence) FROM baseline_part": (16, 2_760_411_406),
    "SELECT count(*), sum(amount_pence) FROM actual": (56, 1_609_963_369),
    "SELECT sum(amount_pence) FROM actual WHERE month <= '2016-06'": (689_744_325,),
    "SELECT count(*), sum(funded_wte), sum(annual_cost_pence) FROM post": (12, 115_500, 36_962_910),
    "SELECT count(*), sum(weekly_minutes) FROM assignment": (10, 19_125),
    "SELECT sum(slots), sum(attended), count(attended) FROM service_month": (3_675, 2_529, 27),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (8,),
    "SELECT count(*) FROM row_change": (247,),
}
"""What the file of schema 1 says, worked out when it was made."""
FOURTH: Figures = {
    "SELECT count(*), sum(weighted) FROM weighted_population": (3, 27_300_000_000),
    "SELECT count(*), sum(annual_pence), sum(non_recurrent_pence), sum(manual_forecast_pence)"
    " FROM budget_line": (15, 4_493_632_199, 4_700, 400_000_005),
    "SELECT count(DISTINCT sector), count(DISTINCT scope), count(DISTINCT contract_form),"
    " count(DISTINCT controllability), count(DISTINCT weighted_by), count(DISTINCT profile),"
    " count(DISTINCT method), count(DISTINCT focus) FROM budget_line": (7, 3, 5, 3, 10, 6, 6, 2),
    "SELECT count(provider_id), count(payer), count(owner), count(commentary), count(code),"
    " sum(is_income), sum(position) FROM budget_line": (14, 14, 14, 14, 14, 1, 47),
    "SELECT count(*), sum(amount_pence), count(batch_id) FROM baseline_part": (18, 390_040_041, 12),
    "SELECT count(*), sum(amount_pence), sum(amount_pence * id) FROM actual": (
        51,
        1_078_461_002,
        17_807_485_705,
    ),
    "SELECT sum(batch_id), sum(partner_id), sum(is_provisional), count(reference),"
    " count(DISTINCT basis) FROM actual": (78, 38, 9, 30, 7),
    "SELECT count(*), sum(amount_pence) FROM budget_month": (12, 183_000_078),
    "SELECT count(*), count(DISTINCT status), count(baseline_year), count(approved_on),"
    " sum(id * (status = 'approved')), max(number) FROM budget_version": (5, 4, 3, 2, 3, 2),
    "SELECT count(DISTINCT phase) FROM budget_year": (5,),
    "SELECT sum(budget_line_id), sum(annual_cost_pence) FROM post": (11, 6_000_003),
    "SELECT budget_line_id, annual_cost_pence FROM service": (7, 12_000_000),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (14,),
    "SELECT count(*) FROM row_change": (124,),
}
"""What the file of schema 4 says, worked out when it was made."""
FIFTH: Figures = {
    "SELECT count(*), sum(funded_wte), sum(annual_cost_pence) FROM post": (
        24,
        249_756,
        41_865_040,
    ),
    "SELECT count(DISTINCT status), count(DISTINCT funding_stream), count(employer_id),"
    " count(practice_id), count(budget_line_id), count(funded_to), count(band), count(note),"
    " count(title) FROM post": (4, 8, 24, 12, 19, 4, 16, 3, 16),
    "SELECT sum(role_id * id), sum(employer_id * id), sum(practice_id * id),"
    " sum(budget_line_id * id) FROM post": (780, 616, 320, 379),
    "SELECT count(*), count(DISTINCT contract_kind), count(DISTINCT leaving_reason),"
    " count(ends_on), sum(weekly_minutes), sum(wte_override), count(wte_reason),"
    " count(destination) FROM assignment": (54, 13, 9, 14, 64_066, 30_135, 6, 14),
    "SELECT sum(post_id * id), sum(person_id * id), sum(weekly_minutes * id) FROM assignment": (
        18_099,
        23_355,
        1_834_113,
    ),
    "SELECT count(*), sum(birth_year), count(staff_code), count(work_email),"
    " count(DISTINCT professional_body), count(registration_expires_on) FROM person": (
        30,
        39_300,
        22,
        24,
        6,
        15,
    ),
    "SELECT count(*), sum(share), sum(practice_id), sum(service_id), sum(assignment_id * share)"
    " FROM deployment": (6, 30_000, 7, 6, 60_000),
    "SELECT count(*), sum(is_additional_role), count(valid_from), count(valid_to) FROM role": (
        4,
        1,
        1,
        1,
    ),
    "SELECT count(*), sum(wte), sum(heads) FROM network_staff": (2, 3_500_000_000, 3),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (11,),
    "SELECT count(*) FROM row_change": (138,),
}
"""What the file of schema 5 says, worked out when it was made."""
SIXTH: Figures = {
    "SELECT count(*), count(DISTINCT category), count(DISTINCT status), "
    "count(lead_partner_id), count(settings), count(live_on), "
    "count(funding_ends_on), sum(annual_cost_pence) FROM service": (
        18,
        16,
        6,
        13,
        12,
        9,
        4,
        15104895,
    ),
    "SELECT sum(lead_partner_id * id), count(DISTINCT access_route), "
    "count(DISTINCT focus) FROM service": (
        788,
        6,
        2,
    ),
    "SELECT count(*), sum(sessions), sum(slots), sum(booked), sum(attended), "
    "sum(not_attended), sum(referrals), sum(waiting), "
    "sum(is_provisional) FROM service_month": (
        81,
        477,
        12636,
        8802,
        9720,
        315,
        5508,
        1026,
        0,
    ),
    "SELECT sum(service_id * slots), count(DISTINCT month) FROM service_month": (128844, 9),
    "SELECT count(*), sum(weekday * opens_minute), sum(service_id * closes_minute) FROM opening": (
        75,
        125220,
        781545,
    ),
    "SELECT count(*), count(DISTINCT kind), count(DISTINCT status), "
    "count(expires_on), sum(notice_days), sum(value_pence), sum(renews_itself), "
    "count(reference) FROM agreement": (
        14,
        12,
        4,
        10,
        570,
        45000061,
        7,
        7,
    ),
    "SELECT count(*), sum(agreement_id * partner_id), count(signed_on), "
    "count(signed_by) FROM agreement_party": (
        33,
        1564,
        13,
        13,
    ),
    "SELECT count(*), sum(practice_id), sum(is_hub), count(postcode), count(note) FROM site": (
        3,
        4,
        1,
        2,
        1,
    ),
    "SELECT sum(service_id * partner_id) FROM service_partner": (1110,),
    "SELECT sum(service_id * site_id) FROM service_site": (354,),
    "SELECT count(*), count(DISTINCT kind), count(DISTINCT sector), sum(votes), "
    "count(ods_code) FROM partner": (
        12,
        12,
        7,
        15,
        8,
    ),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (11,),
    "SELECT count(*) FROM row_change": (303,),
}
"""What the file of schema 6 says, worked out when it was made."""
SEVENTH: Figures = {
    "SELECT count(*), sum(room_id * partner_id), sum(service_id * starts_minute), "
    "sum(ends_minute), sum(used_minutes), sum(charge_pence), count(used) FROM booking": (
        24,
        240,
        115610,
        18600,
        180,
        10000,
        18,
    ),
    "SELECT count(*), sum(hourly_pence) FROM room": (2, 1500),
    "SELECT count(*), sum(service_id * people), count(until_days), sum(until_days) "
    "FROM wait_count": (
        30,
        2340,
        24,
        420,
    ),
    "SELECT count(*), count(DISTINCT rule), sum(quorum) FROM forum": (6, 6, 12),
    "SELECT count(*), sum(forum_id * partner_id * votes) FROM forum_member": (18, 588),
    "SELECT count(*), sum(vote_id * partner_id * votes), count(weight) FROM vote_cast": (
        18,
        588,
        6,
    ),
    "SELECT count(*), count(DISTINCT status) FROM service": (18, 6),
    "SELECT count(*), sum(service_id * slots) FROM service_month": (81, 128844),
    "SELECT count(*), sum(value_pence) FROM agreement": (14, 45000061),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (16,),
    "SELECT count(*) FROM row_change": (426,),
}
"""What the file of schema 7 says, worked out when it was made."""
FIGURES = {1: FIRST, 4: FOURTH, 5: FIFTH, 6: SIXTH, 7: SEVENTH}
"""By schema."""
